//! Reading the audit.

use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use chrono::{DateTime, Datelike as _, Utc};
use domain::ids::{AuditId, ClientId, OfficerId};
use persistence::Position;
use persistence::audit::{self, Entry, Filter};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_with::skip_serializing_none;
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

use crate::auth::Caller;
use crate::auth::permissions::AuditRead;
use crate::http::{Page, PageQuery, Query};
use crate::problems::{Code, Problem, fault_with_limit};
use crate::services::Services;

/// The years in which both databases know instants.
const YEARS: std::ops::RangeInclusive<i32> = 1..=9999;

/// 审计记录 / The audit
///
/// 对您辖区内的档案做过的每一件事，新的在前：变更，以及对敏感信息的查阅。市级可见全部。 / Everything
/// that was done to the files within your regions, newest first: changes, and reads of sensitive data.
/// The city sees all.
#[utoipa::path(
    security(("oauth2" = ["audit:read"])),
    params(AuditQuery, PageQuery),
    responses(
        (status = 200, description = "一页审计记录 / A page of the audit", body = AuditPage),
    ),
)]
#[get("/v1/audit")]
pub(super) async fn audit_list(
    caller: Caller<AuditRead>,
    services: Data<Services>,
    page: PageQuery,
    Query(query): Query<AuditQuery>,
) -> Result<HttpResponse, Problem> {
    let list = page.of("audit", &query)?;
    let keyset = list
        .keyset::<(i64, i64)>()?
        .map(|(commit, sequence)| Position { commit, sequence });
    let filter = query.filter()?;
    let scope = caller.regions().clone();
    let found = services
        .store
        .read(move |reader| audit::list(reader, &scope, &filter, &keyset))
        .await?;
    list.answer(
        &found,
        |entry| (entry.position.commit, entry.position.sequence),
        |row| AuditEntry::from(row),
    )
}

#[derive(Debug, Serialize, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct AuditQuery {
    /// 只列该对象的（编号） / Only what was done to the thing with this id.
    #[validate(length(min = 1, max = 128))]
    #[param(min_length = 1, max_length = 128)]
    subject: Option<String>,
    /// 只列该种行为，如 `person.sensitive_read` / Only what was done in this way.
    #[validate(length(min = 1, max = 64))]
    #[param(min_length = 1, max_length = 64, example = "person.sensitive_read")]
    action: Option<String>,
    /// 只列该客户端的 / Only what this client did.
    #[param(value_type = Option<Uuid>)]
    client: Option<ClientId>,
    /// 只列为该承办人所为的 / Only what was done for this officer.
    #[param(value_type = Option<Uuid>)]
    officer: Option<OfficerId>,
    /// 不早于此时刻 / Not before this instant.
    #[param(example = "2026-11-23T00:00:00Z")]
    from: Option<DateTime<Utc>>,
    /// 早于此时刻 / Before this instant.
    #[param(example = "2026-11-24T00:00:00Z")]
    until: Option<DateTime<Utc>>,
}

impl AuditQuery {
    fn filter(self) -> Result<Filter, Problem> {
        let instants = [("/from", self.from), ("/until", self.until)];
        for (pointer, instant) in instants {
            if instant.is_some_and(|instant| !YEARS.contains(&instant.year())) {
                let expected = "0001-01-01T00:00:00Z … 9999-12-31T23:59:59Z";
                return Err(Problem::new(Code::InvalidQuery).error(fault_with_limit(
                    pointer,
                    "invalid_value",
                    "expected",
                    expected,
                )));
            }
        }
        Ok(Filter {
            subject: self.subject,
            action: self.action,
            client: self.client,
            officer: self.officer,
            from: self.from,
            until: self.until,
        })
    }
}

/// 一条审计记录 / An entry of the audit: who did what to what, and when. It holds no personal data.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
struct AuditEntry {
    /// 编号 / Its id.
    #[schema(value_type = Uuid)]
    id: AuditId,
    /// 时间 / When.
    at: DateTime<Utc>,
    /// 客户端；管理员的命令行没有 / By which client; absent for the operator's command line.
    #[schema(value_type = Uuid)]
    client_id: Option<ClientId>,
    /// 承办人 / For which officer; absent if none was named.
    #[schema(value_type = Uuid)]
    officer_id: Option<OfficerId>,
    /// 做了什么，如 `person.registered` / What was done.
    #[schema(example = "person.registered")]
    action: String,
    /// 对象类别 / What kind of thing it was done to.
    #[schema(example = "person")]
    subject_kind: String,
    /// 对象编号 / That thing's id.
    subject_id: String,
    /// 对象所属区划 / The region whose files it belongs to.
    #[schema(example = "371502")]
    region_code: String,
    /// 查阅敏感信息的目的 / For which purpose sensitive data was read.
    #[schema(example = "assistance")]
    purpose: Option<String>,
    /// 请求编号 / The request, as echoed in `X-Request-Id`.
    request_id: String,
    /// 追踪编号；命令行为空 / The trace id; empty for the command line.
    trace_id: String,
    /// 其他情况 / Further facts.
    #[schema(value_type = Object)]
    detail: Value,
}

impl From<&Entry> for AuditEntry {
    fn from(entry: &Entry) -> Self {
        Self {
            id: entry.id,
            at: entry.at,
            client_id: entry.client,
            officer_id: entry.officer,
            action: entry.action.clone(),
            subject_kind: entry.subject_kind.clone(),
            subject_id: entry.subject_id.clone(),
            region_code: entry.region.as_str().to_owned(),
            purpose: entry.purpose.clone(),
            request_id: entry.request_id.clone(),
            trace_id: entry.trace_id.clone(),
            detail: entry.detail.clone(),
        }
    }
}

/// 一页审计记录 / A page of the audit.
type AuditPage = Page<AuditEntry>;
