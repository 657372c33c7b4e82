use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use domain::ids::PersonId;
use domain::people::FileStatus;
use persistence::{Reader, people};

use super::view::PersonView;
use super::{TAG, is_no_lookup, subject, view};
use crate::auth::permissions::PeopleRead;
use crate::auth::{Caller, Representation};
use crate::commands::{Command, SensitiveRead};
use crate::contract::examples::ids;
use crate::contract::parameters::ReadHeaders;
use crate::http::{AccessPurpose, IfNoneMatch, Optional, Path, conditional};
use crate::problems::Problem;
use crate::services::Services;

/// 查询人员档案 / Read a person's file
///
/// 敏感信息默认遮盖。令牌另有 `people:read-sensitive` 权限且以 `Access-Purpose` 说明目的时，答复全部内容，
/// 并记入查阅日志。您可以查阅的事迹的行为人，其档案在其他区县的，也可以查阅；此外不在您辖区内的档案答复 404。 / Sensitive
/// data is masked, unless the token also holds `people:read-sensitive` and `Access-Purpose` gives a
/// purpose: then everything is shown, and the read is kept in the access log. You may also read the
/// file of an actor of a deed that you may read, such as one that another county handed over; any
/// other file outside your regions is 404.
#[utoipa::path(
    tag = TAG,
    operation_id = "person_get",
    security(("oauth2" = ["people:read"])),
    params(
        ("id" = Uuid, Path, description = "档案编号 / The file's id", example = json!(ids::PERSON)),
        ReadHeaders,
        Optional<AccessPurpose>,
    ),
    responses(
        (status = 200, description = "档案 / The file", body = PersonView,
            headers(("ETag" = String, description = "供 If-Match 和 If-None-Match 使用 / For `If-Match` and `If-None-Match`"))),
        (status = 304, description = "没有变化 / Not changed"),
    ),
)]
#[get("/v1/people/{id}", guard = "is_no_lookup")]
pub(super) async fn person_get(
    caller: Caller<PeopleRead>,
    services: Data<Services>,
    Path(id): Path<PersonId>,
    known: Optional<IfNoneMatch>,
    purpose: Optional<AccessPurpose>,
    command: Command,
) -> Result<HttpResponse, Problem> {
    let representation = Representation::asked(&caller, &purpose)?;
    let sensitive = representation == Representation::Full;
    // Who has the full answer already reads nothing new, and leaves no entry in the access log.
    if !sensitive || known.0.is_some() {
        let find = |id| services.store.person(caller.regions(), id);
        let mut person = find(id).await?;
        if person.is_none() {
            let scope = caller.regions().clone();
            let handled = move |reader: &mut Reader<'_>| people::find_handled(reader, &scope, id);
            person = services.store.read(handled).await?;
        }
        let person = person.ok_or_else(Problem::not_found)?;
        let survivor = match person.status {
            FileStatus::Active => None,
            FileStatus::Merged { into } => find(into).await?,
        };
        let reachable = survivor.map(|survivor| survivor.id).into_iter().collect();
        let shown = PersonView::new(&person, Representation::Masked, &reachable);
        let tag = representation.tag(person.version);
        let fresh = known.0.as_ref().is_some_and(|known| known.has(&tag));
        if !sensitive || fresh {
            return Ok(conditional(&known, &tag, &shown));
        }
    }
    command
        .read_in_full(
            &caller,
            "person.sensitive_read",
            move |reader, scope, full| {
                let mut person = people::find(reader, scope, id)?;
                if person.is_none() {
                    person = people::find_handled(reader, scope, id)?;
                }
                let person = person.ok_or_else(Problem::not_found)?;
                Ok(SensitiveRead {
                    view: view(reader, scope, &person, full)?,
                    subject: subject(&person),
                    beside: None,
                })
            },
        )
        .await
}
