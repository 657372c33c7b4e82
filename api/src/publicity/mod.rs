//! Publicity: what people agreed to show, recorded by officers; and what everybody may read, without a token.

mod changes;
mod consent_new;
mod consent_view;
mod consents;
mod honours;
mod notices;
mod open;
mod ready;
mod roll;
mod roll_view;
mod studios;

pub(crate) use consents::keep;
pub(crate) use ready::{ReadyAnswers, observe};

use crate::routes::Routes;

/// Adds what everybody may read.
pub(crate) fn configure_open(routes: &mut Routes<'_>) {
    routes
        .service(roll::honour_roll_list)
        .service(roll::honour_roll_get)
        .service(studios::public_studio_list)
        .service(studios::public_studio_get)
        .service(notices::public_notice_list)
        .service(notices::public_notice_get)
        .service(changes::public_change_list);
}

/// Adds the operations on consents.
pub(crate) fn configure(routes: &mut Routes<'_>) {
    routes
        .service(consents::consent_record)
        .service(consents::consent_list)
        .service(consents::consent_get)
        .service(consents::consent_withdraw);
}
