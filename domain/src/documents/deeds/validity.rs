use chrono::NaiveDate;

use crate::{
    deeds::{DecisionKind, Deed, State, Step},
    documents::DocumentKind,
    procedure::{Case, DocumentNumber, OwnOrShared::Own},
};

/// Since when a document says no longer what holds for an actor: a confirmation and its certificate
/// since the revocation or another certificate (Shandong Regulation on Rewarding and Protecting People Who Act Bravely, article
/// 43), a refusal or a revocation since the confirmation that followed, or since the case was reopened, a
/// notice since it was taken down before its end. None while it stands.
pub(crate) fn void_since(
    kind: DocumentKind,
    number: &DocumentNumber,
    case: &Case<Deed>,
) -> Option<NaiveDate> {
    let decided = match kind {
        DocumentKind::PublicNotice => {
            let opinions = case.record().opinions.iter();
            return opinions
                .filter_map(|opinion| opinion.publication.as_ref())
                .find(|publication| publication.number == *number)?
                .taken_down_on;
        }
        DocumentKind::Certificate | DocumentKind::ConfirmationDecision => {
            DecisionKind::Confirmation
        }
        DocumentKind::RevocationDecision => DecisionKind::Revocation,
        DocumentKind::Refusal => DecisionKind::Refusal,
        DocumentKind::ReconfirmationDecision => DecisionKind::FinalRefusal,
        _ => return None,
    };
    let place = case.decisions().iter().rposition(|decision| {
        let own = match kind {
            DocumentKind::Certificate => decision.certificate.as_ref(),
            _ => Some(&decision.number),
        };
        decision.kind == decided && own == Some(number)
    });
    let Some(place) = place else {
        return turned_above(kind, case);
    };
    // Every decision is a step; what was done after that one may undo it.
    let is_decision = |step| {
        matches!(
            step,
            Own(Step::Confirmation
                | Step::CertificateReplacement
                | Step::Refusal
                | Step::ReconfirmationRefusal
                | Step::OutsideRefusal
                | Step::Revocation)
        )
    };
    let after = case
        .history()
        .iter()
        .skip_while({
            let mut left = place;
            move |executed| {
                let waits = !is_decision(executed.step) || left > 0;
                left -= usize::from(is_decision(executed.step) && left > 0);
                waits
            }
        })
        .skip(1);
    let undoes = |step| match kind {
        DocumentKind::Certificate => {
            matches!(step, Own(Step::Revocation | Step::CertificateReplacement))
        }
        DocumentKind::ConfirmationDecision => step == Own(Step::Revocation),
        _ => matches!(step, Own(Step::Confirmation | Step::Reopening)),
    };
    after
        .into_iter()
        .find(|executed| undoes(executed.step))
        .map(|executed| executed.on)
}

/// The day on which the next level refused after it had found for the party: what it found is void since.
fn turned_above(kind: DocumentKind, case: &Case<Deed>) -> Option<NaiveDate> {
    let approval = kind == DocumentKind::ReconfirmationDecision;
    let turned = case.history().iter().find(|executed| {
        executed.step == Own(Step::ReconfirmationRefusal)
            && executed.from != State::InReconfirmation
    });
    turned.filter(|_| approval).map(|executed| executed.on)
}
