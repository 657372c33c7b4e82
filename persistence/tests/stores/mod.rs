//! Fresh, migrated stores for a test: one on SQLite, and one on PostgreSQL when
//! `YONGWEI_TEST_POSTGRES_URL` names a server.

use std::path::Path;

use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection};
use persistence::keyring::{KeyMaterial, Keyring};
use persistence::{Clock, DatabaseUrl, Store, migrations, uuid_at};
use tempfile::TempDir;

/// A store that goes away with the test.
pub(crate) struct TestStore {
    pub(crate) store: Store,
    folder: Option<TempDir>,
}

impl TestStore {
    /// The folder of the SQLite file.
    #[allow(
        dead_code,
        reason = "not every test that takes this module looks at the file"
    )]
    pub(crate) fn folder(&self) -> Option<&Path> {
        self.folder.as_ref().map(TempDir::path)
    }
}

/// One store for each database at hand.
pub(crate) fn stores() -> Vec<TestStore> {
    let name = format!("yongwei_{}", uuid_at(Clock::default().now()).simple());
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("yongwei.db");
    let mut stores = vec![TestStore {
        store: open(&format!("sqlite:{}", file.display())),
        folder: Some(folder),
    }];
    if let Ok(server) = std::env::var("YONGWEI_TEST_POSTGRES_URL") {
        PgConnection::establish(&server)
            .unwrap()
            .batch_execute(&format!("CREATE DATABASE {name}"))
            .unwrap();
        let (base, query) = server.split_once('?').unwrap_or((&server, ""));
        let (host, _) = base.rsplit_once('/').unwrap();
        stores.push(TestStore {
            store: open(&format!("{host}/{name}?{query}")),
            folder: None,
        });
    }
    stores
}

fn open(url: &str) -> Store {
    let url = DatabaseUrl::parse(url).unwrap();
    migrations::run(&url).unwrap();
    let keyring = Keyring::new(&KeyMaterial::generate().unwrap()).unwrap();
    Store::open(&url, 2, keyring, Clock::default()).unwrap()
}
