//! The bodies that take part in the work (committees, foundations, police, employers …) and the
//! officers who act in their name.

mod kind;
mod profile;

pub use kind::OrganisationKind;
pub use profile::OrganisationProfile;

use crate::text::Line;

/// The name of an organisation as it is registered.
pub type OrganisationName = Line<100>;

/// The position of an officer: `见义勇为工作科科长`.
pub type Position = Line<50>;

crate::faults! {
    pub struct OrganisationUnknown = "organisation_unknown",
        "没有该机构，或不在您的辖区之内",
        "There is no such organisation, or not within your regions.";
}
