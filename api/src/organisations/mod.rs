//! Organisations and their officers.

mod create;
mod get;
mod list;
mod officers;
mod patch;
mod wire;

pub(crate) use create::register;
pub(crate) use officers::register_officer;

use domain::ids::OrganisationId;
use persistence::audit::Subject;
use persistence::organisations::Organisation;

use crate::http::EntityTag;
use crate::routes::Routes;

/// The tag of these operations in the contract.
const TAG: &str = "organisations";

/// Adds the operations.
pub fn configure(routes: &mut Routes<'_>) {
    routes
        .service(create::organisation_create)
        .service(list::organisation_list)
        .service(get::organisation_get)
        .service(patch::organisation_update)
        .configure(officers::configure);
}

fn address(id: OrganisationId) -> String {
    format!("/v1/organisations/{id}")
}

fn tag(organisation: &Organisation) -> EntityTag {
    EntityTag::new(organisation.version, "full")
}

fn subject(organisation: &Organisation) -> Subject {
    Subject {
        kind: "organisation",
        id: organisation.id.to_string(),
        version: organisation.version,
        region: organisation.profile.region,
    }
}
