//! A database for each test on the PostgreSQL server that the run names.

use std::env;
use std::process;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};
use std::thread;

use diesel::connection::SimpleConnection as _;
use diesel::{Connection as _, PgConnection};
use sha2::{Digest as _, Sha256};
use url::Url;

use super::database::Rows;
use super::installation::{Installation, KEYS};

/// A database that belongs to one test until that ends.
///
/// Dropping a database makes PostgreSQL write a checkpoint, which takes longer than most tests. So it
/// is emptied and lent to the next test, and dropped by the next run.
pub(super) struct PostgresDatabase {
    name: String,
    url: String,
    migrated: bool,
}

/// Emptied databases that wait for a test.
static IDLE: Mutex<Vec<String>> = Mutex::new(Vec::new());

impl PostgresDatabase {
    /// A migrated one without any row; `None` when the run is on SQLite.
    pub(super) fn create() -> Option<Self> {
        let server = server()?;
        let template = template(&server);
        let idle = locked(&IDLE).pop();
        let name = idle.unwrap_or_else(|| {
            static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
            let name = new_name();
            // Two copies of one template at a time are refused.
            let turn = locked(&ONE_AT_A_TIME);
            execute(
                &server,
                &format!("CREATE DATABASE {name} TEMPLATE {template}"),
            );
            drop(turn);
            name
        });
        Some(Self::named(&server, &name, true))
    }

    /// A new one without any table; `None` when the run is on SQLite.
    pub(super) fn create_empty() -> Option<Self> {
        Some(Self::create_named(&server()?, &new_name()))
    }

    fn create_named(server: &Url, name: &str) -> Self {
        execute(server, &format!("CREATE DATABASE {name}"));
        Self::named(server, name, false)
    }

    fn named(server: &Url, name: &str, migrated: bool) -> Self {
        let mut url = server.clone();
        url.set_path(name);
        Self {
            name: name.to_owned(),
            url: url.into(),
            migrated,
        }
    }

    /// Ends all connections to it and lets nobody in, as when its machine is gone.
    pub(super) fn take_away(&self) {
        self.allow_connections(false);
        self.end_connections();
    }

    fn end_connections(&self) {
        if let Some(server) = server() {
            let name = &self.name;
            execute(
                &server,
                &format!(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"
                ),
            );
        }
    }

    /// Lets everybody in again.
    pub(super) fn bring_back(&self) {
        self.allow_connections(true);
    }

    fn allow_connections(&self, allowed: bool) {
        if let Some(server) = server() {
            let name = &self.name;
            execute(
                &server,
                &format!("ALTER DATABASE {name} ALLOW_CONNECTIONS {allowed}"),
            );
        }
    }

    /// Its URL, password and all.
    pub(super) fn url(&self) -> &str {
        &self.url
    }
}

impl Drop for PostgresDatabase {
    fn drop(&mut self) {
        // After a failure nobody knows what state it is in.
        if self.migrated && !thread::panicking() {
            self.end_connections();
            execute(&Url::parse(&self.url).unwrap(), EMPTY);
            locked(&IDLE).push(self.name.clone());
        } else if let Some(server) = server() {
            drop_database(&server, &self.name);
        }
    }
}

/// Removes every row, save what the migrations write for the program, and starts every sequence again.
const EMPTY: &str = "DO $$ BEGIN EXECUTE (
    SELECT 'TRUNCATE ' || string_agg(quote_ident(tablename), ', ') || ' RESTART IDENTITY CASCADE'
    FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ('__diesel_schema_migrations', 'search_key_form')
); END $$";

fn drop_database(server: &Url, name: &str) {
    execute(
        server,
        &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"),
    );
}

/// What a failed test left locked is still good.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The server of the run.
pub(super) fn server() -> Option<Url> {
    let text = env::var("YONGWEI_TEST_POSTGRES_URL").ok()?;
    Some(Url::parse(&text).expect("YONGWEI_TEST_POSTGRES_URL is a URL"))
}

fn new_name() -> String {
    static MADE: AtomicU32 = AtomicU32::new(0);
    let number = MADE.fetch_add(1, Ordering::Relaxed);
    format!("yongwei_e2e_{}_{number}", process::id())
}

fn execute(server: &Url, sql: &str) {
    PgConnection::establish(server.as_str())
        .expect("YONGWEI_TEST_POSTGRES_URL names a server that answers")
        .batch_execute(sql)
        .unwrap_or_else(|error| panic!("{sql}: {error}"));
}

/// The name of a database that was migrated by the service's own command, and only once: it stays
/// for the next run. The name holds the hash of the migrations: a new schema gets a new one.
fn template(server: &Url) -> &'static str {
    static TEMPLATE: OnceLock<String> = OnceLock::new();
    TEMPLATE.get_or_init(|| {
        let hash = Sha256::digest(migrations());
        let name = format!(
            "yongwei_template_{:02x}{:02x}{:02x}{:02x}",
            hash[0], hash[1], hash[2], hash[3]
        );
        let mut connection = PgConnection::establish(server.as_str())
            .expect("YONGWEI_TEST_POSTGRES_URL names a server that answers");
        // Runs side by side make it once: the lock goes with the connection.
        connection
            .batch_execute("SELECT pg_advisory_lock(20260717)")
            .unwrap();
        clear_away(server);
        if !exists(&mut connection, &name) {
            let draft = format!("{name}_draft");
            drop_database(server, &draft);
            let database = PostgresDatabase::create_named(server, &draft);
            KEYS.iter()
                .fold(
                    Installation::on_sqlite().with("YONGWEI_DATABASE_URL", database.url()),
                    |installation, (name, key)| installation.with(name, key),
                )
                .run_well(&["migrate"]);
            execute(server, &format!("ALTER DATABASE {draft} RENAME TO {name}"));
        }
        name
    })
}

/// Drops the databases of runs that ended. A run holds a lock on its number as long as it lives.
fn clear_away(server: &Url) {
    static THIS_RUN: Mutex<Option<PgConnection>> = Mutex::new(None);
    let mut this_run = PgConnection::establish(server.as_str()).unwrap();
    this_run
        .batch_execute(&format!(
            "SELECT pg_advisory_lock(20260717, {})",
            process::id()
        ))
        .unwrap();
    *locked(&THIS_RUN) = Some(this_run);
    let left = Rows::postgres(server.as_str()).lines(
        // `OFFSET 0` keeps the lock from being tried on other names.
        "SELECT name AS line FROM (SELECT datname::text AS name FROM pg_database \
         WHERE datname ~ '^yongwei_e2e_[0-9]+_' OFFSET 0) AS ours \
         WHERE pg_try_advisory_lock(20260717, split_part(name, '_', 3)::int)",
    );
    for name in left {
        drop_database(server, &name);
    }
}

fn exists(connection: &mut PgConnection, name: &str) -> bool {
    use diesel::prelude::*;
    use diesel::sql_types::{Bool, Text};
    diesel::select(
        diesel::dsl::sql::<Bool>("EXISTS (SELECT 1 FROM pg_database WHERE datname = ")
            .bind::<Text, _>(name)
            .sql(")"),
    )
    .get_result(connection)
    .unwrap()
}

/// All migrations of PostgreSQL, one after the other.
fn migrations() -> Vec<u8> {
    let root = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../persistence/migrations/postgres"
    );
    let mut folders: Vec<_> = std::fs::read_dir(root)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    folders.sort();
    folders
        .iter()
        .flat_map(|folder| std::fs::read(folder.join("up.sql")).unwrap())
        .collect()
}
