//! Who signs what: nobody decides alone, and what ends a case in a title is signed by the foundation
//! too (article 9).

use super::*;

/// Signed by two different officers of the body.
const BY_TWO: [Step; 12] = [
    Step::CertificateReplacement,
    Step::OutsideTermination,
    Step::Extension,
    Step::PublicationWaiver,
    Step::Confirmation,
    Step::Refusal,
    Step::ReconfirmationApproval,
    Step::ReconfirmationRefusal,
    Step::OutsideApproval,
    Step::OutsideRefusal,
    Step::Revocation,
    Step::Reopening,
];

/// Signed by the foundation or association too.
const WITH_THE_FOUNDATION: [Step; 3] = [
    Step::Confirmation,
    Step::CertificateReplacement,
    Step::Revocation,
];

fn is_of(step: AnyStep<Step>, steps: &[Step]) -> bool {
    matches!(step, AnyStep::Own(own) if steps.contains(&own))
}

#[test]
fn one_signature_is_not_enough_where_two_are_needed() {
    cases::each_possible(|walk, act| {
        let step = act.step();
        let mut alone = walk.command(act);
        for second in [None, alone.who.signer] {
            alone.second = second;
            let barred = walk.unmet(&alone).contains(&"second_officer");
            // A case that leaves the city is signed like a decision.
            let leaves = step == SharedStep::OutsideTransfer.into();
            let asked = is_of(step, &BY_TWO) || leaves;
            assert_eq!(barred, asked, "{}", step.as_str());
        }
    });
}

#[test]
fn the_foundation_signs_a_confirmation_its_certificates_and_a_revocation_and_nothing_else() {
    cases::each_possible(|walk, act| {
        let step = act.step();
        let mut unsigned = walk.command(act);
        unsigned.co_signer = None;
        let barred = walk.unmet(&unsigned).contains(&"co_signer");
        let asked = is_of(step, &WITH_THE_FOUNDATION);
        assert_eq!(barred, asked, "{}", step.as_str());
    });
}

#[test]
fn the_second_officer_is_of_the_same_committee_and_has_not_stepped_back() {
    let mut walk = Walk::new();
    walk.about_to_be_refused().heard();
    for second in [
        committee(2, OTHER_COUNTY),
        committee(2, CITY),
        officer(41, OrganisationKind::Foundation, COUNTY),
    ] {
        let mut command = walk.command(refuse());
        command.second = Some(second);
        assert_eq!(walk.unmet(&command), ["second_officer"], "{second:?}");
    }
    walk.step(SharedAct::Recusal {
        person: Named::Officer(committee(2, COUNTY).officer),
        reason: words("与受益人有亲属关系"),
    });
    assert_eq!(walk.stopped(refuse()), ["second_officer"]);
    let mut command = walk.command(refuse());
    command.second = Some(committee(3, COUNTY));
    walk.give(&command);
}

#[test]
fn an_approval_at_the_next_level_is_signed_by_two_of_that_level() {
    let mut walk = Walk::new();
    walk.in_reconfirmation()
        .evidence(2, EvidenceKind::PublicSecurity);
    let mut command = walk.command(approve());
    command.second = Some(committee(2, COUNTY));
    assert_eq!(walk.unmet(&command), ["second_officer"]);
    command.second = None;
    assert_eq!(walk.unmet(&command), ["second_officer"]);
    walk.step(approve());
}

#[test]
fn the_co_signer_is_a_third_officer_of_a_foundation_here_or_in_the_city() {
    let mut walk = Walk::new();
    walk.published().later(10);
    let by = |kind, code| officer(42, kind, code);
    for (co_signer, may) in [
        (by(OrganisationKind::Foundation, CITY), true),
        (by(OrganisationKind::Association, COUNTY), true),
        (by(OrganisationKind::Foundation, OTHER_COUNTY), false),
        (by(OrganisationKind::PoliticalLegalCommittee, CITY), false),
        (by(OrganisationKind::Police, COUNTY), false),
    ] {
        let mut command = walk.command(confirmation());
        command.co_signer = Some(co_signer);
        assert_eq!(walk.unmet(&command).is_empty(), may, "{co_signer:?}");
    }
    // Somebody of the foundation who has signed as an officer of the committee already.
    for signed in [committee(1, COUNTY), committee(2, COUNTY)] {
        let mut command = walk.command(confirmation());
        command.co_signer = Some(Signer {
            officer: signed.officer,
            ..officer(42, OrganisationKind::Foundation, CITY)
        });
        assert_eq!(walk.unmet(&command), ["co_signer"]);
    }
    walk.step(SharedAct::Recusal {
        person: Named::Officer(officer(30, OrganisationKind::Foundation, CITY).officer),
        reason: words("与行为人有利害关系"),
    });
    assert_eq!(walk.stopped(confirmation()), ["co_signer"]);
}

#[test]
fn a_decision_keeps_everybody_who_signed_it_in_order() {
    let mut walk = Walk::new();
    walk.confirmed();
    let signers = &walk.case.decision().unwrap().signers;
    let officers: Vec<_> = signers.iter().map(|signer| signer.officer).collect();
    let expected = [
        committee(1, COUNTY),
        committee(2, COUNTY),
        officer(30, OrganisationKind::Foundation, CITY),
    ];
    assert_eq!(officers, expected.map(|signer| signer.officer));
    let last = walk.case.history().last().unwrap();
    assert_eq!(
        last.co_signer.map(|signer| signer.officer),
        Some(officers[2])
    );
}
