use super::opinion;
use crate::deeds::procedure::{
    Act, ActorCase, Command, Decision, DecisionKind, Delivery, DocumentNumber, OpinionKind,
    Reconfirmation, ReconfirmationEnd, Refusal, Restoration, Revocation, Setting,
};

/// Decisions, and what is done about them.
pub(super) fn perform(case: &mut ActorCase, command: &Command, setting: &Setting<'_>) {
    let on = setting.today;
    let mut decide = |kind, number: &DocumentNumber, certificate, refusal| {
        case.decisions.push(Decision {
            kind,
            number: number.clone(),
            certificate,
            refusal,
            on,
            signers: [command.who.signer, command.second, command.co_signer]
                .into_iter()
                .flatten()
                .collect(),
            deliveries: Vec::new(),
        });
    };
    match &command.act {
        Act::Confirmation {
            number,
            certificate,
        } => decide(
            DecisionKind::Confirmation,
            number,
            Some(certificate.clone()),
            None::<Refusal>,
        ),
        Act::Refusal { number, refusal } => {
            decide(DecisionKind::Refusal, number, None, Some(refusal.clone()));
        }
        Act::ReconfirmationRefusal { number, refusal } => {
            let kind = DecisionKind::FinalRefusal;
            decide(kind, number, None, Some(refusal.clone()));
            end_reconfirmation(case, ReconfirmationEnd::Refused, setting);
        }
        Act::Revocation { number, deception } => {
            decide(DecisionKind::Revocation, number, None, None);
            case.revocations.push(Revocation {
                on,
                deception: deception.clone(),
            });
        }
        Act::Delivery {
            party,
            delivered_on,
        } => {
            if let Some(decision) = case.decisions.last_mut() {
                decision.deliveries.push(Delivery {
                    party: *party,
                    on: *delivered_on,
                });
            }
        }
        Act::ReconfirmationRequest {
            party,
            received_on,
            reason,
        } => {
            case.next_level = case.first.next_higher(setting.regions);
            case.reconfirmations.push(Reconfirmation {
                party: *party,
                received_on: *received_on,
                reason: reason.clone(),
                end: None,
            });
        }
        Act::ReconfirmationWithdrawal => {
            end_reconfirmation(case, ReconfirmationEnd::Withdrawn, setting);
            case.next_level = None;
        }
        Act::ReconfirmationApproval { reason } => {
            end_reconfirmation(case, ReconfirmationEnd::Approved, setting);
            opinion::form(case, OpinionKind::Positive, Some(reason.clone()), setting);
        }
        Act::Restoration { new_facts } => {
            case.next_level = None;
            case.restorations.push(Restoration {
                on,
                new_facts: new_facts.clone(),
            });
        }
        _ => {}
    }
}

/// Notes how the request ended. One that was approved and then fell with an objection is looked at
/// anew and ends a second time, so it is kept twice.
fn end_reconfirmation(case: &mut ActorCase, end: ReconfirmationEnd, setting: &Setting<'_>) {
    let Some(last) = case.reconfirmations.last_mut() else {
        return;
    };
    let ended = Some((end, setting.today));
    if last.end.is_none() {
        last.end = ended;
    } else {
        let again = Reconfirmation {
            end: ended,
            ..last.clone()
        };
        case.reconfirmations.push(again);
    }
}
