//! What each step of a recognition writes into a case.

use super::{
    Act, Check, Fall, LocalConfirmation, Outcome, PriorNotice, Recognition, Record, State,
};
use crate::{
    deeds::{DefenceReply, SupplementRequest},
    procedure::{Case, Command, Context, Decision, DocumentNumber, Reason, Suspension},
};

/// Writes what a step brings with it. `paper` is the number of the document that it issues; every step
/// that looks for one has one.
#[expect(
    clippy::too_many_lines,
    reason = "one short arm for each step, which is the one list of what steps write"
)]
pub(super) fn write(
    case: &mut Case<Recognition>,
    command: &Command<Recognition>,
    act: &Act,
    paper: Option<&DocumentNumber>,
    context: &Context<'_, Recognition>,
) {
    let on = context.today;
    let decided =
        |kind, number: &DocumentNumber| Decision::signed(kind, number.clone(), command, on);
    let check = |passed: &bool, note: &Reason| Check {
        on,
        passed: *passed,
        note: note.clone(),
    };
    let record = &mut case.record;
    match act {
        Act::Acceptance | Act::Redirection { .. } => {}
        Act::SupplementRequest { items, .. } => {
            record.supplement_requests.push(SupplementRequest {
                asked_on: on,
                items: items.clone(),
                answered_on: None,
                reopenings: record.reopenings.len(),
            });
        }
        Act::Supplement {
            rewarded_elsewhere,
            household_has_plaque,
            received,
        } => {
            record.rewarded_elsewhere = rewarded_elsewhere.or(record.rewarded_elsewhere);
            record.household_has_plaque = household_has_plaque.or(record.household_has_plaque);
            if let Some(request) = record.supplement_requests.last_mut() {
                request.answered_on = Some(received.on);
            }
        }
        Act::OriginClaim { claim, proof } => record.origin.push((claim.clone(), *proof)),
        Act::LocalConfirmation { document, copy } => {
            let present = LocalConfirmation::Present(document.as_ref().clone());
            record.confirmations.push((present, *copy));
        }
        Act::NoLocalConfirmation => {
            record.confirmations.push((LocalConfirmation::Absent, None));
        }
        Act::OriginCheck { proven, note } => record.origin_checks.push(check(proven, note)),
        Act::LifeCheck { deceased, note } => {
            record.deceased = Some(*deceased);
            record.life_checks.push(check(deceased, note));
        }
        Act::OriginApproval { approved, note } => {
            record.origin_approvals.push(check(approved, note));
        }
        Act::AuthenticityCheck { authentic, note } => {
            record.authenticity_checks.push(check(authentic, note));
        }
        Act::KinAgreement { agreement } => record.kin_agreements.push(agreement.clone()),
        Act::Recognition { number, .. } => {
            record.posthumous = Some(record.deceased == Some(true));
            let recognised = decided(Outcome::Recognition, number);
            let certified = paper.map(|paper| recognised.certified(paper.clone()));
            case.decisions.extend(certified);
        }
        Act::CertificateCorrection { .. } => {
            record.posthumous = Some(record.deceased == Some(true));
            let recognised = case.decisions.last().map(|decision| &decision.number);
            let corrected = recognised.map(|number| decided(Outcome::Recognition, number));
            let certified = corrected.zip(paper);
            let certified = certified.map(|(decision, paper)| decision.certified(paper.clone()));
            case.decisions.extend(certified);
            case.settle_identity(on, None);
        }
        Act::RefusalNotice {
            facts,
            reasons,
            notified,
            ..
        }
        | Act::RevocationNotice {
            facts,
            reasons,
            notified,
            ..
        } => {
            record.notices.push(PriorNotice {
                notified_on: notified.on,
                facts: facts.clone(),
                reasons: reasons.clone(),
                reply: None,
                withdrawn: None,
            });
            case.end_suspension(on, reasons);
        }
        Act::DefenceStatement {
            statement,
            received,
        } => {
            let stated = DefenceReply::Stated(statement.clone());
            answer(record, (stated, received.on));
        }
        Act::DefenceWaiver { word } => {
            answer(record, (DefenceReply::Waived, word.received.on));
        }
        Act::NoticeWithdrawal { reason } => {
            let recognised = case.state == State::IntendedRevocation;
            if recognised && record.fallen().is_some() {
                let suspension = Suspension {
                    from: State::Recognised,
                    since: on,
                    pending: reason.clone(),
                    until: None,
                    finding: None,
                };
                case.suspensions.push(suspension);
            }
            if let Some(notice) = record.notices.last_mut() {
                notice.withdrawn = Some((reason.clone(), on));
            }
        }
        Act::Refusal { refusal, .. } => {
            let refused = paper.map(|paper| decided(Outcome::Refusal, paper));
            let refused = refused.map(|refused| refused.refusing(refusal.clone()));
            case.decisions.extend(refused);
        }
        Act::ConfirmationFall { document, reason } => {
            record.falls.push(Fall {
                confirmations: record.confirmations.len(),
                document: document.clone(),
                reason: reason.clone(),
                returned: None,
            });
            case.suspensions.push(Suspension {
                from: case.state,
                since: on,
                pending: reason.clone(),
                until: None,
                finding: None,
            });
        }
        Act::ConfirmationReturn { document } => {
            if let Some(fall) = record.falls.last_mut() {
                fall.returned = Some(document.clone());
            }
            let mut last = case.suspensions.last_mut();
            if let Some(open) = last.as_mut().filter(|last| last.until.is_none()) {
                open.until = Some(on);
            }
        }
        Act::Handover { recipient, handed } => {
            record.handed_to.push((recipient.clone(), handed.on));
        }
        Act::Revocation { number, refusal } => {
            let revoked = decided(Outcome::Revocation, number);
            case.decisions.push(revoked.refusing(refusal.clone()));
        }
        Act::Reopening { new_facts } => record.reopenings.push((on, new_facts.clone())),
    }
}

/// Writes down what the party answered to the notice.
fn answer(record: &mut Record, reply: (DefenceReply, chrono::NaiveDate)) {
    if let Some(notice) = record.notices.last_mut() {
        notice.reply = Some(reply);
    }
}

impl Case<Recognition> {
    /// A suspension ends with the notice of an intended revocation, with or without a finding.
    fn end_suspension(&mut self, on: chrono::NaiveDate, finding: &Reason) {
        let open = self
            .suspensions
            .last_mut()
            .filter(|suspension| suspension.until.is_none());
        if let Some(suspension) = open {
            suspension.until = Some(on);
            suspension.finding = Some(finding.clone());
        }
    }
}
