//! Deeds: the report, the procedure step by step. An incident has one or more actors, and each has a
//! case of its own.

mod bodies;
mod completed;
mod correct;
mod read;
mod report;
mod routes;
mod wire;

pub(crate) use completed::completed;
pub(crate) use report::report;
pub(crate) use wire::{Reported, SupplementRequestView, facts_of, stated};

use crate::routes::Routes;

/// A deed on file: the incident that its actors share.
type DeedFile = persistence::cases::CaseFile<domain::deeds::Deed>;
/// One person in one deed, with the case.
type Actor = persistence::cases::CaseOnFile<domain::deeds::Deed>;

/// Adds the operations.
pub fn configure(routes: &mut Routes<'_>) {
    routes
        .service(report::deed_report)
        .service(read::deed_list)
        .service(read::deed_get)
        .service(correct::deed_update)
        .service(read::deed_actor_get)
        .service(correct::deed_actor_update)
        .service(read::deed_objection_list)
        .configure(routes::configure);
}
