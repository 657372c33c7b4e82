mod act;
mod cases;
mod duty;
mod effects;
mod evidence;
mod filing;
mod person;
mod properties;
pub(crate) mod variations;
mod window;

use super::*;
use crate::{
    calendar::PartialDate,
    commendations::Grade,
    policy::{EvidenceKind, PolicySet},
    receipts::{
        Outcome, RuleId,
        samples::{assert_finding, day, in_force, liaocheng, region},
    },
    regions::{Place, RegionTree},
};

pub(super) const TODAY: &str = "2026-11-20";

/// A rescue in 临清市, filed within a month, proven by the police, everything known.
pub(crate) fn complete() -> DeedFacts {
    DeedFacts {
        act_types: vec![ActType::Rescue],
        other_act_reason: None,
        crime_related: Some(false),
        duty: Some(Duty::None),
        interests: vec![Interest::OtherPerson],
        beneficiaries: Some(vec![Relation::Unrelated]),
        caused_danger: Some(false),
        lawfulness: Some(Lawfulness::NotQuestioned),
        outcome: Some(RescueOutcome::Succeeded),
        risk: Grade::new(3),
        age_at_deed: Some(AgeAtDeed::years(41)),
        life_conflict: None,
        volunteer_service: Some(false),
        home: Some(region("371581")),
        occurred_on: PartialDate::day(day("2026-05-06")).unwrap(),
        place: Some(Place::Region(region("371581"))),
        further_counties: Vec::new(),
        received_by: Some(region("371581")),
        received_on: Some(day("2026-06-01")),
        filer: Some(Filer::Employer),
        complexity: Some(Complexity::Plain),
        obstacle: None,
        possible_duplicates: Some(Vec::new()),
        evidence: Some(vec![item(EvidenceKind::PublicSecurity)]),
    }
}

/// A case of which only the day of receipt is stated.
pub(super) fn unsaid() -> DeedFacts {
    DeedFacts {
        act_types: Vec::new(),
        other_act_reason: None,
        crime_related: None,
        duty: None,
        interests: Vec::new(),
        beneficiaries: None,
        caused_danger: None,
        lawfulness: None,
        outcome: None,
        risk: None,
        age_at_deed: None,
        life_conflict: None,
        volunteer_service: None,
        home: None,
        occurred_on: PartialDate::UNKNOWN,
        place: None,
        further_counties: Vec::new(),
        received_by: None,
        received_on: Some(day("2026-06-01")),
        filer: None,
        complexity: None,
        obstacle: None,
        possible_duplicates: None,
        evidence: None,
    }
}

/// Verified evidence.
pub(super) fn item(kind: EvidenceKind) -> EvidenceItem {
    EvidenceItem {
        kind,
        verified: true,
    }
}

pub(super) fn with(change: impl FnOnce(&mut DeedFacts)) -> DeedFacts {
    let mut facts = complete();
    change(&mut facts);
    facts
}

pub(super) fn judge(facts: &DeedFacts) -> Receipt {
    evaluate(facts, liaocheng(), Reference::builtin(), day(TODAY))
}

/// Judged in a city that differs from Liaocheng in every parameter.
pub(super) fn judge_elsewhere(facts: &DeedFacts) -> Receipt {
    let city = in_force(crate::receipts::samples::example_city());
    evaluate(facts, city, Reference::builtin(), day(TODAY))
}

/// Judged under Liaocheng's policy with one line of its file changed.
pub(super) fn judge_with(facts: &DeedFacts, find: &str, replace: &str) -> Receipt {
    let file = crate::receipts::samples::LIAOCHENG_FILE;
    assert!(file.contains(find), "{find}");
    let policies = PolicySet::parse(&file.replacen(find, replace, 1)).unwrap();
    evaluate(facts, in_force(&policies), Reference::builtin(), day(TODAY))
}

#[track_caller]
pub(super) fn assert_says(facts: &DeedFacts, rule: RuleId, outcome: Outcome, code: &str) {
    assert_finding(&judge(facts), rule, outcome, code);
}

pub(super) fn effects_of(receipt: &Receipt) -> &DeedEffects {
    match &receipt.effects {
        Effects::Deed(effects) => effects,
        other => panic!("{other:?}"),
    }
}
