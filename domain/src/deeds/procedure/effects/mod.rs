//! What a step writes into the case, once nothing stands in its way.

mod clocks;
mod decision;
mod inquiry;
mod opinion;

pub(super) use clocks::{decision_clock, on_clock, start_clock};

use super::{Act, ActorCase, Command, Document, Happened, Setting, Step, Taken};

/// Writes what the step brings with it, clocks and state aside.
pub(super) fn perform(case: &mut ActorCase, command: &Command, setting: &Setting<'_>) {
    let today = setting.today;
    match &command.act {
        Act::Acceptance | Act::Extension | Act::Withdrawal => {}
        Act::SupplementRequest { .. }
        | Act::Supplement
        | Act::BeneficiaryStatement { .. }
        | Act::Evidence { .. }
        | Act::EvidenceVerification { .. }
        | Act::Recusal { .. }
        | Act::PanelReferral { .. }
        | Act::PanelReview { .. } => inquiry::perform(case, &command.act, setting),
        Act::Suspension { .. }
        | Act::Resumption { .. }
        | Act::Transfer { .. }
        | Act::TransferAcceptance
        | Act::TransferDispute { .. }
        | Act::Designation { .. } => inquiry::detour(case, &command.act, today),
        Act::PositiveAssessment { .. }
        | Act::NegativeAssessment { .. }
        | Act::Publication { .. }
        | Act::PublicationSkip { .. }
        | Act::Objection { .. }
        | Act::ObjectionRejection { .. }
        | Act::ObjectionUpholding { .. }
        | Act::Hearing { .. }
        | Act::HearingStatement { .. } => opinion::perform(case, &command.act, setting),
        Act::Confirmation { .. }
        | Act::Refusal { .. }
        | Act::Delivery { .. }
        | Act::ReconfirmationRequest { .. }
        | Act::ReconfirmationWithdrawal
        | Act::ReconfirmationApproval { .. }
        | Act::ReconfirmationRefusal { .. }
        | Act::Revocation { .. }
        | Act::Restoration { .. } => decision::perform(case, command, setting),
    }
}

/// What a step brought about, from the difference that it made.
pub(super) fn happened(before: &ActorCase, after: &ActorCase, taken: Taken) -> Vec<Happened> {
    let mut happened = vec![Happened::Step(taken)];
    for (position, clock) in after.clocks.iter().enumerate() {
        let known = before
            .clocks
            .get(position)
            .map_or(0, |clock| clock.entries().count());
        happened.extend(Happened::entries_of(clock).skip(known));
    }
    happened.extend(document(taken.step).map(Happened::DocumentDue));
    for (is_so, what) in [
        (after.restricted && !before.restricted, Happened::Restricted),
        (after.holder() != before.holder(), Happened::HolderChanged),
        (taken.step == Step::Revocation, Happened::HonoursEnded),
    ] {
        if is_so {
            happened.push(what);
        }
    }
    happened
}

const fn document(step: Step) -> Option<Document> {
    match step {
        Step::SupplementRequest => Some(Document::SupplementRequest),
        Step::Publication => Some(Document::PublicNotice),
        Step::Hearing => Some(Document::HearingNotice),
        Step::Confirmation => Some(Document::Confirmation),
        Step::Refusal => Some(Document::Refusal),
        Step::ReconfirmationWithdrawal
        | Step::ReconfirmationApproval
        | Step::ReconfirmationRefusal => Some(Document::ReconfirmationResult),
        Step::Revocation => Some(Document::Revocation),
        _ => None,
    }
}
