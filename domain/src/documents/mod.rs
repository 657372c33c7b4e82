//! The documents that the steps of the procedure bring about, as they are printed: what each says,
//! fixed in words on the day it is issued, so that it reads the same ever after.

mod certificate;
mod kind;
mod matter;
mod notice;
mod public_text;
mod reconfirmation;
mod refusal;
mod sheet;
mod standing;
#[cfg(test)]
mod tests;
mod wording;

pub use kind::DocumentKind;
pub use matter::{Concerned, Matter};
pub use sheet::Sheet;
pub use standing::void_since;

/// What a document says. None where the case holds nothing to say, which no step that brings about
/// a document leaves behind.
#[must_use]
pub fn compose(kind: DocumentKind, matter: &Matter<'_>) -> Option<Sheet> {
    match kind {
        DocumentKind::PublicNotice => notice::compose(matter),
        DocumentKind::Certificate => certificate::compose(matter),
        DocumentKind::Refusal => refusal::compose(matter),
        DocumentKind::ReconfirmationDecision => reconfirmation::compose(matter),
    }
}
