//! Deeds: the report, the procedure step by step, what is due. An incident has one or more actors,
//! and each has a case of its own.

mod actions;
mod actor;
mod correct;
mod get;
mod history;
mod list;
mod merged;
mod objections;
mod procedure;
mod receipts;
mod report;
mod setting;
mod steps;
pub(crate) mod supervision;
mod taking_up;
mod wire;
mod worklist;

pub(crate) use merged::reconsider;

use domain::ids::DeedId;
use persistence::audit::Subject;
use persistence::deeds::Deed;

use crate::routes::Routes;

/// The tag of these operations in the contract.
const TAG: &str = "deeds";

/// Adds the operations.
pub fn configure(routes: &mut Routes<'_>) {
    routes
        .service(procedure::procedure_deed_get)
        .service(report::deed_report)
        .service(list::deed_list)
        .service(get::deed_get)
        .service(correct::deed_update)
        .service(actor::deed_actor_get)
        .service(correct::deed_actor_update)
        .service(actions::deed_action_list)
        .service(history::deed_history_list)
        .service(objections::deed_objection_list)
        .service(worklist::worklist_get)
        .configure(steps::configure);
}

fn address(id: DeedId) -> String {
    format!("/v1/deeds/{id}")
}

fn subject(deed: &Deed) -> Subject {
    Subject {
        kind: "deed",
        id: deed.id.to_string(),
        version: deed.version,
        region: deed.region,
    }
}
