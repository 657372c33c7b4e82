//! Files that belong to deeds: declared, handed in by parts, checked as a whole, and given out again
//! only to be saved, never to be shown by a browser.

mod complete;
mod content;
mod declare;
mod read;
mod upload;
mod view;

pub(crate) use complete::{Checked, complete};
pub(crate) use declare::{Of, declare};
pub(crate) use upload::keep;
pub(crate) use view::abandoned;
use view::{Unmet, address, change, subject, tag, unmet};

use crate::routes::Routes;

/// Adds the operations.
pub fn configure(routes: &mut Routes<'_>) {
    routes
        .service(declare::attachment_declare)
        .service(read::attachment_list)
        .service(read::attachment_get)
        .service(upload::attachment_part_put)
        .service(complete::attachment_complete)
        .service(content::attachment_content_get)
        .service(upload::attachment_discard);
}
