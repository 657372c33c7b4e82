//! Studios that carry a hero's name: the proposal, the procedure step by step, what each does in its
//! years, and what follows when the leader loses the honour or a clue becomes a deed.

mod assessment_bodies;
mod bodies;
mod clue;
mod correct;
mod known;
mod ledger_bodies;
mod ledger_view;
mod lost;
mod names;
mod new;
mod propose;
mod read;
mod routes;
mod steps;
mod view;

pub(crate) use clue::recusals_of;
pub(crate) use known::stored_facts;
pub(crate) use lost::honour_ended;
pub(crate) use new::Proposed;
pub(crate) use propose::propose;

use crate::routes::Routes;

/// A studio on file.
type StudioFile = persistence::cases::CaseFile<domain::studios::Studio>;
/// Its leader, with the case.
type Leader = persistence::cases::CaseOnFile<domain::studios::Studio>;

/// Adds the operations.
pub(crate) fn configure(routes: &mut Routes<'_>) {
    routes
        .service(propose::studio_propose)
        .service(read::studio_list)
        .service(read::studio_get)
        .service(correct::studio_update)
        .service(read::studio_actor_get)
        .configure(routes::configure);
}
