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
        .service(public::application_submit)
        .service(public::application_follow)
        .service(public::application_withdraw)
        .service(public::clue_submit)
        .service(applications::application_list)
        .service(applications::application_get)
        .service(applications::application_triage)
        .service(clues::clue_list)
        .service(clues::clue_get)
        .service(clues::clue_triage);
}
