//! Printable documents of deeds: written with the step that brings them about, rendered when somebody
//! asks for one.

mod get;
mod issue;
mod list;
mod pdf;
mod press;
mod wire;

pub(crate) use issue::{issue, issue_as, next_number};
pub use press::Press;

use crate::routes::Routes;

/// The tag of these operations in the contract.
const TAG: &str = "deeds";

/// Adds the operations.
pub fn configure(routes: &mut Routes<'_>) {
    routes
        .service(list::deed_document_list)
        .service(get::deed_document_get);
}
