//! Makes commits of SQLite durable and answers them, while the writer runs the next ones.
//!
//! With `synchronous = NORMAL` a commit is written to the log and not yet synced: SQLite keeps the
//! order of things, so that a crash loses the youngest commits and nothing else. Nobody is answered
//! before the sync, hence nothing that was acknowledged is lost; a thread of its own waits for the
//! disk, and one sync serves every batch that was committed meanwhile.
//!
//! A sync that fails says of nothing in the log whether it is on the disk, and the next one may
//! succeed all the same: the system reports the failure once and forgets it. So nobody is answered
//! with success any more until the writer has moved the whole log into the database file.

use std::fs::{File, OpenOptions};
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
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
    uncertain: Arc<AtomicBool>,
}

impl Durability {
    /// Starts the thread for the log of the database at `path`, and takes the syncing from `writer`.
    pub(super) fn start(path: &str, writer: &mut AnyConnection) -> Result<Self, StoreError> {
        leave_to_the_thread(writer)?;
        let log = log(path)?;
        Self::with(move || log.sync_data())
    }

    fn with(mut sync: impl FnMut() -> io::Result<()> + Send + 'static) -> Result<Self, StoreError> {
        let (committed, mut waiting) = mpsc::channel::<Jobs>(QUEUE);
        let uncertain = Arc::new(AtomicBool::new(false));
        let failed = Arc::clone(&uncertain);
        thread::Builder::new()
            .name("sqlite-sync".to_owned())
            .spawn(move || {
                let mut batches = Vec::with_capacity(QUEUE);
                while waiting.blocking_recv_many(&mut batches, QUEUE) > 0 {
                    let synced = if failed.load(Ordering::Acquire) {
                        Err("the log of the database may not be on the disk".to_owned())
                    } else {
                        sync().map_err(|error| {
                            failed.store(true, Ordering::Release);
                            tracing::error!(%error, "the log of the database was not synced");
                            error.to_string()
                        })
                    };
                    for job in batches.drain(..).flatten() {
                        job.answer(synced.clone());
                    }
                }
            })
            .map_err(|error| StoreError::Unavailable(error.to_string()))?;
        Ok(Self {
            committed,
            uncertain,
        })
    }

    /// Whether a sync has failed, so that what is in the log may not be on the disk.
    pub(super) fn is_uncertain(&self) -> bool {
        self.uncertain.load(Ordering::Acquire)
    }

    /// To be called when everything in the log was moved into the database file and synced there.
    pub(super) fn log_was_moved(&self) {
        self.uncertain.store(false, Ordering::Release);
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

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{Receiver, Sender, channel};

    use super::super::sqlite::{Ended, Job};
    use super::*;
    use crate::clock::Clock;
    use crate::keyring::Keyring;

    /// A command that was committed.
    struct Committed(Sender<Result<(), String>>);

    impl Job for Committed {
        fn is_dry_run(&self) -> bool {
            false
        }

        fn run(&mut self, _: &mut AnyConnection, _: &Keyring, _: &Clock) -> Ended {
            Ended::Accepted
        }

        fn answer(self: Box<Self>, ended: Result<(), String>) {
            self.0.send(ended).unwrap();
        }
    }

    fn commit(durability: &Durability) -> Receiver<Result<(), String>> {
        let (sender, answer) = channel();
        durability.answer(vec![Box::new(Committed(sender))]);
        answer
    }

    #[test]
    fn after_a_failed_sync_nothing_is_acknowledged_until_the_log_was_moved() {
        let mut syncs = 0;
        let durability = Durability::with(move || {
            syncs += 1;
            if syncs == 2 {
                return Err(io::Error::other("the disk is gone"));
            }
            Ok(())
        })
        .unwrap();
        let acknowledged = || commit(&durability).recv().unwrap().is_ok();
        assert!(acknowledged());
        assert!(!acknowledged());
        assert!(durability.is_uncertain());
        assert!(!acknowledged(), "the next sync succeeds, and says nothing");
        durability.log_was_moved();
        assert!(acknowledged());
    }
}
