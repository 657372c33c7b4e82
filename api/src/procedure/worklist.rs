use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use chrono::{Days, NaiveDate};
use domain::ids::OfficerId;
use persistence::cases::{self, TaskFilter, TaskKey};
use serde::{Deserialize, Serialize};
use utoipa::IntoParams;
use validator::Validate;

use super::registry::ProcedureName;
use super::wire::{TaskView, WorklistPage};
use crate::auth::Caller;
use crate::auth::permissions::WorklistRead;
use crate::credentials::Grant;
use crate::http::{PageQuery, Query};
use crate::problems::Problem;
use crate::services::Services;

#[derive(Debug, Serialize, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct WorklistQuery {
    /// 只列今后若干自然日内到期的，0 为今天；已逾期的也在其中 / Only what is due within so many natural days, 0 for today; what is overdue is among it.
    #[validate(range(min = 0, max = 3660))]
    #[param(minimum = 0, maximum = 3660, example = 30)]
    due_within: Option<i64>,
    /// 只列已逾期的 / Only what is overdue.
    #[serde(default)]
    #[param(default = false)]
    overdue: bool,
    /// 只列法定期限或者内部目标 / Only statutory times, or only internal targets.
    statutory: Option<bool>,
    /// 只列该程序的 / Only what is due in this procedure.
    #[param(inline)]
    procedure: Option<ProcedureName>,
    /// 只列该经办人的 / Only what this officer is in charge of.
    #[param(value_type = Option<Uuid>)]
    officer: Option<OfficerId>,
}

impl WorklistQuery {
    fn filter(&self, today: NaiveDate, grant: &Grant) -> Result<TaskFilter, Problem> {
        let may_read = |name: &ProcedureName| grant.scopes.contains(name.read_scope());
        let procedures = match self.procedure {
            Some(name) if may_read(&name) => vec![name.as_str()],
            Some(name) => return Err(Problem::insufficient_scope(name.read_scope().as_str())),
            None if ProcedureName::ALL.iter().all(may_read) => Vec::new(),
            None => {
                let readable = ProcedureName::ALL.iter().copied().filter(may_read);
                readable.map(ProcedureName::as_str).collect()
            }
        };
        Ok(TaskFilter {
            due_until: self
                .due_within
                .and_then(|days| u64::try_from(days).ok())
                .and_then(|days| today.checked_add_days(Days::new(days))),
            overdue_on: self.overdue.then_some(today),
            statutory: self.statutory,
            officer: self.officer,
            procedures,
        })
    }
}

/// 待办事项 / What is due
///
/// 您辖区的承办单位应办的事项，先到期的在前；法定期限和内部目标均列出。只列令牌有权查阅的程序。逾期只作提示并报告一次（事件
/// `….deadline_missed`），不产生任何决定。 / What is due of the bodies in your regions, earliest first, by
/// statute and by the service's own targets, in the procedures that the token may read. Being overdue is a flag, reported once as the event
/// `….deadline_missed` of its procedure, and decides nothing.
#[utoipa::path(
    security(
        ("oauth2" = ["deeds:read"]), ("oauth2" = ["recognitions:read"]), ("oauth2" = ["commendations:read"]),
        ("oauth2" = ["plaques:read"]), ("oauth2" = ["studios:read"]),
    ),
    params(WorklistQuery, PageQuery),
    responses(
        (status = 200, description = "一页待办事项 / A page of the worklist", body = WorklistPage),
    ),
)]
#[get("/v1/worklist")]
pub(super) async fn worklist_get(
    caller: Caller<WorklistRead>,
    services: Data<Services>,
    page: PageQuery,
    Query(query): Query<WorklistQuery>,
) -> Result<HttpResponse, Problem> {
    let list = page.of("worklist", &query)?;
    let keyset = list.keyset::<TaskKey>()?;
    let today = services.store.clock().today();
    let filter = query.filter(today, caller.grant())?;
    let scope = caller.regions().clone();
    let found = services
        .store
        .read(move |reader| cases::worklist(reader, &scope, &filter, &keyset))
        .await?;
    list.answer(&found, cases::Task::key, |task| {
        TaskView::from((task, today))
    })
}
