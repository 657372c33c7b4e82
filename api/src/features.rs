//! The one list of features: each registers its routes, and thereby its part of the contract.

use crate::auth::oauth;
use crate::routes::Routes;
use crate::{
    attachments, audit, calendar, clients, commendations, deeds, eligibility, events, honours,
    households, intake, match_tasks, officers, organisations, out_of_city, people, plaques,
    policies, procedure, publicity, receipts, regions, rounds, sandbox, studios,
};

/// The routes of every feature. A request tries them in this order until one matches, so the busiest
/// go first.
pub fn configure(routes: &mut Routes<'_>) {
    routes
        .tagged("public", publicity::configure_open)
        .tagged("people", people::configure)
        .tagged("deeds", deeds::configure)
        .tagged("out-of-city-recognitions", out_of_city::configure)
        .tagged("commendations", commendations::configure)
        .tagged("plaques", plaques::configure)
        .tagged("households", households::configure)
        .tagged("studios", studios::configure)
        .tagged("commendation-rounds", rounds::configure)
        .tagged("procedures", procedure::configure)
        .tagged("attachments", attachments::configure)
        .tagged("events", events::configure)
        .tagged("receipts", receipts::configure)
        .tagged("eligibility", eligibility::configure)
        .tagged("intake", intake::configure)
        .tagged("people", match_tasks::configure)
        .tagged("people", honours::configure)
        .tagged("people", publicity::configure)
        .tagged("organisations", organisations::configure)
        .tagged("organisations", officers::configure)
        .tagged("clients", clients::configure)
        .tagged("audit", audit::configure)
        .tagged("regions", regions::configure)
        .tagged("calendar", calendar::configure)
        .tagged("policies", policies::configure)
        .tagged("access", oauth::configure);
}

/// The routes that exist only with `serve --sandbox`.
pub fn configure_sandbox(routes: &mut Routes<'_>) {
    routes.tagged("sandbox", sandbox::configure);
}
