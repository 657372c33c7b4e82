//! Who read sensitive data of a file.

use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use chrono::{DateTime, Utc};
use domain::ids::{AuditId, ClientId, OfficerId, PersonId};
use persistence::audit::Access;
use persistence::{audit, people};
use serde::Serialize;
use serde_with::skip_serializing_none;
use utoipa::ToSchema;

use crate::auth::Caller;
use crate::auth::permissions::AuditRead;
use crate::contract::examples::ids;
use crate::http::{Page, PageQuery, Path};
use crate::problems::Problem;
use crate::services::Services;

/// 一次查阅 / A read of somebody's sensitive data, or a citizen number that was met.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PersonAccessEntry)]
struct AccessEntry {
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
type AccessPage = Page<AccessEntry>;

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

/// 查阅日志 / The access log of a file
///
/// 谁在何时以何目的查阅过敏感信息，新的在前；可据以答复本人（个人信息保护法第四十四条、第四十五条）。合并之后，
/// 被并入档案的查阅记录在其属于您的辖区时也列在此处。 / Who read sensitive data, when and for which purpose,
/// newest first; it serves to answer the person (Personal Information Protection Law, articles 44
/// and 45). After a merge the entries of the absorbed file are listed here too if that file is
/// within your regions.
#[utoipa::path(
    security(("oauth2" = ["audit:read"])),
    params(
        ("id" = Uuid, Path, description = "档案编号 / The file's id", example = json!(ids::PERSON)),
        PageQuery,
    ),
    responses(
        (status = 200, description = "一页日志 / A page of the log", body = AccessPage),
    ),
)]
#[get("/v1/people/{id}/access-log")]
pub(super) async fn person_access_list(
    caller: Caller<AuditRead>,
    services: Data<Services>,
    Path(id): Path<PersonId>,
    page: PageQuery,
) -> Result<HttpResponse, Problem> {
    let list = page.of("people-access-log", &id)?;
    let keyset = list.keyset::<i64>()?;
    let scope = caller.regions().clone();
    let found = services
        .store
        .read(move |reader| -> Result<_, Problem> {
            people::find(reader, &scope, id)?.ok_or_else(Problem::not_found)?;
            let files = people::absorbed_into(reader, &scope, id)?;
            Ok(audit::accesses(reader, &files, &keyset)?)
        })
        .await?;
    list.answer(
        &found,
        |access| access.sequence,
        |row| AccessEntry::from(row),
    )
}
