//! Who may execute which step: the organisation, the competent body, and what the token allows.

use super::*;

/// What the foundation or association may do by itself, as the body that works with the committee
/// (article 9): it prepares, and decides nothing.
const PREPARES: [AnyStep<Step>; 14] = [
    AnyStep::Own(Step::DefenceStatement),
    AnyStep::Own(Step::DefenceWaiver),
    AnyStep::Own(Step::ReconfirmationWithdrawal),
    AnyStep::Shared(SharedStep::RecommendationWithdrawal),
    AnyStep::Shared(SharedStep::OutsideFinding),
    AnyStep::Shared(SharedStep::Withdrawal),
    AnyStep::Own(Step::Acceptance),
    AnyStep::Own(Step::SupplementRequest),
    AnyStep::Own(Step::BeneficiaryStatement),
    AnyStep::Own(Step::EvidenceVerification),
    AnyStep::Own(Step::PanelReferral),
    AnyStep::Own(Step::PanelReview),
    AnyStep::Shared(SharedStep::Recusal),
    AnyStep::Shared(SharedStep::Delivery),
];

/// What parties and the public do, for whom no officer has to act.
const BY_ANYBODY: [AnyStep<Step>; 4] = [
    AnyStep::Own(Step::Supplement),
    AnyStep::Own(Step::Evidence),
    AnyStep::Own(Step::Objection),
    AnyStep::Own(Step::ReconfirmationRequest),
];

/// What a party says before a decision, takes back or gives up, which an officer records.
const TAKEN_BACK: [AnyStep<Step>; 5] = [
    AnyStep::Own(Step::DefenceStatement),
    AnyStep::Own(Step::DefenceWaiver),
    AnyStep::Shared(SharedStep::RecommendationWithdrawal),
    AnyStep::Shared(SharedStep::Withdrawal),
    AnyStep::Own(Step::ReconfirmationWithdrawal),
];

/// What decides, or names who decides.
const DECIDES: [AnyStep<Step>; 16] = [
    AnyStep::Own(Step::CertificateReplacement),
    AnyStep::Own(Step::OutsideTermination),
    AnyStep::Own(Step::NoticeWithdrawal),
    AnyStep::Shared(SharedStep::OutsideTransfer),
    AnyStep::Own(Step::Extension),
    AnyStep::Own(Step::Publication),
    AnyStep::Own(Step::PublicationWaiver),
    AnyStep::Own(Step::Confirmation),
    AnyStep::Own(Step::Refusal),
    AnyStep::Own(Step::ReconfirmationApproval),
    AnyStep::Own(Step::ReconfirmationRefusal),
    AnyStep::Own(Step::OutsideApproval),
    AnyStep::Own(Step::OutsideRefusal),
    AnyStep::Own(Step::Revocation),
    AnyStep::Own(Step::Reopening),
    AnyStep::Shared(SharedStep::Designation),
];

/// What stands in the way when an officer of a kind of organisation of the holder's place acts.
fn by(walk: &Walk, act: AnyAct<Deed>, kind: OrganisationKind) -> Vec<&'static str> {
    let mut command = walk.command(act);
    command.who = all_scopes(officer(40, kind, walk.body));
    walk.unmet(&command)
}

#[test]
fn the_foundation_and_the_association_prepare_alone_and_decide_nothing() {
    for kind in [OrganisationKind::Foundation, OrganisationKind::Association] {
        cases::each_possible(|walk, act| {
            let step = act.step();
            let may = PREPARES.contains(&step) || BY_ANYBODY.contains(&step);
            let barred = by(walk, act, kind).contains(&"officer");
            assert_eq!(barred, !may, "{kind:?}: {}", step.as_str());
        });
    }
}

#[test]
fn the_committee_takes_every_step_and_the_police_none_that_an_officer_has_to_take() {
    cases::each_possible(|walk, act| {
        let step = act.step();
        let committee = by(walk, act.clone(), OrganisationKind::PoliticalLegalCommittee);
        assert!(!committee.contains(&"officer"), "{}", step.as_str());
        let barred = by(walk, act, OrganisationKind::Police).contains(&"officer");
        assert_eq!(barred, !BY_ANYBODY.contains(&step), "{}", step.as_str());
    });
}

#[test]
fn parties_and_the_public_take_their_steps_without_an_officer_and_no_others() {
    cases::each_possible(|walk, act| {
        let step = act.step();
        let mut command = walk.command(act);
        command.who.signer = None;
        command.second = None;
        command.co_signer = None;
        let unmet = walk.unmet(&command);
        let barred = ["officer", "second_officer", "co_signer"]
            .iter()
            .any(|asked| unmet.contains(asked));
        assert_eq!(barred, !BY_ANYBODY.contains(&step), "{}", step.as_str());
    });
}

#[test]
fn somebody_who_stepped_back_takes_no_step_that_an_officer_has_to_take() {
    cases::each_possible(|walk, act| {
        let step = act.step();
        let mut walk = walk.clone();
        let person = Named::Officer(committee(1, walk.body).officer);
        walk.case.recusals.push(crate::procedure::Recusal {
            person,
            reason: words("与受益人有亲属关系"),
            on: walk.today,
        });
        let barred = walk.stopped(act).contains(&"not_recused");
        assert_eq!(barred, !BY_ANYBODY.contains(&step), "{}", step.as_str());
    });
}

#[test]
fn each_step_asks_for_the_scope_of_its_kind() {
    cases::each_possible(|walk, act| {
        let step = act.step();
        let own = if DECIDES.contains(&step) {
            Scope::Confirm
        } else if BY_ANYBODY.contains(&step) || TAKEN_BACK.contains(&step) {
            Scope::Report
        } else {
            Scope::Investigate
        };
        for &scope in Scope::ALL {
            let mut command = walk.command(act.clone());
            command.who.scopes = [scope].into_iter().collect();
            let barred = walk.unmet(&command).contains(&"scope");
            assert_eq!(barred, scope != own, "{}: {scope:?}", step.as_str());
        }
    });
}

/// The bodies whose committees may execute a step in the case of a county that was sent to another county
/// where it is transferred, and that the city holds once it was asked to look at a refusal.
fn bodies(step: AnyStep<Step>, city_holds: bool) -> &'static [&'static str] {
    match step {
        _ if BY_ANYBODY.contains(&step) => &[COUNTY, OTHER_COUNTY, CITY],
        AnyStep::Own(Step::Reopening) | AnyStep::Shared(SharedStep::Designation) => &[CITY],
        AnyStep::Own(Step::OutsideApproval | Step::OutsideRefusal | Step::OutsideTermination) => {
            &[COUNTY]
        }
        AnyStep::Shared(SharedStep::TransferAcceptance | SharedStep::TransferDispute) => {
            &[OTHER_COUNTY]
        }
        AnyStep::Shared(SharedStep::OutsideFinding) if !city_holds => &[COUNTY, CITY],
        AnyStep::Shared(SharedStep::Delivery) if city_holds => &[COUNTY, CITY],
        _ if city_holds => &[CITY],
        _ => &[COUNTY],
    }
}

#[test]
fn only_the_body_that_is_competent_takes_a_step() {
    cases::each_possible(|walk, act| {
        let (step, state) = (act.step(), walk.case.state());
        let city_holds = walk.case.holder() == holder(CITY);
        for body in [COUNTY, OTHER_COUNTY, CITY] {
            let mut walk = walk.clone();
            let barred = walk.at(body).stopped(act.clone()).contains(&"seat");
            let competent = bodies(step, city_holds).contains(&body);
            assert_eq!(barred, !competent, "{} in {state:?}, {body}", step.as_str());
        }
    });
}
