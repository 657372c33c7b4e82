//! The titles of the policy that is in force on a day. Open to everybody.

use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use domain::policy::{Authority, Policy, Title, TitleId};
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

use super::{PolicySummary, problem};
use crate::contract::parameters::ReadHeaders;
use crate::http::{IfNoneMatch, Optional, PageQuery, Query, query_date};
use crate::problems::Problem;
use crate::services::Services;
use crate::words::{
    AuthorityKindWord, BilingualText, CommendationKindWord, HonourLevelWord, RecipientWord,
    TitleRouteWord,
};

/// 称号目录 / List the titles
///
/// 今天（或 on 所指之日）有效的规则中的称号；无需令牌，可缓存。 / The titles of the policy in force today
/// or on the day asked for; open and cacheable.
#[utoipa::path(
    params(TitleQuery, PageQuery, ReadHeaders),
    extensions(("x-problem-codes" = json!(["policy_not_in_force", "invalid_data"]))),
    responses(
        (status = 200, description = "一页称号 / A page of titles", body = TitlePage),
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
    let is_wanted = |title: &&Title| {
        query.level.is_none_or(|level| level.0 == title.level)
            && query.kind.is_none_or(|kind| kind.0 == title.kind)
    };
    let found = || titles.iter().filter(is_wanted);
    // The position is the number of titles already shown: a catalogue never changes.
    let after = keyset.after.unwrap_or_default();
    let rest = (1_usize..).zip(found()).skip(after);
    let found = keyset.page_of(rest, || found().count());
    let page = list.page(
        &found,
        |(position, _)| *position,
        |(_, title)| TitleView::of(policy, title),
    )?;
    let titles = TitlePage {
        items: page.items,
        policy: policy.into(),
        next: page.next,
        total: page.total,
    };
    list.open_answer(&known, titles.next.as_deref(), &titles)
}

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

/// 授予机关 / A body that grants.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct GrantingAuthority {
    /// 名称 / Its name.
    name: BilingualText,
    /// 类别 / What kind of body it is.
    kind: AuthorityKindWord,
}

impl From<&Authority> for GrantingAuthority {
    fn from(authority: &Authority) -> Self {
        Self {
            name: (&authority.name).into(),
            kind: authority.kind.into(),
        }
    }
}

/// 称号 / A title of the catalogue.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Title)]
pub(super) struct TitleView {
    /// 编号 / Its id within the policy.
    #[schema(example = "shandong_hero")]
    id: String,
    /// 称号文字 / Its words.
    text: BilingualText,
    /// 级别 / Its level.
    level: HonourLevelWord,
    /// 表扬或表彰 / Praise or state award.
    kind: CommendationKindWord,
    /// 授予对象 / For a person or a group.
    recipient: RecipientWord,
    /// 取得途径 / By which rules it is reached.
    route: TitleRouteWord,
    /// 授予机关；几个机关共同授予 / Who grants it; several bodies grant together.
    authorities: Vec<GrantingAuthority>,
    /// 随附待遇；没有时不出现 / Treatment that comes with it by law; absent where there is none.
    treatment: Option<BilingualText>,
    /// 在同级称号中的位次，1 为最高；未排定时没有 / Its place among the titles of its level, 1 for the highest; absent where they have no order.
    #[schema(minimum = 1)]
    rank: Option<u32>,
    /// 是否为上榜；上榜不是表扬 / Whether it is a place on a list; a listing is no praise.
    listing: bool,
    /// 须先取得的称号 / The titles that have to be held first, all of them.
    requires: Vec<String>,
    /// 已有即不再授予的称号 / The titles that must not be held.
    excludes: Vec<String>,
    /// 奖项等次的数目；不分等次的没有 / How many classes of prizes it has; absent where it has none.
    #[schema(minimum = 2)]
    prize_classes: Option<u8>,
}

impl TitleView {
    /// A title with what its policy says of it.
    pub(super) fn of(policy: &Policy, title: &Title) -> Self {
        let terms = policy.title_terms(&title.id).cloned().unwrap_or_default();
        let ids = |titles: &[TitleId]| titles.iter().map(TitleId::to_string).collect();
        Self {
            id: title.id.to_string(),
            text: (&title.text).into(),
            level: title.level.into(),
            kind: title.kind.into(),
            recipient: title.recipient.into(),
            route: title.route.into(),
            authorities: title
                .authorities
                .iter()
                .map(GrantingAuthority::from)
                .collect(),
            treatment: title.treatment.as_ref().map(BilingualText::from),
            rank: title.rank,
            listing: terms.listing,
            requires: ids(&terms.requires),
            excludes: ids(&terms.excludes),
            prize_classes: Some(terms.prize_classes).filter(|classes| *classes > 0),
        }
    }
}

/// 一页称号 / A page of titles.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
struct TitlePage {
    /// 按规则文件中的次序 / In the order of the policy file.
    items: Vec<TitleView>,
    /// 所依据的规则版本 / The version of the policy that they stand in.
    policy: PolicySummary,
    /// 下一页的游标；末页没有 / The cursor of the next page; absent on the last one.
    next: Option<String>,
    /// 总数，仅在 count=true 时给出 / The number of all items; only when `count=true`.
    #[schema(minimum = 0)]
    total: Option<i64>,
}
