//! Rounds of commendation: planned, called out, decided step by step, and conferred.

mod bodies;
mod carried_out;
mod correct;
mod new;
mod objections;
mod plan;
mod read;
mod routes;
mod terms;
mod view;

pub(crate) use plan::{Planned, plan};
pub(crate) use terms::entry_terms;

use crate::routes::Routes;

/// A round on file.
type RoundFile = persistence::cases::CaseFile<domain::rounds::Round>;
/// Its one case.
type RoundOnFile = persistence::cases::CaseOnFile<domain::rounds::Round>;

/// Adds the operations.
pub(crate) fn configure(routes: &mut Routes<'_>) {
    routes
        .service(plan::round_plan)
        .service(read::round_list)
        .service(read::round_get)
        .service(correct::round_update)
        .service(read::round_case_get)
        .service(objections::round_objection_list)
        .configure(routes::configure);
}
