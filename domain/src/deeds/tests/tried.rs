//! How the kit of the engine tries this procedure.

use std::sync::LazyLock;

use super::{candidates::acts, *};
use crate::{
    deeds::eligibility::{
        self, ActType, AgeAtDeed, DeedFacts, Duty, Filer, Interest, Lawfulness, Relation,
    },
    procedure::{
        Reason,
        testing::{Side, Weight},
    },
    receipts::Receipt,
    regions::Place,
};

/// A policy that pauses, extends and restores where Liaocheng's does not.
static LENIENT: LazyLock<Policy> = LazyLock::new(|| {
    let text = LIAOCHENG_FILE
        .replace(
            "exclude_external_time = false",
            "exclude_external_time = true",
        )
        .replace("pause_on_supplement = false", "pause_on_supplement = true")
        .replace("opinion_extension_days = 0", "opinion_extension_days = 30")
        .replace("restorations = 1", "restorations = 2");
    policy_of(&text)
});

/// Steps that bring no case on: they may be taken again and again, or lead aside.
const ASIDE: [AnyStep<Step>; 15] = [
    AnyStep::Own(Step::IdentityStatement),
    AnyStep::Own(Step::CertificateReplacement),
    AnyStep::Shared(SharedStep::TransferWithdrawal),
    AnyStep::Shared(SharedStep::OutsideFinding),
    AnyStep::Shared(SharedStep::OutsideTransfer),
    AnyStep::Own(Step::SupplementRequest),
    AnyStep::Own(Step::BeneficiaryStatement),
    AnyStep::Own(Step::PanelReferral),
    AnyStep::Own(Step::Extension),
    AnyStep::Own(Step::PublicationWaiver),
    AnyStep::Own(Step::ReconfirmationWithdrawal),
    AnyStep::Shared(SharedStep::Recusal),
    AnyStep::Shared(SharedStep::Suspension),
    AnyStep::Shared(SharedStep::Transfer),
    AnyStep::Shared(SharedStep::Withdrawal),
];

impl Tried for Deed {
    fn record() -> Record {
        record()
    }

    fn subject() -> Incident {
        incident(PartialDate::day(day("2026-02-20")).unwrap())
    }

    fn receipts(policy: &Policy) -> Vec<Receipt> {
        let doubtful = DeedFacts {
            duty: Some(Duty::Contractual),
            beneficiaries: Some(vec![Relation::OtherRelative]),
            caused_danger: Some(true),
            lawfulness: Some(Lawfulness::FoundUnlawful),
            ..facts()
        };
        let unfounded = DeedFacts {
            duty: Some(Duty::Statutory),
            interests: vec![Interest::Own],
            occurred_on: PartialDate::day(day("2022-02-20")).unwrap(),
            age_at_deed: None,
            ..facts()
        };
        [facts(), doubtful, unfounded]
            .iter()
            .map(|facts| eligibility::evaluate(facts, policy, Reference::builtin(), day(RECEIVED)))
            .collect()
    }

    fn policies() -> Vec<Policy> {
        vec![liaocheng().clone(), LENIENT.clone()]
    }

    fn rules_for(proposal: Proposal) -> Eligibility {
        Eligibility {
            receipt: ReceiptId::from(id(500)),
            proposal,
            evaluated_on: day(RECEIVED),
            panel_required: false,
            crime_related: false,
            of_age: true,
            place: None,
            satisfied: RuleSet::default(),
            against: RuleSet::default(),
        }
    }

    fn rules_at(roll: u8) -> Eligibility {
        match roll {
            0 | 1 => Eligibility {
                panel_required: true,
                ..Self::rules_for(Proposal::Approve)
            },
            2 => Self::rules_for(Proposal::Review),
            3 => Eligibility {
                place: Some(Place::Region(region("340600"))),
                ..Self::rules_for(Proposal::Review)
            },
            4 => Self::rules_for(Proposal::Refuse),
            _ => Self::rules_for(Proposal::Approve),
        }
    }

    fn proposal(rules: &Eligibility) -> Proposal {
        rules.proposal
    }

    fn candidates(trial: &Trial<Self>, new: u128) -> Vec<AnyAct<Self>> {
        acts(trial, new)
    }

    fn is_onward(step: AnyStep<Step>) -> bool {
        !ASIDE.contains(&step)
    }

    fn gives_up(step: AnyStep<Step>) -> bool {
        matches!(
            step,
            AnyStep::Shared(SharedStep::Withdrawal | SharedStep::OutsideTransfer)
                | AnyStep::Own(Step::ReconfirmationWithdrawal | Step::OutsideTermination)
        )
    }

    fn dated(act: &Act, entered: Entered) -> Option<Act> {
        let mut act = act.clone();
        match &mut act {
            Act::PriorNotice { notified: day, .. }
            | Act::RevocationNotice { notified: day, .. }
            | Act::Supplement { received: day }
            | Act::Objection { received: day, .. }
            | Act::DefenceStatement { received: day, .. }
            | Act::ReconfirmationRequest { received: day, .. } => *day = entered,
            Act::DefenceWaiver { word } | Act::ReconfirmationWithdrawal { word, .. } => {
                word.received = entered;
            }
            Act::OutsideApproval { document, .. }
            | Act::OutsideRefusal { document, .. }
            | Act::OutsideTermination { document } => document.issued = entered,
            _ => return None,
        }
        Some(act)
    }

    fn side(act: &Act) -> Option<(Weight, Side)> {
        match act {
            Act::PositiveAssessment { .. }
            | Act::ReconfirmationApproval { .. }
            | Act::OutsideApproval { .. } => Some((Weight::Opinion, Side::For)),
            Act::NegativeAssessment { .. } => Some((Weight::Opinion, Side::Against)),
            Act::Confirmation { .. } => Some((Weight::Decision, Side::For)),
            Act::Refusal { .. }
            | Act::ReconfirmationRefusal { .. }
            | Act::OutsideRefusal { .. }
            | Act::Revocation { .. } => Some((Weight::Decision, Side::Against)),
            _ => None,
        }
    }

    fn reason(act: &Act) -> Option<&Reason> {
        match act {
            Act::PositiveAssessment { reason } => reason.as_ref(),
            Act::NegativeAssessment { reason }
            | Act::ReconfirmationApproval { reason }
            | Act::OutsideApproval { reason, .. } => Some(reason),
            Act::Refusal { refusal, .. }
            | Act::ReconfirmationRefusal { refusal, .. }
            | Act::OutsideRefusal { refusal, .. } => Some(&refusal.reason),
            Act::Revocation { deception, .. } => Some(deception),
            _ => None,
        }
    }

    fn unreasoned(act: &Act) -> Option<Act> {
        match act {
            Act::PositiveAssessment { .. } => Some(Act::PositiveAssessment { reason: None }),
            // Its reason is that of the opinion.
            Act::Confirmation { .. } => Some(act.clone()),
            _ => None,
        }
    }
}

/// A deed of which everything speaks for a confirmation.
pub(super) fn facts() -> DeedFacts {
    DeedFacts {
        act_types: vec![ActType::Rescue],
        other_act_reason: None,
        crime_related: None,
        duty: Some(Duty::None),
        interests: vec![Interest::OtherPerson],
        beneficiaries: Some(vec![Relation::Unrelated]),
        caused_danger: Some(false),
        lawfulness: Some(Lawfulness::NotQuestioned),
        outcome: None,
        risk: None,
        life_conflict: None,
        age_at_deed: Some(AgeAtDeed::years(30)),
        volunteer_service: None,
        home: Some(region(COUNTY)),
        occurred_on: PartialDate::day(day("2026-02-20")).unwrap(),
        place: Some(Place::Region(region(COUNTY))),
        further_counties: Vec::new(),
        received_by: Some(region(COUNTY)),
        received_on: Some(day(RECEIVED)),
        filer: Some(Filer::Employer),
        complexity: None,
        obstacle: None,
        possible_duplicates: Some(Vec::new()),
        evidence: None,
    }
}
