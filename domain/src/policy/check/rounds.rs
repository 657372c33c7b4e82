use super::Faults;
use crate::policy::RoundTerms;

/// The numbers of rounds of commendation.
pub(super) fn check(faults: &mut Faults, round: &RoundTerms) {
    let days = [
        ("call_working_days", round.call_working_days),
        ("review_working_days", round.review_working_days),
        ("notice_working_days", round.notice_working_days),
        ("publication.length", round.publication.length),
        ("objection_working_days", round.objection_working_days),
        ("voting_working_days", round.voting_working_days),
        ("resolution_working_days", round.resolution_working_days),
        ("decision_working_days", round.decision_working_days),
        ("ceremony_working_days", round.ceremony_working_days),
        ("closing_working_days", round.closing_working_days),
    ];
    for (name, days) in days {
        faults.require(
            days >= 1,
            &format!("honours.round.{name}"),
            "must be 1 or more",
        );
    }
    let (quorum, majority) = (round.quorum, round.majority);
    faults.require(
        (1..=quorum.denominator).contains(&quorum.numerator),
        "honours.round.quorum",
        "must be more than nothing and at most the whole",
    );
    // More than the whole never votes in favour.
    faults.require(
        majority.numerator < majority.denominator,
        "honours.round.majority",
        "must be less than the whole",
    );
}
