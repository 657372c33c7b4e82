use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use domain::policy::Title;
use serde::{Deserialize, Serialize};
use utoipa::IntoParams;
use validator::Validate;

use super::wire::{TitlePage, TitleView};
use super::{TAG, problem};
use crate::contract::parameters::ReadHeaders;
use crate::http::{IfNoneMatch, Optional, PageQuery, Query, query_date};
use crate::problems::Problem;
use crate::services::Services;
use crate::words::{CommendationKindWord, HonourLevelWord};

#[derive(Debug, Serialize, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct TitleQuery {
    /// 按该日有效的规则；不写则为今天（北京时间） / As of this day; today in Beijing if left out.
    #[param(format = Date, example = "2026-11-23")]
    on: Option<String>,
    /// 只列该级别的 / Only those of this level.
    level: Option<HonourLevelWord>,
    /// 只列表扬，或只列表彰 / Only praise, or only state awards.
    kind: Option<CommendationKindWord>,
}

impl TitleQuery {
    fn takes(&self, title: &Title) -> bool {
        self.level.is_none_or(|level| level.0 == title.level)
            && self.kind.is_none_or(|kind| kind.0 == title.kind)
    }
}

/// 称号目录 / List the titles
///
/// 今天（或 on 所指之日）有效的规则中的称号；无需令牌，可缓存。 / The titles of the policy in force today
/// or on the day asked for; open and cacheable.
#[utoipa::path(
    tag = TAG,
    operation_id = "title_list",
    params(TitleQuery, PageQuery, ReadHeaders),
    extensions(("x-problem-codes" = json!(["policy_not_in_force", "invalid_data"]))),
    responses(
        (status = 200, description = "一页称号 / A page of titles", body = TitlePage,
            headers(("ETag" = String, description = "供 If-None-Match 使用 / For `If-None-Match`"),
                    ("Link" = Option<String>, description = "下一页 / The next page (RFC 8288)"))),
        (status = 304, description = "没有变化 / Not changed"),
    ),
)]
#[get("/v1/titles")]
pub(super) async fn title_list(
    services: Data<Services>,
    page: PageQuery,
    Query(query): Query<TitleQuery>,
    known: Optional<IfNoneMatch>,
) -> Result<HttpResponse, Problem> {
    let list = page.of("titles", &query)?;
    let keyset = list.keyset::<usize>()?;
    let day = match &query.on {
        Some(day) => query_date("on", day)?,
        None => services.store.clock().today(),
    };
    let policy = services.policies.set().in_force_on(day).map_err(problem)?;
    let titles = &policy.terms().titles;
    let found = || titles.iter().filter(|title| query.takes(title));
    // The position is the number of titles already shown: a catalogue never changes.
    let after = keyset.after.unwrap_or_default();
    let rest = (1_usize..).zip(found()).skip(after);
    let found = keyset.page_of(rest, || found().count());
    let page = list.page(
        &found,
        |(position, _)| *position,
        |(_, title)| TitleView::from(*title),
    )?;
    let titles = TitlePage {
        items: page.items,
        policy: policy.into(),
        next: page.next,
        total: page.total,
    };
    list.open_answer(&known, titles.next.as_deref(), &titles)
}
