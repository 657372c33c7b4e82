//! What a title asks for beside its place in the catalogue: titles that have to be held first, and titles
//! that must not be held.

use std::collections::BTreeSet;

use super::case::{Case, names};
use crate::{
    policy::{Title, TitleId, TitleTerms},
    receipts::{ReasonCode, Text, Verdict, text, verdict},
};

fn terms<'a>(case: &Case<'a>, title: &Title) -> Option<&'a TitleTerms> {
    case.policy.title_terms(&title.id)
}

/// Whether this title is held, of whatever deed; none while not stated.
fn holds(case: &Case<'_>, title: &TitleId) -> Option<bool> {
    let held = case.facts.titles_held.as_ref()?;
    let mut held = held.iter();
    Some(held.any(|held| case.policy.is_same_title(&held.title, title)))
}

/// What a title requires that is not held. What is not stated is not lacking.
fn lacking<'a>(case: &Case<'a>, title: &Title) -> Vec<&'a Title> {
    let required = terms(case, title).into_iter().flat_map(|own| &own.requires);
    required
        .filter(|id| holds(case, id) == Some(false))
        .filter_map(|id| case.policy.title(id))
        .collect()
}

/// What is held and a title excludes.
fn in_the_way<'a>(case: &Case<'a>, title: &Title) -> Vec<&'a Title> {
    let excluded = terms(case, title).into_iter().flat_map(|own| &own.excludes);
    excluded
        .filter(|id| holds(case, id) == Some(true))
        .filter_map(|id| case.policy.title(id))
        .collect()
}

/// Whether nothing that is known stands against a title.
pub(super) fn may_be_granted(case: &Case<'_>, title: &Title) -> bool {
    lacking(case, title).is_empty() && in_the_way(case, title).is_empty()
}

/// The titles that the proposed ones require, as facts of a finding.
pub(super) fn required(case: &Case<'_>) -> Vec<String> {
    named(case, |own| &own.requires)
}

/// The titles that the proposed ones exclude.
pub(super) fn excluding(case: &Case<'_>) -> Vec<String> {
    named(case, |own| &own.excludes)
}

fn named(case: &Case<'_>, of: fn(&TitleTerms) -> &Vec<TitleId>) -> Vec<String> {
    let titles = case.titles();
    let own = titles.iter().filter_map(|title| terms(case, title));
    let ids: BTreeSet<&TitleId> = own.flat_map(of).collect();
    ids.into_iter().map(ToString::to_string).collect()
}

/// What TIER-CHAIN says where no proposed title can be granted yet, since each asks for another first.
pub(super) fn requirement(case: &Case<'_>) -> Option<Verdict> {
    let titles = case.titles();
    let asks = |title: &&Title| terms(case, title).is_some_and(|own| !own.requires.is_empty());
    if titles.is_empty() || !titles.iter().all(asks) {
        return None;
    }
    if case.facts.titles_held.is_none() {
        return Some(verdict!(unknown TitlesHeldNotStated,
            "须先获得其他称号，尚未说明已有称号。",
            "Another title has to be held first; the titles held are not stated."));
    }
    let lacking: Vec<&Title> = of_all(&titles, |title| lacking(case, title))?;
    let Text { zh, en } = names(&lacking);
    let reason = text!("须先获得“{zh}”。", "{en} has to be held first.");
    Some(if case.is_request() {
        Verdict::not_met(ReasonCode::RequiredTitleMissing, reason)
    } else {
        Verdict::unknown(ReasonCode::RequiredTitleMissing, reason)
    })
}

/// What TIER-ONCE says where each proposed title that was not granted yet excludes one that is held.
pub(super) fn exclusion(case: &Case<'_>) -> Option<Verdict> {
    let titles = case.titles().into_iter();
    let open: Vec<&Title> = titles
        .filter(|title| case.already_granted(title) != Some(true))
        .collect();
    let held = of_all(&open, |title| in_the_way(case, title))?;
    let Text { zh, en } = names(&held);
    Some(verdict!(not_met ExcludedTitleHeld,
        "已获“{zh}”，不再授予此称号。",
        "{en} is held already, which excludes this title."))
}

/// What there is of each title, unless one of them has nothing.
fn of_all<'a>(titles: &[&Title], of: impl Fn(&Title) -> Vec<&'a Title>) -> Option<Vec<&'a Title>> {
    let each: Vec<Vec<&Title>> = titles.iter().map(|title| of(title)).collect();
    let nothing = each.is_empty() || each.iter().any(Vec::is_empty);
    (!nothing).then(|| each.concat())
}
