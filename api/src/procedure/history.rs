use actix_web::HttpResponse;
use actix_web::web::Data;
use domain::ids::CaseEntryId;
use persistence::cases;

use super::Served;
use super::wire::CaseHistoryEntry;
use crate::auth::Caller;
use crate::http::PageQuery;
use crate::problems::Problem;
use crate::services::Services;

/// What happened in a file, newest first.
pub(crate) async fn history<P: Served, S>(
    caller: &Caller<S>,
    services: &Data<Services>,
    id: P::FileId,
    page: PageQuery,
) -> Result<HttpResponse, Problem> {
    let list = page.of("case-history", &(P::NAME, id))?;
    let keyset = list.keyset::<CaseEntryId>()?;
    let scope = caller.regions().clone();
    let found = services
        .store
        .read(move |reader| -> Result<_, Problem> {
            cases::find::<P>(reader, &scope, id)?.ok_or_else(Problem::not_found)?;
            Ok(cases::history::<P>(reader, id, &keyset)?)
        })
        .await?;
    list.answer(&found, |entry| entry.id, |row| CaseHistoryEntry::from(row))
}
