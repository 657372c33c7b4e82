use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get};
use chrono::NaiveDate;
use domain::policy::Policy;

use super::TAG;
use super::wire::{PolicyPage, PolicySummary};
use crate::contract::parameters::ReadHeaders;
use crate::http::paging::next_link;
use crate::http::{IfNoneMatch, ListKey, OpenAnswer, Optional, PageQuery};
use crate::problems::Problem;
use crate::state::State;

/// 规则版本列表 / List the versions of the policy
///
/// 新的在前；无需令牌，可缓存。案件按其当日有效的版本办理。 / Newest first; open and cacheable. A case
/// uses the version in force on its own day.
#[utoipa::path(
    tag = TAG,
    operation_id = "policy_list",
    params(PageQuery, ReadHeaders),
    responses(
        (status = 200, description = "一页规则版本 / A page of versions", body = PolicyPage,
            headers(("ETag" = String, description = "供 If-None-Match 使用 / For `If-None-Match`"),
                    ("Link" = Option<String>, description = "下一页 / The next page (RFC 8288)"))),
        (status = 304, description = "没有变化 / Not changed"),
    ),
)]
#[get("/v1/policies")]
pub(super) async fn policy_list(
    request: HttpRequest,
    state: Data<State>,
    page: PageQuery,
    known: Optional<IfNoneMatch>,
) -> Result<HttpResponse, Problem> {
    let key = ListKey::new("policies", &())?;
    let after: Option<NaiveDate> = page.position(&key)?;
    let versions = state.policies.set().versions();
    let rows: Vec<&Policy> = versions
        .iter()
        .rev()
        .filter(|policy| after.is_none_or(|after| policy.effective_from() < after))
        .take(page.limit().saturating_add(1))
        .collect();
    let cut = page.cut(&key, rows, |policy| policy.effective_from())?;
    let link = cut
        .next
        .as_ref()
        .map(|next| next_link(&state.public_url, &request, next));
    let body = PolicyPage {
        items: cut.items.into_iter().map(PolicySummary::from).collect(),
        next: cut.next,
        total: page.wants_count().then_some(versions.len()),
    };
    Ok(OpenAnswer::new(&body)?.linked(link).unless(&known))
}
