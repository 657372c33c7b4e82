//! The audit: who did what, chained so that a change or a removal shows.

mod list;
pub(crate) mod sealing;
mod verification;

use crate::routes::Routes;

/// Adds the operations.
pub fn configure(routes: &mut Routes<'_>) {
    routes
        .service(list::audit_list)
        .service(verification::audit_verification_get);
}
