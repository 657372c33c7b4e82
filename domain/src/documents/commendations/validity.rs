use chrono::NaiveDate;

use crate::{
    commendations::{Commendation, Step},
    documents::DocumentKind,
    procedure::{Case, DocumentNumber, ExecutedStep, OwnOrShared::Own},
};

const ENDING: &[Step] = &[
    Step::Revocation,
    Step::OutsideRevocation,
    Step::BasisFall,
    Step::TakeOff,
];

/// Since when a paper says no longer what holds: a certificate since another replaced it or the title ended,
/// the decision behind it since the title ended, a list of payments since another plan.
pub(crate) fn void_since(
    kind: DocumentKind,
    number: &DocumentNumber,
    case: &Case<Commendation>,
) -> Option<NaiveDate> {
    match kind {
        DocumentKind::AwardCertificate => {
            let valid = case.certificate() == Some(number);
            ended(case).or_else(|| {
                let replacements = case.record().replacements.iter();
                let mut of_this = replacements.filter(|one| one.replaces.as_ref() == Some(number));
                of_this.next().filter(|_| !valid).map(|one| one.on)
            })
        }
        DocumentKind::CommendationDecision => ended(case),
        DocumentKind::PaymentList => {
            let payments = &case.record().payments;
            let place = payments
                .iter()
                .position(|payment| payment.list.as_ref() == Some(number))?;
            payments.get(place + 1).map(|later| later.on)
        }
        _ => None,
    }
}

/// The day on which the title ended.
fn ended(case: &Case<Commendation>) -> Option<NaiveDate> {
    let is_ending = |executed: &&ExecutedStep<Commendation>| matches!(executed.step, Own(step) if ENDING.contains(&step));
    let mut history = case.history().iter();
    history.find(is_ending).map(|executed| executed.on)
}
