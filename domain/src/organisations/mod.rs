//! The bodies that take part in the work (committees, foundations, police, employers …) and the
//! officers who act in their name.

mod kind;
mod profile;
mod words;

pub use kind::{OrganisationKind, UnknownOrganisationKind};
pub use profile::{OfficerPatch, OrganisationPatch, OrganisationProfile};
pub use words::{OrganisationName, Position, WordsError};
