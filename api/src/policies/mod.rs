//! The policy of the city, version by version, and its titles. Open to everybody.

mod get;
mod list;
mod problem;
mod titles;
mod wire;

pub(crate) use problem::problem;
pub(crate) use wire::GrantingAuthority;

use crate::routes::Routes;

/// The tag of these operations in the contract.
const TAG: &str = "policies";

/// Adds the operations.
pub fn configure(routes: &mut Routes<'_>) {
    routes
        .service(list::policy_list)
        .service(get::policy_get)
        .service(titles::title_list);
}
