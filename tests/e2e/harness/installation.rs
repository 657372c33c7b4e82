//! One installation of the service: a folder, a database, settings; no process yet.

use std::process::{Command, Output};
use std::sync::atomic::{AtomicU32, Ordering};

use tempfile::TempDir;

use super::PUBLIC_URL;
use super::caller::Credentials;
use super::cluster::Cluster;
use super::database::{Rows, Snapshot};
use super::postgres::PostgresDatabase;

/// Keys for PostgreSQL, where the service makes none by itself. Tests protect nobody.
pub(super) const KEYS: [(&str, &str); 3] = [
    (
        "YONGWEI_DATA_KEYS",
        "1:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
    ),
    (
        "YONGWEI_INDEX_KEY",
        "ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=",
    ),
    (
        "YONGWEI_SIGNING_KEYS",
        "1:QEFCQ0RFRkdISUpLTE1OT1BRUlNUVVZXWFlaW1xdXl8=",
    ),
];

/// Where the service keeps its things, and how it is set up.
pub(crate) struct Installation {
    folder: TempDir,
    postgres: Option<PostgresDatabase>,
    cluster: Option<Cluster>,
    settings: Vec<(String, String)>,
    /// In bytes; none: as large as it likes.
    largest_file: Option<u64>,
    clients: AtomicU32,
}

impl Installation {
    /// A new one with an empty database: on PostgreSQL when the run is for it, else on SQLite.
    pub(crate) fn new() -> Self {
        let postgres = PostgresDatabase::create();
        Self::with_database(postgres)
    }

    /// A new one on PostgreSQL whose database nobody migrated; `None` when the run is on SQLite.
    pub(crate) fn before_migration() -> Option<Self> {
        PostgresDatabase::create_empty().map(|database| Self::with_database(Some(database)))
    }

    /// A new one on SQLite whatever the run is for: for what concerns its file.
    pub(crate) fn on_sqlite() -> Self {
        Self::with_database(None)
    }

    /// A new one on a PostgreSQL server of its own; `None` when the run is on SQLite.
    pub(crate) fn on_own_server() -> Option<Self> {
        super::postgres::server()?;
        let cluster = Cluster::start();
        let installation = KEYS.iter().fold(
            Self::on_sqlite().with("YONGWEI_DATABASE_URL", cluster.url()),
            |installation, (name, key)| installation.with(name, key),
        );
        installation.run_well(&["migrate"]);
        Some(Self {
            cluster: Some(cluster),
            ..installation
        })
    }

    /// Ends its own PostgreSQL server as a power cut does, and starts it again.
    pub(crate) fn crash_database(&self) {
        let cluster = self.cluster.as_ref();
        cluster.expect("an installation on its own server").crash();
    }

    fn with_database(postgres: Option<PostgresDatabase>) -> Self {
        let folder = tempfile::Builder::new()
            .prefix("yongwei-e2e-")
            .tempdir()
            .unwrap();
        let mut settings = vec![
            ("YONGWEI_LISTEN".to_owned(), "127.0.0.1:0".to_owned()),
            ("YONGWEI_PUBLIC_URL".to_owned(), PUBLIC_URL.to_owned()),
            // Only a test of the limit should meet it.
            ("YONGWEI_RATE_PER_MINUTE".to_owned(), "10000000".to_owned()),
            ("YONGWEI_RATE_BURST".to_owned(), "1000000".to_owned()),
            (
                "YONGWEI_PUBLIC_WRITES_PER_HOUR".to_owned(),
                "1000000".to_owned(),
            ),
            ("YONGWEI_WORKERS".to_owned(), "2".to_owned()),
            ("YONGWEI_POOL_SIZE".to_owned(), "4".to_owned()),
        ];
        if let Some(database) = &postgres {
            settings.push(("YONGWEI_DATABASE_URL".to_owned(), database.url().to_owned()));
            settings.extend(KEYS.map(|(name, key)| (name.to_owned(), key.to_owned())));
        } else {
            let path = folder.path().join("yongwei.db");
            settings.push((
                "YONGWEI_DATABASE_URL".to_owned(),
                format!("sqlite:{}", path.display()),
            ));
        }
        Self {
            folder,
            postgres,
            cluster: None,
            settings,
            largest_file: None,
            clients: AtomicU32::new(0),
        }
    }

    /// With a setting added or changed.
    #[must_use]
    pub(crate) fn with(mut self, name: &str, value: &str) -> Self {
        self.settings.retain(|(known, _)| known != name);
        self.settings.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Whose processes can make no file larger than this, in bytes: to them the disk is full there.
    /// Anybody can set such a limit and lift it again, which of a disk only root can.
    #[must_use]
    pub(crate) fn with_largest_file(self, bytes: impl Into<Option<u64>>) -> Self {
        Self {
            largest_file: bytes.into(),
            ..self
        }
    }

    /// Whether it stands on PostgreSQL.
    pub(crate) fn is_postgres(&self) -> bool {
        self.postgres.is_some()
    }

    /// Its folder, in which every process of it runs.
    pub(crate) fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }

    /// The program with this installation's settings and none from outside.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = self.program();
        for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("YONGWEI_")) {
            command.env_remove(name);
        }
        command
            .args(arguments)
            .envs(self.settings.iter().map(|(name, value)| (name, value)))
            .current_dir(self.folder.path())
            .stdin(std::process::Stdio::null());
        command
    }

    fn program(&self) -> Command {
        const PROGRAM: &str = env!("CARGO_BIN_EXE_yongwei-e2e");
        let Some(bytes) = self.largest_file else {
            return Command::new(PROGRAM);
        };
        // Without its signal, which ends a process, a write past the limit fails as on a full disk.
        // The limit counts in blocks of 512 bytes, and the soft one can be lifted again.
        let limited = format!(
            "trap '' XFSZ && ulimit -S -f {} && exec \"$0\" \"$@\"",
            bytes / 512
        );
        let mut command = Command::new("sh");
        command.args(["-c", &limited, PROGRAM]);
        command
    }

    /// Runs a command to its end.
    pub(crate) fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    /// Runs a command that must succeed and returns what it prints.
    pub(crate) fn run_well(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert!(
            output.status.success(),
            "`yongwei {}` failed: {}",
            arguments.join(" "),
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8(output.stdout).unwrap()
    }

    /// Registers a client as an operator does.
    pub(crate) fn create_client(
        &self,
        scopes: &[&str],
        regions: &[&str],
        organisations: &[&str],
    ) -> Credentials {
        let number = self.clients.fetch_add(1, Ordering::Relaxed);
        let name = format!("测试客户端{number}");
        let mut arguments = vec!["client", "create", "--name", &name];
        for (flag, values) in [
            ("--scope", scopes),
            ("--region", regions),
            ("--organisation", organisations),
        ] {
            for value in values {
                arguments.extend([flag, value]);
            }
        }
        Credentials::read(&self.run_well(&arguments))
    }

    /// The keys that sign its tokens, as the setting writes them.
    pub(crate) fn signing_keys(&self) -> String {
        let setting = self
            .settings
            .iter()
            .find(|(name, _)| name == "YONGWEI_SIGNING_KEYS");
        if let Some((_, keys)) = setting {
            return keys.clone();
        }
        let file = std::fs::read(self.folder.path().join("yongwei.keys.json")).unwrap();
        let keys: serde_json::Value = serde_json::from_slice(&file).unwrap();
        keys["signing_keys"].as_str().unwrap().to_owned()
    }

    /// A look into the database, past the service.
    pub(crate) fn rows(&self) -> Rows {
        match (&self.postgres, &self.cluster) {
            (Some(database), _) => Rows::postgres(database.url()),
            (None, Some(cluster)) => Rows::postgres(cluster.url()),
            (None, None) => Rows::sqlite(&self.folder.path().join("yongwei.db")),
        }
    }

    /// Makes PostgreSQL refuse this database to everybody; nothing happens on SQLite.
    pub(crate) fn take_database_away(&self) {
        if let Some(database) = &self.postgres {
            database.take_away();
        }
    }

    /// Undoes [`Self::take_database_away`].
    pub(crate) fn bring_database_back(&self) {
        if let Some(database) = &self.postgres {
            database.bring_back();
        }
    }

    /// Every row of the database, to show that nothing changed.
    pub(crate) fn snapshot(&self) -> Snapshot {
        self.rows().snapshot()
    }
}
