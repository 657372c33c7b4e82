//! What the files of people can be relied on for in the store: on SQLite, and on PostgreSQL too
//! where `YONGWEI_TEST_POSTGRES_URL` names a server.

use std::collections::BTreeSet;

use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection, RunQueryDsl, SqliteConnection};
use domain::error::FieldErrors;
use domain::identity::{CitizenNumber, PersonName};
use domain::ids::{MatchTaskId, PersonId};
use domain::people::{
    Draft, FileStatus, Happened, LifeStatus, MatchStatus, Person, PersonFile, Registrar, register,
};
use domain::regions::RegionCode;
use persistence::audit::Actor;
use persistence::keyring::{KeyMaterial, Keyring};
use persistence::people::{self, Filter};
use persistence::{
    Clock, DatabaseUrl, Keyset, Mode, Page, RegionScope, Store, StoreError, match_tasks, migrations,
};

const NUMBER: &str = "371502199001010012";

struct Fixture {
    _folder: tempfile::TempDir,
    url: String,
    store: Store,
}

/// An empty store on each database that is there.
fn fixtures() -> Vec<Fixture> {
    let mut fixtures = vec![fixture(|folder| {
        format!("sqlite:{}", folder.path().join("test.db").display())
    })];
    if let Ok(server) = std::env::var("YONGWEI_TEST_POSTGRES_URL") {
        fixtures.push(fixture(|_| new_database(&server)));
    }
    fixtures
}

fn fixture(url: impl FnOnce(&tempfile::TempDir) -> String) -> Fixture {
    let folder = tempfile::tempdir().unwrap();
    let url = url(&folder);
    let database = DatabaseUrl::parse(&url).unwrap();
    migrations::run(&database).unwrap();
    let keyring = Keyring::new(&KeyMaterial::generate().unwrap()).unwrap();
    let store = Store::open(&database, 4, keyring, Clock::default()).unwrap();
    Fixture {
        _folder: folder,
        url,
        store,
    }
}

fn new_database(server: &str) -> String {
    let name = format!(
        "people_{}",
        persistence::uuid_at(Clock::default().now()).simple()
    );
    PgConnection::establish(server)
        .unwrap()
        .batch_execute(&format!("CREATE DATABASE {name}"))
        .unwrap();
    let (base, _) = server.rsplit_once('/').unwrap();
    format!("{base}/{name}")
}

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

impl Fixture {
    async fn insert(&self, file: PersonFile) -> Result<Person, StoreError> {
        self.store
            .write(Mode::Keep, move |tx| people::insert(tx, &file))
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

    /// The plan of a query, as the database tells it.
    fn plan(&self, query: &str) -> String {
        #[derive(diesel::QueryableByName)]
        struct Line {
            #[diesel(sql_type = diesel::sql_types::Text)]
            detail: String,
        }
        let lines: Vec<Line> = match self.url.strip_prefix("sqlite:") {
            Some(path) => diesel::sql_query(format!("EXPLAIN QUERY PLAN {query}"))
                .load(&mut SqliteConnection::establish(path).unwrap()),
            None => Ok(Vec::new()),
        }
        .unwrap();
        lines.into_iter().map(|line| line.detail + "\n").collect()
    }
}

fn keyset<K>(limit: u16) -> Keyset<K> {
    Keyset {
        after: None,
        limit,
        count: true,
    }
}

#[tokio::test]
async fn a_file_reads_back_as_it_was_written_and_only_within_its_region() {
    for fixture in fixtures() {
        let written = fixture
            .insert(file("测试𠮷·㐂", "371502", Some(number())))
            .await
            .unwrap();
        let id = written.id;
        for (scope, found) in [
            (RegionScope::City, true),
            (county("371502"), true),
            (county("371581"), false),
            (RegionScope::Regions(Vec::new()), false),
        ] {
            let read = fixture
                .store
                .read(move |reader| people::find(reader, &scope, id))
                .await
                .unwrap();
            assert_eq!(read, found.then(|| written.clone()));
        }
    }
}

#[tokio::test]
async fn a_name_is_found_once_by_any_of_its_keys_in_the_callers_regions() {
    for fixture in fixtures() {
        for (name, code) in [
            ("吴青", "371502"),
            ("单小芳", "371502"),
            ("王芳", "371581"),
            ("O'Neil Smith", "371581"),
        ] {
            fixture.insert(file(name, code, None)).await.unwrap();
        }
        for (prefix, names) in [
            ("w", vec!["王芳", "吴青"]),
            ("wuqing", vec!["吴青"]),
            ("wq", vec!["吴青"]),
            ("shan", vec!["单小芳"]),
            ("吴", vec!["吴青"]),
            ("oneil", vec!["O'Neil Smith"]),
            ("x", vec![]),
            ("%", vec![]),
        ] {
            assert_eq!(fixture.names_found(RegionScope::City, prefix).await, names);
        }
        assert_eq!(fixture.names_found(county("371502"), "w").await, ["吴青"]);
        assert!(fixture.names_found(county("LCDJ"), "w").await.is_empty());
    }
}

#[tokio::test]
async fn pages_follow_each_other_without_gap_or_repetition() {
    for fixture in fixtures() {
        let mut all = BTreeSet::new();
        for _ in 0..25 {
            all.insert(
                fixture
                    .insert(file("吴青", "371502", None))
                    .await
                    .unwrap()
                    .id,
            );
        }
        let (mut listed, mut after) = (Vec::new(), None);
        let mut searched: Vec<PersonId> = Vec::new();
        let mut after_name = None;
        loop {
            let keyset = Keyset {
                after,
                limit: 10,
                count: true,
            };
            let page = fixture
                .store
                .read(move |reader| {
                    people::list(reader, &RegionScope::City, &Filter::default(), &keyset)
                })
                .await
                .unwrap();
            assert_eq!(page.total, Some(25));
            after = page.items.last().map(|person| person.id);
            listed.extend(page.items.iter().map(|person| person.id));
            if !page.more {
                break;
            }
        }
        loop {
            let keyset = Keyset {
                after: after_name,
                limit: 10,
                count: true,
            };
            let page = fixture
                .store
                .read(move |reader| {
                    people::search(reader, &county("371502"), "w", &Filter::default(), &keyset)
                })
                .await
                .unwrap();
            assert_eq!(page.total, Some(25));
            after_name = page
                .items
                .last()
                .map(|(key, person)| (key.clone(), person.id));
            searched.extend(page.items.iter().map(|(_, person)| person.id));
            if !page.more {
                break;
            }
        }
        assert_eq!(listed, all.iter().rev().copied().collect::<Vec<_>>());
        assert_eq!(searched, all.into_iter().collect::<Vec<_>>());
    }
}

#[tokio::test]
async fn filters_narrow_the_list() {
    for fixture in fixtures() {
        let made_up = PersonFile {
            synthetic: true,
            ..file("测试甲", "371502", None)
        };
        let dead = PersonFile {
            life_status: LifeStatus::Deceased,
            ..file("测试乙", "371581", None)
        };
        fixture.insert(made_up).await.unwrap();
        fixture.insert(dead).await.unwrap();
        for (filter, names) in [
            (Filter::default(), vec!["测试乙", "测试甲"]),
            (
                Filter {
                    region: Some(region("371502")),
                    ..Filter::default()
                },
                vec!["测试甲"],
            ),
            (
                Filter {
                    synthetic: Some(true),
                    ..Filter::default()
                },
                vec!["测试甲"],
            ),
            (
                Filter {
                    synthetic: Some(false),
                    ..Filter::default()
                },
                vec!["测试乙"],
            ),
            (
                Filter {
                    life_status: Some(LifeStatus::Deceased),
                    ..Filter::default()
                },
                vec!["测试乙"],
            ),
            (
                Filter {
                    merged: true,
                    ..Filter::default()
                },
                vec![],
            ),
        ] {
            let page = fixture.list(RegionScope::City, filter.clone()).await;
            let found: Vec<_> = page
                .items
                .iter()
                .map(|person| person.file.name.as_str())
                .collect();
            assert_eq!(found, names, "{filter:?}");
        }
        // A filter does not reach beyond the caller's regions.
        let foreign = Filter {
            region: Some(region("371581")),
            ..Filter::default()
        };
        assert_eq!(fixture.list(county("371502"), foreign).await.total, Some(0));
    }
}

#[tokio::test]
async fn one_number_has_one_active_file_in_a_region() {
    for fixture in fixtures() {
        fixture
            .insert(file("测试甲", "371502", Some(number())))
            .await
            .unwrap();
        let twice = fixture
            .insert(file("测试甲", "371502", Some(number())))
            .await;
        assert!(matches!(twice, Err(StoreError::Duplicate)));
        assert!(
            fixture
                .insert(file("测试甲", "371581", Some(number())))
                .await
                .is_ok()
        );
    }
}

#[tokio::test]
async fn holders_are_shown_within_the_callers_regions_and_only_counted_elsewhere() {
    for fixture in fixtures() {
        let kept = fixture
            .insert(file("测试甲", "371502", Some(number())))
            .await
            .unwrap();
        let holders = |scope: RegionScope| {
            fixture.store.write(Mode::Keep, move |tx| {
                people::holders(tx, &scope, &number(), None)
            })
        };
        let own = holders(county("371502")).await.unwrap();
        assert_eq!((own.yours, own.elsewhere), (Some(kept.clone()), vec![]));
        let foreign = holders(county("371581")).await.unwrap();
        assert_eq!((foreign.yours, foreign.elsewhere), (None, vec![kept.id]));
    }
}

#[tokio::test]
async fn a_merged_file_loses_its_keys_and_lends_its_history() {
    for fixture in fixtures() {
        let survivor = fixture
            .insert(file("测试甲", "371502", None))
            .await
            .unwrap();
        let absorbed = fixture
            .insert(file("吴青", "371581", Some(number())))
            .await
            .unwrap();
        let (first, second) = (survivor.clone(), absorbed.clone());
        fixture
            .store
            .write(Mode::Keep, move |tx| -> Result<(), StoreError> {
                let actor = Actor::operator("test");
                people::append(tx, &first, &actor, &Happened::Registered)?;
                people::append(tx, &second, &actor, &Happened::Registered)?;
                people::adopt(tx, first.id, second.id)?;
                people::absorb(tx, &second, first.id)?;
                let taken = PersonFile {
                    citizen_number: Some(number()),
                    ..first.file.clone()
                };
                people::save(tx, &first, &taken).map(drop)
            })
            .await
            .unwrap();
        assert!(
            fixture
                .names_found(RegionScope::City, "wq")
                .await
                .is_empty()
        );
        let entries_of = |id| {
            fixture
                .store
                .read(move |reader| people::history(reader, id, &keyset(10)))
        };
        let of_survivor = entries_of(survivor.id).await.unwrap().items;
        let written_in: BTreeSet<_> = of_survivor.iter().map(|entry| entry.written_in).collect();
        assert_eq!(written_in, BTreeSet::from([survivor.id, absorbed.id]));
        let of_absorbed = entries_of(absorbed.id).await.unwrap().items;
        assert_eq!(of_absorbed.len(), 1);
        let merged = fixture
            .list(
                county("371581"),
                Filter {
                    merged: true,
                    ..Filter::default()
                },
            )
            .await;
        let [person] = merged.items.as_slice() else {
            panic!("one merged file")
        };
        assert_eq!(person.status, FileStatus::Merged { into: survivor.id });
    }
}

#[tokio::test]
async fn a_file_that_changed_meanwhile_is_not_overwritten() {
    for fixture in fixtures() {
        let stale = fixture
            .insert(file("测试甲", "371502", None))
            .await
            .unwrap();
        let newer = stale.clone();
        let save = |current: Person, name: &'static str| {
            fixture.store.write(Mode::Keep, move |tx| {
                people::save(tx, &current, &file(name, "371502", None))
            })
        };
        save(newer, "吴青").await.unwrap();
        let refused = save(stale, "测试乙").await;
        assert!(matches!(refused, Err(StoreError::Conflict)));
        assert_eq!(fixture.names_found(RegionScope::City, "").await, ["吴青"]);
    }
}

#[tokio::test]
async fn a_pair_has_one_match_task_and_stays_apart_once_dismissed() {
    for fixture in fixtures() {
        let one = fixture
            .insert(file("测试甲", "371502", None))
            .await
            .unwrap()
            .id;
        let other = fixture
            .insert(file("测试甲", "371581", None))
            .await
            .unwrap()
            .id;
        let opened = fixture
            .store
            .write(Mode::Keep, move |tx| match_tasks::open(tx, other, &[one]))
            .await
            .unwrap();
        let [task] = opened.as_slice() else {
            panic!("one task")
        };
        assert_eq!(
            (task.person, task.other_person),
            (other.max(one), other.min(one))
        );
        let task = task.clone();
        fixture
            .store
            .write(Mode::Keep, move |tx| -> Result<(), StoreError> {
                match_tasks::close(tx, &task, MatchStatus::Dismissed, Some("测试")).map(drop)
            })
            .await
            .unwrap();
        let again = fixture
            .store
            .write(Mode::Keep, move |tx| match_tasks::open(tx, one, &[other]))
            .await
            .unwrap();
        assert!(again.is_empty());
        let open = fixture
            .store
            .read(|reader| {
                match_tasks::list(reader, Some(MatchStatus::Open), &keyset::<MatchTaskId>(10))
            })
            .await
            .unwrap();
        assert_eq!(open.total, Some(0));
    }
}

#[tokio::test]
async fn sensitive_values_do_not_lie_open_in_the_database_file() {
    let fixture = fixtures().remove(0);
    let file = PersonFile {
        phone: Some(domain::identity::PhoneNumber::parse("13800138000").unwrap()),
        address: Some(domain::people::Address::parse("测试路一号").unwrap()),
        ..file("测试甲", "371502", Some(number()))
    };
    fixture.insert(file).await.unwrap();
    let folder = fixture.url.strip_prefix("sqlite:").unwrap();
    for suffix in ["", "-wal"] {
        let bytes = std::fs::read(format!("{folder}{suffix}")).unwrap();
        for secret in [NUMBER, "13800138000", "测试路一号", "1990-01-01"] {
            let found = bytes
                .windows(secret.len())
                .any(|window| window == secret.as_bytes());
            assert!(!found, "{secret} in the file{suffix}");
        }
    }
}

#[test]
fn rare_kinds_and_names_of_one_region_come_from_their_indexes() {
    let fixture = fixtures().remove(0);
    for (query, index) in [
        (
            "SELECT * FROM people WHERE synthetic = TRUE AND status = 'active' ORDER BY id DESC LIMIT 21",
            "people_synthetic",
        ),
        (
            "SELECT * FROM people WHERE status = 'merged' ORDER BY id DESC LIMIT 21",
            "people_merged",
        ),
        (
            "SELECT * FROM people WHERE region_code = '371502' AND status = 'active' ORDER BY id DESC LIMIT 21",
            "people_by_region",
        ),
        (
            "SELECT * FROM person_search_keys WHERE region_code = '371502' AND search_key >= 'w' AND search_key < 'x' ORDER BY search_key, person_id LIMIT 21",
            "person_search_keys_by_region",
        ),
    ] {
        let plan = fixture.plan(query);
        assert!(
            plan.contains(index) && !plan.contains("TEMP B-TREE"),
            "{query}: {plan}"
        );
    }
}
