//! The movable clock, for rehearsals: only with `serve --sandbox`, never in production.

mod clock;

use crate::routes::Routes;

/// The tag of these operations in the contract.
const TAG: &str = "sandbox";

/// Adds the operations.
pub fn configure(routes: &mut Routes<'_>) {
    routes.service(clock::clock_get).service(clock::clock_move);
}
