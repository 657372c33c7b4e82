//! The systems that may call the service, as the city manages them over HTTP. The operator does the
//! same at the command line.

mod create;
mod disable;
mod get;
mod list;
mod management;
mod secret;
mod views;
mod wire;

use management::{HANDS_ON_ORGANISATIONS, manageable, unmet};
pub(crate) use secret::new_secret;
pub(crate) use views::subject;
use views::{address, of, view};

use crate::routes::Routes;

/// The tag of these operations in the contract.
const TAG: &str = "clients";

/// Adds the operations.
pub fn configure(routes: &mut Routes<'_>) {
    routes
        .service(create::client_create)
        .service(list::client_list)
        .service(get::client_get)
        .service(secret::client_rotate)
        .service(disable::client_disable);
}
