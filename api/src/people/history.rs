use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use domain::ids::{HistoryEntryId, PersonId};
use domain::people::PersonEvent;
use persistence::people::{self, Entry};

use super::TAG;
use super::wire::{HistoryEntry, HistoryPage};
use crate::auth::Caller;
use crate::auth::permissions::PeopleRead;
use crate::contract::examples::ids;
use crate::http::{PageQuery, Path};
use crate::problems::Problem;
use crate::services::Services;

/// 档案历史 / The history of a file
///
/// 新的在前，敏感信息遮盖。合并之后，被并入档案的历史在其属于您的辖区时也列在此处，同时仍可按其原编号查阅。 /
/// Newest first, sensitive data masked. After a merge the history of the absorbed file stands here
/// too if that file is within your regions, and stays readable under its own id.
#[utoipa::path(
    tag = TAG,
    operation_id = "person_history_list",
    security(("oauth2" = ["people:read"])),
    params(
        ("id" = Uuid, Path, description = "档案编号 / The file's id", example = json!(ids::PERSON)),
        PageQuery,
    ),
    responses(
        (status = 200, description = "一页历史 / A page of the history", body = HistoryPage,
            headers(("Link" = Option<String>, description = "下一页 / The next page (RFC 8288)"))),
    ),
)]
#[get("/v1/people/{id}/history")]
pub(super) async fn person_history_list(
    caller: Caller<PeopleRead>,
    services: Data<Services>,
    Path(id): Path<PersonId>,
    page: PageQuery,
) -> Result<HttpResponse, Problem> {
    let list = page.of("people-history", &id)?;
    let keyset = list.keyset::<HistoryEntryId>()?;
    let scope = caller.regions().clone();
    let (found, reachable) = services
        .store
        .read(move |reader| -> Result<_, Problem> {
            people::find(reader, &scope, id)?.ok_or_else(Problem::not_found)?;
            let found = people::history(reader, &scope, id, &keyset)?;
            let named = found.items.iter().filter_map(other_file).collect();
            let reachable = people::reachable(reader, &scope, &named)?;
            Ok((found, reachable))
        })
        .await?;
    list.answer(
        &found,
        |entry| entry.id,
        |entry| HistoryEntry::new(entry, &reachable),
    )
}

/// The file with which the entry's own was merged.
fn other_file(entry: &Entry) -> Option<PersonId> {
    match entry.event {
        PersonEvent::Merged {
            absorbed: other, ..
        }
        | PersonEvent::Absorbed { into: other, .. } => Some(other),
        _ => None,
    }
}
