//! Decision receipts: what the rules proposed, on which facts and by which law; read and replayed.

mod get;
mod list;
mod replay;
mod wire;

use domain::ids::DecisionId;
use persistence::audit::Subject;
use persistence::decisions::Summary;
use utoipa_actix_web::service_config::ServiceConfig;

pub(crate) use wire::DecisionView;

/// The tag of these operations in the contract.
const TAG: &str = "decisions";

/// A receipt of the demonstration data, which the examples of the contract use.
pub(crate) const EXAMPLE_DECISION: &str = "01937a00-0000-7000-8000-00000000c001";

/// Adds the operations.
pub fn configure(config: &mut ServiceConfig) {
    config
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
