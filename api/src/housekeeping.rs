//! Work without a request, done by one process at a time under a lease of the database.

use std::time::Duration;

use chrono::TimeDelta;
use persistence::audit::{self, Principal};
use persistence::{
    Clock, Mode, Store, StoreError, Tx, attachments, idempotency, leases, public_writes, uuid_at,
};

use crate::attachments::abandoned;

/// How often it is looked for work.
const INTERVAL: Duration = Duration::from_mins(10);
/// How long a lease lasts: a process that dies holds the work up for no longer.
const LEASE: TimeDelta = TimeDelta::minutes(15);
const NAME: &str = "housekeeping";

/// Starts the housekeeping of this process.
pub(crate) fn start(store: Store) {
    actix_web::rt::spawn(async move {
        let holder = uuid_at(Clock::real_now()).to_string();
        loop {
            match purge(&store, &holder).await {
                Ok(Some(purged)) if purged != Purged::default() => {
                    let Purged {
                        answers,
                        uploads,
                        senders,
                    } = purged;
                    tracing::info!(
                        answers,
                        uploads,
                        senders,
                        "stored answers, unfinished uploads and counts of senders removed"
                    );
                }
                Ok(_) => {}
                Err(error) => tracing::warn!(%error, "housekeeping failed and will be tried again"),
            }
            actix_web::rt::time::sleep(INTERVAL).await;
        }
    });
}

/// What was removed.
#[derive(Debug, Default, PartialEq, Eq)]
struct Purged {
    /// Answers that were kept long enough.
    answers: usize,
    /// Uploads that nobody goes on with.
    uploads: usize,
    /// Counts of what the public sent in that tell nothing any more.
    senders: usize,
}

/// Removes what is no longer needed, unless another process has the lease.
async fn purge(store: &Store, holder: &str) -> Result<Option<Purged>, StoreError> {
    let holder = holder.to_owned();
    let purged = store
        .write(Mode::Commit, move |tx| -> Result<_, StoreError> {
            if !leases::acquire(tx, NAME, &holder, LEASE)? {
                return Ok(None);
            }
            Ok(Some((idempotency::purge(tx)?, public_writes::purge(tx)?)))
        })
        .await?;
    let Some((answers, senders)) = purged else {
        return Ok(None);
    };
    let mut uploads = 0;
    loop {
        // A few at a time, so that requests get their turn in between.
        let removed = store.write(Mode::Commit, discard_uploads).await?;
        if removed == 0 {
            return Ok(Some(Purged {
                answers,
                uploads,
                senders,
            }));
        }
        uploads += removed;
    }
}

fn discard_uploads(tx: &mut Tx<'_>) -> Result<usize, StoreError> {
    let removed = attachments::discard_abandoned(tx)?;
    for upload in &removed {
        audit::record(tx, &Principal::service(NAME), &abandoned(upload))?;
    }
    Ok(removed.len())
}
