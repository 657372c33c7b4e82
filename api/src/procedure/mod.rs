//! Procedures over HTTP: what all of them do alike, once.
//!
//! A procedure says in [`Served`] what is its own: its address, its scopes, how a file is shown, and
//! which body each step has. Operations for its steps follow from its table ([`routes`]).

mod announce;
mod bodies;
mod case_operations;
mod consequence;
mod context;
mod correction;
mod execute;
mod file;
mod input;
mod issue;
mod named;
mod numbering;
mod objections;
mod opened;
pub(crate) mod overdue;
mod reads;
mod reckon;
mod reconsider;
mod registry;
mod routes;
mod seen;
mod served;
mod shared_routes;
mod table;
pub(crate) mod wire;
pub(crate) mod words;
mod worklist;

pub(crate) use announce::entered_late;
pub(crate) use bodies::{
    NewDefenceStatement, NewOutsideDocument, NewPriorNotice, NewReasonedDecision, NewReasonedStep,
    NewReopening, NewStep, NewSupplementRequest, NewWrittenStep, somebody, step_body,
};
pub(crate) use case_operations::case_operations;
pub(crate) use consequence::{Signed, follow};
use context::context;
pub(crate) use context::{context_of, signer};
pub(crate) use correction::{Correcting, facts_stand};
pub(crate) use execute::Step;
pub(crate) use file::{File, evaluated, not_possible};
pub(crate) use input::{Reading, StepBody, Wanted};
pub(crate) use objections::Objections;
pub(crate) use opened::{Finished, NewIds, Opened, body_of, people_named, people_of, registrar};
pub(crate) use reads::{actions, case_of, get, history, list, list_within, reached};
pub(crate) use reckon::Concerned;
pub(crate) use reconsider::{Before, reconsider};
pub(crate) use registry::{ProcedureName, holds_case_of, person_changed, reckon_again};
pub(crate) use routes::{StepRoute, configure_steps};
pub(crate) use seen::Seen;
pub(crate) use served::{Served, address, event, subject};

use crate::routes::Routes;

/// Adds the operations over all procedures.
pub(crate) fn configure(routes: &mut Routes<'_>) {
    routes
        .service(table::procedure_get)
        .service(worklist::worklist_get);
}
