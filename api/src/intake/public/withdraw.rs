use actix_web::{HttpResponse, post};
use domain::intake::{Application, TriageFault};
use persistence::intake;
use serde_json::json;

use super::tracking_code;
use crate::auth::AnonymousCaller;
use crate::commands::{Answer, Command, Effect};
use crate::contract::examples::ids;
use crate::contract::parameters::{CommandQuery, PublicCommandHeaders};
use crate::http::Path;
use crate::intake::triage::{lock, not_open};
use crate::intake::wire::ApplicationStatus;
use crate::intake::{TAG, change};
use crate::problems::Problem;

/// 撤回申请 / Take an application back
///
/// 凭查询码撤回。已立为事迹或者并入事迹的，请向办理的县（市、区）提出。 / By its tracking code. One that has become a
/// deed or part of one is taken back with the county that handles it.
#[utoipa::path(
    tag = TAG,
    operation_id = "application_withdraw",
    extensions(("x-problem-codes" = json!(["not_possible"]))),
    params(
        ("tracking_code" = String, Path, description = "查询码 / The tracking code", example = json!(ids::TRACKING_CODE)),
        PublicCommandHeaders, CommandQuery,
    ),
    responses(
        (status = 201, description = "已撤回 / How it stands then", body = ApplicationStatus),
    ),
)]
#[post("/v1/public/applications/{tracking_code}/withdrawal")]
pub(in crate::intake) async fn application_withdraw(
    caller: AnonymousCaller,
    Path(code): Path<String>,
    command: Command,
) -> Result<HttpResponse, Problem> {
    let code = tracking_code(&code)?;
    command
        .run(&caller, &[], Ok(()), move |acting, ()| {
            let tx = &mut *acting.tx;
            let found = intake::find_by_code(tx, &code)?.ok_or_else(Problem::not_found)?;
            lock::<Application>(tx, found.id)?;
            let found = intake::find_by_code(tx, &code)?.ok_or_else(Problem::not_found)?;
            let withdrawn = found
                .withdraw(tx.now())
                .map_err(|_: TriageFault| {
                    not_open::<Application>().detail(
                        "申请已撤回、已立为事迹或者已作处理，不能在此撤回。已立为事迹的，请向办理的县（市、区）提出撤回。",
                        "The application was withdrawn, became a deed or was dealt with. If it became a deed, take that back with the county that handles it.",
                    )
                })?;
            intake::save(tx, &withdrawn)?;
            let answer = Answer::received(&ApplicationStatus::new(&withdrawn, &[]))?;
            let change = change("application.withdrawn", &withdrawn, json!({}));
            Ok(Effect::of(change, answer))
        })
        .await
}
