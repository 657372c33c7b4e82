//! A database for each test on the PostgreSQL server that the run names.

use std::env;
use std::process;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, OnceLock};

use diesel::connection::SimpleConnection as _;
use diesel::{Connection as _, PgConnection};
use sha2::{Digest as _, Sha256};
use url::Url;

use super::installation::{Installation, KEYS};

/// A database that goes when its test ends.
pub(super) struct PostgresDatabase {
    name: String,
    url: String,
}

impl PostgresDatabase {
    /// A new, migrated one; `None` when the run is on SQLite.
    pub(super) fn create() -> Option<Self> {
        let server = server()?;
        let template = template(&server);
        let name = new_name();
        // Two copies of one template at a time are refused.
        copying(|| {
            execute(
                &server,
                &format!("CREATE DATABASE {name} TEMPLATE {template}"),
            );
        });
        Some(Self::named(&server, &name))
    }

    /// A new one without any table; `None` when the run is on SQLite.
    pub(super) fn create_empty() -> Option<Self> {
        Some(Self::create_named(&server()?, &new_name()))
    }

    fn create_named(server: &Url, name: &str) -> Self {
        execute(server, &format!("CREATE DATABASE {name}"));
        Self::named(server, name)
    }

    fn named(server: &Url, name: &str) -> Self {
        let mut url = server.clone();
        url.set_path(name);
        Self {
            name: name.to_owned(),
            url: url.into(),
        }
    }

    /// Ends all connections to it and lets nobody in, as when its machine is gone.
    pub(super) fn take_away(&self) {
        self.allow_connections(false);
        if let Some(server) = server() {
            execute(
                &server,
                &format!(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{}'",
                    self.name
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
        if let Some(server) = server() {
            execute(
                &server,
                &format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name),
            );
        }
    }
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

fn copying(copy: impl FnOnce()) {
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let turn = ONE_AT_A_TIME
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner);
    copy();
    drop(turn);
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
        if !exists(&mut connection, &name) {
            let draft = format!("{name}_draft");
            execute(
                server,
                &format!("DROP DATABASE IF EXISTS {draft} WITH (FORCE)"),
            );
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
