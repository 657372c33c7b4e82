use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    CalendarError, DayUnit, HolidayCalendar,
    last_day::{last_day, nominal_end},
    period::next,
};

/// Days off in a row that a period passed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DaysOff {
    pub from: NaiveDate,
    pub to: NaiveDate,
    /// The festival, where the notice names one for any of these days.
    pub name: Option<String>,
}

/// The last day of a period, with the arithmetic that led to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DueDate {
    /// The day of the event that starts the period; it is not counted.
    pub start: NaiveDate,
    /// The first day that can count: the day after.
    pub counts_from: NaiveDate,
    pub days: u32,
    pub unit: DayUnit,
    /// The last day of the period; what is done on it is in time.
    pub due: NaiveDate,
    /// The day on which a period of natural days would have ended, had it not been a day off.
    pub rolled_from: Option<NaiveDate>,
    /// The days off that were passed over, in order: within a period of working days, or after the
    /// end of one of natural days.
    pub passed_over: Vec<DaysOff>,
}

/// The last day of a period of `days` (1 to [`MOST_DAYS`](super::MOST_DAYS)) after `start`: the start day does not
/// count (Civil Code article 201), and a period of natural days that ends on a day off ends on the
/// next day that is none (article 203). Weekends and published breaks are days off, make-up
/// working days are not. [`CalendarError::NotLoaded`] where the day depends on a year that is not loaded;
/// [`last_day`] says between which days it lies.
///
/// ```
/// use domain::calendar::{DayUnit, HolidayCalendar, due_date};
///
/// let friday = "2026-09-18".parse().unwrap();
/// let sum = due_date(friday, 5, DayUnit::Working, HolidayCalendar::builtin()).unwrap();
/// // Sunday 20 September is worked to make up for a break.
/// assert_eq!(sum.due.to_string(), "2026-09-24");
/// ```
pub fn due_date(
    start: NaiveDate,
    days: u32,
    unit: DayUnit,
    calendar: &HolidayCalendar,
) -> Result<DueDate, CalendarError> {
    let due = last_day(start, days, unit, calendar)?.certain()?;
    let counts_from = next(start)?;
    let (rolled_from, passed_over_from) = match unit {
        DayUnit::Working => (None, counts_from),
        DayUnit::Natural => {
            let nominal = nominal_end(start, days)?;
            ((due != nominal).then_some(nominal), nominal)
        }
    };
    Ok(DueDate {
        start,
        counts_from,
        days,
        unit,
        due,
        rolled_from,
        passed_over: days_off(passed_over_from, due, calendar),
    })
}

/// The runs of days off in `from..due`.
fn days_off(from: NaiveDate, due: NaiveDate, calendar: &HolidayCalendar) -> Vec<DaysOff> {
    let mut runs: Vec<DaysOff> = Vec::new();
    for day in from.iter_days().take_while(|day| *day < due) {
        if calendar.is_working_day(day) != Ok(false) {
            continue;
        }
        let name = calendar.name(day).map(str::to_owned);
        match runs.last_mut() {
            Some(run) if run.to.succ_opt() == Some(day) => {
                run.to = day;
                run.name = run.name.take().or(name);
            }
            _ => runs.push(DaysOff {
                from: day,
                to: day,
                name,
            }),
        }
    }
    runs
}
