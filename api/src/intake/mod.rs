//! What comes in from the public, applications and clues, and where officers send it.

mod filings;
mod kinds;
mod moved;
mod public;
mod reading;
mod take_up;
mod triage;
mod wire;
mod withdrawal;

pub(crate) use kinds::Named;
use kinds::{address, change, subject};
pub(crate) use moved::moved_with;
pub(crate) use public::{receive_application, receive_clue};
use take_up::decide_on;
pub(crate) use take_up::{take_up, take_up_elsewhere, waiting_in};

use crate::routes::Routes;

/// Adds the operations.
pub fn configure(routes: &mut Routes<'_>) {
    routes
        .service(public::application_submit)
        .service(public::application_follow)
        .service(withdrawal::application_withdraw)
        .service(public::clue_submit)
        .service(filings::application_list)
        .service(filings::application_get)
        .service(filings::application_triage)
        .service(filings::clue_list)
        .service(filings::clue_get)
        .service(filings::clue_triage);
}
