//! The policy of the city, version by version, and its titles. Open to everybody.

mod get;
mod list;
mod titles;
mod wire;

use domain::policy::PolicyError;

pub(crate) use wire::GrantingAuthority;

use crate::problems::{Code, Problem};
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

/// The problem of a day on which no version is in force.
pub(crate) fn problem(error: PolicyError) -> Problem {
    match error {
        PolicyError::NotInForce { date, first, .. } => Problem::new(Code::PolicyNotInForce)
            .detail(
                format!("{date} 尚无生效的规则，最早的版本自 {first} 起生效"),
                format!("No version is in force on {date}; the first one starts on {first}"),
            )
            .with("first", first.to_string().into()),
        error => Problem::internal(error),
    }
}
