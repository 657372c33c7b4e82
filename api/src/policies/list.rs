use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use chrono::NaiveDate;
use domain::policy::Policy;

use super::TAG;
use super::wire::{PolicyPage, PolicySummary};
use crate::contract::parameters::ReadHeaders;
use crate::http::{IfNoneMatch, NoQuery, Optional, PageQuery, Query};
use crate::problems::Problem;
use crate::services::Services;

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
    services: Data<Services>,
    page: PageQuery,
    _: Query<NoQuery>,
    known: Optional<IfNoneMatch>,
) -> Result<HttpResponse, Problem> {
    let list = page.of("policies", &())?;
    let keyset = list.keyset::<NaiveDate>()?;
    let versions = services.policies.set().versions();
    let is_left = |policy: &&Policy| {
        keyset
            .after
            .is_none_or(|after| policy.effective_from() < after)
    };
    let rest = versions.iter().rev().filter(is_left);
    let found = keyset.page_of(rest, || versions.len());
    let page = list.page(
        &found,
        |policy| policy.effective_from(),
        |policy| PolicySummary::from(*policy),
    )?;
    list.open_answer(&known, page.next.as_deref(), &page)
}
