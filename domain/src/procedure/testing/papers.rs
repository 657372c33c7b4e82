//! Papers print only sources that bind.

use std::{cell::RefCell, collections::BTreeSet};

use chrono::NaiveDate;

use super::{
    Trial, Tried, number,
    sequences::{SEQUENCES, try_all, walk},
};
use crate::{
    calendar::HolidayCalendar,
    documents::{Concerned, DocumentKind, Matter, Sheet},
    identity::PersonName,
    policy::Policy,
    procedure::{Case, Row, row_for},
    receipts::Receipt,
    regions::RegionTree,
};

/// What a standard that binds only inside the service is called where a paper names it.
const INTERNAL: &str = "内部标准";

/// Every paper of the sequences cites only sources of the policy that bind, in force on the day of
/// receipt; any other that it names it calls an internal standard.
pub(crate) fn papers_cite_only_what_binds<P: Tried>() {
    let made = RefCell::new(BTreeSet::new());
    try_all::<P>(SEQUENCES, |sequence| {
        walk::<P>(sequence, |attempt| {
            let (trial, command) = (attempt.trial, attempt.command);
            let row = row_for::<P>(command.act.step(), trial.case.state());
            let (Some(row), Ok((case, _))) = (row, attempt.outcome) else {
                return;
            };
            for kind in row.papers() {
                for receipt in P::receipts(&trial.policy) {
                    let sheet = paper(kind, trial, case, &receipt, Whom::default());
                    let sheet = sheet.unwrap_or_else(|| panic!("{kind:?} says nothing"));
                    assert_binds(&sheet, &trial.policy, case.received_on());
                }
                made.borrow_mut().insert(kind.as_str());
            }
        });
    });
    let issued: BTreeSet<&str> = P::TABLE
        .iter()
        .flat_map(Row::papers)
        .map(DocumentKind::as_str)
        .collect();
    assert_eq!(made.into_inner(), issued, "every paper was made");
}

/// To whom a paper goes, besides what its case says.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Whom<'a> {
    pub(crate) deceased: bool,
    pub(crate) applicant: Option<&'a PersonName>,
}

/// The paper of a case about 测试甲, on the day of a trial.
pub(crate) fn paper<P: Tried>(
    kind: DocumentKind,
    trial: &Trial<P>,
    case: &Case<P>,
    receipt: &Receipt,
    whom: Whom<'_>,
) -> Option<Sheet> {
    paper_of_group(kind, trial, &[("测试甲", case)], receipt, whom)
}

/// The paper of the cases of several people, on the day of a trial.
pub(crate) fn paper_of_group<P: Tried>(
    kind: DocumentKind,
    trial: &Trial<P>,
    cases: &[(&str, &Case<P>)],
    receipt: &Receipt,
    whom: Whom<'_>,
) -> Option<Sheet> {
    let names: Vec<PersonName> = cases
        .iter()
        .map(|(name, _)| PersonName::parse(name).unwrap())
        .collect();
    let concerned: Vec<Concerned<'_, P>> = names
        .iter()
        .zip(cases)
        .map(|(name, (_, case))| Concerned {
            name: Some(name),
            deceased: whom.deceased,
            case,
            receipt,
        })
        .collect();
    let bodies = ["测试县委政法委员会".to_owned()];
    let decision = concerned.first()?.case.decision();
    let number = decision.map(|decision| decision.number.clone());
    let matter = Matter {
        number: &number.unwrap_or_else(|| self::number("测试〔2026〕1号")),
        on: trial.today,
        subject: &P::subject(),
        applicant: whom.applicant,
        concerned: &concerned,
        bodies: &bodies,
        red_head: true,
        other_body: None,
        policy: &trial.policy,
        regions: RegionTree::builtin(),
        calendar: HolidayCalendar::builtin(),
    };
    P::compose(kind, &matter)
}

fn assert_binds(sheet: &Sheet, policy: &Policy, received_on: NaiveDate) {
    let text = sheet.paragraphs.concat();
    assert!(!text.contains('\n'), "{} holds a line end", sheet.title);
    let binding = binding_titles(policy, received_on);
    for (before, title) in cited(&text) {
        let binds = binding.contains(title);
        assert!(
            binds || before.ends_with(INTERNAL),
            "{} cites 《{title}》",
            sheet.title
        );
    }
    for source in policy.sources().values() {
        let title = source.title.zh.trim_matches(['《', '》']);
        let named = binding.contains(title) || !text.contains(title);
        assert!(
            named || text.contains(INTERNAL),
            "{} names {title}",
            sheet.title
        );
    }
}

/// The titles that a text cites, each with what stands before it.
fn cited(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.match_indices('《').filter_map(|(at, open)| {
        let (before, rest) = text.split_at(at);
        let (title, _) = rest.strip_prefix(open)?.split_once('》')?;
        Some((before, title))
    })
}

/// The titles of the sources that bind by a day.
fn binding_titles(policy: &Policy, day: NaiveDate) -> BTreeSet<&str> {
    let rules = policy.terms().rules.values();
    rules
        .flat_map(|rule| &rule.basis)
        .filter(|basis| basis.kind.binds())
        .filter_map(|basis| policy.sources().get(&basis.source))
        .filter(|source| source.in_force.is_none_or(|since| since <= day))
        .map(|source| source.title.zh.trim_matches(['《', '》']))
        .collect()
}
