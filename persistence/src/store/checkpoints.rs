//! Moves the write-ahead log of SQLite into the database file, on a thread beside the writer.
//!
//! SQLite does it within a commit once the log holds 1,000 pages, and anyone who waits for that commit
//! waits for it too. Here the writer goes on meanwhile. As a log to which somebody always appends is
//! never moved to its end, the writer moves the short rest itself once the log is long; then it
//! starts over.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread;

use diesel::RunQueryDsl;
use diesel::connection::SimpleConnection;
use diesel::sql_types::BigInt;

use crate::connection::{AnyConnection, DatabaseUrl, with_backend};
use crate::error::StoreError;

/// Pages of the log that are not in the database file yet, from which on they are moved: 2 MiB. With
/// more at a time, commits wait longer for a disk that is busy with them.
const PAGES: i64 = 500;
/// Pages of a log that is to start over: 8 MiB.
const LONG: i64 = 2_000;

/// What the writer knows of the thread.
pub(super) struct Checkpoints {
    committed: SyncSender<()>,
    rest_is_due: Arc<AtomicBool>,
}

#[derive(diesel::QueryableByName)]
struct Log {
    #[diesel(sql_type = BigInt)]
    log: i64,
    /// Those that are in the database file.
    #[diesel(sql_type = BigInt)]
    checkpointed: i64,
}

impl Checkpoints {
    /// Starts the thread with a connection of its own, and takes the work from `writer`.
    pub(super) fn start(url: &DatabaseUrl, writer: &mut AnyConnection) -> Result<Self, StoreError> {
        leave_to_the_thread(writer)?;
        let mut connection = url.connect()?;
        let (committed, commits) = sync_channel(1);
        let rest_is_due = Arc::new(AtomicBool::new(false));
        let due = Arc::clone(&rest_is_due);
        thread::Builder::new()
            .name("sqlite-checkpoints".to_owned())
            .spawn(move || {
                while commits.recv().is_ok() {
                    match move_pages(&mut connection) {
                        Ok(true) => due.store(true, Ordering::Relaxed),
                        Ok(false) => {}
                        // The log stays and is read as it is; the next commit tries again.
                        Err(error) => tracing::warn!(%error, "a checkpoint failed"),
                    }
                }
            })
            .map_err(|error| StoreError::Unavailable(error.to_string()))?;
        Ok(Self {
            committed,
            rest_is_due,
        })
    }

    /// To be called between two transactions of the writer, when their callers are answered.
    pub(super) fn after_commit(&self, writer: &mut AnyConnection) {
        // A thread that has not looked at the last commit yet will see this one as well.
        self.committed.try_send(()).ok();
        if self.rest_is_due.swap(false, Ordering::Relaxed)
            && let Err(error) = checkpoint(writer, "PASSIVE")
        {
            tracing::warn!(%error, "a checkpoint failed");
        }
    }

    /// To be called when a transaction was not written: the disk may be full. Moving the log as far as
    /// it goes gives its place to the next transactions.
    pub(super) fn after_failure(&self) {
        self.rest_is_due.store(true, Ordering::Relaxed);
    }
}

/// Keeps SQLite from moving pages within the commits of this connection.
pub(super) fn leave_to_the_thread(writer: &mut AnyConnection) -> Result<(), StoreError> {
    // A log that had grown (somebody read for long) is cut back to 16 MiB when it starts over.
    Ok(writer
        .batch_execute("PRAGMA wal_autocheckpoint = 0; PRAGMA journal_size_limit = 16777216")?)
}

/// Moves pages when there are enough of them; whether the log is long then.
fn move_pages(connection: &mut AnyConnection) -> Result<bool, StoreError> {
    let Log { log, checkpointed } = checkpoint(connection, "NOOP")?;
    if log.saturating_sub(checkpointed) < PAGES {
        return Ok(false);
    }
    Ok(checkpoint(connection, "PASSIVE")?.log >= LONG)
}

/// Moves the whole log and cuts it off: the database file alone is complete then, and synced. `false`
/// when somebody still reads from the log.
pub(super) fn settle(connection: &mut AnyConnection) -> Result<bool, StoreError> {
    Ok(checkpoint(connection, "TRUNCATE")?.log == 0)
}

fn checkpoint(connection: &mut AnyConnection, mode: &str) -> Result<Log, StoreError> {
    let query = diesel::sql_query(format!("PRAGMA wal_checkpoint({mode})"));
    with_backend!(connection, connection => Ok(query.get_result(connection)?))
}
