//! Files, their history and their match tasks.

use std::collections::BTreeSet;

use domain::identity::PhoneNumber;
use domain::ids::MatchTaskId;
use domain::people::{Address, FileStatus, MatchStatus, Person, PersonEvent, PersonFile};
use persistence::audit::Principal;
use persistence::people::{self, Filter};
use persistence::{Mode, RegionScope, StoreError, match_tasks};

use super::stores::stores;
use super::{NUMBER, county, file, keyset, number};

#[tokio::test]
async fn a_file_reads_back_as_it_was_written_and_only_within_its_region() {
    for fixture in stores() {
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
async fn one_number_has_one_active_file_in_a_region() {
    for fixture in stores() {
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
    for fixture in stores() {
        let kept = fixture
            .insert(file("测试甲", "371502", Some(number())))
            .await
            .unwrap();
        let holders = |scope: RegionScope| {
            fixture.store.write(Mode::Commit, move |tx| {
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
    for fixture in stores() {
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
            .write(Mode::Commit, move |tx| -> Result<(), StoreError> {
                let principal = Principal::operator("test");
                people::append(tx, &first, &principal, &PersonEvent::Registered)?;
                people::append(tx, &second, &principal, &PersonEvent::Registered)?;
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
                .read(move |reader| people::history(reader, &RegionScope::City, id, &keyset(10)))
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
    for fixture in stores() {
        let stale = fixture
            .insert(file("测试甲", "371502", None))
            .await
            .unwrap();
        let newer = stale.clone();
        let save = |current: Person, name: &'static str| {
            fixture.store.write(Mode::Commit, move |tx| {
                people::save(tx, &current, &file(name, "371502", None))
            })
        };
        save(newer, "吴青").await.unwrap();
        let refused = save(stale, "测试乙").await;
        assert!(matches!(refused, Err(StoreError::Conflict)));
        assert_eq!(fixture.names_found(RegionScope::City, "wq").await, ["吴青"]);
        for gone in ["测试甲", "测试乙"] {
            let found = fixture.names_found(RegionScope::City, gone).await;
            assert_eq!(found, Vec::<String>::new());
        }
    }
}

#[tokio::test]
async fn a_pair_has_one_match_task_and_stays_apart_once_dismissed() {
    for fixture in stores() {
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
            .write(Mode::Commit, move |tx| match_tasks::open(tx, other, &[one]))
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
            .write(Mode::Commit, move |tx| -> Result<(), StoreError> {
                match_tasks::set_status(tx, &task, MatchStatus::Dismissed, Some("测试")).map(drop)
            })
            .await
            .unwrap();
        let again = fixture
            .store
            .write(Mode::Commit, move |tx| match_tasks::open(tx, one, &[other]))
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
    let fixture = stores().remove(0);
    let file = PersonFile {
        phone: Some(PhoneNumber::parse("13800138000").unwrap()),
        address: Some(Address::parse("测试路一号").unwrap()),
        ..file("测试甲", "371502", Some(number()))
    };
    fixture.insert(file).await.unwrap();
    for suffix in ["", "-wal"] {
        let path = fixture
            .folder()
            .unwrap()
            .join(format!("yongwei.db{suffix}"));
        let bytes = std::fs::read(path).unwrap();
        for secret in [NUMBER, "13800138000", "测试路一号", "1990-01-01"] {
            let found = bytes
                .windows(secret.len())
                .any(|window| window == secret.as_bytes());
            assert!(!found, "{secret} in the file{suffix}");
        }
    }
}
