use super::Faults;
use crate::{
    calendar::MOST_DAYS,
    commendations::Grade,
    policy::{AssessmentPolicy, DeedsPolicy, FilingPolicy, Share},
};

/// The parameters of the confirmation of deeds.
pub(super) fn check(faults: &mut Faults, deeds: &DeedsPolicy) {
    faults.require(
        Grade::new(deeds.eligibility.minimum_risk).is_some(),
        "deeds.eligibility.minimum_risk",
        "must be 0 to 4",
    );
    check_filing(faults, &deeds.filing);
    check_assessment(faults, &deeds.assessment);
    check_panel_and_evidence(faults, deeds);
    check_days(
        faults,
        "deeds.publication.period",
        deeds.publication.period.length,
    );
    let decision = &deeds.decision;
    for (key, days) in [
        (
            "hearing_answer_working_days",
            decision.hearing_answer_working_days,
        ),
        ("decision_working_days", decision.decision_working_days),
        (
            "reconfirmation_request_days",
            decision.reconfirmation_request_days,
        ),
        (
            "reconfirmation_decision_days",
            decision.reconfirmation_decision_days,
        ),
        ("result_notice_days", decision.result_notice_days),
    ] {
        check_days(faults, &format!("deeds.decision.{key}"), days);
    }
    if let Some(remedies) = &decision.remedies {
        super::check_words(faults, "deeds.decision.remedies", remedies);
    }
    for (region, code) in &deeds.documents.organ_codes {
        let key = format!("deeds.documents.organ_codes.{region}");
        super::check_organ_code(faults, &key, code);
    }
    faults.require(
        deeds.aftermath.conduct_prison_months >= 1,
        "deeds.aftermath.conduct_prison_months",
        "must be 1 or more",
    );
}

fn check_filing(faults: &mut Faults, filing: &FilingPolicy) {
    faults.require(
        (1..=50).contains(&filing.filing_years),
        "deeds.filing.filing_years",
        "must be 1 to 50",
    );
    faults.require(
        (filing.filing_years..=50).contains(&filing.longest_filing_years),
        "deeds.filing.longest_filing_years",
        "must be filing_years to 50",
    );
    check_days(
        faults,
        "deeds.filing.designation_days",
        filing.designation_days,
    );
    faults.require(
        filing.receipt_backdating_days <= MOST_DAYS,
        "deeds.filing.receipt_backdating_days",
        "must be 0 to 3660",
    );
}

fn check_assessment(faults: &mut Faults, assessment: &AssessmentPolicy) {
    for (key, days) in [
        (
            "intake_request_working_days",
            assessment.intake_request_working_days,
        ),
        (
            "supplement_answer_working_days",
            assessment.supplement_answer_working_days,
        ),
        ("opinion_days", assessment.opinion_days),
        ("opinion_target_days", assessment.opinion_target_days),
        (
            "opinion_complex_target_days",
            assessment.opinion_complex_target_days,
        ),
    ] {
        check_days(faults, &format!("deeds.assessment.{key}"), days);
    }
    faults.require(
        assessment.opinion_extension_days <= MOST_DAYS,
        "deeds.assessment.opinion_extension_days",
        "must be 0 to 3660",
    );
    faults.require(
        assessment.opinion_target_days <= assessment.opinion_complex_target_days
            && assessment.opinion_complex_target_days <= assessment.opinion_days,
        "deeds.assessment.opinion_target_days",
        "must not exceed opinion_complex_target_days, nor that opinion_days",
    );
}

fn check_panel_and_evidence(faults: &mut Faults, deeds: &DeedsPolicy) {
    let panel = &deeds.panel;
    let kinds = u32::try_from(panel.required_kinds.len()).unwrap_or(u32::MAX);
    faults.require(
        panel.minimum_members >= kinds.max(1),
        "deeds.panel.minimum_members",
        "must leave room for each of required_kinds",
    );
    check_share(faults, "deeds.panel.quorum", panel.quorum);
    check_share(faults, "deeds.panel.majority", panel.majority);
    faults.require(
        panel.majority.numerator < panel.majority.denominator,
        "deeds.panel.majority",
        "must be less than the whole, since more than it has to agree",
    );
    faults.require(
        deeds.evidence.minimum_items >= 1,
        "deeds.evidence.minimum_items",
        "must be 1 or more",
    );
}

fn check_days(faults: &mut Faults, key: &str, days: u32) {
    faults.require((1..=MOST_DAYS).contains(&days), key, "must be 1 to 3660");
}

fn check_share(faults: &mut Faults, key: &str, share: Share) {
    faults.require(
        (1..=share.denominator).contains(&share.numerator),
        key,
        "must be more than nothing and at most the whole",
    );
}
