//! The store: every read and every write of the service goes through [`Store`].

mod checkpoints;
mod durability;
mod lookups;
mod postgres;
mod session;
mod sqlite;

use std::sync::Arc;

pub use session::{Reader, Tx};

use domain::ids::PersonId;
use domain::people::Person;
use lookups::Lookups;

use crate::clock::Clock;
use crate::connection::{DatabaseUrl, Pool, pool};
use crate::error::{CommandError, StoreError};
use crate::keyring::Keyring;
use crate::scope::RegionScope;
use crate::{migrations, people, publicity};

/// Whether the effect of a command is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    Commit,
    /// Run every check and the whole command, then roll it back.
    DryRun,
}

/// A handle on the database; cheap to clone.
#[derive(Clone)]
pub struct Store {
    inner: Arc<Inner>,
    people: Arc<Lookups<PersonId, Person>>,
}

struct Inner {
    url: DatabaseUrl,
    pool: Pool,
    /// The single writer of the embedded database; PostgreSQL writes through the pool.
    writer: Option<sqlite::Writer>,
    keyring: Arc<Keyring>,
    clock: Clock,
}

impl Store {
    /// Opens the database. An SQLite file is made and migrated by itself;
    /// a PostgreSQL database must have been migrated by `yongwei migrate`.
    pub fn open(
        url: &DatabaseUrl,
        pool_size: u32,
        keyring: Keyring,
        clock: Clock,
    ) -> Result<Self, StoreError> {
        if url.is_sqlite() {
            migrations::run(url)?;
        } else {
            migrations::require_none_pending(url)?;
        }
        let keyring = Arc::new(keyring);
        let writer = match url {
            DatabaseUrl::Sqlite(_) => Some(sqlite::Writer::start(
                url,
                Arc::clone(&keyring),
                clock.clone(),
            )?),
            DatabaseUrl::Postgres(_) => None,
        };
        let inner = Arc::new(Inner {
            url: url.clone(),
            pool: pool(url, pool_size)?,
            writer,
            keyring,
            clock,
        });
        let people = Lookups::start("people-lookups", Arc::clone(&inner), people::find_all)?;
        Ok(Self {
            inner,
            people: Arc::new(people),
        })
    }

    pub fn clock(&self) -> &Clock {
        &self.inner.clock
    }

    /// `sqlite` or `postgres`, for logs and metrics.
    pub fn backend(&self) -> &'static str {
        if self.inner.url.is_sqlite() {
            "sqlite"
        } else {
            "postgres"
        }
    }

    /// Runs `query` on a pooled connection, off the async threads.
    ///
    /// It may run again when the link to the database was lost.
    pub async fn read<T, E, F>(&self, query: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: CommandError,
        F: FnMut(&mut Reader<'_>) -> Result<T, E> + Send + 'static,
    {
        let inner = Arc::clone(&self.inner);
        blocking(move || inner.read(query)).await
    }

    /// Runs `query` like [`Self::read`], and answers once what it saw is durable.
    ///
    /// For what a caller may remember for good: SQLite shows a commit a moment before its log is
    /// synced, and a power cut in that moment would give its sequence number to another row.
    /// PostgreSQL shows a commit only when it is durable.
    pub async fn read_durable<T, E, F>(&self, query: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: CommandError,
        F: FnMut(&mut Reader<'_>) -> Result<T, E> + Send + 'static,
    {
        let found = self.read(query).await?;
        if let Some(writer) = &self.inner.writer {
            // A command is answered after every commit before it is synced.
            writer.submit(Mode::Commit, |_| Ok::<_, E>(())).await?;
        }
        Ok(found)
    }

    /// The file of that id, when it is within the caller's regions; the read that most requests
    /// make, so that those which arrive together share a statement.
    pub async fn person(
        &self,
        scope: &RegionScope,
        id: PersonId,
    ) -> Result<Option<Person>, StoreError> {
        self.people.find(scope, id).await
    }

    /// Runs `command` in one transaction. When this returns `Ok` in [`Mode::Commit`] the effect is
    /// durable; when it returns `Err` nothing was kept.
    ///
    /// The command may run again after a collision with another transaction.
    pub async fn write<T, E, F>(&self, mode: Mode, command: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: CommandError,
        F: FnMut(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
    {
        let before = publicity::writes();
        let done = self.transact(mode, command).await;
        publicity::settled(before);
        done
    }

    async fn transact<T, E, F>(&self, mode: Mode, command: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: CommandError,
        F: FnMut(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
    {
        if let Some(writer) = &self.inner.writer {
            return writer.submit(mode, command).await;
        }
        let inner = Arc::clone(&self.inner);
        blocking(move || {
            postgres::transact(&inner.pool, &inner.keyring, &inner.clock, mode, command)
        })
        .await
    }

    /// The keys, for what takes no time.
    pub fn keyring(&self) -> &Keyring {
        &self.inner.keyring
    }

    /// Runs `work` off the async threads with the keys and without a connection: for what takes a
    /// while, such as sealing or opening many bytes.
    pub async fn compute<T, E, F>(&self, work: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: CommandError,
        F: FnOnce(&Keyring) -> Result<T, E> + Send + 'static,
    {
        let keyring = Arc::clone(&self.inner.keyring);
        blocking(move || work(&keyring)).await
    }

    /// Leaves the database in one file, for anyone who copies it while the service is down. To be called
    /// last; a process that was killed leaves its log beside the file, and the next one reads it.
    pub async fn settle(&self) -> Result<(), StoreError> {
        let inner = Arc::clone(&self.inner);
        blocking(move || match inner.url {
            DatabaseUrl::Sqlite(_) => checkpoints::settle(&mut inner.url.connect()?).map(drop),
            DatabaseUrl::Postgres(_) => Ok(()),
        })
        .await
    }

    /// Answers whether the database takes a query now.
    pub async fn ready(&self) -> Result<(), StoreError> {
        self.read(session::ping).await
    }
}

impl Inner {
    fn read<T, E, F>(&self, mut query: F) -> Result<T, E>
    where
        E: CommandError,
        F: FnMut(&mut Reader<'_>) -> Result<T, E>,
    {
        let mut attempts = postgres::attempts(&self.pool);
        loop {
            let mut pooled = postgres::checkout(&self.pool)?;
            let result = query(&mut Reader::new(&mut pooled.connection, &self.keyring));
            match &result {
                Err(error) if postgres::link_lost(error.store_error()) => {
                    pooled.lost = true;
                    if attempts.next().is_none() {
                        return result;
                    }
                }
                _ => return result,
            }
        }
    }
}

/// Runs `work` off the async threads with the caller's tracing span.
#[expect(
    clippy::disallowed_methods,
    reason = "the one helper through which blocking work goes"
)]
async fn blocking<T, E, F>(work: F) -> Result<T, E>
where
    T: Send + 'static,
    E: CommandError,
    F: FnOnce() -> Result<T, E> + Send + 'static,
{
    let span = tracing::Span::current();
    match tokio::task::spawn_blocking(move || span.in_scope(work)).await {
        Ok(result) => result,
        Err(_) => Err(StoreError::Panicked.into()),
    }
}
