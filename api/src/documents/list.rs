use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use domain::ids::{DeedId, DocumentId};
use persistence::{deeds, documents};

use super::TAG;
use super::wire::{DeedDocument, DeedDocumentPage};
use crate::auth::Caller;
use crate::auth::permissions::DeedsRead;
use crate::demo::ids;
use crate::http::{PageQuery, Path};
use crate::problems::Problem;
use crate::state::State;

/// 文书列表 / List the documents of a deed
///
/// 公示、确认、不予确认和复核决定各产生一份文书，作出后内容不再更改，失效的标明失效之日。 / A notice, a confirmation, a refusal and a
/// decision on reconfirmation each bring about a document, of which the words
/// never change afterwards; what is void says since when.
#[utoipa::path(
    tag = TAG,
    operation_id = "deed_document_list",
    security(("oauth2" = ["deeds:read"])),
    params(
        ("id" = Uuid, Path, description = "事迹编号 / The deed's id", example = json!(ids::DEED_PUBLISHED)),
        PageQuery,
    ),
    responses(
        (status = 200, description = "一页文书 / A page of documents", body = DeedDocumentPage,
            headers(("Link" = Option<String>, description = "下一页 / The next page (RFC 8288)"))),
    ),
)]
#[get("/v1/deeds/{id}/documents")]
pub(super) async fn deed_document_list(
    caller: Caller<DeedsRead>,
    state: Data<State>,
    Path(id): Path<DeedId>,
    page: PageQuery,
) -> Result<HttpResponse, Problem> {
    let list = page.of("deed-documents", &id)?;
    let keyset = list.keyset::<DocumentId>()?;
    let scope = caller.regions().clone();
    let (actors, found) = state
        .store
        .read(move |reader| -> Result<_, Problem> {
            deeds::find(reader, &scope, id)?.ok_or_else(Problem::not_found)?;
            let actors = deeds::of_deed(reader, id)?;
            Ok((actors, documents::list(reader, id, &keyset)?))
        })
        .await?;
    list.answer(
        &found,
        |document| document.id,
        |items, next, total| DeedDocumentPage {
            items: items
                .iter()
                .map(|document| DeedDocument::new(document, &actors))
                .collect(),
            next,
            total,
        },
    )
}
