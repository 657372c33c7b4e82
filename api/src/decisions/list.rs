use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use persistence::decisions::{self, Filter};
use serde::{Deserialize, Serialize};
use utoipa::IntoParams;
use validator::Validate;

use super::TAG;
use super::wire::{DecisionPage, DecisionSummary};
use crate::auth::Caller;
use crate::auth::permissions::DecisionsRead;
use crate::http::{PageQuery, Query};
use crate::problems::Problem;
use crate::services::Services;
use crate::words::{DecisionKindWord, ProposalWord};

#[derive(Debug, Serialize, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct DecisionQuery {
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
    operation_id = "decision_list",
    security(("oauth2" = ["decisions:read"])),
    params(DecisionQuery, PageQuery),
    responses(
        (status = 200, description = "一页凭据 / A page of receipts", body = DecisionPage,
            headers(("Link" = Option<String>, description = "下一页 / The next page (RFC 8288)"))),
    ),
)]
#[get("/v1/decisions")]
pub(super) async fn decision_list(
    caller: Caller<DecisionsRead>,
    services: Data<Services>,
    page: PageQuery,
    Query(query): Query<DecisionQuery>,
) -> Result<HttpResponse, Problem> {
    let list = page.of("decisions", &query)?;
    let filter = Filter {
        kind: query.kind.map(|kind| kind.0),
        proposal: query.proposal.map(|proposal| proposal.0),
    };
    let keyset = list.keyset()?;
    let scope = caller.regions().clone();
    let found = services
        .store
        .read(move |reader| decisions::list(reader, &scope, filter, &keyset))
        .await?;
    list.answer(
        &found,
        |summary| summary.id,
        |row| DecisionSummary::from(row),
    )
}
