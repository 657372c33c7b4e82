//! The single writer of SQLite: many commands, one commit.
//!
//! A commit costs one `fsync`, a command costs microseconds. The writer thread therefore takes all
//! commands that wait and runs them in one transaction; they are answered once the commit is durable
//! (see [`super::durability`]). A command that has changed something and must be undone is rare; then
//! the whole transaction is rolled back, and each of its commands runs again in one of its own. A
//! savepoint around every command would make that cheaper and everything else dearer.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::thread;

use diesel::connection::{AnsiTransactionManager, TransactionManager};
use diesel::{Connection, RunQueryDsl};
use tokio::sync::{mpsc, oneshot};
use tracing::Span;

use super::Mode;
use super::checkpoints::{self, Checkpoints};
use super::durability::{self, Durability};
use super::session::Tx;
use crate::clock::Clock;
use crate::connection::{AnyConnection, DatabaseUrl, with_backend};
use crate::error::{CommandError, StoreError};
use crate::keyring::Keyring;

/// Commands in one commit at the most, which bounds how long the first of them waits.
const BATCH: usize = 128;
/// Commands that may wait; further callers wait for a place.
const QUEUE: usize = 1024;

pub(super) struct Writer {
    queue: mpsc::Sender<Box<dyn Job>>,
}

/// What has to happen with what a command did.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Ended {
    Accepted,
    /// Undo what it changed, if anything.
    Refused,
    /// Undo it: a dry run, a panic, or a statement after which nothing is certain.
    Undo,
}

pub(super) type Jobs = Vec<Box<dyn Job>>;

/// A command on its way through the writer, its types hidden.
pub(super) trait Job: Send {
    fn is_dry_run(&self) -> bool;
    /// Runs in the open transaction and keeps the result.
    fn run(&mut self, connection: &mut AnyConnection, keyring: &Keyring, clock: &Clock) -> Ended;
    /// Answers the caller: with the result, or with the failure of the transaction.
    fn answer(self: Box<Self>, ended: Result<(), String>);
}

struct Pending<T, E, F> {
    body: F,
    mode: Mode,
    span: Span,
    result: Option<Result<T, E>>,
    reply: oneshot::Sender<Result<T, E>>,
}

impl<T, E, F> Job for Pending<T, E, F>
where
    T: Send,
    E: CommandError,
    F: FnMut(&mut Tx<'_>) -> Result<T, E> + Send,
{
    fn is_dry_run(&self) -> bool {
        self.mode == Mode::DryRun
    }

    fn run(&mut self, connection: &mut AnyConnection, keyring: &Keyring, clock: &Clock) -> Ended {
        let body = &mut self.body;
        let result = self.span.in_scope(|| {
            let mut tx = Tx::new(connection, keyring, clock.now());
            // Caught, so that the thread lives on.
            catch_unwind(AssertUnwindSafe(|| body(&mut tx)))
                .unwrap_or_else(|_| Err(StoreError::Panicked.into()))
        });
        let ended = match (&result, self.mode) {
            (_, Mode::DryRun) => Ended::Undo,
            (Ok(_), Mode::Commit) => Ended::Accepted,
            (Err(error), Mode::Commit) if error.store_error().is_some() => Ended::Undo,
            (Err(_), Mode::Commit) => Ended::Refused,
        };
        self.result = Some(result);
        ended
    }

    fn answer(self: Box<Self>, ended: Result<(), String>) {
        let result = match (self.result, ended) {
            (Some(Ok(_)), Err(cause)) => Err(StoreError::Unavailable(cause).into()),
            (Some(result), _) => result,
            (None, cause) => Err(StoreError::Unavailable(cause.err().unwrap_or_default()).into()),
        };
        // A caller who has gone away needs no answer.
        drop(self.reply.send(result));
    }
}

impl Writer {
    /// Starts the thread with a connection of its own.
    pub(super) fn start(
        url: &DatabaseUrl,
        keyring: Arc<Keyring>,
        clock: Clock,
    ) -> Result<Self, StoreError> {
        let DatabaseUrl::Sqlite(path) = url else {
            return Err(StoreError::Configuration(
                "the single writer is for SQLite".to_owned(),
            ));
        };
        let mut connection = url.connect()?;
        let mut thread = Thread {
            durability: Durability::start(path, &mut connection)?,
            checkpoints: Checkpoints::start(url, &mut connection)?,
            connection,
            url: url.clone(),
            keyring,
            clock,
        };
        let (queue, mut waiting) = mpsc::channel::<Box<dyn Job>>(QUEUE);
        thread::Builder::new()
            .name("sqlite-writer".to_owned())
            .spawn(move || {
                let mut batch = Vec::with_capacity(BATCH);
                while waiting.blocking_recv_many(&mut batch, BATCH) > 0 {
                    thread.serve(&mut batch);
                }
            })
            .map_err(|error| StoreError::Unavailable(error.to_string()))?;
        Ok(Self { queue })
    }

    /// Queues a command and waits for its durable result.
    pub(super) async fn submit<T, E, F>(&self, mode: Mode, body: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: CommandError,
        F: FnMut(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
    {
        let (reply, answer) = oneshot::channel();
        let job = Box::new(Pending {
            body,
            mode,
            span: Span::current(),
            result: None,
            reply,
        });
        let stopped = || StoreError::Unavailable("the writer has stopped".to_owned());
        self.queue.send(job).await.map_err(|_| stopped())?;
        answer.await.unwrap_or_else(|_| Err(stopped().into()))
    }
}

struct Thread {
    url: DatabaseUrl,
    connection: AnyConnection,
    durability: Durability,
    checkpoints: Checkpoints,
    keyring: Arc<Keyring>,
    clock: Clock,
}

impl Thread {
    /// Runs what waits and answers it. Dry runs go alone: they are undone in any case.
    fn serve(&mut self, batch: &mut Vec<Box<dyn Job>>) {
        let (dry_runs, kept): (Vec<_>, Vec<_>) = batch.drain(..).partition(|job| job.is_dry_run());
        self.serve_together(kept);
        for job in dry_runs {
            self.serve_together(vec![job]);
        }
        self.checkpoints.after_commit(&mut self.connection);
    }

    /// Runs commands in one transaction and answers them; or one by one, when that one had to be
    /// rolled back.
    fn serve_together(&mut self, mut jobs: Jobs) {
        if jobs.is_empty() {
            return;
        }
        let ended = match self.transact(&mut jobs) {
            Ok(true) => {
                self.durability.answer(jobs);
                return;
            }
            // The result of one command stands, with nothing kept.
            Ok(false) if jobs.len() == 1 => Ok(()),
            Ok(false) => {
                for job in jobs {
                    self.serve_together(vec![job]);
                }
                return;
            }
            Err(error) => {
                tracing::error!(%error, commands = jobs.len(), "a group commit failed");
                self.roll_back();
                Err(error.to_string())
            }
        };
        for job in jobs {
            job.answer(ended.clone());
        }
    }

    /// Runs commands in one transaction. `false` when one had to be undone: nothing was kept.
    fn transact(&mut self, jobs: &mut [Box<dyn Job>]) -> Result<bool, StoreError> {
        self.make_certain()?;
        begin_immediate(&mut self.connection)?;
        for job in jobs {
            let before = total_changes(&mut self.connection)?;
            let ended = job.run(&mut self.connection, &self.keyring, &self.clock);
            let undo = match ended {
                Ended::Accepted => false,
                Ended::Refused => total_changes(&mut self.connection)? != before,
                Ended::Undo => true,
            };
            if undo {
                self.roll_back();
                return Ok(false);
            }
        }
        <AnyConnection as Connection>::TransactionManager::commit_transaction(
            &mut self.connection,
        )?;
        Ok(true)
    }

    /// After a failed sync: has everything on the disk before anything is added to it.
    fn make_certain(&mut self) -> Result<(), StoreError> {
        if self.durability.is_uncertain() {
            if !checkpoints::settle(&mut self.connection)? {
                return Err(StoreError::Unavailable(
                    "the log of the database is still read".to_owned(),
                ));
            }
            self.durability.log_was_moved();
        }
        Ok(())
    }

    /// Ends the transaction, whatever state it is in. SQLite has already rolled back after some
    /// failures (a full disk), and diesel then takes the connection for broken: a new one helps.
    fn roll_back(&mut self) {
        let rolled_back = <AnyConnection as Connection>::TransactionManager::rollback_transaction(
            &mut self.connection,
        );
        if rolled_back.is_ok() {
            return;
        }
        self.checkpoints.after_failure();
        let reconnected = self.url.connect().and_then(|mut connection| {
            durability::leave_to_the_thread(&mut connection)?;
            checkpoints::leave_to_the_thread(&mut connection)?;
            Ok(connection)
        });
        match reconnected {
            Ok(connection) => self.connection = connection,
            Err(error) => tracing::error!(%error, "the writer has no connection"),
        }
    }
}

/// Takes the write lock at once: a transaction that reads first and writes later fails with
/// 'database is locked' when another process (the command line) wrote in between.
fn begin_immediate(connection: &mut AnyConnection) -> Result<(), StoreError> {
    match connection {
        AnyConnection::Sqlite(sqlite) => Ok(AnsiTransactionManager::begin_transaction_sql(
            sqlite,
            "BEGIN IMMEDIATE",
        )?),
        AnyConnection::Postgres(_) => Err(StoreError::Configuration(
            "the single writer is for SQLite".to_owned(),
        )),
    }
}

mod sql {
    diesel::define_sql_function! {
        fn total_changes() -> diesel::sql_types::BigInt;
    }
}

/// Rows that the connection has changed since it was opened.
fn total_changes(connection: &mut AnyConnection) -> Result<i64, StoreError> {
    with_backend!(connection, connection => {
        Ok(diesel::select(sql::total_changes()).get_result(connection)?)
    })
}
