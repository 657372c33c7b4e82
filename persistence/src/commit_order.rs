//! The order in which events and audit entries became final.
//!
//! Who reads on from a position must never miss what becomes visible later. SQLite has one writer,
//! so sequence numbers are the order of commits. On PostgreSQL a smaller sequence number can become
//! visible after a larger one. There every row carries the id of its transaction, and only rows of
//! transactions older than every one that still runs are final: whatever commits later follows
//! them. A transaction that runs long anywhere in the same PostgreSQL cluster makes rows final
//! later; it never makes a reader miss one.

use diesel::connection::SimpleConnection as _;
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool};

use crate::connection::AnyConnection;
use crate::error::StoreError;
use crate::store::Reader;

/// A place in the order of commits; the default is the beginning.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Queryable)]
pub struct Position {
    /// The place of the transaction: its id on PostgreSQL, on SQLite the same as the sequence.
    pub commit: i64,
    /// The sequence number, which tells the rows of one transaction apart.
    pub sequence: i64,
}

/// What rows are final now; `newest` is read on SQLite only and gives the largest sequence number.
///
/// Asked for before the rows themselves: what was final then is visible to every later statement.
pub(crate) fn end(
    reader: &mut Reader<'_>,
    newest: impl FnOnce(&mut Reader<'_>) -> QueryResult<Option<i64>>,
) -> Result<Position, StoreError> {
    if let AnyConnection::Postgres(connection) = &mut *reader.connection {
        let running: i64 = diesel::select(sql::<BigInt>(
            "commit_position(pg_snapshot_xmin(pg_current_snapshot()))",
        ))
        .get_result(connection)?;
        return Ok(Position {
            commit: running.saturating_sub(1),
            sequence: i64::MAX,
        });
    }
    let newest = newest(reader)?.unwrap_or_default();
    Ok(Position {
        commit: newest,
        sequence: newest,
    })
}

/// Whether rows stand there of transactions that this cluster has not had yet: the database was
/// restored from a backup of another one. What is written now would come before what was there.
pub(crate) fn is_ahead(postgres: &mut PgConnection) -> QueryResult<bool> {
    let ahead = diesel::select(sql::<Bool>(&format!(
        "({NEWEST}) >= commit_position(pg_snapshot_xmax(pg_current_snapshot()))"
    )));
    ahead.get_result(postgres)
}

/// Lets everything written from now on follow what stands there.
pub(crate) fn catch_up(postgres: &mut PgConnection) -> QueryResult<()> {
    let newest: i64 = diesel::select(sql::<BigInt>(&format!("({NEWEST})"))).get_result(postgres)?;
    postgres.batch_execute(&format!(
        "CREATE OR REPLACE FUNCTION commit_position(transaction_id xid8) RETURNS BIGINT \
         LANGUAGE sql STABLE PARALLEL SAFE \
         AS 'SELECT transaction_id::text::bigint + {newest}'"
    ))
}

/// The largest place that stands anywhere.
const NEWEST: &str = "SELECT GREATEST(0, (SELECT max(position) FROM events), \
                      (SELECT max(position) FROM audit_entries), \
                      (SELECT max(entry_position) FROM audit_links), \
                      (SELECT max(position) FROM public_entries))";

/// Narrows a boxed query to the rows after one position and up to another, both of the table `$table`.
///
/// Each database gets the condition that its primary key answers.
macro_rules! between {
    ($query:expr, $reader:expr, $table:ident, $after:expr, $end:expr) => {{
        let (after, end): ($crate::Position, $crate::Position) = ($after, $end);
        match &$reader.connection {
            $crate::connection::AnyConnection::Sqlite(_) => $query
                .filter($table::sequence.gt(after.sequence))
                .filter($table::sequence.le(end.sequence)),
            $crate::connection::AnyConnection::Postgres(_) => $query
                .filter($table::position.ge(after.commit))
                .filter(
                    $table::position
                        .gt(after.commit)
                        .or($table::sequence.gt(after.sequence)),
                )
                .filter($table::position.le(end.commit))
                .filter(
                    $table::position
                        .lt(end.commit)
                        .or($table::sequence.le(end.sequence)),
                ),
        }
    }};
}
pub(crate) use between;

/// Orders a boxed query by position, `asc` or `desc`, in the way that the primary key answers.
macro_rules! in_order {
    ($query:expr, $reader:expr, $table:ident, $direction:ident) => {
        match &$reader.connection {
            $crate::connection::AnyConnection::Sqlite(_) => {
                $query.order($table::sequence.$direction())
            }
            $crate::connection::AnyConnection::Postgres(_) => {
                $query.order(($table::position.$direction(), $table::sequence.$direction()))
            }
        }
    };
}
pub(crate) use in_order;

/// The place of the row of a table that this transaction wrote last.
macro_rules! newest {
    ($tx:expr, $table:ident) => {{
        let query = $table::table.into_boxed();
        let query = match &$tx.connection {
            $crate::connection::AnyConnection::Sqlite(_) => query,
            $crate::connection::AnyConnection::Postgres(_) => query.filter($table::position.eq(
                diesel::dsl::sql::<diesel::sql_types::BigInt>(
                    "commit_position(pg_current_xact_id())",
                ),
            )),
        };
        query
            .order($table::sequence.desc())
            .select(($table::position, $table::sequence))
            .first::<$crate::Position>($tx.connection)?
    }};
}
pub(crate) use newest;

/// The places of rows of a table that further regions see, as a filtered, boxed query of its places joined to
/// the rows: those of rows that are not in the scope anyhow.
macro_rules! further {
    ($places:ident, $table:ident, $codes:expr) => {
        $places::table
            .inner_join(
                $table::table.on($table::sequence
                    .eq($places::sequence)
                    .and($table::position.eq($places::position))),
            )
            .filter($places::region_code.eq_any($codes.clone()))
            .filter($table::region_code.ne_all($codes))
            .select(($places::position, $places::sequence))
            .distinct()
            .into_boxed()
    };
}
pub(crate) use further;
