//! The movable clock, for rehearsals: only with `serve --sandbox`, never in production.

mod clock;

use utoipa_actix_web::service_config::ServiceConfig;

/// The tag of these operations in the contract.
const TAG: &str = "sandbox";

/// Adds the operations.
pub fn configure(config: &mut ServiceConfig) {
    config.service(clock::clock_get).service(clock::clock_move);
}
