//! The one list of features: each registers its routes, and thereby its part of the contract.

use crate::auth::oauth;
use crate::routes::Routes;
use crate::{
    attachments, audit, calendar, clients, deeds, eligibility, events, intake, match_tasks,
    officers, organisations, out_of_city, people, policies, procedure, receipts, regions, sandbox,
};

/// The routes of every feature. A request tries them in this order until one matches, so the busiest
/// go first.
pub fn configure(routes: &mut Routes<'_>) {
    routes
        .configure(people::configure)
        .configure(deeds::configure)
        .configure(out_of_city::configure)
        .configure(procedure::configure)
        .configure(attachments::configure)
        .configure(events::configure)
        .configure(receipts::configure)
        .configure(eligibility::configure)
        .configure(intake::configure)
        .configure(match_tasks::configure)
        .configure(organisations::configure)
        .configure(officers::configure)
        .configure(clients::configure)
        .configure(audit::configure)
        .configure(regions::configure)
        .configure(calendar::configure)
        .configure(policies::configure)
        .service(oauth::token_create)
        .service(oauth::key_set_get);
}

/// The routes that exist only with `serve --sandbox`.
pub fn configure_sandbox(routes: &mut Routes<'_>) {
    routes.configure(sandbox::configure);
}
