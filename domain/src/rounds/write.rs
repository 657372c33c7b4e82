//! What each step of a round writes into its case.

use chrono::NaiveDate;

use super::{
    Act, Annex, Ballots, CandidateList, CandidateNotice, Ceremony, Corrected, NoticeWaiver,
    Outcome, Record, Resolution, Round, State, annex::in_order,
};
use crate::{
    deeds::{Objection, ObjectionOutcome},
    ids::ObjectionId,
    procedure::{Case, Command, Context, Decision, DocumentNumber, Reason},
};

/// Writes what a step brings with it. `paper` is the number of the document that it issues; every step
/// that looks for one has one.
#[expect(
    clippy::too_many_lines,
    reason = "one short arm for each step, which is the one list of what steps write"
)]
pub(super) fn write(
    case: &mut Case<Round>,
    command: &Command<Round>,
    act: &Act,
    paper: Option<&DocumentNumber>,
    context: &Context<'_, Round>,
) {
    let on = context.today;
    let returns_to = case.returns_to().unwrap_or(case.state);
    let record = &mut case.record;
    match act {
        Act::Call { .. } => record.call_number = paper.cloned(),
        Act::Opening { .. } => {}
        Act::CandidateList {
            order,
            left_out,
            entered,
        } => {
            let find = |id| entered.iter().find(|one| one.commendation == id).cloned();
            record.lists.push(CandidateList {
                on,
                candidates: order.iter().filter_map(|id| find(*id)).collect(),
                left_out: left_out.clone(),
            });
        }
        Act::CandidateNotice { .. } => {
            let notice = paper.map(|number| CandidateNotice {
                number: number.clone(),
                from: on,
                objections: Vec::new(),
                taken_down: None,
            });
            record.notices.extend(notice);
        }
        Act::CandidateNoticeWaiver { reason, note } => record.notice_waivers.push(NoticeWaiver {
            on,
            reason: *reason,
            note: note.clone(),
        }),
        Act::CandidateObjection { id, received } => {
            if let Some(notice) = record.notices.last_mut() {
                notice.objections.push(Objection {
                    id: *id,
                    received_on: received.on,
                    outcome: None,
                });
            }
        }
        Act::CandidateObjectionRejection { id, reason } => {
            resolve(record, *id, (false, reason), on);
        }
        Act::CandidateObjectionUpholding { id, reason } => {
            resolve(record, *id, (true, reason), on);
            take_down(record, reason, on);
        }
        Act::CandidateNoticeWithdrawal { reason } => take_down(record, reason, on),
        Act::Ballots { session, held, .. } => {
            let ballots = paper.map(|number| Ballots {
                number: number.clone(),
                held_on: held.on,
                session: session.as_ref().clone(),
            });
            record.ballots.extend(ballots);
        }
        Act::Resolution { resolution, passed } => record.resolutions.push(Resolution {
            passed_on: passed.on,
            ..resolution.as_ref().clone()
        }),
        Act::Decision {
            number,
            signed_outside,
            ..
        } => {
            record.annexes.push(Annex {
                number: number.clone(),
                on,
                items: in_order(&record.call, record.granted()),
                signed_outside: signed_outside.clone(),
                correction: None,
            });
            let decision = Decision::signed(Outcome::Commendation, number.clone(), command, on);
            case.decisions.push(decision);
        }
        Act::Ceremony { plan, .. } => {
            let ceremony = paper.map(|number| Ceremony {
                number: number.clone(),
                fixed_on: on,
                plan: plan.as_ref().clone(),
            });
            record.ceremonies.extend(ceremony);
        }
        Act::DecisionCorrection {
            number,
            correction,
            reason,
            known,
        } => {
            let items = record.corrected(correction, known);
            let corrects = record.annex().map(|annex| annex.number.clone());
            record.annexes.push(Annex {
                number: number.clone(),
                on,
                items,
                signed_outside: Vec::new(),
                correction: corrects.map(|corrects| Corrected {
                    corrects,
                    renamed: correction.renamed.clone(),
                    added: correction.added.clone(),
                    removed: correction.removed.clone(),
                    reason: reason.clone(),
                }),
            });
            let decision = Decision::signed(Outcome::Correction, number.clone(), command, on);
            case.decisions.push(decision);
        }
        Act::Closing { unconferred, .. } => record.unconferred.extend(unconferred.iter().cloned()),
        Act::Cancellation { reason, .. } => {
            if returns_to == State::InPublication {
                take_down(record, reason, on);
            }
            record.cancelled = Some((reason.clone(), on));
        }
    }
}

/// The notice no longer says what is intended.
fn take_down(record: &mut Record, reason: &Reason, on: NaiveDate) {
    let last = record.notices.last_mut();
    if let Some(notice) = last.filter(|notice| notice.taken_down.is_none()) {
        notice.taken_down = Some((reason.clone(), on));
    }
}

fn resolve(record: &mut Record, id: ObjectionId, (upheld, reason): (bool, &Reason), on: NaiveDate) {
    let mut objections = record
        .notices
        .iter_mut()
        .flat_map(|notice| &mut notice.objections);
    if let Some(objection) = objections.find(|objection| objection.id == id) {
        objection.outcome = Some(ObjectionOutcome {
            on,
            upheld,
            reason: reason.clone(),
        });
    }
}
