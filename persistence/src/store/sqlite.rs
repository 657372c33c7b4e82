//! The single writer of SQLite: many commands, one commit.
//!
//! A commit costs one `fsync`, a command costs microseconds. The writer thread therefore takes all
//! commands that wait, runs each in a savepoint of its own inside one transaction, and answers
//! them after the commit: each is durable when acknowledged and undone alone when refused.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::thread;

use diesel::Connection;
use diesel::connection::{AnsiTransactionManager, TransactionManager};
use tokio::sync::{mpsc, oneshot};
use tracing::Span;

use super::Mode;
use super::session::{Tx, command};
use crate::clock::Clock;
use crate::connection::{AnyConnection, DatabaseUrl};
use crate::error::{CommandError, StoreError};
use crate::keyring::Keyring;

/// Commands in one commit at the most, which bounds how long the first of them waits.
const BATCH: usize = 128;
/// Commands that may wait; further callers wait for a place.
const QUEUE: usize = 1024;

pub(super) struct Writer {
    queue: mpsc::Sender<Box<dyn Job>>,
}

/// A command on its way through the writer, its types hidden.
trait Job: Send {
    /// Runs in a savepoint and keeps the result.
    fn run(&mut self, connection: &mut AnyConnection, keyring: &Keyring, clock: &Clock);
    /// Answers the caller: with the result, or with the failure of the commit.
    fn answer(self: Box<Self>, committed: Result<(), String>);
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
    fn run(&mut self, connection: &mut AnyConnection, keyring: &Keyring, clock: &Clock) {
        let (body, mode) = (&mut self.body, self.mode);
        self.result = Some(self.span.in_scope(|| {
            command(connection, keyring, clock.now(), mode, |tx| {
                // Caught inside the savepoint, so that it is rolled back and the thread lives on.
                catch_unwind(AssertUnwindSafe(|| body(tx)))
                    .unwrap_or_else(|_| Err(StoreError::Panicked.into()))
            })
        }));
    }

    fn answer(self: Box<Self>, committed: Result<(), String>) {
        let result = match (self.result, committed) {
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
        let mut connection = url.connect()?;
        let (queue, mut waiting) = mpsc::channel::<Box<dyn Job>>(QUEUE);
        thread::Builder::new()
            .name("sqlite-writer".to_owned())
            .spawn(move || {
                let mut batch = Vec::with_capacity(BATCH);
                while waiting.blocking_recv_many(&mut batch, BATCH) > 0 {
                    commit(&mut connection, &keyring, &clock, &mut batch);
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

/// Runs a batch in one transaction and answers every command in it.
fn commit(
    connection: &mut AnyConnection,
    keyring: &Keyring,
    clock: &Clock,
    batch: &mut Vec<Box<dyn Job>>,
) {
    let committed = run_batch(connection, keyring, clock, batch).map_err(|error| {
        tracing::error!(%error, commands = batch.len(), "a group commit failed");
        error.to_string()
    });
    for job in batch.drain(..) {
        job.answer(committed.clone());
    }
}

fn run_batch(
    connection: &mut AnyConnection,
    keyring: &Keyring,
    clock: &Clock,
    batch: &mut [Box<dyn Job>],
) -> Result<(), StoreError> {
    begin_immediate(connection)?;
    for job in batch {
        job.run(connection, keyring, clock);
    }
    let committed = end(connection);
    if committed.is_err() {
        // The file must not stay locked; a failed commit has often rolled back by itself.
        drop(roll_back(connection));
    }
    committed
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

fn end(connection: &mut AnyConnection) -> Result<(), StoreError> {
    Ok(<AnyConnection as Connection>::TransactionManager::commit_transaction(connection)?)
}

fn roll_back(connection: &mut AnyConnection) -> Result<(), StoreError> {
    Ok(<AnyConnection as Connection>::TransactionManager::rollback_transaction(connection)?)
}
