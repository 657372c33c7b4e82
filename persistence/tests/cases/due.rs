//! What is due of bodies, and what they missed.

use std::collections::BTreeSet;

use domain::deeds::{ClockKind, Deed, State};
use domain::ids::CaseId;
use persistence::cases::{self, TaskFilter};
use persistence::{Keyset, Mode, Reader, RegionScope, StoreError, Tx};

use super::stores::stores;
use super::{HOLDER, RECEIVER, STRANGER, all, county, day, scene, stepped, task};

#[tokio::test]
async fn a_task_stands_on_the_list_of_the_body_of_which_it_is_due() {
    for test in stores() {
        let (file, written) = scene(&test.store).await;
        let read = move |reader: &mut Reader<'_>| {
            let of = |procedure: Option<&'static str>, statutory| TaskFilter {
                procedures: procedure.into_iter().collect(),
                statutory,
                ..TaskFilter::default()
            };
            for (scope, filter, expected) in [
                (RegionScope::City, of(None, None), 4),
                (county(HOLDER), of(None, None), 2),
                (county(RECEIVER), of(Some("deed"), None), 2),
                (county(RECEIVER), of(Some("deed"), Some(true)), 0),
                (county(HOLDER), of(Some("deed"), Some(true)), 2),
                (RegionScope::City, of(None, Some(false)), 2),
                (RegionScope::City, of(Some("deed"), Some(false)), 2),
                (RegionScope::City, of(Some("other"), None), 0),
                (county(STRANGER), of(None, None), 0),
            ] {
                let page = cases::worklist(reader, &scope, &filter, &all())?;
                assert_eq!(page.total, Some(expected), "{scope:?} {filter:?}");
                assert_eq!(page.items.len(), usize::try_from(expected).unwrap());
            }
            let mut keyset = Keyset { limit: 1, ..all() };
            let mut kinds = Vec::new();
            loop {
                let filter = of(Some("deed"), None);
                let page = cases::worklist(reader, &RegionScope::City, &filter, &keyset)?;
                let last = page.items.last().unwrap();
                assert_eq!(last.procedure, "deed");
                assert_eq!(last.file, file.id.as_uuid());
                assert!(written.iter().any(|case| case.id == last.case));
                assert_eq!(last.statutory, last.kind == "opinion");
                kinds.push(last.kind.clone());
                keyset.after = Some(last.key());
                if !page.more {
                    break;
                }
            }
            let (first, then) = ("transfer_acceptance", "opinion");
            assert_eq!(kinds, [first, first, then, then]);
            Ok::<_, StoreError>(())
        };
        test.store.read(read).await.unwrap();
    }
}

#[tokio::test]
async fn what_is_missed_is_reported_once_with_the_version_of_its_file() {
    for test in stores() {
        let (file, before) = scene(&test.store).await;
        let (file, after) = stepped(&file, &before, State::InAssessment);
        let due = vec![task(ClockKind::Opinion, HOLDER, "2026-12-02")];
        let step = move |tx: &mut Tx<'_>| {
            cases::save(tx, &file, &[(after[0].clone(), due.clone())], &after)
        };
        test.store.write(Mode::Commit, step).await.unwrap();
        let report = |tx: &mut Tx<'_>| {
            let late = cases::unreported(tx, day("2026-12-03"), 10)?;
            cases::reported(tx, &late)?;
            Ok::<_, StoreError>(late)
        };
        let late = test.store.write(Mode::Commit, report).await.unwrap();
        assert_eq!(late.len(), 1);
        assert_eq!((late[0].0.case, late[0].1), (before[0].id, 2));
        assert!(
            test.store
                .write(Mode::Commit, report)
                .await
                .unwrap()
                .is_empty()
        );
    }
}

#[tokio::test]
async fn what_is_due_between_two_days_is_missed_after_the_last_of_them() {
    for test in stores() {
        let (file, before) = scene(&test.store).await;
        let (file, after) = stepped(&file, &before, State::InAssessment);
        let between = domain::procedure::BodyTask {
            due_until: Some(day("2027-01-17")),
            ..task(ClockKind::Opinion, HOLDER, "2027-01-01")
        };
        let step = move |tx: &mut Tx<'_>| {
            cases::save(tx, &file, &[(after[0].clone(), vec![between])], &after)
        };
        test.store.write(Mode::Commit, step).await.unwrap();
        let found = move |reader: &mut Reader<'_>| {
            // The other case has something overdue as well, but no opinion.
            let late = |reader: &mut Reader<'_>, on| {
                let late = cases::unreported(reader, day(on), 10)?.into_iter();
                let opinions = late
                    .map(|(task, _)| task)
                    .filter(|task| task.kind == "opinion");
                Ok::<_, StoreError>(opinions.collect::<Vec<_>>())
            };
            assert!(late(reader, "2027-01-17")?.is_empty());
            let missed = late(reader, "2027-01-18")?;
            assert_eq!(missed.len(), 1);
            assert_eq!(missed[0].case, before[0].id);
            assert!(!missed[0].is_exact());
            for (on, expected) in [("2027-01-17", 0), ("2027-01-18", 1)] {
                let filter = TaskFilter {
                    overdue_on: Some(day(on)),
                    statutory: Some(true),
                    ..TaskFilter::default()
                };
                let page = cases::worklist(reader, &RegionScope::City, &filter, &all())?;
                assert_eq!(page.total, Some(expected), "{on}");
                assert_eq!(missed[0].is_overdue(day(on)), expected == 1, "{on}");
            }
            // What a year can move that begins on a day, and what it cannot.
            for (from, expected) in [
                ("2027-01-17", vec![before[0].id, before[1].id]),
                ("2027-01-18", vec![before[1].id]),
                ("2028-01-01", vec![]),
            ] {
                let found = cases::due_since::<Deed>(reader, day(from), None, 10)?;
                let ids: BTreeSet<CaseId> = found.iter().map(|case| case.id).collect();
                assert_eq!(ids, expected.into_iter().collect(), "{from}");
            }
            Ok::<_, StoreError>(())
        };
        test.store.read(found).await.unwrap();
    }
}
