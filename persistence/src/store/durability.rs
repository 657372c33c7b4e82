//! Makes commits of SQLite durable and answers them, while the writer runs the next ones.
//!
//! With `synchronous = NORMAL` a commit is written to the log and not yet synced: SQLite keeps the
//! order of things, so that a crash loses the youngest commits and nothing else. Nobody is answered
//! before the sync, hence nothing that was acknowledged is lost; a thread of its own waits for the
//! disk, and one sync serves every batch that was committed meanwhile.

use std::fs::{File, OpenOptions};
use std::thread;

use diesel::connection::SimpleConnection;
use tokio::sync::mpsc;

use super::sqlite::Jobs;
use crate::connection::AnyConnection;
use crate::error::StoreError;

/// Batches that may wait for their sync; the writer waits when there are more.
const QUEUE: usize = 4;

/// The thread that syncs and answers.
pub(super) struct Durability {
    committed: mpsc::Sender<Jobs>,
}

impl Durability {
    /// Starts the thread for the log of the database at `path`, and takes the syncing from `writer`.
    pub(super) fn start(path: &str, writer: &mut AnyConnection) -> Result<Self, StoreError> {
        leave_to_the_thread(writer)?;
        let log = log(path)?;
        let (committed, mut waiting) = mpsc::channel::<Jobs>(QUEUE);
        thread::Builder::new()
            .name("sqlite-sync".to_owned())
            .spawn(move || {
                let mut batches = Vec::with_capacity(QUEUE);
                while waiting.blocking_recv_many(&mut batches, QUEUE) > 0 {
                    let synced = log.sync_data().map_err(|error| {
                        tracing::error!(%error, "the log of the database was not synced");
                        error.to_string()
                    });
                    for job in batches.drain(..).flatten() {
                        job.answer(synced.clone());
                    }
                }
            })
            .map_err(|error| StoreError::Unavailable(error.to_string()))?;
        Ok(Self { committed })
    }

    /// Answers commands that were committed, as soon as they are durable.
    pub(super) fn answer(&self, committed: Jobs) {
        if let Err(mpsc::error::SendError(jobs)) = self.committed.blocking_send(committed) {
            for job in jobs {
                job.answer(Err("the syncing thread has stopped".to_owned()));
            }
        }
    }
}

/// Keeps SQLite from waiting for the disk within the commits of this connection.
pub(super) fn leave_to_the_thread(writer: &mut AnyConnection) -> Result<(), StoreError> {
    // The query makes SQLite open the log.
    Ok(writer.batch_execute("PRAGMA synchronous = NORMAL; SELECT count(*) FROM sqlite_schema")?)
}

/// The log lies beside the database and lives as long as a connection is open; SQLite holds no
/// lock on it that opening and closing it could break.
fn log(path: &str) -> Result<File, StoreError> {
    let path = format!("{path}-wal");
    OpenOptions::new()
        .write(true)
        .open(&path)
        .map_err(|error| StoreError::Unavailable(format!("{path}: {error}")))
}
