//! People: the files of those who acted bravely.

mod access_log;
mod history;
mod kept_elsewhere;
mod merge;
mod new;
mod patch;
mod read;
mod refusals;
mod register;
mod survivors;
mod view;

use kept_elsewhere::find_kept_elsewhere;
use read::is_no_lookup;
pub(crate) use refusals::require_active;
use refusals::{Asking, person_exists};
pub(crate) use register::keep_registered;
use register::registrar;
use survivors::{Survivor, Survivors};
pub(crate) use view::subject;
use view::{address, view};

use crate::routes::Routes;

/// Adds the operations.
pub fn configure(routes: &mut Routes<'_>) {
    routes
        .service(register::person_register)
        .service(read::person_list)
        .service(read::person_lookup)
        .service(read::person_get)
        .service(patch::person_update)
        .service(history::person_history_list)
        .service(access_log::person_access_list)
        .service(merge::person_merge);
}
