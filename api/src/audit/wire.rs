use chrono::{DateTime, Utc};
use domain::ids::{AuditId, ClientId, OfficerId};
use persistence::audit::Entry;
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

/// 一条审计记录 / An entry of the audit: who did what to what, and when. It holds no personal data.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct AuditEntry {
    /// 编号 / Its id.
    #[schema(value_type = Uuid)]
    id: AuditId,
    /// 时间 / When.
    at: DateTime<Utc>,
    /// 客户端；管理员的命令行没有 / By which client; absent for the operator's command line.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, value_type = Uuid)]
    client_id: Option<ClientId>,
    /// 承办人 / For which officer; absent if none was named.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, value_type = Uuid)]
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
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, example = "assistance")]
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
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct AuditPage {
    /// 新的在前 / Newest first.
    pub(super) items: Vec<AuditEntry>,
    /// 下一页的游标；末页没有 / The cursor of the next page; absent on the last one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub(super) next: Option<String>,
    /// 总数，仅在 count=true 时给出 / The number of all items; only when `count=true`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, minimum = 0)]
    pub(super) total: Option<i64>,
}
