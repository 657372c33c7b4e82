//! What each step of a plaque writes into a case.

use chrono::NaiveDate;

use super::{Act, Attempt, Delivery, Event, Hanging, Making, Order, Plaque, RecoveryNotice};
use crate::procedure::{Case, Context, DocumentNumber, Reason, TransferEnd};

/// Writes what a step brings with it. `paper` is the number of the document that it issues.
pub(super) fn write(
    case: &mut Case<Plaque>,
    act: &Act,
    paper: Option<&DocumentNumber>,
    context: &Context<'_, Plaque>,
) {
    let today = context.today;
    let event = |on: NaiveDate, note: &Reason| Event {
        on,
        note: note.clone(),
    };
    let record = &mut case.record;
    match act {
        Act::Order {
            supplier, ordered, ..
        } => record.orders.push(Order {
            on: ordered.on,
            supplier: supplier.clone(),
            number: paper.cloned(),
        }),
        Act::Making { serial, made, .. } => {
            record.making = Some(Making {
                on: made.on,
                serial: serial.clone(),
            });
        }
        Act::KinAgreement { agreement } => record.kin_agreements.push(agreement.clone()),
        Act::Handover {
            handover, handed, ..
        } => {
            record.delivery = Some(Delivery {
                on: handed.on,
                handover: handover.as_ref().clone(),
                number: paper.cloned(),
            });
        }
        Act::Hanging {
            photo,
            signature,
            hung,
        } => record.hangings.push(Hanging {
            on: hung.on,
            indoors: false,
            photo: *photo,
            signature: *signature,
        }),
        Act::KeepingIndoors { signature, kept } => record.hangings.push(Hanging {
            on: kept.on,
            indoors: true,
            photo: None,
            signature: *signature,
        }),
        // What the family wrote stands among what it gave up.
        Act::Declination { .. } => {}
        Act::Replacement {
            reason,
            note,
            replaced,
        } => {
            record.replaced = Some((*reason, event(replaced.on, note)));
            // The one that comes in its place bears the name as it is on file now.
            case.settle_identity(today, None);
        }
        Act::TextMark { reason } => record.text_marks.push(event(today, reason)),
        Act::NoContact { how, tried } => record.attempts.push(Attempt {
            on: tried.on,
            how: how.clone(),
            reached: None,
        }),
        Act::Contact { note, reached } => {
            let open = record.attempts.iter_mut().rev();
            for attempt in open.take_while(|attempt| attempt.reached.is_none()) {
                attempt.reached = Some(event(reached.on, note));
            }
        }
        Act::HonourEnd { reason } => {
            record.honour_ends.push(event(today, reason));
            case.leave_aside(today, reason);
        }
        Act::RecoveryNotice { reason, .. } => record.recovery_notices.push(RecoveryNotice {
            on: today,
            reason: reason.clone(),
            number: paper.cloned(),
        }),
        Act::Recovery { note, recovered } => record.recovered = Some(event(recovered.on, note)),
        Act::WriteOff { reason } => record.written_off = Some(event(today, reason)),
        Act::Cancellation { reason } => record.cancelled = Some(event(today, reason)),
    }
}

impl Case<Plaque> {
    /// Whatever it waits for elsewhere no longer matters once the honour has ended.
    fn leave_aside(&mut self, on: NaiveDate, finding: &Reason) {
        let suspended = self.suspensions.last_mut();
        if let Some(open) = suspended.filter(|suspension| suspension.until.is_none()) {
            open.until = Some(on);
            open.finding = Some(finding.clone());
        }
        if let Some(transfer) = self.transfers.last_mut() {
            transfer.end.get_or_insert((TransferEnd::Lapsed, on));
        }
    }
}
