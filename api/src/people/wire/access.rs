use chrono::{DateTime, Utc};
use domain::ids::{AuditId, ClientId, OfficerId, PersonId};
use persistence::audit::Access;
use serde::Serialize;
use serde_with::skip_serializing_none;
use utoipa::ToSchema;

use crate::http::Page;

/// 一次查阅 / A read of somebody's sensitive data, or a citizen number that was met.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PersonAccessEntry)]
pub(in crate::people) struct AccessEntry {
    /// 审计记录编号 / The id of the audit entry.
    #[schema(value_type = Uuid)]
    id: AuditId,
    /// 时间 / When.
    at: DateTime<Utc>,
    /// 客户端 / By which client.
    #[schema(value_type = Uuid)]
    client_id: Option<ClientId>,
    /// 承办人 / For which officer.
    #[schema(value_type = Uuid)]
    officer_id: Option<OfficerId>,
    /// 被查阅的档案；合并之后可以是被并入的 / The file that was read; after a merge it may be the absorbed one.
    #[schema(value_type = Uuid)]
    person_id: PersonId,
    /// 方式，如 `person.sensitive_read`、`person.looked_up`、`person.number_met`（登记或更改因号码已有档案而被拒） / How; `person.number_met`: a registration or change was refused because this file holds the number.
    #[schema(example = "person.sensitive_read")]
    action: String,
    /// 目的；`person.number_met` 可以没有 / For which purpose; `person.number_met` may come without.
    #[schema(example = "assistance")]
    purpose: Option<String>,
}

/// 一页查阅日志 / A page of an access log.
pub(in crate::people) type AccessPage = Page<AccessEntry>;

impl From<&Access> for AccessEntry {
    fn from(access: &Access) -> Self {
        Self {
            id: access.id,
            at: access.at,
            client_id: access.client,
            officer_id: access.officer,
            person_id: access.person,
            action: access.action.clone(),
            purpose: access.purpose.clone(),
        }
    }
}
