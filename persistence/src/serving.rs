//! Which processes serve a database now. On PostgreSQL there may be several: each enters itself and
//! says again and again that it lives. An SQLite file has one, which holds a lock on the file beside it.

use std::fs::{File, OpenOptions, TryLockError};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

use chrono::{DateTime, Duration, Utc};
use uuid::Uuid;

use crate::clock::Clock;
use crate::connection::DatabaseUrl;
use crate::prelude::*;
use crate::schema::serving_processes as processes;

/// A process that was not seen for so long is taken for dead.
pub const DEAD_AFTER: Duration = Duration::seconds(15);

/// A process that serves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Process {
    pub id: Uuid,
    /// Tells its policy file from every other.
    pub policy: String,
    pub public_url: String,
    /// By the time of day.
    pub started_at: DateTime<Utc>,
}

/// Whoever enters or looks who is there does so one after the other.
pub fn lock(tx: &mut Tx<'_>) -> Result<(), StoreError> {
    tx.lock(b"serving-processes")
}

/// The living processes other than this one, the oldest first.
pub fn others(reader: &mut Reader<'_>, own: Uuid) -> Result<Vec<Process>, StoreError> {
    type Row = (Col<Uuid>, String, String, Col<DateTime<Utc>>);
    let rows: Vec<Row> = processes::table
        .filter(processes::id.ne(own.to_string()))
        .filter(processes::seen_at.gt(Col(Clock::real_now() - DEAD_AFTER)))
        .order((processes::started_at.asc(), processes::id.asc()))
        .select((
            processes::id,
            processes::policy,
            processes::public_url,
            processes::started_at,
        ))
        .load(reader.connection)?;
    let process = |(id, policy, public_url, started_at): Row| Process {
        id: id.0,
        policy,
        public_url,
        started_at: started_at.0,
    };
    Ok(rows.into_iter().map(process).collect())
}

/// Says that the process lives, whether it was entered before or not.
pub fn renew(tx: &mut Tx<'_>, process: &Process) -> Result<(), StoreError> {
    let now = Clock::real_now();
    let row = processes::table.find(process.id.to_string());
    let renewed = diesel::update(row)
        .set(processes::seen_at.eq(Col(now)))
        .execute(tx.connection)?;
    if renewed == 0 {
        diesel::insert_into(processes::table)
            .values((
                processes::id.eq(Col(process.id)),
                processes::policy.eq(&process.policy),
                processes::public_url.eq(&process.public_url),
                processes::started_at.eq(Col(process.started_at)),
                processes::seen_at.eq(Col(now)),
            ))
            .execute(tx.connection)?;
    }
    Ok(())
}

/// Removes a process that ends, and with it all that are long dead.
pub fn leave(tx: &mut Tx<'_>, own: Uuid) -> Result<(), StoreError> {
    let dead = processes::seen_at.lt(Col(Clock::real_now() - DEAD_AFTER));
    diesel::delete(processes::table.filter(dead.or(processes::id.eq(own.to_string()))))
        .execute(tx.connection)?;
    Ok(())
}

/// That this process alone serves an SQLite file, for as long as the value lives; the system lets go of
/// it when a process dies, however that comes about.
#[derive(Debug)]
pub struct Alone {
    _locked: File,
}

/// Takes an SQLite file for this process; `None` on PostgreSQL, which serves several.
pub fn alone(url: &DatabaseUrl) -> Result<Option<Alone>, StoreError> {
    let DatabaseUrl::Sqlite(path) = url else {
        return Ok(None);
    };
    // One file may be reached by several paths. It is locked by another beside it, because SQLite loses
    // its own locks when a file is closed that it has open.
    let path = Path::new(path)
        .canonicalize()
        .unwrap_or_else(|_| path.into());
    let mut beside = path.clone().into_os_string();
    beside.push(".serving");
    let refused = |why: &dyn std::fmt::Display| {
        StoreError::Configuration(format!("{}: {why}", path.display()))
    };
    let file = OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(false)
        .mode(0o600)
        .open(&beside)
        .map_err(|error| refused(&error))?;
    match file.try_lock() {
        Ok(()) => Ok(Some(Alone { _locked: file })),
        Err(TryLockError::WouldBlock) => Err(refused(
            &"another process serves this file already; an SQLite file has one process: end the \
              other first, or use PostgreSQL for several",
        )),
        Err(TryLockError::Error(error)) => Err(refused(&error)),
    }
}
