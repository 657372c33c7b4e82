//! The calendar of days off and make-up working days, and the sums that statutory periods need.
//! Open to everybody.

use actix_web::{HttpResponse, get};
use chrono::{Datelike as _, NaiveDate};
use domain::calendar::{
    CalendarError, DayKind, DaysOff, DueDate, HolidayCalendar, MOST_DAYS, YEARS, due_date,
};
use domain::error::Coded;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

use crate::contract::parameters::ReadHeaders;
use crate::http::{IfNoneMatch, Number, OpenAnswer, Optional, Path, Query, query_date};
use crate::problems::{Code, Problem};
use crate::routes::Routes;
use crate::words::PeriodUnitWord;

/// Adds the operations. The fixed path goes before the one with a variable.
pub fn configure(routes: &mut Routes<'_>) {
    routes.service(due_date_get).service(calendar_get);
}

/// 计算期限的末日 / Compute a due date
///
/// 起算当日不计入；按日计算的期限，末日为休息日的，顺延至次一工作日（民法典第二百零一条、第二百零三条）。
/// 结果涉及尚未公布放假安排的年份时，答复 409 `calendar_not_published`，并指明年份。 / The start day does
/// not count; a period of natural days that ends on a day off ends on the next working day (Civil
/// Code, articles 201 and 203). Where the result needs a year that is not published yet, the answer
/// is 409 `calendar_not_published` and names the year.
#[utoipa::path(
    params(DueDateQuery),
    extensions(("x-problem-codes" = json!(["calendar_not_published", "invalid_data"]))),
    responses(
        (status = 200, description = "末日及其算法 / The due date", body = DueDateView),
    ),
)]
#[get("/v1/calendar/due-date")]
async fn due_date_get(Query(query): Query<DueDateQuery>) -> Result<HttpResponse, Problem> {
    let calendar = HolidayCalendar::builtin();
    let start = query_date("start", &query.start)?;
    let due = due_date(start, query.days, query.unit.0, calendar).map_err(problem)?;
    Ok(OpenAnswer::new(&DueDateView::new(due))?.unless(&Optional(None)))
}

/// 一年的放假安排 / Read the calendar of a year
///
/// 依据国务院办公厅的放假通知。尚未公布的年份答复 409 `calendar_not_published`，不作猜测。 / From the
/// State Council's notices. A year that is not published yet is 409 `calendar_not_published`:
/// nothing is guessed.
#[utoipa::path(
    params(
        ("year" = i32, Path, description = "年份 / The year", minimum = 1900, maximum = 2100, example = 2026),
        ReadHeaders,
    ),
    extensions(("x-problem-codes" = json!(["calendar_not_published"]))),
    responses(
        (status = 200, description = "放假安排 / The calendar", body = CalendarYear),
    ),
)]
#[get("/v1/calendar/{year}")]
async fn calendar_get(
    Path(year): Path<Number<i32>>,
    known: Optional<IfNoneMatch>,
) -> Result<HttpResponse, Problem> {
    let Number(year) = year;
    if !YEARS.contains(&year) {
        return Err(Problem::not_found());
    }
    let body = CalendarYear::of(year, HolidayCalendar::builtin()).map_err(problem)?;
    Ok(OpenAnswer::new(&body)?.unless(&known))
}

#[derive(Debug, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct DueDateQuery {
    /// 起算事件发生之日，当日不计入 / The day of the event that starts the period; it does not count.
    #[param(format = Date, example = "2026-09-30")]
    start: String,
    /// 期限 / The length of the period.
    #[validate(range(min = 1, max = 3660))]
    #[param(minimum = 1, maximum = 3660, example = 10)]
    days: u32,
    /// 单位 / How the days are counted.
    #[param(inline)]
    unit: PeriodUnitWord,
}

const _: () = assert!(MOST_DAYS == 3660, "the limit in the contract");

/// 连续的休息日 / Days off in a row.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
struct DaysOffRun {
    /// 首日 / The first of them.
    #[schema(example = "2026-10-01")]
    from: NaiveDate,
    /// 末日 / The last of them.
    #[schema(example = "2026-10-07")]
    to: NaiveDate,
    /// 节日；普通周末没有 / The festival; absent for a plain weekend.
    #[schema(example = "国庆节")]
    name: Option<String>,
}

/// 期限的末日及其算法 / The last day of a period, and how it was computed.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DueDate)]
pub(crate) struct DueDateView {
    /// 起算事件发生之日 / The day of the event.
    #[schema(example = "2026-09-30")]
    start: NaiveDate,
    /// 开始计算之日 / The first day that can count.
    #[schema(example = "2026-10-01")]
    counts_from: NaiveDate,
    /// 期限 / The length of the period.
    #[schema(minimum = 1, maximum = 3660, example = 10)]
    days: u32,
    /// 单位 / How the days are counted.
    unit: PeriodUnitWord,
    /// 末日，当日办理仍为按期 / The last day; what is done on it is in time.
    #[schema(example = "2026-10-20")]
    due: NaiveDate,
    /// 末日遇休息日顺延时，原来的末日 / The original end of the period, if that was a day off.
    rolled_from: Option<NaiveDate>,
    /// 未计入或顺延经过的休息日 / The days off that were skipped, in order.
    passed_over: Vec<DaysOffRun>,
    /// 中文算式 / The arithmetic in Chinese.
    explanation_zh: String,
    /// 英文算式 / The arithmetic in English.
    explanation_en: String,
}

impl DueDateView {
    pub(crate) fn new(due: DueDate) -> Self {
        let explanation = due.explanation();
        Self {
            start: due.start,
            counts_from: due.counts_from,
            days: due.days,
            unit: due.unit.into(),
            due: due.due,
            rolled_from: due.rolled_from,
            passed_over: due
                .passed_over
                .into_iter()
                .map(|DaysOff { from, to, name }| DaysOffRun { from, to, name })
                .collect(),
            explanation_zh: explanation.zh,
            explanation_en: explanation.en,
        }
    }
}

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

/// The problem of a date that cannot be computed.
fn problem(error: CalendarError) -> Problem {
    match error {
        CalendarError::NotPublished { year } => {
            let text = error.fault().message;
            Problem::new(Code::CalendarNotPublished)
                .detail(text.zh, text.en)
                .with("year", year.into())
        }
        CalendarError::DaysOutOfRange => error.at("/days").into(),
        CalendarError::DateOutOfRange => error.at("/start").into(),
    }
}
