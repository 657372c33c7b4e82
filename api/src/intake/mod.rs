//! What comes in from the public, applications and clues, and where officers send it.

mod applications;
mod clues;
mod kinds;
mod public;
mod reading;
mod take_up;
mod triage;
mod wire;

pub(crate) use kinds::{Named, change};
use kinds::{address, subject};
pub(crate) use take_up::{decide_on, take_up, take_up_elsewhere};

use crate::routes::Routes;

/// The tag of these operations in the contract.
const TAG: &str = "intake";

/// Adds the operations.
pub fn configure(routes: &mut Routes<'_>) {
    routes
        .service(public::apply::application_submit)
        .service(public::status::application_follow)
        .service(public::withdraw::application_withdraw)
        .service(public::clue::clue_submit)
        .service(applications::list::application_list)
        .service(applications::get::application_get)
        .service(applications::triage::application_triage)
        .service(clues::list::clue_list)
        .service(clues::get::clue_get)
        .service(clues::triage::clue_triage);
}
