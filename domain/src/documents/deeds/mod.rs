//! The papers of the confirmation of deeds.

mod certificate;
mod notice;
mod reconfirmation;
mod refusal;
mod validity;

pub(crate) use validity::void_since;

use super::{DocumentKind, Sheet, public_text, wording};
use crate::{
    deeds::{Deed, Refusal},
    receipts::{Finding, Outcome},
};

type Matter<'a> = super::Matter<'a, Deed>;

/// What a paper says. None where the case holds nothing to say, which no step that creates a
/// paper leaves behind.
pub(crate) fn compose(kind: DocumentKind, matter: &Matter<'_>) -> Option<Sheet> {
    match kind {
        DocumentKind::PublicNotice => notice::compose(matter),
        DocumentKind::Certificate => certificate::compose(matter),
        DocumentKind::Refusal => refusal::compose(matter),
        DocumentKind::ReconfirmationDecision => reconfirmation::compose(matter),
        DocumentKind::RecognitionCertificate | DocumentKind::RecognitionRefusal => None,
    }
}

/// Why it was refused: the reason in a word and in the officer's words, and what the rules found, each with its law.
fn reasons(matter: &Matter<'_>, refusal: &Refusal) -> Vec<String> {
    let officer = public_text::sentence(refusal.reason.as_str());
    let mut reasons = vec![format!("理由：{}。{officer}", refusal.code.text().zh)];
    for found in findings(matter, refusal).filter_map(wording::finding) {
        if !reasons.contains(&found) {
            reasons.push(found);
        }
    }
    reasons
}

/// What the rules found against the case, and what they say of the officer's reason.
fn findings<'a>(matter: &Matter<'a>, refusal: &Refusal) -> impl Iterator<Item = &'a Finding> {
    let code = refusal.code.as_str();
    matter
        .concerned
        .iter()
        .flat_map(|concerned| &concerned.receipt.findings)
        .filter(move |finding| finding.outcome == Outcome::NotMet || finding.code.as_str() == code)
}
