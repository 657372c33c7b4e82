//! What the files of people can be relied on for in the store: on SQLite, and on PostgreSQL too
//! where `YONGWEI_TEST_POSTGRES_URL` names a server.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot set its scene up has failed"
)]

mod files;
mod finding;
mod reindexing;
#[path = "../stores/mod.rs"]
mod stores;

use domain::error::FieldErrors;
use domain::identity::{CitizenNumber, PersonName};
use domain::people::{Draft, Person, PersonFile, Registrar, register};
use domain::regions::RegionCode;
use persistence::people::{self, Filter};
use persistence::{Keyset, Mode, Page, RegionScope, StoreError};
use stores::TestStore;

const NUMBER: &str = "371502199001010012";

fn region(code: &str) -> RegionCode {
    RegionCode::parse(code).unwrap()
}

fn county(code: &str) -> RegionScope {
    RegionScope::Regions(vec![region(code)])
}

fn number() -> CitizenNumber {
    CitizenNumber::parse(NUMBER).unwrap()
}

fn file(name: &str, code: &str, number: Option<CitizenNumber>) -> PersonFile {
    let draft = Draft {
        name: Some(PersonName::parse(name).unwrap()),
        region: Some(region(code)),
        birth_date: serde_json::from_str(r#"{"precision":"year","value":"1990"}"#).unwrap(),
        citizen_number: number,
        ..Draft::default()
    };
    let registrar = Registrar {
        city: region("371500"),
        regions: None,
        today: "2026-11-23".parse().unwrap(),
    };
    register(draft, FieldErrors::new(), &registrar).unwrap()
}

impl TestStore {
    async fn insert(&self, file: PersonFile) -> Result<Person, StoreError> {
        self.store
            .write(Mode::Commit, move |tx| people::insert(tx, &file))
            .await
    }

    async fn names_found(&self, scope: RegionScope, prefix: &str) -> Vec<String> {
        let prefix = prefix.to_owned();
        self.store
            .read(move |reader| {
                let (filter, first) = (Filter::default(), keyset(50));
                people::search(reader, &scope, &prefix, &filter, &first)
            })
            .await
            .unwrap()
            .items
            .into_iter()
            .map(|(_, person)| person.file.name.to_string())
            .collect()
    }

    async fn list(&self, scope: RegionScope, filter: Filter) -> Page<Person> {
        self.store
            .read(move |reader| people::list(reader, &scope, &filter, &keyset(50)))
            .await
            .unwrap()
    }
}

fn keyset<K>(limit: u16) -> Keyset<K> {
    Keyset {
        after: None,
        limit,
        count: true,
    }
}
