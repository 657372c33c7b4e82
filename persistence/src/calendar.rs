//! The years of the calendar that were loaded. They are the same for everybody, so that no query takes a
//! scope.

use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use chrono::{DateTime, Utc};
use diesel::dsl::max;
use domain::calendar::{CalendarYear, HolidayCalendar, NoticeNumber, YearDays};
use uuid::Uuid;

use crate::audit::Principal;
use crate::prelude::*;
use crate::schema::{calendar_years as years, case_tasks as tasks};
use crate::stored::forms;

/// Under which commands that reckon by the calendar and the one that changes it wait for each other.
pub(crate) const LOCK: &[u8] = b"calendar";

/// A calendar, named by the newest of its rows: a row is written once all before it are, so that its id
/// stands for everything before it, in whichever database.
type Named = (Uuid, Arc<HolidayCalendar>);

/// The calendar that was read last, so that a year is parsed once and not with every request.
static LAST: Mutex<Option<Named>> = Mutex::new(None);

/// A year that was loaded, as it stands in its row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoadedYear {
    /// One more with every time that the year was loaded.
    pub revision: i64,
    pub notice: NoticeNumber,
    pub days: YearDays,
    pub loaded_at: DateTime<Utc>,
}

/// The calendar in force. A command asks [`Tx::calendar`].
pub fn in_force(reader: &mut Reader<'_>) -> Result<Arc<HolidayCalendar>, StoreError> {
    static BUILT_IN: LazyLock<Arc<HolidayCalendar>> =
        LazyLock::new(|| Arc::new(HolidayCalendar::builtin().clone()));

    let newest: Option<(Uuid, i64)> = years::table
        .order(years::version.desc())
        .select((years::id, years::version))
        .first(reader.connection)
        .optional()?;
    let Some((id, version)) = newest else {
        return Ok(Arc::clone(&BUILT_IN));
    };
    let known = LAST.lock().unwrap_or_else(PoisonError::into_inner).clone();
    if let Some((_, calendar)) = known.filter(|(known, _)| *known == id) {
        return Ok(calendar);
    }
    let calendar = Arc::new(of_version(reader, version)?);
    *LAST.lock().unwrap_or_else(PoisonError::into_inner) = Some((id, Arc::clone(&calendar)));
    Ok(calendar)
}

/// The calendar as it was in a version, for a receipt that was made by it.
pub fn of_version(reader: &mut Reader<'_>, version: i64) -> Result<HolidayCalendar, StoreError> {
    let rows: Vec<(i32, NoticeNumber, String)> = years::table
        .filter(years::version.le(version))
        .order(years::version.asc())
        .select((years::year, years::notice_number, years::days))
        .load(reader.connection)?;
    let loaded = rows
        .into_iter()
        .map(|(year, notice, days)| {
            let days = forms::CALENDAR_YEAR.read(days.as_bytes())?;
            Ok(CalendarYear::on_file(year, notice, &days))
        })
        .collect::<Result<Vec<_>, StoreError>>()?;
    Ok(HolidayCalendar::with_loaded(version, loaded))
}

/// A year as it was loaded each time, the newest first.
pub fn revisions(reader: &mut Reader<'_>, year: i32) -> Result<Vec<LoadedYear>, StoreError> {
    type Row = (i64, NoticeNumber, String, DateTime<Utc>);
    let rows: Vec<Row> = years::table
        .filter(years::year.eq(year))
        .order(years::revision.desc())
        .select((
            years::revision,
            years::notice_number,
            years::days,
            years::loaded_at,
        ))
        .load(reader.connection)?;
    rows.into_iter()
        .map(|(revision, notice, days, loaded_at)| {
            Ok(LoadedYear {
                revision,
                notice,
                days: forms::CALENDAR_YEAR.read(days.as_bytes())?,
                loaded_at,
            })
        })
        .collect()
}

/// Whether the last day of everything that is due is reckoned; that of tasks of an earlier version is not.
pub fn is_reckoned(reader: &mut Reader<'_>) -> Result<bool, StoreError> {
    let open: Option<Uuid> = tasks::table
        .filter(tasks::due_until.is_null())
        .select(tasks::file_id)
        .first(reader.connection)
        .optional()?;
    Ok(open.is_none())
}

/// Loads a year, which is in force for every command that begins from now on. To be called under
/// [`Tx::lock_calendar`].
pub fn load(
    tx: &mut Tx<'_>,
    principal: &Principal,
    year: i32,
    notice: &NoticeNumber,
    days: &YearDays,
) -> Result<LoadedYear, StoreError> {
    let newest: Option<i64> = years::table
        .select(max(years::version))
        .first(tx.connection)?;
    let of_year: Option<i64> = years::table
        .filter(years::year.eq(year))
        .select(max(years::revision))
        .first(tx.connection)?;
    let loaded = LoadedYear {
        revision: of_year.unwrap_or_default() + 1,
        notice: notice.clone(),
        days: days.clone(),
        loaded_at: tx.now(),
    };
    diesel::insert_into(years::table)
        .values((
            years::version.eq(newest.unwrap_or_default() + 1),
            years::id.eq(Col(tx.new_id::<Uuid>())),
            years::year.eq(year),
            years::revision.eq(loaded.revision),
            years::notice_number.eq(Col(notice.clone())),
            years::days.eq(forms::CALENDAR_YEAR.write_text(days)?),
            years::client_id.eq(Col(principal.client)),
            years::officer_id.eq(Col(principal.officer)),
            years::loaded_at.eq(Col(loaded.loaded_at)),
        ))
        .execute(tx.connection)?;
    tx.forget_calendar();
    Ok(loaded)
}
