//! Files, their cases and their history.

use domain::deeds::{Deed, Objector, State};
use persistence::cases::{self, EnclosureKind, Filter, NewEnclosure};
use persistence::{Mode, Reader, RegionScope, StoreError, Tx};
use uuid::Uuid;

use super::stores::stores;
use super::{HOLDER, RECEIVER, STRANGER, all, county, sample, scene, stepped, value};

#[tokio::test]
async fn a_file_reads_back_whole_where_it_is_seen_and_nowhere_else() {
    for test in stores() {
        let (file, written) = scene(&test.store).await;
        let seen = [
            (RegionScope::City, true),
            (county(HOLDER), true),
            (county(RECEIVER), true),
            (county(STRANGER), false),
        ];
        for (scope, seen) in seen {
            let (file, written) = (file.clone(), written.clone());
            let read = move |reader: &mut Reader<'_>| {
                let found = cases::find::<Deed>(reader, &scope, file.id)?;
                assert_eq!(found, seen.then(|| file.clone()), "{scope:?}");
                let person = written[0].person;
                let others = cases::of_people::<Deed>(reader, &scope, &[person])?;
                let expected = seen.then(|| vec![written[0].clone()]);
                assert_eq!(others.get(&person), expected.as_ref(), "{scope:?}");
                for (state, listed) in [
                    (None, true),
                    (Some(State::Transferred), true),
                    (Some(State::Confirmed), false),
                ] {
                    for person in [None, Some(person)] {
                        let filter = Filter { person, state };
                        let page = cases::list(reader, &scope, filter, &all())?;
                        assert_eq!(page.total, Some(i64::from(seen && listed)));
                        assert_eq!(page.items.first(), (seen && listed).then_some(&file));
                    }
                }
                assert_eq!(cases::of_file::<Deed>(reader, file.id)?, written);
                Ok::<_, StoreError>(())
            };
            test.store.read(read).await.unwrap();
        }
    }
}

#[tokio::test]
async fn a_step_moves_the_file_in_the_lists_and_only_once() {
    for test in stores() {
        let (file, before) = scene(&test.store).await;
        let (file, after) = stepped(&file, &before, State::Confirmed);
        let (saved, all_now) = (file.clone(), after.clone());
        let step = move |tx: &mut Tx<'_>| {
            cases::save(tx, &saved, &[(all_now[0].clone(), Vec::new())], &all_now)
        };
        test.store.write(Mode::Commit, step.clone()).await.unwrap();
        let second = test.store.write(Mode::Commit, step).await;
        assert!(matches!(second, Err(StoreError::Conflict)));
        let read = move |reader: &mut Reader<'_>| {
            assert_eq!(cases::of_file::<Deed>(reader, file.id)?, after);
            for (state, listed) in [(State::Reported, 0), (State::Confirmed, 1)] {
                let state = Some(state);
                let filter = Filter {
                    state,
                    ..Filter::<Deed>::default()
                };
                for scope in [RegionScope::City, county(HOLDER), county(RECEIVER)] {
                    let page = cases::list(reader, &scope, filter, &all())?;
                    assert_eq!(page.total, Some(listed), "{state:?} {scope:?}");
                }
            }
            Ok::<_, StoreError>(())
        };
        test.store.read(read).await.unwrap();
    }
}

#[tokio::test]
async fn history_and_enclosures_read_back() {
    for test in stores() {
        let (file, written) = scene(&test.store).await;
        let id = Uuid::from_u128(7);
        let text = value(serde_json::json!("测试：批复"));
        let folder = file.id.as_uuid();
        let objector = Objector {
            name: value(serde_json::json!("测试异议人")),
            contact: value(serde_json::json!("19900000004")),
        };
        let document = NewEnclosure {
            id,
            kind: EnclosureKind::Document,
            text,
            objector: Some(objector.clone()),
        };
        let enclose = move |tx: &mut Tx<'_>| cases::enclose(tx, folder, &document);
        test.store.write(Mode::Commit, enclose).await.unwrap();
        let read = move |reader: &mut Reader<'_>| {
            let cases = written.iter().map(|case| case.id).collect();
            let page = cases::history::<Deed>(reader, file.id, &cases, &all())?;
            assert_eq!(page.total, Some(2));
            for entry in page.items {
                assert!(written.iter().any(|case| case.id == entry.case));
                assert_eq!(
                    serde_json::to_value(entry.events).unwrap(),
                    sample("deed.history.2")
                );
            }
            let documents = cases::enclosures(reader, folder, EnclosureKind::Document)?;
            assert_eq!(documents.len(), 1);
            assert_eq!(documents[0].text.as_str(), "测试：批复");
            assert_eq!(documents[0].objector.as_ref(), Some(&objector));
            let evidence = cases::enclosures(reader, folder, EnclosureKind::Evidence)?;
            assert!(evidence.is_empty());
            Ok::<_, StoreError>(())
        };
        test.store.read(read).await.unwrap();
    }
}

#[tokio::test]
async fn what_was_told_does_not_lie_open_in_the_database() {
    let test = stores().remove(0);
    scene(&test.store).await;
    for entry in std::fs::read_dir(test.folder().unwrap()).unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        for secret in ["落水儿童", "测试理由", "评审意见"] {
            let secret = secret.as_bytes();
            assert!(!bytes.windows(secret.len()).any(|part| part == secret));
        }
    }
}
