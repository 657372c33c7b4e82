//! Loading a year, or replacing one: the city enters what the State Council's notice says.

use actix_web::web::Data;
use actix_web::{HttpResponse, put};
use chrono::NaiveDate;
use domain::calendar::{NamedDay, NoticeNumber, YEARS, YearDays};
use domain::error::{Coded, FieldErrors};
use domain::policy::PolicySet;
use domain::regions::RegionCode;
use domain::text::Line;
use persistence::audit::{Change, Subject};
use persistence::calendar;
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;
use validator::Validate;

use super::{CalendarYear, shown};
use crate::auth::Caller;
use crate::auth::permissions::CalendarWrite;
use crate::commands::{Acting, Answer, Command, Effect};
use crate::contract::parameters::{CommandHeaders, CommandQuery};
use crate::http::headers::HeaderType as _;
use crate::http::{Body, BoundedText, IfMatch, OpenAnswer, Optional, Path};
use crate::problems::{Code, Problem};
use crate::procedure::{Concerned, reckon_again};
use crate::services::Services;
use crate::wire::{day, read};

/// 通知所列的一天 / A day that the notice names.
#[derive(Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewNamedDay {
    /// 日期 / The day.
    #[schema(format = Date, example = "2027-01-01")]
    date: String,
    /// 节日 / The festival.
    #[validate(nested)]
    name: BoundedText<1, 20>,
}

/// 一年的放假安排，照录国务院办公厅的通知 / The days off of a year, as the State Council's notice says.
#[derive(Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "notice_number": "测试〔2026〕1号",
    "days_off": [
        { "date": "2027-01-01", "name": "元旦" },
        { "date": "2027-02-05", "name": "春节" },
        { "date": "2027-02-08", "name": "春节" },
        { "date": "2027-02-09", "name": "春节" },
        { "date": "2027-02-10", "name": "春节" },
        { "date": "2027-04-05", "name": "清明节" },
        { "date": "2027-05-03", "name": "劳动节" },
        { "date": "2027-05-04", "name": "劳动节" },
        { "date": "2027-06-09", "name": "端午节" },
        { "date": "2027-09-15", "name": "中秋节" },
        { "date": "2027-10-01", "name": "国庆节" },
        { "date": "2027-10-04", "name": "国庆节" },
        { "date": "2027-10-05", "name": "国庆节" },
        { "date": "2027-10-06", "name": "国庆节" }
    ],
    "make_up_working_days": [{ "date": "2027-05-08", "name": "劳动节" }]
}))]
struct NewCalendarYear {
    /// 通知的文号 / The number of the notice.
    #[validate(nested)]
    notice_number: BoundedText<1, 60>,
    /// 放假日；周末本来放假，列出与否均可 / The days off; weekends are off anyway and may be listed or not.
    #[validate(length(max = 366), nested)]
    #[schema(max_items = 366)]
    days_off: Vec<NewNamedDay>,
    /// 调休上班的星期六、星期日 / The Saturdays and Sundays that are worked.
    #[validate(length(max = 366), nested)]
    #[schema(max_items = 366)]
    make_up_working_days: Vec<NewNamedDay>,
}

impl NewCalendarYear {
    /// What is entered. Whether it can be a year is for the rules to say.
    fn parse(&self) -> Result<(NoticeNumber, YearDays), Problem> {
        read(|errors| {
            let notice = errors.take("/notice_number", Line::parse(&self.notice_number));
            let days = YearDays {
                days_off: named("/days_off", &self.days_off, errors),
                make_up_working_days: named(
                    "/make_up_working_days",
                    &self.make_up_working_days,
                    errors,
                ),
            };
            Some((notice?, days))
        })
    }
}

fn named(pointer: &str, days: &[NewNamedDay], errors: &mut FieldErrors) -> Vec<NamedDay> {
    let each = days.iter().enumerate().filter_map(|(place, named)| {
        let date: Option<NaiveDate> = day(&named.date, &format!("{pointer}/{place}/date"), errors);
        let name = errors.take(format!("{pointer}/{place}/name"), Line::parse(&named.name));
        Some(NamedDay {
            date: date?,
            name: name?,
        })
    });
    each.collect()
}

/// 载入一年的放假安排 / Load the days off of a year
///
/// 仅限市级，须指明承办人。照录通知并填文号，载入后在全部进程中立即生效：未结案件的期限随即重新计算。已载入或者内置的年份也可以更正
/// （须带 `If-Match`）；以前的凭据仍按当时的安排复算。不可能的安排答复 422：日期不在该年、工作日列为调休上班、漏列元旦、连续放假超过 16
/// 日、放假日与调休日数目不合等。与现行安排相同的，不产生新的版本。 / Only for the city, and only for an officer. What
/// the notice says, with its number; it is in force in every process at once, and what is due in open cases is
/// reckoned again. A year that was loaded or is built in can be replaced (`If-Match` is required then);
/// receipts of before are replayed by what was known then. Days that cannot be so are 422: outside the year, a
/// weekday that makes up for a break, no 1 January, a break of more than 16 days, numbers of days off and
/// make-up days that do not fit. The same again makes no new version.
#[utoipa::path(
    security(("oauth2" = ["calendar:write"])),
    params(
        ("year" = i32, Path, description = "年份 / The year", minimum = 1900, maximum = 2100, example = 2027),
        Optional<IfMatch>, CommandHeaders, CommandQuery,
    ),
    request_body = NewCalendarYear,
    extensions(("x-problem-codes" = json!(["city_only"]))),
    responses(
        (status = 200, description = "已载入，为现行安排 / The year as it is in force", body = CalendarYear,
            headers(("ETag" = String, description = "供 If-Match 使用 / For `If-Match`"))),
    ),
)]
// Whatever is no year is not found; `due-date` is another address, which cannot be put.
#[put("/v1/calendar/{year:[^d/][^/]*}")]
pub(super) async fn calendar_load(
    caller: Caller<CalendarWrite>,
    services: Data<Services>,
    // Parsed below, so that nobody but the city is told more than that the city alone may do this.
    Path(year): Path<String>,
    condition: Optional<IfMatch>,
    command: Command,
    body: Body<NewCalendarYear>,
) -> Result<HttpResponse, Problem> {
    caller.require_city()?;
    let year: i32 = year.parse().map_err(|_| Problem::not_found())?;
    if !YEARS.contains(&year) {
        return Err(Problem::not_found());
    }
    let input = body.value.parse();
    let services = services.clone();
    command
        .run(&caller, &body.raw, input, move |acting, (notice, days)| {
            acting.require_city_officer(services.policies.city())?;
            acting.tx.lock_calendar()?;
            require_seen(acting, year, condition.0.as_ref())?;
            let same = calendar::revisions(acting.tx, year)?
                .first()
                .is_some_and(|loaded| (&loaded.notice, &loaded.days) == (notice, days));
            let changes = if same {
                Vec::new()
            } else {
                let policies = &services.policies;
                vec![load(
                    acting,
                    (policies.set(), policies.city()),
                    year,
                    notice,
                    days,
                )?]
            };
            let view = shown(acting.tx, year)?;
            let tag = OpenAnswer::new(&view)?.tag().clone();
            let answer = Answer::ok(&view)?.tagged(&tag);
            Ok(Effect { answer, changes })
        })
        .await
}

/// Whether the caller has seen the year that is replaced.
fn require_seen(
    acting: &mut Acting<'_, '_>,
    year: i32,
    condition: Option<&IfMatch>,
) -> Result<(), Problem> {
    let is_known = acting.tx.calendar()?.year(year).is_ok();
    match (is_known, condition) {
        (true, None) => Err(Problem::new(IfMatch::MISSING)),
        (true, Some(condition)) => {
            let current = OpenAnswer::new(&shown(acting.tx, year)?)?;
            condition.require(current.tag().version())
        }
        (false, Some(_)) => Err(Problem::new(Code::StaleVersion)),
        (false, None) => Ok(()),
    }
}

/// Checks a year, loads it, and reckons again what hangs on it.
pub(super) fn load(
    acting: &mut Acting<'_, '_>,
    (policies, city): (&PolicySet, RegionCode),
    year: i32,
    notice: &NoticeNumber,
    days: &YearDays,
) -> Result<Change, Problem> {
    let checked = domain::calendar::CalendarYear::of_notice(year, notice.clone(), days)
        .map_err(Problem::invalid_data)?;
    let check = acting.tx.calendar()?.check(&checked);
    check.map_err(|fault| Problem::from(fault.at("/days_off")))?;
    let loaded = calendar::load(acting.tx, acting.principal, year, notice, days)?;
    let first = NaiveDate::from_ymd_opt(year, 1, 1);
    let first = first.ok_or_else(|| Problem::internal("a year has no first day"))?;
    let cases = reckon_again(acting.tx, policies, Concerned::Since(first))?;
    let subject = Subject::new("calendar", &year, loaded.revision, city);
    let data = json!({
        "notice_number": notice,
        "calendar_version": acting.tx.calendar()?.version(),
        "cases_reckoned_again": cases,
    });
    Ok(Change::new("calendar.loaded", subject, data))
}
