use super::*;

#[test]
fn review_panel_is_needed_in_a_complex_case_and_must_agree() {
    let mut walk = Walk::new();
    walk.assessed().step(Act::PanelReferral {
        reason: words("案情复杂"),
    });
    assert_eq!(walk.due(ClockKind::OpinionTarget), day("2026-04-01"));
    let positive = || Act::PositiveAssessment { reason: None };
    assert_eq!(walk.stopped(positive()), ["panel_held", "panel_agreed"]);
    walk.step(panel(&FULL_PANEL, 4, 2));
    assert_eq!(
        walk.stopped(positive()),
        ["panel_agreed"],
        "half of those present is no majority"
    );
    walk.step(again(panel(&FULL_PANEL, 4, 3))).step(positive());
}

#[test]
fn review_panel_has_a_composition_and_a_quorum() {
    let mut walk = Walk::new();
    walk.assessed();
    assert_eq!(
        walk.stopped(panel(&FULL_PANEL[..4], 4, 4)),
        ["panel_composition"]
    );
    assert_eq!(
        walk.stopped(panel(&[PanelKind::Expert; 5], 5, 5)),
        ["panel_composition"]
    );
    assert_eq!(
        walk.stopped(panel(&FULL_PANEL, 3, 4)),
        ["panel_quorum", "panel_votes"]
    );
}

#[test]
fn review_panel_is_needed_where_the_rules_or_missing_police_material_send_the_case() {
    let mut walk = Walk::new();
    walk.step(Act::Acceptance)
        .evidence(1, EvidenceKind::Witness)
        .evidence(2, EvidenceKind::Beneficiary);
    let positive = Act::PositiveAssessment { reason: None };
    assert!(walk.stopped(positive.clone()).is_empty());
    walk.eligibility().crime_related = true;
    assert_eq!(
        walk.stopped(positive.clone()),
        ["panel_held", "panel_agreed"]
    );
    walk.evidence(3, EvidenceKind::PublicSecurity);
    assert!(walk.stopped(positive.clone()).is_empty());
    walk.eligibility().panel_required = true;
    assert_eq!(walk.stopped(positive), ["panel_held", "panel_agreed"]);
}

#[test]
fn recusal_keeps_an_officer_from_acting_signing_and_voting() {
    let mut walk = Walk::new();
    let second = committee(2, COUNTY);
    let member = Named::Officer(OfficerId::from(id(100)));
    for person in [Named::Officer(second.officer), member] {
        walk.step(SharedAct::Recusal {
            person,
            reason: words("与受益人有亲属关系"),
        });
    }
    walk.published().later(10);
    assert_eq!(walk.stopped(confirmation()), ["second_officer"]);
    let mut by_recused = walk.command(confirmation());
    by_recused.who = all_scopes(second);
    by_recused.second = Some(committee(1, COUNTY));
    assert_eq!(walk.unmet(&by_recused), ["not_recused"]);
    let mut other = Walk::new();
    other.assessed().case.recusals = walk.case.recusals.clone();
    assert_eq!(other.stopped(panel(&FULL_PANEL, 5, 5)), ["panel_impartial"]);
}

#[test]
fn evidence_min_is_one_official_proof_or_two_verified_kinds() {
    let mut walk = Walk::new();
    walk.step(Act::Acceptance);
    let positive = Act::PositiveAssessment { reason: None };
    let stopped = ["evidence_minimum"];
    assert_eq!(walk.stopped(positive.clone()), stopped);
    walk.step(Act::Evidence {
        id: item(9),
        kind: EvidenceKind::CivilAffairs,
    });
    assert_eq!(walk.stopped(positive.clone()), stopped, "not verified yet");
    walk.step(Act::EvidenceVerification {
        id: item(9),
        verified: false,
    });
    walk.evidence(1, EvidenceKind::Witness)
        .evidence(2, EvidenceKind::Witness);
    assert_eq!(walk.stopped(positive.clone()), stopped, "two of one kind");
    walk.evidence(3, EvidenceKind::Township);
    assert!(walk.stopped(positive).is_empty());
    let again = Act::EvidenceVerification {
        id: item(9),
        verified: true,
    };
    assert_eq!(walk.stopped(again), ["evidence_open"]);
}

#[test]
fn beneficiary_duty_asks_for_a_statement_at_once_and_keeps_what_came_of_it() {
    let mut walk = Walk::new();
    assert!(
        walk.events
            .contains(&CaseEvent::DocumentDue(Document::BeneficiaryRequest))
    );
    walk.step(Act::BeneficiaryStatement {
        kind: StatementKind::Refused,
        note: None,
    });
    assert_eq!(
        walk.case.record().statements[0].kind,
        StatementKind::Refused
    );
    walk.intended();
    assert_eq!(
        walk.case.state(),
        State::IntendedConfirmation,
        "a beneficiary who will not testify does not block the actor"
    );
}

#[test]
fn an_opinion_against_the_rules_says_why() {
    let mut walk = Walk::new();
    walk.assessed();
    for proposal in [Proposal::Refuse, Proposal::Review] {
        walk.eligibility().proposal = proposal;
        assert_eq!(
            walk.stopped(Act::PositiveAssessment { reason: None }),
            ["deviation_reasoned"]
        );
    }
    walk.step(Act::PositiveAssessment {
        reason: Some(words("下班途中施救")),
    });
}

#[test]
fn a_reason_covers_the_receipt_that_it_was_given_for_and_none_worse() {
    let mut walk = Walk::new();
    walk.assessed().eligibility().proposal = Proposal::Review;
    let reasoned = || Act::PositiveAssessment {
        reason: Some(words("下班途中施救")),
    };
    walk.step(reasoned());
    walk.eligibility().proposal = Proposal::Refuse;
    assert_eq!(walk.stopped(publication()), ["opinion_stands"]);
    walk.step(reasoned()).step(publication()).later(10);
    for covered in [Proposal::Refuse, Proposal::Review, Proposal::Approve] {
        walk.eligibility().proposal = covered;
        assert!(walk.stopped(confirmation()).is_empty(), "{covered:?}");
    }
}

#[test]
fn an_opinion_that_the_rules_no_longer_share_is_formed_anew_before_anybody_decides_on_it() {
    let mut walk = Walk::new();
    walk.published();
    walk.eligibility().proposal = Proposal::Refuse;
    walk.later(14);
    assert_eq!(walk.stopped(confirmation()), ["opinion_stands"]);
    walk.step(Act::PositiveAssessment {
        reason: Some(words("下班途中施救")),
    });
    assert_eq!(walk.case.state(), State::IntendedConfirmation);
    let notice = walk.case.record().opinions[0].publication.as_ref().unwrap();
    assert_eq!(notice.taken_down_on, Some(walk.today));
    assert_eq!(
        walk.stopped(confirmation()),
        ["publicity_done"],
        "the public has not seen what is intended now"
    );
}
