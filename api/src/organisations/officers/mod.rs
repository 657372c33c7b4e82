//! Officers, who act in the name of an organisation.

mod create;
mod get;
mod list;
mod patch;
mod wire;

pub(crate) use create::register as register_officer;

use domain::ids::OfficerId;
use persistence::audit::Subject;
use persistence::officers::Officer;

use crate::http::EntityTag;
use crate::routes::Routes;

/// The tag of these operations in the contract.
const TAG: &str = super::TAG;

pub(super) fn configure(routes: &mut Routes<'_>) {
    routes
        .service(create::officer_create)
        .service(list::officer_list)
        .service(get::officer_get)
        .service(patch::officer_update);
}

fn address(id: OfficerId) -> String {
    format!("/v1/officers/{id}")
}

fn tag(officer: &Officer) -> EntityTag {
    EntityTag::new(officer.version, "full")
}

fn subject(officer: &Officer) -> Subject {
    Subject {
        kind: "officer",
        id: officer.id.to_string(),
        version: officer.version,
        region: officer.region,
    }
}
