use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use domain::ids::PersonId;
use persistence::{audit, people};

use super::TAG;
use super::wire::{AccessEntry, AccessPage};
use crate::auth::Caller;
use crate::auth::permissions::AuditRead;
use crate::contract::examples::ids;
use crate::http::{PageQuery, Path};
use crate::problems::Problem;
use crate::services::Services;

/// 查阅日志 / The access log of a file
///
/// 谁在何时以何目的查阅过敏感信息，新的在前；可据以答复本人（个人信息保护法第四十四条、第四十五条）。合并之后，
/// 被并入档案的查阅记录在其属于您的辖区时也列在此处。 / Who read sensitive data, when and for which purpose,
/// newest first; it serves to answer the person (Personal Information Protection Law, articles 44
/// and 45). After a merge the entries of the absorbed file stand here too if that file is within
/// your regions.
#[utoipa::path(
    tag = TAG,
    operation_id = "person_access_list",
    security(("oauth2" = ["audit:read"])),
    params(
        ("id" = Uuid, Path, description = "档案编号 / The file's id", example = json!(ids::PERSON)),
        PageQuery,
    ),
    responses(
        (status = 200, description = "一页日志 / A page of the log", body = AccessPage,
            headers(("Link" = Option<String>, description = "下一页 / The next page (RFC 8288)"))),
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
