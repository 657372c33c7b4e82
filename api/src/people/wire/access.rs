use chrono::{DateTime, Utc};
use domain::ids::{AuditId, ClientId, OfficerId, PersonId};
use persistence::audit::Access;
use serde::Serialize;
use utoipa::ToSchema;

/// 一次查阅 / A read of somebody's sensitive data, or a citizen number that was met.
#[derive(Debug, Serialize, ToSchema)]
struct AccessEntry {
    /// 审计记录编号 / The id of the audit entry.
    #[schema(value_type = Uuid)]
    id: AuditId,
    /// 时间 / When.
    at: DateTime<Utc>,
    /// 客户端 / By which client.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, value_type = Uuid)]
    client_id: Option<ClientId>,
    /// 承办人 / For which officer.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, value_type = Uuid)]
    officer_id: Option<OfficerId>,
    /// 被查阅的档案；合并之后可以是被并入的 / The file that was read; after a merge it may be the absorbed one.
    #[schema(value_type = Uuid)]
    person_id: PersonId,
    /// 方式，如 `person.sensitive_read`、`person.looked_up`、`person.number_met`（登记或更改因号码已有档案而被拒） / How; `person.number_met`: a registration or change was refused because this file holds the number.
    #[schema(example = "person.sensitive_read")]
    action: String,
    /// 目的；`person.number_met` 可以没有 / For which purpose; `person.number_met` may come without.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, example = "assistance")]
    purpose: Option<String>,
}

/// 一页查阅日志 / A page of an access log.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PersonAccessPage)]
pub(in crate::people) struct AccessPage {
    /// 新的在前 / Newest first.
    items: Vec<AccessEntry>,
    /// 下一页的游标；末页没有 / The cursor of the next page; absent on the last one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    next: Option<String>,
    /// 总数，仅在 count=true 时给出 / The number of all items; only when `count=true`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, minimum = 0)]
    total: Option<i64>,
}

impl AccessPage {
    pub(in crate::people) fn new(
        accesses: &[Access],
        next: Option<String>,
        total: Option<i64>,
    ) -> Self {
        Self {
            items: accesses
                .iter()
                .map(|access| AccessEntry {
                    id: access.id,
                    at: access.at,
                    client_id: access.client,
                    officer_id: access.officer,
                    person_id: access.person,
                    action: access.action.clone(),
                    purpose: access.purpose.clone(),
                })
                .collect(),
            next,
            total,
        }
    }
}
