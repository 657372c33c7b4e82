use super::*;
use crate::receipts::Proposal;

fn route(change: impl FnOnce(&mut DeedFacts)) -> Route {
    effects_of(&judge(&with(change))).route
}

#[test]
fn a_complete_case_is_proposed_for_approval_and_assessed() {
    let receipt = judge(&complete());
    assert_eq!(receipt.proposal, Proposal::Approve);
    assert_eq!(
        *effects_of(&receipt),
        DeedEffects {
            route: Route::Assess,
            panel_for: Vec::new(),
            body: Some(region("371581")),
            transfer: Some(false),
            minor_handling: MinorHandling::Adult,
            restriction_suggested: None,
            lower_tier: false,
            missing: Vec::new(),
        }
    );
}

#[test]
fn the_route_follows_what_the_rules_found() {
    assert_eq!(
        route(|facts| facts.duty = Some(Duty::Contractual)),
        Route::Panel
    );
    assert_eq!(
        route(|facts| facts.lawfulness = Some(Lawfulness::UnderInvestigation)),
        Route::Suspend
    );
    assert_eq!(
        route(|facts| facts.duty = Some(Duty::Statutory)),
        Route::RefusalNotice
    );
    assert_eq!(route(|facts| facts.evidence = None), Route::Assess);
    // What is refused anyway does not wait for an investigation.
    assert_eq!(
        route(|facts| {
            facts.duty = Some(Duty::Statutory);
            facts.lawfulness = Some(Lawfulness::UnderInvestigation);
        }),
        Route::RefusalNotice
    );
}

#[test]
fn the_panel_is_asked_for_each_rule_that_needs_it() {
    let receipt = judge(&with(|facts| {
        facts.duty = Some(Duty::Contractual);
        facts.beneficiaries = Some(vec![Relation::Ward]);
        facts.caused_danger = Some(true);
        facts.complexity = Some(Complexity::Complex("测试".to_owned()));
    }));
    assert_eq!(
        effects_of(&receipt).panel_for,
        [
            RuleId::DeedContract,
            RuleId::DeedKin,
            RuleId::DeedCause,
            RuleId::ReviewPanel
        ]
    );
}

#[test]
fn everything_that_nobody_said_is_asked_for_once() {
    let receipt = judge(&unsaid());
    assert_eq!(receipt.proposal, Proposal::Review);
    let missing = &effects_of(&receipt).missing;
    assert_eq!(
        *missing,
        [
            MissingFact::ActTypes,
            MissingFact::Duty,
            MissingFact::Interests,
            MissingFact::Beneficiaries,
            MissingFact::CausedDanger,
            MissingFact::Lawfulness,
            MissingFact::AgeAtDeed,
            MissingFact::Dates,
            MissingFact::Place,
            MissingFact::Filer,
            MissingFact::PossibleDuplicates,
            MissingFact::Evidence,
        ]
    );
}

#[test]
fn a_receipt_of_a_deed_holds_no_birth_date() {
    let age = AgeAtDeed::of_birth(day("1990-02-28"), complete().occurred_on);
    let receipt = judge(&with(|facts| facts.age_at_deed = age));
    let stored = serde_json::to_string(&receipt).unwrap();
    assert!(stored.contains("\"at_least\":36") && !stored.contains("1990"));
}
