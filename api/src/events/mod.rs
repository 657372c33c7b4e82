//! The feed of events: what happened, for systems that cannot be called back.

mod list;
mod place;
mod wire;

use utoipa_actix_web::service_config::ServiceConfig;

/// The tag of these operations in the contract.
const TAG: &str = "events";

/// Adds the operations.
pub fn configure(config: &mut ServiceConfig) {
    config.service(list::event_list);
}
