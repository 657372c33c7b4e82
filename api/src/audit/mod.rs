//! The audit: who did what, chained so that a change or a removal shows.

mod checkpoint;
mod list;
pub(crate) mod sealing;
mod verification;
mod wire;

use crate::routes::Routes;

/// The tag of these operations in the contract.
const TAG: &str = "audit";

/// Adds the operations.
pub fn configure(routes: &mut Routes<'_>) {
    routes
        .service(list::audit_list)
        .service(verification::audit_verification_get);
}
