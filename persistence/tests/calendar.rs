//! Loaded years of the calendar on both databases.

#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot set its scene up has failed"
)]

mod stores;

use chrono::NaiveDate;
use domain::calendar::{CalendarError, NamedDay, NoticeNumber, YearDays};
use domain::text::Line;
use persistence::audit::Principal;
use persistence::calendar;
use persistence::{Mode, Reader, StoreError, Tx};
use stores::stores;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn off(days: &[&str]) -> YearDays {
    let named = |text: &&str| NamedDay {
        date: day(text),
        name: Line::parse("元旦").unwrap(),
    };
    YearDays {
        days_off: days.iter().map(named).collect(),
        make_up_working_days: Vec::new(),
    }
}

fn load(tx: &mut Tx<'_>, year: i32, days: &YearDays) -> Result<i64, StoreError> {
    let notice: NoticeNumber = Line::parse("测试1号").unwrap();
    tx.lock_calendar()?;
    let principal = Principal::operator("test");
    Ok(calendar::load(tx, &principal, year, &notice, days)?.revision)
}

#[tokio::test]
async fn a_loaded_year_is_in_force_at_once_and_a_version_stays_what_it_was() {
    for test in stores() {
        let first = |tx: &mut Tx<'_>| {
            let before = tx.calendar()?;
            assert_eq!(before.version(), 0);
            let unknown = before.is_working_day(day("2027-01-04"));
            assert_eq!(unknown, Err(CalendarError::NotLoaded { year: 2027 }));
            Ok::<_, StoreError>(())
        };
        test.store.write(Mode::Commit, first).await.unwrap();
        // A rehearsal leaves nothing behind, also not in memory.
        let rehearsed = |tx: &mut Tx<'_>| {
            load(tx, 2027, &off(&["2027-01-01", "2027-01-04"]))?;
            assert_eq!(tx.calendar()?.is_working_day(day("2027-01-04")), Ok(false));
            Ok::<_, StoreError>(())
        };
        test.store.write(Mode::DryRun, rehearsed).await.unwrap();
        let loaded = |tx: &mut Tx<'_>| load(tx, 2027, &off(&["2027-01-01"]));
        assert_eq!(test.store.write(Mode::Commit, loaded).await.unwrap(), 1);
        let read = |reader: &mut Reader<'_>| calendar::in_force(reader);
        let calendar = test.store.read(read).await.unwrap();
        assert_eq!(calendar.version(), 1);
        assert_eq!(calendar.is_working_day(day("2027-01-04")), Ok(true));

        let replaced = |tx: &mut Tx<'_>| load(tx, 2027, &off(&["2027-01-01", "2027-01-04"]));
        assert_eq!(test.store.write(Mode::Commit, replaced).await.unwrap(), 2);
        let calendar = test.store.read(read).await.unwrap();
        assert_eq!(calendar.version(), 2);
        assert_eq!(calendar.is_working_day(day("2027-01-04")), Ok(false));
        let of_before = |reader: &mut Reader<'_>| {
            let before = calendar::of_version(reader, 1)?;
            assert_eq!(before.is_working_day(day("2027-01-04")), Ok(true));
            assert_eq!(calendar::revisions(reader, 2027)?.len(), 2);
            Ok::<_, StoreError>(())
        };
        test.store.read(of_before).await.unwrap();
    }
}
