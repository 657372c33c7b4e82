//! Printable documents of deeds: written with the step that brings them about, rendered when somebody
//! asks for one.

mod get;
mod issue;
mod list;
mod pdf;
mod press;
mod wire;

use utoipa_actix_web::service_config::ServiceConfig;

pub(crate) use issue::{issue, issue_as, next_number};
pub use press::Press;

/// The tag of these operations in the contract.
const TAG: &str = "deeds";

/// Adds the operations.
pub fn configure(config: &mut ServiceConfig) {
    config
        .service(list::deed_document_list)
        .service(get::deed_document_get);
}
