use actix_web::{HttpResponse, get};
use chrono::{Datelike as _, NaiveDate};
use domain::calendar::{CalendarError, DayKind, HolidayCalendar, YEARS};
use serde::Serialize;
use utoipa::ToSchema;

use super::{TAG, problem};
use crate::contract::parameters::ReadHeaders;
use crate::http::{IfNoneMatch, OpenAnswer, Optional, Path};
use crate::problems::Problem;

/// 通知所列的一天 / A day that the notice names.
#[derive(Debug, Serialize, ToSchema)]
struct NamedDay {
    /// 日期 / The day.
    #[schema(example = "2026-10-01")]
    date: NaiveDate,
    /// 节日 / The festival.
    #[schema(example = "国庆节")]
    name: String,
}

/// 一年的放假安排 / The days off of a year.
#[derive(Debug, Serialize, ToSchema)]
struct CalendarYear {
    /// 年份 / The year.
    #[schema(minimum = 1900, maximum = 2100, example = 2026)]
    year: i32,
    /// 放假日（含调休所及的周末） / Published days off, weekends among them included.
    days_off: Vec<NamedDay>,
    /// 调休上班的周末 / Saturdays and Sundays that are worked to make up for a break.
    make_up_working_days: Vec<NamedDay>,
    /// 全年工作日数 / Working days of the whole year.
    #[schema(minimum = 0, maximum = 366, example = 248)]
    working_days: usize,
}

impl CalendarYear {
    fn of(year: i32, calendar: &HolidayCalendar) -> Result<Self, CalendarError> {
        let named = |kind: DayKind| -> Result<Vec<NamedDay>, CalendarError> {
            Ok(calendar
                .published_days(year)?
                .filter(|(_, day)| day.kind == kind)
                .map(|(date, day)| NamedDay {
                    date,
                    name: day.name.clone(),
                })
                .collect())
        };
        let mut working_days = 0;
        let first = NaiveDate::from_ymd_opt(year, 1, 1).ok_or(CalendarError::DateOutOfRange)?;
        for day in first.iter_days().take_while(|day| day.year() == year) {
            working_days += usize::from(calendar.is_working_day(day)?);
        }
        Ok(Self {
            year,
            days_off: named(DayKind::Holiday)?,
            make_up_working_days: named(DayKind::MakeUpWorking)?,
            working_days,
        })
    }
}

/// 一年的放假安排 / Read the calendar of a year
///
/// 依据国务院办公厅的放假通知。尚未公布的年份答复 409 `calendar_not_published`，不作猜测。 / From the
/// State Council's notices. A year that is not published yet is 409 `calendar_not_published`:
/// nothing is guessed.
#[utoipa::path(
    tag = TAG,
    operation_id = "calendar_get",
    params(
        ("year" = i32, Path, description = "年份 / The year", minimum = 1900, maximum = 2100, example = 2026),
        ReadHeaders,
    ),
    extensions(("x-problem-codes" = json!(["calendar_not_published"]))),
    responses(
        (status = 200, description = "放假安排 / The calendar", body = CalendarYear,
            headers(("ETag" = String, description = "供 If-None-Match 使用 / For If-None-Match"))),
        (status = 304, description = "没有变化 / Not changed"),
    ),
)]
#[get("/v1/calendar/{year}")]
pub(super) async fn calendar_get(
    Path(year): Path<i32>,
    known: Optional<IfNoneMatch>,
) -> Result<HttpResponse, Problem> {
    if !YEARS.contains(&year) {
        return Err(Problem::not_found());
    }
    let body = CalendarYear::of(year, HolidayCalendar::builtin()).map_err(problem)?;
    Ok(OpenAnswer::new(&body)?.unless(&known))
}
