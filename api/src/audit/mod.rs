//! The audit: who did what, chained so that a change or a removal shows.

mod checkpoint;
mod list;
pub(crate) mod sealing;
mod verification;
mod wire;

use utoipa_actix_web::service_config::ServiceConfig;

/// The tag of these operations in the contract.
const TAG: &str = "audit";

/// Adds the operations.
pub fn configure(config: &mut ServiceConfig) {
    config
        .service(list::audit_list)
        .service(verification::audit_verification_get);
}
