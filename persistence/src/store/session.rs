//! What a query and a command get in hand.

use std::ops::{Deref, DerefMut};
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::connection::SimpleConnection;
use diesel::{Connection, RunQueryDsl};
use domain::calendar::HolidayCalendar;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::Mode;
use crate::calendar;
use crate::clock::uuid_at;
use crate::connection::AnyConnection;
use crate::error::{CommandError, StoreError};
use crate::keyring::Keyring;

/// A connection for reading, with the keys that open sealed fields.
pub struct Reader<'a> {
    pub(crate) connection: &'a mut AnyConnection,
    pub(crate) keyring: &'a Keyring,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(connection: &'a mut AnyConnection, keyring: &'a Keyring) -> Self {
        Self {
            connection,
            keyring,
        }
    }

    pub fn keyring(&self) -> &'a Keyring {
        self.keyring
    }
}

/// Asks the database the least thing there is.
pub(super) fn ping(reader: &mut Reader<'_>) -> Result<(), StoreError> {
    Ok(reader.connection.batch_execute("SELECT 1")?)
}

/// A transaction: a [`Reader`] that may also write, at one instant.
pub struct Tx<'a> {
    reader: Reader<'a>,
    now: DateTime<Utc>,
    calendar: Option<Arc<HolidayCalendar>>,
}

impl<'a> Tx<'a> {
    /// The transaction that is open on `connection`.
    pub(super) fn new(
        connection: &'a mut AnyConnection,
        keyring: &'a Keyring,
        now: DateTime<Utc>,
    ) -> Self {
        Self {
            reader: Reader::new(connection, keyring),
            now,
            calendar: None,
        }
    }

    /// The instant of the transaction, in UTC, cut to milliseconds.
    pub fn now(&self) -> DateTime<Utc> {
        self.now
    }

    /// The same transaction as of another instant: the demonstration enters what happened on earlier days.
    pub fn at(&mut self, now: DateTime<Utc>) -> Tx<'_> {
        Tx::new(self.reader.connection, self.reader.keyring, now)
    }

    /// The legal date of the transaction, in Beijing time.
    pub fn today(&self) -> NaiveDate {
        domain::calendar::beijing_date(self.now)
    }

    /// A new typed id that sorts by the transaction's time.
    pub fn new_id<I: From<Uuid>>(&self) -> I {
        uuid_at(self.now).into()
    }

    /// Runs `part` so that its changes alone are undone when it fails, on both databases.
    pub fn savepoint<T, E, F>(&mut self, part: F) -> Result<T, E>
    where
        E: CommandError,
        F: FnOnce(&mut Tx<'_>) -> Result<T, E>,
    {
        let (keyring, now) = (self.keyring, self.now);
        scoped(self.reader.connection, Mode::Commit, |connection| {
            part(&mut Tx::new(connection, keyring, now))
        })
    }

    /// Serialises the transactions that decide on the same `subject` until they end.
    ///
    /// SQLite has one writer, so there is nothing to wait for.
    pub fn lock(&mut self, subject: &[u8]) -> Result<(), StoreError> {
        let key = lock_key(subject);
        if let AnyConnection::Postgres(connection) = self.reader.connection {
            diesel::sql_query("SELECT pg_advisory_xact_lock($1)")
                .bind::<diesel::sql_types::BigInt, _>(key)
                .execute(connection)?;
        }
        Ok(())
    }

    /// The calendar in force, by which this transaction reckons: nobody changes it before the transaction
    /// has ended.
    pub fn calendar(&mut self) -> Result<Arc<HolidayCalendar>, StoreError> {
        if let Some(calendar) = &self.calendar {
            return Ok(Arc::clone(calendar));
        }
        if let AnyConnection::Postgres(connection) = self.reader.connection {
            diesel::sql_query("SELECT pg_advisory_xact_lock_shared($1)")
                .bind::<diesel::sql_types::BigInt, _>(lock_key(calendar::LOCK))
                .execute(connection)?;
        }
        let calendar = calendar::in_force(self)?;
        self.calendar = Some(Arc::clone(&calendar));
        Ok(calendar)
    }

    /// Waits for every transaction that reckons by the calendar, so that it can be changed. To be called
    /// before [`Tx::calendar`], or two that do so would wait for each other.
    pub fn lock_calendar(&mut self) -> Result<(), StoreError> {
        self.lock(calendar::LOCK)
    }

    /// Has the calendar read again after it was changed.
    pub(crate) fn forget_calendar(&mut self) {
        self.calendar = None;
    }

    /// Like [`Tx::lock`], but answers `false` at once when another transaction holds it.
    pub fn try_lock(&mut self, subject: &[u8]) -> Result<bool, StoreError> {
        let key = lock_key(subject);
        match self.reader.connection {
            AnyConnection::Postgres(connection) => {
                let taken: bool = diesel::select(diesel::dsl::sql::<diesel::sql_types::Bool>(
                    &format!("pg_try_advisory_xact_lock({key})"),
                ))
                .get_result(connection)?;
                Ok(taken)
            }
            AnyConnection::Sqlite(_) => Ok(true),
        }
    }
}

impl<'a> Deref for Tx<'a> {
    type Target = Reader<'a>;

    fn deref(&self) -> &Reader<'a> {
        &self.reader
    }
}

impl<'a> DerefMut for Tx<'a> {
    fn deref_mut(&mut self) -> &mut Reader<'a> {
        &mut self.reader
    }
}

/// Why a transaction or savepoint ends without being kept.
enum Rollback<T, E> {
    /// The command asked for it, or it was a dry run: its result.
    Wanted(Result<T, E>),
    /// The database failed to begin, release or commit.
    Failed(StoreError),
}

impl<T, E> From<diesel::result::Error> for Rollback<T, E> {
    fn from(error: diesel::result::Error) -> Self {
        Self::Failed(error.into())
    }
}

/// Runs `part` in a transaction, or in a savepoint when one is open already.
pub(super) fn scoped<T, E, F>(connection: &mut AnyConnection, mode: Mode, part: F) -> Result<T, E>
where
    E: CommandError,
    F: FnOnce(&mut AnyConnection) -> Result<T, E>,
{
    let outcome = connection.transaction(|connection| match (part(connection), mode) {
        (Ok(value), Mode::Commit) => Ok(value),
        (result, _) => Err(Rollback::Wanted(result)),
    });
    match outcome {
        Ok(value) => Ok(value),
        Err(Rollback::Wanted(result)) => result,
        Err(Rollback::Failed(error)) => Err(error.into()),
    }
}

/// Runs a whole command at the instant `now`.
pub(super) fn command<T, E, F>(
    connection: &mut AnyConnection,
    keyring: &Keyring,
    now: DateTime<Utc>,
    mode: Mode,
    body: F,
) -> Result<T, E>
where
    E: CommandError,
    F: FnOnce(&mut Tx<'_>) -> Result<T, E>,
{
    scoped(connection, mode, |connection| {
        body(&mut Tx::new(connection, keyring, now))
    })
}

/// Folds a subject into the 64 bits of an advisory lock.
fn lock_key(subject: &[u8]) -> i64 {
    let digest = Sha256::digest(subject);
    let mut bytes = [0_u8; 8];
    for (to, from) in bytes.iter_mut().zip(digest.iter()) {
        *to = *from;
    }
    i64::from_be_bytes(bytes)
}
