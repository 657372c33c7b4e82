//! The feed of events: what happened, for systems that cannot be called back.

mod list;
mod place;
mod wire;

use crate::routes::Routes;

/// The tag of these operations in the contract.
const TAG: &str = "events";

/// Adds the operations.
pub fn configure(routes: &mut Routes<'_>) {
    routes.service(list::event_list);
}
