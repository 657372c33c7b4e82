//! Receipts: what the rules proposed, on which facts and by which law; read and replayed.

mod get;
mod list;
mod propose;
mod replay;
mod wire;

use domain::ids::ReceiptId;
use persistence::audit::Subject;
use persistence::receipts::Summary;

use crate::routes::Routes;

pub(crate) use propose::propose;
pub(crate) use wire::ReceiptView;

/// The tag of these operations in the contract.
const TAG: &str = "receipts";

/// Adds the operations.
pub fn configure(routes: &mut Routes<'_>) {
    routes
        .service(list::receipt_list)
        .service(get::receipt_get)
        .service(replay::receipt_replay);
}

/// Where a receipt is read.
pub(crate) fn address(id: ReceiptId) -> String {
    format!("/v1/receipts/{id}")
}

/// A receipt as a subject of audit and events. It never changes.
pub(crate) fn subject(summary: &Summary) -> Subject {
    Subject {
        kind: "receipt",
        id: summary.id.to_string(),
        version: 1,
        region: summary.region,
    }
}
