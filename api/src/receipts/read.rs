//! Reading receipts.

use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use domain::ids::ReceiptId;
use persistence::receipts::{self, Filter};
use serde::{Deserialize, Serialize};
use utoipa::IntoParams;
use validator::Validate;

use super::Reach;
use super::view::{ReceiptPage, ReceiptSummary, ReceiptView};
use crate::auth::Caller;
use crate::auth::permissions::ReceiptsRead;
use crate::contract::examples::ids;
use crate::contract::parameters::ReadHeaders;
use crate::http::{IfNoneMatch, Optional, PageQuery, Path, Query, conditional};
use crate::problems::Problem;
use crate::services::Services;
use crate::words::{DecisionKindWord, ProposalWord};

/// 凭据列表 / List receipts
///
/// 您辖区内的凭据简要，新的在前。 / The receipts within your regions in brief, newest first.
#[utoipa::path(
    security(("oauth2" = ["receipts:read"])),
    params(ReceiptQuery, PageQuery),
    responses(
        (status = 200, description = "一页凭据 / A page of receipts", body = ReceiptPage),
    ),
)]
#[get("/v1/receipts")]
pub(super) async fn receipt_list(
    caller: Caller<ReceiptsRead>,
    services: Data<Services>,
    page: PageQuery,
    Query(query): Query<ReceiptQuery>,
) -> Result<HttpResponse, Problem> {
    let list = page.of("receipts", &query)?;
    let filter = Filter {
        kind: query.kind.map(|kind| kind.0),
        proposal: query.proposal.map(|proposal| proposal.0),
    };
    let keyset = list.keyset()?;
    let scope = caller.regions().clone();
    let found = services
        .store
        .read(move |reader| receipts::list(reader, &scope, filter, &keyset))
        .await?;
    list.answer(
        &found,
        |summary| summary.id,
        |row| ReceiptSummary::from(row),
    )
}

/// 查询凭据 / Read a receipt
///
/// 凭据一经作出，不再更改。不在您辖区内的答复 404。其中涉及您不能查阅的案卷的，只给其数。 / A receipt never changes. One
/// outside your regions is 404. Of other files that you may not read it tells only how many they are.
#[utoipa::path(
    security(("oauth2" = ["receipts:read"])),
    params(
        ("id" = Uuid, Path, description = "凭据编号 / The receipt's id", example = json!(ids::RECEIPT)),
        ReadHeaders,
    ),
    responses(
        (status = 200, description = "凭据 / The receipt", body = ReceiptView),
    ),
)]
#[get("/v1/receipts/{id}")]
pub(super) async fn receipt_get(
    caller: Caller<ReceiptsRead>,
    services: Data<Services>,
    Path(id): Path<ReceiptId>,
    known: Optional<IfNoneMatch>,
) -> Result<HttpResponse, Problem> {
    let scope = caller.regions().clone();
    let (stored, reach) = services
        .store
        .read(move |reader| -> Result<_, Problem> {
            let stored = receipts::find(reader, &scope, id)?.ok_or_else(Problem::not_found)?;
            let reach = Reach::load(reader, &scope, &stored.receipt)?;
            Ok((stored, reach))
        })
        .await?;
    let shown = ReceiptView::of(&stored, &reach)?;
    Ok(conditional(&known, &reach.tag(), &shown))
}

#[derive(Debug, Serialize, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct ReceiptQuery {
    /// 只列评估该问题的 / Only those that answer this question.
    kind: Option<DecisionKindWord>,
    /// 只列该建议的 / Only those with this proposal.
    proposal: Option<ProposalWord>,
}
