//! The calendar of days off and make-up working days, and the sums that statutory periods need.
//! Open to everybody; the city loads years.

mod file;
mod loading;

use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use chrono::{DateTime, Datelike as _, NaiveDate, Utc};
use domain::calendar::{
    CalendarError, DayKind, DaysOff, DueDate, HolidayCalendar, LastDay, MOST_DAYS, YEARS, due_date,
    last_day,
};
use domain::error::Coded;
use persistence::Reader;
use persistence::calendar::{self, LoadedYear};
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

use crate::contract::parameters::ReadHeaders;
use crate::http::{IfNoneMatch, Number, OpenAnswer, Optional, Path, Query, query_date};
use crate::problems::{Code, Problem};
use crate::routes::Routes;
use crate::services::Services;
use crate::words::PeriodUnitWord;

pub use file::CalendarFailure;
pub(crate) use file::{prepare, years_of_file};

/// Adds the operations. The fixed path goes before the one with a variable.
pub fn configure(routes: &mut Routes<'_>) {
    routes
        .service(due_date_get)
        .service(calendar_get)
        .service(loading::calendar_load);
}

/// 计算期限的末日 / Compute a due date
///
/// 起算当日不计入；按日计算的期限，末日为休息日的，顺延至次一工作日（民法典第二百零一条、第二百零三条）。
/// 结果取决于尚未载入放假安排的年份时，答复 409 `calendar_not_loaded`，并指明年份及末日可能的最早、最晚一日；无论放假如何安排
/// 结果均相同的（连续放假不超过 16 日），照常答复。 / The start day does
/// not count; a period of natural days that ends on a day off ends on the next working day (Civil
/// Code, articles 201 and 203). Where the result hangs on a year whose days off are not loaded, the answer
/// is 409 `calendar_not_loaded` and names the year, and the first and the last day that it can be. Where it
/// is the same whatever the days off are (no break is longer than 16 days), it is answered.
#[utoipa::path(
    params(DueDateQuery),
    extensions(("x-problem-codes" = json!(["calendar_not_loaded", "invalid_data"]))),
    responses(
        (status = 200, description = "末日及其算法 / The due date", body = DueDateView),
    ),
)]
#[get("/v1/calendar/due-date")]
async fn due_date_get(
    services: Data<Services>,
    Query(query): Query<DueDateQuery>,
) -> Result<HttpResponse, Problem> {
    let start = query_date("start", &query.start)?;
    let calendar = services.store.read(calendar::in_force).await?;
    let (days, unit) = (query.days, query.unit.0);
    let due = due_date(start, days, unit, &calendar)
        .map_err(|error| problem(error, last_day(start, days, unit, &calendar).ok()))?;
    Ok(OpenAnswer::new(&DueDateView::new(due))?.unless(&Optional(None)))
}

/// 一年的放假安排 / Read the calendar of a year
///
/// 依据国务院办公厅的放假通知：内置的年份，以及市级后来载入的年份。本系统尚未载入的年份答复 409 `calendar_not_loaded`，
/// 不作猜测。`ETag` 供载入时作 `If-Match` 使用。 / From the State Council's notices: the years that are built in, and
/// those that the city has loaded since. A year that is not loaded here is 409 `calendar_not_loaded`: nothing is
/// guessed. The `ETag` serves as `If-Match` when the year is loaded.
#[utoipa::path(
    params(
        ("year" = i32, Path, description = "年份 / The year", minimum = 1900, maximum = 2100, example = 2026),
        ReadHeaders,
    ),
    extensions(("x-problem-codes" = json!(["calendar_not_loaded"]))),
    responses(
        (status = 200, description = "放假安排 / The calendar", body = CalendarYear),
    ),
)]
#[get("/v1/calendar/{year}")]
async fn calendar_get(
    services: Data<Services>,
    Path(year): Path<Number<i32>>,
    known: Optional<IfNoneMatch>,
) -> Result<HttpResponse, Problem> {
    let Number(year) = year;
    if !YEARS.contains(&year) {
        return Err(Problem::not_found());
    }
    let body = services
        .store
        .read(move |reader| -> Result<_, Problem> { shown(reader, year) })
        .await?;
    Ok(OpenAnswer::new(&body)?.unless(&known))
}

/// A year as it is in force.
fn shown(reader: &mut Reader<'_>, year: i32) -> Result<CalendarYear, Problem> {
    let calendar = calendar::in_force(reader)?;
    let loaded = calendar::revisions(reader, year)?;
    CalendarYear::of(year, &calendar, loaded.first()).map_err(|error| problem(error, None))
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
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
struct CalendarYear {
    /// 年份 / The year.
    #[schema(minimum = 1900, maximum = 2100, example = 2026)]
    year: i32,
    /// 来源 / Where it comes from.
    #[schema(example = "国务院办公厅关于2026年部分节假日安排的通知")]
    source: String,
    /// 通知文号 / The number of the notice.
    #[schema(example = "国办发明电〔2025〕7号")]
    notice_number: Option<String>,
    /// 是否内置；市级载入的为否 / Whether it is built in; not once the city has loaded it.
    built_in: bool,
    /// 载入时间；内置的没有 / When it was loaded; absent of a built-in year.
    loaded_at: Option<DateTime<Utc>>,
    /// 放假日（含调休所及的周末） / Published days off, weekends among them included.
    days_off: Vec<NamedDay>,
    /// 调休上班的周末 / Saturdays and Sundays that are worked to make up for a break.
    make_up_working_days: Vec<NamedDay>,
    /// 全年工作日数 / Working days of the whole year.
    #[schema(minimum = 0, maximum = 366, example = 248)]
    working_days: usize,
}

impl CalendarYear {
    /// A year of a calendar. `loaded` is how it was loaded, where it was.
    fn of(
        year: i32,
        calendar: &HolidayCalendar,
        loaded: Option<&LoadedYear>,
    ) -> Result<Self, CalendarError> {
        let of_year = calendar.year(year)?;
        let named = |kind: DayKind| -> Vec<NamedDay> {
            of_year
                .days()
                .filter(|(_, day)| day.kind == kind)
                .map(|(date, day)| NamedDay {
                    date,
                    name: day.name.clone(),
                })
                .collect()
        };
        let mut working_days = 0;
        let first = NaiveDate::from_ymd_opt(year, 1, 1).ok_or(CalendarError::DateOutOfRange)?;
        for day in first.iter_days().take_while(|day| day.year() == year) {
            working_days += usize::from(calendar.is_working_day(day)?);
        }
        Ok(Self {
            year,
            source: format!("国务院办公厅关于{year}年部分节假日安排的通知"),
            notice_number: of_year.notice().map(ToString::to_string),
            built_in: of_year.is_built_in(),
            loaded_at: loaded.map(|loaded| loaded.loaded_at),
            days_off: named(DayKind::Holiday),
            make_up_working_days: named(DayKind::MakeUpWorking),
            working_days,
        })
    }
}

/// The problem of a date that cannot be computed, with the days between which it lies.
fn problem(error: CalendarError, between: Option<LastDay>) -> Problem {
    match error {
        CalendarError::NotLoaded { year } => {
            let text = error.fault().message;
            let problem = Problem::new(Code::CalendarNotLoaded)
                .detail(text.zh, text.en)
                .with("year", year.into());
            match between {
                Some(last) => problem
                    .with("earliest", last.earliest.to_string().into())
                    .with("latest", last.latest.to_string().into()),
                None => problem,
            }
        }
        CalendarError::DaysOutOfRange => error.at("/days").into(),
        CalendarError::DateOutOfRange => error.at("/start").into(),
    }
}
