//! What a caller of the store can rely on, shown on SQLite. The end-to-end suite shows the same
//! on PostgreSQL.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot set its scene up has failed"
)]

use std::collections::BTreeSet;

use domain::ids::ClientId;
use domain::regions::RegionCode;
use persistence::clients::{self, Client};
use persistence::keyring::{KeyMaterial, Keyring};
use persistence::{Clock, DatabaseUrl, Mode, Store, StoreError, Tx};

struct Fixture {
    _folder: tempfile::TempDir,
    url: DatabaseUrl,
    store: Store,
}

fn open(url: &DatabaseUrl) -> Store {
    let keyring = Keyring::new(&KeyMaterial::generate().unwrap()).unwrap();
    Store::open(url, 4, keyring, Clock::default()).unwrap()
}

fn fixture() -> Fixture {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("test.db");
    let url = DatabaseUrl::parse(&format!("sqlite:{}", path.display())).unwrap();
    let store = open(&url);
    Fixture {
        _folder: folder,
        url,
        store,
    }
}

fn insert(tx: &mut Tx<'_>, name: &str) -> Result<ClientId, StoreError> {
    let client = Client {
        id: tx.new_id(),
        name: name.to_owned(),
        secret_hash: vec![1, 2, 3],
        scopes: BTreeSet::from(["people:read".to_owned()]),
        regions: vec![RegionCode::parse("371500").unwrap()],
        created_at: tx.now(),
        rotated_at: tx.now(),
        disabled_at: None,
    };
    clients::insert(tx, &client, &[])?;
    Ok(client.id)
}

async fn names(store: &Store) -> Vec<String> {
    store
        .read(clients::all)
        .await
        .unwrap()
        .into_iter()
        .map(|client| client.name)
        .collect()
}

#[tokio::test]
async fn an_acknowledged_write_is_there_after_reopening() {
    let fixture = fixture();
    let id = fixture
        .store
        .write(Mode::Commit, |tx| insert(tx, "a"))
        .await
        .unwrap();
    let again = open(&fixture.url);
    let found = again.read(move |reader| clients::find(reader, id)).await;
    assert_eq!(found.unwrap().unwrap().name, "a");
}

#[tokio::test]
async fn a_dry_run_answers_and_keeps_nothing() {
    let fixture = fixture();
    let answered = fixture
        .store
        .write(Mode::DryRun, |tx| insert(tx, "a"))
        .await;
    assert!(answered.is_ok());
    assert!(names(&fixture.store).await.is_empty());
}

#[tokio::test]
async fn a_refused_command_undoes_its_changes_and_no_one_elses() {
    let fixture = fixture();
    let mut tasks = Vec::new();
    for number in 0..50 {
        let store = fixture.store.clone();
        tasks.push(tokio::spawn(async move {
            store
                .write(Mode::Commit, move |tx| {
                    insert(tx, &format!("client-{number:02}"))?;
                    if number % 2 == 0 {
                        return Err(StoreError::Duplicate);
                    }
                    Ok(())
                })
                .await
                .is_ok()
        }));
    }
    let mut kept = 0;
    for task in tasks {
        kept += usize::from(task.await.unwrap());
    }
    assert_eq!(kept, 25);
    let mut names = names(&fixture.store).await;
    names.sort();
    let odd: Vec<String> = (0..50)
        .filter(|number| number % 2 == 1)
        .map(|number| format!("client-{number:02}"))
        .collect();
    assert_eq!(names, odd);
}

#[tokio::test]
async fn a_command_that_panics_is_undone_and_the_writer_lives_on() {
    let fixture = fixture();
    let answer = fixture
        .store
        .write(Mode::Commit, |tx| -> Result<(), StoreError> {
            insert(tx, "half")?;
            panic!("as a defect would")
        })
        .await;
    assert!(matches!(answer, Err(StoreError::Panicked)));
    fixture
        .store
        .write(Mode::Commit, |tx| insert(tx, "whole"))
        .await
        .unwrap();
    assert_eq!(names(&fixture.store).await, ["whole"]);
}

#[tokio::test]
async fn a_failed_savepoint_leaves_the_rest_of_the_command_standing() {
    let fixture = fixture();
    fixture
        .store
        .write(Mode::Commit, |tx| {
            insert(tx, "outer")?;
            let inner = tx.savepoint(|tx| {
                insert(tx, "inner")?;
                insert(tx, "outer")
            });
            assert!(matches!(inner, Err(StoreError::Duplicate)));
            Ok::<_, StoreError>(())
        })
        .await
        .unwrap();
    assert_eq!(names(&fixture.store).await, ["outer"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_processes_on_one_file_wait_for_each_other() {
    let fixture = fixture();
    let other = open(&fixture.url);
    let mut tasks = Vec::new();
    for (part, store) in [("a", fixture.store.clone()), ("b", other)] {
        for number in 0..40 {
            let store = store.clone();
            tasks.push(tokio::spawn(async move {
                store
                    .write(Mode::Commit, move |tx| {
                        insert(tx, &format!("{part}{number}"))
                    })
                    .await
            }));
        }
    }
    for task in tasks {
        task.await.unwrap().unwrap();
    }
    assert_eq!(names(&fixture.store).await.len(), 80);
}

#[test]
fn an_unknown_scheme_is_refused_and_makes_no_file() {
    for url in [
        "mysql://localhost/x",
        "postgre://x",
        "yongwei.db",
        "sqlite:",
        "",
    ] {
        assert!(matches!(
            DatabaseUrl::parse(url),
            Err(StoreError::Configuration(_))
        ));
    }
}
