use super::{super::*, rejected};
use crate::receipts::samples::liaocheng;

#[test]
fn the_periods_of_the_provincial_regulation_stand_in_the_policy() {
    let deeds = &liaocheng().terms().deeds;
    assert_eq!(
        (
            deeds.filing.filing_years,
            deeds.filing.longest_filing_years,
            deeds.assessment.opinion_days,
            deeds.assessment.opinion_extension_days,
            deeds.decision.reconfirmation_request_days,
            deeds.decision.reconfirmation_decision_days,
        ),
        (1, 2, 60, 0, 10, 30)
    );
    assert!(!deeds.assessment.pause_on_supplement && !deeds.assessment.exclude_external_time);
    assert_eq!(deeds.panel.required_kinds, PanelKind::ALL);
    assert_eq!(deeds.decision.remedies, None, "not signed off by its owner");
}

#[test]
fn a_parameter_of_deeds_that_makes_no_sense_is_named_with_its_place() {
    for (find, replace, at, what) in [
        (
            "minimum_risk = 0",
            "minimum_risk = 5",
            "eligibility.minimum_risk",
            "0 to 4",
        ),
        (
            "\nfiling_years = 1",
            "\nfiling_years = 3",
            "filing.longest_filing_years",
            "filing_years",
        ),
        (
            "opinion_days = 60",
            "opinion_days = 29",
            "assessment.opinion_target_days",
            "opinion_days",
        ),
        (
            "minimum_members = 5",
            "minimum_members = 3",
            "panel.minimum_members",
            "required_kinds",
        ),
        (
            "quorum = { numerator = 2",
            "quorum = { numerator = 4",
            "panel.quorum",
            "whole",
        ),
        (
            "majority = { numerator = 1",
            "majority = { numerator = 2",
            "panel.majority",
            "more than it",
        ),
        (
            "minimum_items = 2",
            "minimum_items = 0",
            "evidence.minimum_items",
            "1 or more",
        ),
        (
            "period = { length = 7",
            "period = { length = 0",
            "publication.period",
            "1 to 3660",
        ),
        (
            "result_notice_days = 3",
            "result_notice_days = 4000",
            "decision.result_notice_days",
            "1 to 3660",
        ),
    ] {
        let error = rejected(find, replace);
        assert!(
            error.contains(&format!("versions[0].deeds.{at}: ")) && error.contains(what),
            "{error}"
        );
    }
}

#[test]
fn a_share_is_reached_exactly_and_exceeded_only_beyond() {
    let two_thirds = Share {
        numerator: 2,
        denominator: 3,
    };
    assert!(two_thirds.is_reached(4, 6) && !two_thirds.is_reached(3, 5));
    let half = Share {
        numerator: 1,
        denominator: 2,
    };
    assert!(half.is_exceeded(3, 5) && !half.is_exceeded(2, 4));
}
