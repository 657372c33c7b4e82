use chrono::NaiveDate;

use crate::{
    documents::DocumentKind,
    out_of_city::{Outcome, Recognition, Step},
    procedure::{Case, DocumentNumber, ExecutedStep, OwnOrShared::Own},
};

/// Since when a paper says no longer what holds: a certificate since it was corrected or
/// revoked, the decision behind it since it was revoked, a refusal or a revocation since the recognition
/// was reopened.
pub(crate) fn void_since(
    kind: DocumentKind,
    number: &DocumentNumber,
    case: &Case<Recognition>,
) -> Option<NaiveDate> {
    let (decided, deciding, undoing): (_, &[Step], &[Step]) = match kind {
        DocumentKind::RecognitionCertificate => (
            Outcome::Recognition,
            &[Step::Recognition, Step::CertificateCorrection],
            &[Step::Revocation, Step::CertificateCorrection],
        ),
        DocumentKind::RecognitionDecision => (
            Outcome::Recognition,
            &[Step::Recognition, Step::CertificateCorrection],
            &[Step::Revocation],
        ),
        DocumentKind::RecognitionRefusal => {
            (Outcome::Refusal, &[Step::Refusal], &[Step::Reopening])
        }
        DocumentKind::RecognitionRevocation => {
            (Outcome::Revocation, &[Step::Revocation], &[Step::Reopening])
        }
        _ => return None,
    };
    let mut of_kind = case.decisions().iter().filter(|one| one.kind == decided);
    let place = of_kind.position(|decision| {
        let own = match kind {
            DocumentKind::RecognitionCertificate => decision.certificate.as_ref(),
            _ => Some(&decision.number),
        };
        own == Some(number)
    })?;
    // Every decision is a step; what was done after that one may undo it.
    let one_of = |steps: &'static [Step]| move |executed: &&ExecutedStep<Recognition>| matches!(executed.step, Own(own) if steps.contains(&own));
    let history = case.history();
    let mut steps = history.iter().filter(one_of(deciding));
    let own = steps.nth(place)?.number;
    let mut after = history.iter().filter(|executed| executed.number > own);
    after.find(one_of(undoing)).map(|executed| executed.on)
}
