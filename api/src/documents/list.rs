use actix_web::HttpResponse;
use actix_web::web::Data;
use domain::ids::{DocumentId, Id as _};
use persistence::{StoredProcedure, cases, documents};

use super::wire::DocumentView;
use crate::auth::Caller;
use crate::http::PageQuery;
use crate::problems::Problem;
use crate::services::Services;

/// The documents of a file, newest first.
pub(crate) async fn list<P: StoredProcedure, S>(
    caller: &Caller<S>,
    services: &Data<Services>,
    id: P::FileId,
    page: PageQuery,
) -> Result<HttpResponse, Problem> {
    let list = page.of("documents", &(P::NAME, id))?;
    let keyset = list.keyset::<DocumentId>()?;
    let scope = caller.regions().clone();
    let (cases, found) = services
        .store
        .read(move |reader| -> Result<_, Problem> {
            cases::find::<P>(reader, &scope, id)?.ok_or_else(Problem::not_found)?;
            let cases = cases::of_file::<P>(reader, id)?;
            Ok((cases, documents::list(reader, id.uuid(), &keyset)?))
        })
        .await?;
    list.answer(
        &found,
        |document| document.id,
        |document| DocumentView::new(document, &cases),
    )
}
