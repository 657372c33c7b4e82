//! A look into the database, past the service.

use std::collections::BTreeMap;
use std::path::Path;

use diesel::connection::SimpleConnection as _;
use diesel::sql_types::Text;
use diesel::{Connection as _, PgConnection, QueryableByName, RunQueryDsl as _, SqliteConnection};

/// What the service itself changes without being asked, and the clock that a test moves between requests:
/// they say nothing about a request.
const HOUSEKEEPING: [&str; 7] = [
    "__diesel_schema_migrations",
    "audit_checkpoints",
    "audit_links",
    "leases",
    "public_writes",
    "sandbox_clock",
    "serving_processes",
];

/// A connection of the test's own.
pub(crate) enum Rows {
    /// To the file of an installation on SQLite.
    Sqlite(SqliteConnection),
    /// To the database of an installation on PostgreSQL.
    Postgres(PgConnection),
}

/// Every row of every table, as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Snapshot(BTreeMap<String, Vec<String>>);

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

impl Rows {
    pub(super) fn sqlite(path: &Path) -> Self {
        let mut connection = SqliteConnection::establish(path.to_str().unwrap()).unwrap();
        diesel::sql_query("PRAGMA busy_timeout = 10000")
            .execute(&mut connection)
            .unwrap();
        Self::Sqlite(connection)
    }

    pub(super) fn postgres(url: &str) -> Self {
        Self::Postgres(PgConnection::establish(url).unwrap())
    }

    /// The answers to a query that names its one text column `line`.
    pub(crate) fn lines(&mut self, sql: &str) -> Vec<String> {
        let query = diesel::sql_query(sql);
        let lines: Vec<Line> = match self {
            Self::Sqlite(connection) => query.load(connection),
            Self::Postgres(connection) => query.load(connection),
        }
        .unwrap_or_else(|error| panic!("{sql}: {error}"));
        lines.into_iter().map(|row| row.line).collect()
    }

    /// How many rows a query finds.
    pub(crate) fn count(&mut self, from_where: &str) -> usize {
        self.lines(&format!(
            "SELECT CAST(count(*) AS TEXT) AS line {from_where}"
        ))[0]
            .parse()
            .unwrap()
    }

    /// Runs statements that answer nothing.
    pub(crate) fn execute(&mut self, sql: &str) {
        match self {
            Self::Sqlite(connection) => connection.batch_execute(sql),
            Self::Postgres(connection) => connection.batch_execute(sql),
        }
        .unwrap_or_else(|error| panic!("{sql}: {error}"));
    }

    /// Keeps everybody else from writing people until [`Self::release_writes`].
    pub(crate) fn hold_writes(&mut self) {
        match self {
            Self::Sqlite(connection) => connection.batch_execute("BEGIN IMMEDIATE"),
            Self::Postgres(connection) => {
                connection.batch_execute("BEGIN; LOCK TABLE people IN EXCLUSIVE MODE")
            }
        }
        .unwrap();
    }

    /// Lets others write again.
    pub(crate) fn release_writes(&mut self) {
        match self {
            Self::Sqlite(connection) => connection.batch_execute("ROLLBACK"),
            Self::Postgres(connection) => connection.batch_execute("ROLLBACK"),
        }
        .unwrap();
    }

    fn tables(&mut self) -> Vec<String> {
        let sql = match self {
            Self::Sqlite(_) => {
                "SELECT name AS line FROM sqlite_master \
                 WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name"
            }
            Self::Postgres(_) => {
                "SELECT tablename::text AS line FROM pg_tables \
                 WHERE schemaname = 'public' ORDER BY tablename"
            }
        };
        let mut tables = self.lines(sql);
        tables.retain(|table| !HOUSEKEEPING.contains(&table.as_str()));
        tables
    }

    fn contents(&mut self, table: &str) -> Vec<String> {
        let row = match self {
            Self::Sqlite(_) => self
                .lines(&format!(
                    "SELECT 'quote(' || name || ')' AS line FROM pragma_table_info('{table}')"
                ))
                .join(" || ',' || "),
            Self::Postgres(_) => format!("{table}::text"),
        };
        self.lines(&format!("SELECT {row} AS line FROM {table} ORDER BY 1"))
    }

    pub(super) fn snapshot(&mut self) -> Snapshot {
        let tables = self.tables();
        assert!(!tables.is_empty(), "the database has no tables");
        Snapshot(
            tables
                .into_iter()
                .map(|table| {
                    let rows = self.contents(&table);
                    (table, rows)
                })
                .collect(),
        )
    }
}

impl Snapshot {
    /// Everything that lies open in it; what is sealed is in hex.
    pub(crate) fn text(&self) -> String {
        let lines: Vec<&str> = self.0.values().flatten().map(String::as_str).collect();
        lines.join("\n").to_ascii_lowercase()
    }

    /// The tables in which the two differ.
    pub(crate) fn differs_in(&self, later: &Self) -> Vec<String> {
        let tables = self.0.keys().chain(later.0.keys());
        let mut different: Vec<String> = tables
            .filter(|table| self.0.get(*table) != later.0.get(*table))
            .cloned()
            .collect();
        different.sort();
        different.dedup();
        different
    }
}
