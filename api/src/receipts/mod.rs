//! Receipts: what the rules proposed, on which facts and by which law; read and replayed.

mod effects;
mod propose;
mod reach;
mod read;
mod replay;
mod view;

pub(crate) use propose::{propose, propose_known, subject};
pub(crate) use reach::Reach;
pub(crate) use view::{ReceiptView, address};

use crate::routes::Routes;

/// Adds the operations.
pub fn configure(routes: &mut Routes<'_>) {
    routes
        .service(read::receipt_list)
        .service(read::receipt_get)
        .service(replay::receipt_replay);
}
