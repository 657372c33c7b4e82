use chrono::{DateTime, Utc};
use domain::ids::{AuditId, ClientId, OfficerId};
use persistence::audit::Entry;
use serde::Serialize;
use serde_json::Value;
use serde_with::skip_serializing_none;
use utoipa::ToSchema;

use crate::http::Page;

/// 一条审计记录 / An entry of the audit: who did what to what, and when. It holds no personal data.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct AuditEntry {
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
pub(super) type AuditPage = Page<AuditEntry>;
