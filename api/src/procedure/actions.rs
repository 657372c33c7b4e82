use actix_web::HttpResponse;
use actix_web::web::Data;
use domain::ids::CaseId;
use domain::procedure::{Who, actions as possible};
use persistence::cases;

use super::Served;
use super::context::{context_of, receipts, scopes, signer};
use super::wire::ActionPage;
use crate::auth::Caller;
use crate::http::{OnBehalfOf, Optional};
use crate::problems::Problem;
use crate::services::Services;

/// What may be done next with one case.
pub(crate) async fn actions<P: Served, S>(
    caller: &Caller<S>,
    services: &Data<Services>,
    (id, case): (P::FileId, CaseId),
    officer: Optional<OnBehalfOf>,
) -> Result<HttpResponse, Problem> {
    let scope = caller.regions().clone();
    let client = caller.client();
    let officer = officer.0.map(|OnBehalfOf(id)| id);
    let (case, stored, signer) = services
        .store
        .read(move |reader| -> Result<_, Problem> {
            cases::find::<P>(reader, &scope, id)?.ok_or_else(Problem::not_found)?;
            let one = cases::of_file::<P>(reader, id)?
                .into_iter()
                .find(|one| one.id == case)
                .ok_or_else(Problem::not_found)?;
            let signer = officer
                .map(|officer| signer(reader, client, officer))
                .transpose()?;
            let stored = receipts(reader, std::slice::from_ref(&one))?.remove(&one.receipt_id);
            Ok((one.case, stored, signer))
        })
        .await?;
    let today = services.store.clock().today();
    let context = context_of(services.policies.set(), &case, today, stored.as_ref())?;
    let who = Who {
        scopes: scopes::<P, S>(caller),
        signer,
    };
    let possible = possible(&case, &who, &context);
    Ok(HttpResponse::Ok().json(ActionPage::new(case.state(), &possible)))
}
