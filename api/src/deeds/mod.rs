//! Deeds: the report, the procedure step by step. An incident has one or more actors, and each has a
//! case of its own.

mod actor;
pub(crate) mod bodies;
mod completed;
mod correct;
mod get;
mod list;
mod merged;
mod objections;
mod report;
mod routes;
mod taking_up;
mod wire;

pub(crate) use completed::completed;
pub(crate) use merged::merged;
pub(crate) use wire::{SupplementRequestView, facts_of};

use crate::routes::Routes;

/// The tag of these operations in the contract.
const TAG: &str = "deeds";

/// A deed on file: the incident that its actors share.
type DeedFile = persistence::cases::CaseFile<domain::deeds::Deed>;
/// One person in one deed, with the case.
type Actor = persistence::cases::CaseOnFile<domain::deeds::Deed>;

/// Adds the operations.
pub fn configure(routes: &mut Routes<'_>) {
    routes
        .service(report::deed_report)
        .service(list::deed_list)
        .service(get::deed_get)
        .service(correct::deed_update)
        .service(actor::deed_actor_get)
        .service(correct::deed_actor_update)
        .service(objections::deed_objection_list)
        .configure(routes::configure);
}
