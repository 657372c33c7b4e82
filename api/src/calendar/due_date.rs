use actix_web::{HttpResponse, get};
use chrono::NaiveDate;
use domain::calendar::{DaysOff, DueDate, HolidayCalendar, MOST_DAYS, due_date};
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

use super::{TAG, problem};
use crate::http::{OpenAnswer, Optional, Query, query_date};
use crate::problems::Problem;
use crate::words::PeriodUnitWord;

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

const _: () = assert!(
    MOST_DAYS == 3660,
    "the limit in the contract is that of the domain"
);

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

impl From<DaysOff> for DaysOffRun {
    fn from(run: DaysOff) -> Self {
        Self {
            from: run.from,
            to: run.to,
            name: run.name,
        }
    }
}

/// 期限的末日及其算法 / The last day of a period, and how it was reckoned.
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
    /// 末日遇休息日顺延时，原来的末日 / Where the period would have ended, had that not been a day off.
    rolled_from: Option<NaiveDate>,
    /// 未计入或顺延经过的休息日 / The days off that were passed over, in order.
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
            passed_over: due.passed_over.into_iter().map(Into::into).collect(),
            explanation_zh: explanation.zh,
            explanation_en: explanation.en,
        }
    }
}

/// 计算期限的末日 / Reckon a due date
///
/// 起算当日不计入；按日计算的期限，末日为休息日的，顺延至次一工作日（民法典第二百零一条、第二百零三条）。
/// 结果涉及尚未公布放假安排的年份时，答复 409 `calendar_not_published`，并指明年份。 / The start day does
/// not count; a period of natural days that ends on a day off ends on the next working day (Civil
/// Code, articles 201 and 203). Where the result needs a year that is not published yet, the answer
/// is 409 `calendar_not_published` and names the year.
#[utoipa::path(
    tag = TAG,
    operation_id = "due_date_get",
    params(DueDateQuery),
    extensions(("x-problem-codes" = json!(["calendar_not_published", "invalid_data"]))),
    responses(
        (status = 200, description = "末日及其算法 / The due date", body = DueDateView),
    ),
)]
#[get("/v1/calendar/due-date")]
pub(super) async fn due_date_get(
    Query(query): Query<DueDateQuery>,
) -> Result<HttpResponse, Problem> {
    let calendar = HolidayCalendar::builtin();
    let start = query_date("start", &query.start)?;
    let due = due_date(start, query.days, query.unit.0, calendar).map_err(problem)?;
    Ok(OpenAnswer::new(&DueDateView::new(due))?.unless(&Optional(None)))
}
