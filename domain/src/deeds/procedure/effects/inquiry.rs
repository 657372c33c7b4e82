use chrono::NaiveDate;

use crate::deeds::procedure::{
    Act, ActorCase, EvidenceItem, Holder, PanelReview, Reason, Recusal, Setting, Statement,
    SupplementRequest, Suspension, Transfer, TransferEnd, check::attendance,
};

/// Steps that establish the facts.
pub(super) fn perform(case: &mut ActorCase, act: &Act, setting: &Setting<'_>) {
    let on = setting.today;
    match act {
        Act::SupplementRequest { items } => case.supplement_requests.push(SupplementRequest {
            asked_on: on,
            items: items.clone(),
            answered_on: None,
            restorations: case.restorations.len(),
        }),
        Act::Supplement => {
            if let Some(request) = case.supplement_requests.last_mut() {
                request.answered_on = Some(on);
            }
        }
        Act::BeneficiaryStatement { kind, note } => case.statements.push(Statement {
            on,
            kind: *kind,
            note: note.clone(),
        }),
        Act::Evidence { id, kind } => case.evidence.push(EvidenceItem {
            id: *id,
            kind: *kind,
            added_on: on,
            verified: None,
        }),
        Act::EvidenceVerification { id, verified } => {
            if let Some(item) = case.evidence.iter_mut().find(|item| item.id == *id) {
                item.verified = Some(*verified);
            }
        }
        Act::Recusal { person, reason } => case.recusals.push(Recusal {
            person: person.clone(),
            reason: reason.clone(),
            on,
        }),
        Act::PanelReferral { reason } => case.panel_referral = Some(reason.clone()),
        Act::PanelReview {
            members,
            in_favour,
            finding,
        } => {
            let (present, _) = attendance(members);
            case.panels.push(PanelReview {
                on,
                members: members.clone(),
                in_favour: *in_favour,
                agreed: setting
                    .deeds()
                    .panel
                    .majority
                    .is_exceeded(*in_favour, present),
                finding: finding.clone(),
                opinions: case.opinions.len(),
            });
        }
        _ => {}
    }
}

/// Steps that take a case aside for a while, or elsewhere.
pub(super) fn detour(case: &mut ActorCase, act: &Act, on: NaiveDate) {
    match act {
        Act::Suspension { pending } => case.suspensions.push(Suspension {
            from: case.state,
            since: on,
            pending: pending.clone(),
            until: None,
            finding: None,
        }),
        Act::Resumption { finding } => {
            if let Some(suspension) = case.suspensions.last_mut() {
                suspension.until = Some(on);
                suspension.finding = Some(finding.clone());
            }
        }
        Act::Transfer { receiver, reason } => {
            let transfer = transfer(case, *receiver, reason, on);
            case.transfers.push(transfer);
        }
        Act::TransferAcceptance => end_transfer(case, None, TransferEnd::Accepted, on),
        Act::TransferDispute { reason } => {
            if let Some(transfer) = case.transfers.last_mut() {
                transfer.dispute = Some(reason.clone());
            }
        }
        Act::Designation { receiver, reason } => {
            if case.open_transfer().is_none() {
                let transfer = transfer(case, *receiver, reason, on);
                case.transfers.push(transfer);
            }
            end_transfer(case, Some(*receiver), TransferEnd::Designated, on);
        }
        _ => {}
    }
}

fn transfer(case: &ActorCase, receiver: Holder, reason: &Reason, on: NaiveDate) -> Transfer {
    Transfer {
        from: case.state,
        giver: case.first,
        receiver,
        on,
        reason: reason.clone(),
        dispute: None,
        end: None,
    }
}

/// Ends the open transfer: its receiver holds the case, or the one that the city named.
fn end_transfer(case: &mut ActorCase, designated: Option<Holder>, end: TransferEnd, on: NaiveDate) {
    if let Some(transfer) = case.transfers.last_mut() {
        transfer.end = Some((end, on));
        case.first = designated.unwrap_or(transfer.receiver);
    }
}
