use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use domain::ids::ReceiptId;
use domain::regions::RegionTree;
use persistence::audit::Change;
use persistence::receipts;
use serde_json::json;

use super::wire::ReplayView;
use super::{TAG, subject};
use crate::auth::Caller;
use crate::auth::permissions::ReceiptsRead;
use crate::commands::{Answer, Command, Effect};
use crate::contract::examples::ids;
use crate::contract::parameters::{CommandHeaders, CommandQuery};
use crate::http::Path;
use crate::problems::Problem;
use crate::services::Services;

/// 复算凭据 / Replay a receipt
///
/// 以凭据所存的事实、规则版本和日期重新计算，并逐项比较。不产生新的凭据，但记入审计。 / Computes the
/// receipt again from its own facts, policy version and day, and compares. Makes no new receipt; the
/// audit keeps that it was done.
#[utoipa::path(
    tag = TAG,
    operation_id = "receipt_replay",
    security(("oauth2" = ["receipts:read"])),
    params(
        ("id" = Uuid, Path, description = "凭据编号 / The receipt's id", example = json!(ids::RECEIPT)),
        CommandHeaders, CommandQuery,
    ),
    responses((status = 200, description = "复算结果 / What came of it", body = ReplayView)),
)]
#[post("/v1/receipts/{id}/replay")]
pub(super) async fn receipt_replay(
    caller: Caller<ReceiptsRead>,
    services: Data<Services>,
    Path(id): Path<ReceiptId>,
    command: Command,
) -> Result<HttpResponse, Problem> {
    let scope = caller.regions().clone();
    command
        .run(&caller, &[], Ok(id), move |acting, id| {
            let stored = receipts::find(acting.tx, &scope, *id)?.ok_or_else(Problem::not_found)?;
            let replay = domain::receipts::replay(
                &stored.receipt,
                services.policies.set(),
                RegionTree::builtin(),
            );
            let change = Change::sensitive_read(
                "receipt.replayed",
                subject(&stored.summary),
                json!({ "agrees": replay.agrees }),
            );
            Ok(Effect::of(change, Answer::ok(&ReplayView::from(&replay))?))
        })
        .await
}
