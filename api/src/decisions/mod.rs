//! Decision receipts: what the rules proposed, on which facts and by which law; read and replayed.

mod get;
mod list;
mod propose;
mod replay;
mod wire;

use domain::ids::DecisionId;
use persistence::audit::Subject;
use persistence::decisions::Summary;

use crate::routes::Routes;

pub(crate) use propose::propose;
pub(crate) use wire::DecisionView;

/// The tag of these operations in the contract.
const TAG: &str = "decisions";

/// Adds the operations.
pub fn configure(routes: &mut Routes<'_>) {
    routes
        .service(list::decision_list)
        .service(get::decision_get)
        .service(replay::decision_replay);
}

/// Where a receipt is read.
pub(crate) fn address(id: DecisionId) -> String {
    format!("/v1/decisions/{id}")
}

/// A receipt as a subject of audit and events. It never changes.
pub(crate) fn subject(summary: &Summary) -> Subject {
    Subject {
        kind: "decision",
        id: summary.id.to_string(),
        version: 1,
        region: summary.region,
    }
}
