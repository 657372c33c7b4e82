//! Households: who lives together, for the one plaque of a household. Where they live stands in the files of
//! the people and is not asked here.

mod change;
mod new;
mod read;
mod view;

pub(crate) use new::{keep, merged};

use persistence::audit::{Change, Subject};
use persistence::households::Household;
use serde_json::json;

use crate::http::EntityTag;
use crate::routes::Routes;

/// Adds the operations.
pub(crate) fn configure(routes: &mut Routes<'_>) {
    routes
        .service(new::household_create)
        .service(read::household_list)
        .service(read::household_get)
        .service(change::household_member_add)
        .service(change::household_member_remove);
}

fn tag(household: &Household) -> EntityTag {
    EntityTag::new(household.version, "full")
}

/// What happened to a household. The feed learns who is concerned by id alone.
pub(crate) fn changed(action: &'static str, household: &Household) -> Change {
    let subject = Subject::new(
        "household",
        &household.id,
        household.version,
        household.region,
    );
    Change::new(
        action,
        subject,
        json!({ "members": household.members.len() }),
    )
}
