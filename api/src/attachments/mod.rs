//! Files that belong to deeds: declared, handed in by parts, checked as a whole, and given out again
//! only to be saved, never to be shown by a browser.

mod attachment;
mod checked;
mod complete;
mod content;
mod declare;
mod discard;
mod get;
mod list;
mod octets;
mod part;
mod wire;

pub(crate) use attachment::{abandoned, change};
use attachment::{address, subject, tag, unmet};

use crate::routes::Routes;

/// The tag of these operations in the contract.
const TAG: &str = "attachments";

/// Adds the operations.
pub fn configure(routes: &mut Routes<'_>) {
    routes
        .service(declare::attachment_declare)
        .service(list::attachment_list)
        .service(get::attachment_get)
        .service(part::attachment_part_put)
        .service(complete::attachment_complete)
        .service(content::attachment_content_get)
        .service(discard::attachment_discard);
}
