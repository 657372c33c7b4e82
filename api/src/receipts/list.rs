use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use persistence::receipts::{self, Filter};
use serde::{Deserialize, Serialize};
use utoipa::IntoParams;
use validator::Validate;

use super::TAG;
use super::wire::{ReceiptPage, ReceiptSummary};
use crate::auth::Caller;
use crate::auth::permissions::ReceiptsRead;
use crate::http::{PageQuery, Query};
use crate::problems::Problem;
use crate::services::Services;
use crate::words::{DecisionKindWord, ProposalWord};

#[derive(Debug, Serialize, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct ReceiptQuery {
    /// 只列评估该问题的 / Only those that answer this question.
    kind: Option<DecisionKindWord>,
    /// 只列该建议的 / Only those with this proposal.
    proposal: Option<ProposalWord>,
}

/// 凭据列表 / List receipts
///
/// 您辖区内的凭据简要，新的在前。 / The receipts within your regions in brief, newest first.
#[utoipa::path(
    tag = TAG,
    operation_id = "receipt_list",
    security(("oauth2" = ["receipts:read"])),
    params(ReceiptQuery, PageQuery),
    responses(
        (status = 200, description = "一页凭据 / A page of receipts", body = ReceiptPage,
            headers(("Link" = Option<String>, description = "下一页 / The next page (RFC 8288)"))),
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
