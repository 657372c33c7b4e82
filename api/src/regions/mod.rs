//! Regions: the divisions of China with their codes, the functional zones of the city, and what
//! became of codes that are abolished. Open to everybody.

mod get;
mod list;
mod reach;
mod wire;

pub(crate) use reach::within_reach;
use utoipa_actix_web::service_config::ServiceConfig;

/// The tag of these operations in the contract.
const TAG: &str = "regions";

/// Adds the operations.
pub fn configure(config: &mut ServiceConfig) {
    config.service(list::region_list).service(get::region_get);
}
