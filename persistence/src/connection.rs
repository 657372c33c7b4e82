//! One connection type for both databases, chosen by the scheme of the URL.

use std::fmt;
use std::fs::OpenOptions;
use std::io::ErrorKind;
use std::os::unix::fs::OpenOptionsExt as _;
use std::time::Duration;

use diesel::connection::SimpleConnection;
use diesel::r2d2::{ManageConnection, R2D2Connection};
use diesel::{Connection, PgConnection, SqliteConnection};

use crate::error::StoreError;

/// A connection to either database; queries written against it run on both.
#[derive(diesel::MultiConnection)]
pub enum AnyConnection {
    Postgres(PgConnection),
    /// SQLite, the embedded default.
    Sqlite(SqliteConnection),
}

/// Runs one body against whichever database stands behind an [`AnyConnection`].
///
/// For the few statements that diesel cannot build through the enum (upsert, multi-row insert):
/// write one body that compiles for both, not two dialects.
macro_rules! with_backend {
    ($connection:expr, $inner:ident => $body:expr) => {
        match $connection {
            $crate::connection::AnyConnection::Postgres($inner) => $body,
            $crate::connection::AnyConnection::Sqlite($inner) => $body,
        }
    };
}
pub(crate) use with_backend;

/// Inserts a row by a statement that keeps its prepared form.
macro_rules! insert {
    ($connection:expr, $table:expr, $row:expr) => {
        $crate::connection::with_backend!(&mut *$connection, connection => {
            diesel::insert_into($table).values($row).execute(connection)
        })
    };
}
pub(crate) use insert;

/// Inserts rows: on PostgreSQL in one statement, which saves round trips; on SQLite one by one, since
/// in the same process a statement that is prepared already beats one that is built for so many rows.
macro_rules! insert_all {
    ($connection:expr, $table:expr, $rows:expr) => {{
        let rows: Vec<_> = $rows;
        match $connection {
            $crate::connection::AnyConnection::Postgres(connection) => diesel::insert_into($table)
                .values(rows)
                .execute(connection)
                .map(drop),
            $crate::connection::AnyConnection::Sqlite(connection) => {
                rows.into_iter().try_for_each(|row| {
                    diesel::insert_into($table)
                        .values(row)
                        .execute(connection)
                        .map(drop)
                })
            }
        }
    }};
}
pub(crate) use insert_all;

#[derive(Clone, PartialEq, Eq)]
pub enum DatabaseUrl {
    /// `postgres://…`, as libpq takes it.
    Postgres(String),
    /// `sqlite:PATH`: the path of the database file.
    Sqlite(String),
}

/// Without the URL of PostgreSQL, which holds a password.
impl fmt::Debug for DatabaseUrl {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Postgres(_) => formatter.write_str("Postgres(…)"),
            Self::Sqlite(path) => write!(formatter, "Sqlite({path})"),
        }
    }
}

impl DatabaseUrl {
    /// Parses `sqlite:PATH`, `postgres://…` or `postgresql://…`.
    ///
    /// Any other scheme is refused, so that a typing error never makes an empty SQLite file.
    pub fn parse(url: &str) -> Result<Self, StoreError> {
        let unusable = |what: &str| {
            StoreError::Configuration(format!(
                "{what}; write sqlite:PATH (such as sqlite:data/yongwei.db) or \
                 postgres://USER:PASSWORD@HOST/DATABASE"
            ))
        };
        match url.split_once(':') {
            Some(("sqlite", path)) => {
                let path = path.strip_prefix("//").unwrap_or(path);
                if path.is_empty() || path.contains(":memory:") {
                    return Err(unusable("the URL names no file"));
                }
                Ok(Self::Sqlite(path.to_owned()))
            }
            Some(("postgres" | "postgresql", rest)) if rest.starts_with("//") => {
                Ok(Self::Postgres(url.to_owned()))
            }
            Some((scheme, _)) if scheme.bytes().all(|byte| byte.is_ascii_alphanumeric()) => Err(
                unusable(&format!("the scheme `{scheme}:` is not supported")),
            ),
            _ => Err(unusable("this is not a database URL")),
        }
    }

    /// Opens and prepares one connection.
    pub fn connect(&self) -> Result<AnyConnection, StoreError> {
        match self {
            Self::Postgres(url) => {
                let mut connection = PgConnection::establish(url)
                    .map_err(|error| StoreError::Unavailable(error.to_string()))?;
                connection
                    .batch_execute("SET TIME ZONE 'UTC'; SET lock_timeout = '10s'; SET statement_timeout = '30s'; SET idle_in_transaction_session_timeout = '30s'")
                    .map_err(|error| StoreError::Unavailable(error.to_string()))?;
                Ok(AnyConnection::Postgres(connection))
            }
            Self::Sqlite(path) => {
                let out_of_reach = |error: &dyn fmt::Display| {
                    StoreError::Unavailable(format!(
                        "{path}: {error}; see that its folder can be written and its disk has room"
                    ))
                };
                make_private(path).map_err(|error| out_of_reach(&error))?;
                let mut connection =
                    SqliteConnection::establish(path).map_err(|error| out_of_reach(&error))?;
                // The order matters: switching to WAL takes a lock, and without a busy timeout
                // two connections that start together fail with 'database is locked'.
                connection
                    .batch_execute(
                        "PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
                         PRAGMA foreign_keys = ON; PRAGMA mmap_size = 1073741824; PRAGMA temp_store = MEMORY",
                    )
                    .map_err(|error| out_of_reach(&error))?;
                Ok(AnyConnection::Sqlite(connection))
            }
        }
    }

    pub fn is_sqlite(&self) -> bool {
        matches!(self, Self::Sqlite(_))
    }
}

/// Makes the file of a new database readable by its owner only, before anything is in it. SQLite
/// gives the mode of the database to the files that it makes beside it (`-wal`, `-shm`).
fn make_private(path: &str) -> std::io::Result<()> {
    let made = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path);
    match made {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(error),
        _ => Ok(()),
    }
}

/// A pooled connection that remembers that its link was lost.
pub(crate) struct Pooled {
    pub(crate) connection: AnyConnection,
    pub(crate) lost: bool,
}

#[derive(Debug)]
pub(crate) struct Manager(pub(crate) DatabaseUrl);

impl ManageConnection for Manager {
    type Connection = Pooled;
    type Error = StoreError;

    fn connect(&self) -> Result<Pooled, StoreError> {
        Ok(Pooled {
            connection: self.0.connect()?,
            lost: false,
        })
    }

    fn is_valid(&self, pooled: &mut Pooled) -> Result<(), StoreError> {
        pooled.connection.ping().map_err(StoreError::from)
    }

    fn has_broken(&self, pooled: &mut Pooled) -> bool {
        pooled.lost || pooled.connection.is_broken()
    }
}

pub(crate) type Pool = diesel::r2d2::Pool<Manager>;

/// How long a request waits for a free connection before it is answered 503.
const CHECKOUT_TIMEOUT: Duration = Duration::from_secs(5);

pub(crate) fn pool(url: &DatabaseUrl, size: u32) -> Result<Pool, StoreError> {
    diesel::r2d2::Pool::builder()
        .max_size(size)
        // None ahead of need: a command that ends while a thread of the pool still makes a connection
        // has it run into the end of OpenSSL, which brings the process down after its work is done.
        .min_idle(Some(0))
        .test_on_check_out(false)
        .connection_timeout(CHECKOUT_TIMEOUT)
        .build(Manager(url.clone()))
        .map_err(|error| StoreError::Unavailable(error.to_string()))
}
