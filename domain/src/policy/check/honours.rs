use std::collections::{BTreeMap, BTreeSet};

use super::Faults;
use crate::{
    money::Fen,
    policy::{CashRule, Terms, TitleId, TitleTerms},
};

/// More classes of prizes than any title has.
const MOST_CLASSES: u8 = 9;

/// The terms of titles, the table of sums and what the state published.
pub(super) fn check(faults: &mut Faults, terms: &Terms) {
    let honours = &terms.honours;
    let known: BTreeSet<&TitleId> = terms.titles.iter().map(|title| &title.id).collect();
    for (id, own) in &honours.titles {
        check_title(faults, id, own, &known, &honours.titles);
    }
    check_cycles(faults, &honours.titles);
    check_cash(faults, &honours.cash, &known, &honours.titles);
    faults.require(
        honours.group.minimum_members >= 2,
        "honours.group.minimum_members",
        "must be 2 or more",
    );
    for (year, indicator) in &honours.indicators {
        let sums = [
            indicator.urban_income_fen,
            indicator.lieutenant_monthly_pay_fen,
        ];
        faults.require(
            (1900..=2999).contains(year) && !sums.contains(&Some(Fen::ZERO)),
            &format!("honours.indicators.{year}"),
            "must be a year with sums of more than nothing",
        );
    }
}

fn check_title(
    faults: &mut Faults,
    id: &TitleId,
    own: &TitleTerms,
    known: &BTreeSet<&TitleId>,
    all: &BTreeMap<TitleId, TitleTerms>,
) {
    let key = format!("honours.titles.{id}");
    for named in [id].into_iter().chain(&own.requires).chain(&own.excludes) {
        if !known.contains(named) {
            faults.add(&key, format!("no title {named} in titles"));
        }
    }
    for required in &own.requires {
        if own.excludes.contains(required) {
            faults.add(&key, format!("requires {required} and excludes it"));
        }
        if all.get(required).is_some_and(|terms| terms.listing) {
            faults.add(
                &key,
                format!("requires {required}, which is a listing and no praise"),
            );
        }
    }
    faults.require(
        own.prize_classes != 1 && own.prize_classes <= MOST_CLASSES,
        &key,
        "prize_classes must be 0, or 2 to 9",
    );
}

/// A title that has to be held before itself is never granted.
fn check_cycles(faults: &mut Faults, titles: &BTreeMap<TitleId, TitleTerms>) {
    for id in titles.keys() {
        let mut before = BTreeSet::new();
        let mut open = vec![id];
        while let Some(title) = open.pop() {
            let required = titles.get(title).map(|terms| &terms.requires);
            for required in required.into_iter().flatten() {
                if before.insert(required) {
                    open.push(required);
                }
            }
        }
        if before.contains(id) {
            faults.add(
                &format!("honours.titles.{id}.requires"),
                "leads back to the title itself",
            );
        }
    }
}

fn check_cash(
    faults: &mut Faults,
    cash: &[CashRule],
    known: &BTreeSet<&TitleId>,
    titles: &BTreeMap<TitleId, TitleTerms>,
) {
    let mut lines = BTreeSet::new();
    for (position, line) in cash.iter().enumerate() {
        let key = format!("honours.cash[{position}]");
        let CashRule {
            title,
            harm,
            class,
            fen,
            dead_member_fen,
        } = line;
        if !known.contains(title) {
            faults.add(&key, format!("no title {title} in titles"));
        }
        faults.require(
            lines.insert((title, harm, class)),
            &key,
            "must differ from the other lines in title, harm or class",
        );
        faults.require(
            !fen.is_zero() && *dead_member_fen != Some(Fen::ZERO),
            &key,
            "sums must be more than nothing; what is not known is left out",
        );
        let classes = titles.get(title).map_or(0, |terms| terms.prize_classes);
        faults.require(
            class.is_none_or(|class| (1..=classes).contains(&class)),
            &key,
            "class must be one of the prize_classes of the title",
        );
    }
}
