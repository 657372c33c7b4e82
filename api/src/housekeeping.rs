//! Work without a request, done by one process at a time under a lease of the database.

use std::time::Duration;

use chrono::TimeDelta;
use persistence::{Mode, Store, StoreError, idempotency, leases, uuid_at};

/// How often it is looked for work.
const INTERVAL: Duration = Duration::from_mins(10);
/// How long a lease lasts: a process that dies holds the work up for no longer.
const LEASE: TimeDelta = TimeDelta::minutes(15);
const NAME: &str = "housekeeping";

/// Starts the housekeeping of this process.
pub(crate) fn start(store: Store) {
    actix_web::rt::spawn(async move {
        let holder = uuid_at(store.clock().now()).to_string();
        loop {
            match purge(&store, holder.clone()).await {
                Ok(Some(count)) if count > 0 => tracing::info!(count, "kept answers expired"),
                Ok(_) => {}
                Err(error) => tracing::warn!(%error, "housekeeping failed and will be tried again"),
            }
            actix_web::rt::time::sleep(INTERVAL).await;
        }
    });
}

/// Deletes expired answers, unless another process has the lease.
async fn purge(store: &Store, holder: String) -> Result<Option<usize>, StoreError> {
    store
        .write(Mode::Keep, move |tx| {
            if !leases::acquire(tx, NAME, &holder, LEASE)? {
                return Ok(None);
            }
            idempotency::purge(tx).map(Some)
        })
        .await
}
