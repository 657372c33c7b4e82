use actix_web::{HttpResponse, get};
use domain::error::FieldErrors;
use domain::regions::{Region, RegionCode, RegionTree};
use serde::{Deserialize, Serialize};
use utoipa::IntoParams;
use validator::Validate;

use super::TAG;
use super::wire::{RegionPage, RegionSummary};
use crate::contract::parameters::ReadHeaders;
use crate::http::{IfNoneMatch, Optional, PageQuery, Query};
use crate::problems::{Code, Problem};
use crate::words::RegionLevelWord;

#[derive(Debug, Serialize, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct RegionQuery {
    /// 只列直属于该区划的 / Only those right below this region.
    #[validate(length(min = 3, max = 6))]
    #[param(
        min_length = 3,
        max_length = 6,
        pattern = "^([0-9]{6}|[A-Z]{3,6})$",
        example = "371500"
    )]
    parent: Option<String>,
    /// 只列该级别的 / Only those of this level.
    #[param(inline)]
    level: Option<RegionLevelWord>,
    /// 名称的一部分，或代码的开头 / Part of the name, or the beginning of the code.
    #[validate(length(min = 1, max = 20))]
    #[param(min_length = 1, max_length = 20)]
    q: Option<String>,
}

/// The same, parsed.
struct Filter {
    parent: Option<RegionCode>,
    level: Option<RegionLevelWord>,
    q: Option<String>,
}

impl RegionQuery {
    fn parse(self) -> Result<Filter, Problem> {
        let mut errors = FieldErrors::new();
        let parent = self
            .parent
            .and_then(|code| errors.take("/parent", RegionCode::parse(&code)));
        errors
            .into_result()
            .map_err(|errors| Problem::new(Code::InvalidQuery).errors(errors))?;
        Ok(Filter {
            parent,
            level: self.level,
            q: self.q,
        })
    }
}

impl Filter {
    fn takes(&self, region: &Region) -> bool {
        let parent = self.parent.is_none_or(|code| region.parent == Some(code));
        let level = self.level.is_none_or(|level| level.0 == region.level);
        let text = self.q.as_deref().is_none_or(|text| {
            region.name.contains(text) || region.code.as_str().starts_with(text)
        });
        parent && level && text
    }
}

/// 区划列表 / List regions
///
/// 按代码排列，功能区在后；无需令牌，可缓存。已撤销的代码不在列表中，可逐个查询。 / In the order of
/// their codes, functional zones last; open and cacheable. Abolished codes are not listed, but can
/// be asked for one by one.
#[utoipa::path(
    tag = TAG,
    operation_id = "region_list",
    params(
        RegionQuery,
        PageQuery,
        ReadHeaders,
    ),
    responses(
        (status = 200, description = "一页区划 / A page of regions", body = RegionPage,
            headers(("ETag" = String, description = "供 If-None-Match 使用 / For If-None-Match"),
                    ("Link" = Option<String>, description = "下一页 / The next page (RFC 8288)"))),
        (status = 304, description = "没有变化 / Not changed"),
    ),
)]
#[get("/v1/regions")]
pub(super) async fn region_list(
    page: PageQuery,
    Query(query): Query<RegionQuery>,
    known: Optional<IfNoneMatch>,
) -> Result<HttpResponse, Problem> {
    let list = page.of("regions", &query)?;
    let filter = query.parse()?;
    let keyset = list.keyset::<RegionCode>()?;
    let tree = RegionTree::builtin();
    let found = || tree.iter().filter(|region| filter.takes(region));
    let rest = found().filter(|region| keyset.after.is_none_or(|after| region.code > after));
    let found = keyset.page_of(rest, || found().count());
    let page = list.page(
        &found,
        |region| region.code,
        |region| RegionSummary::of(region, tree),
    )?;
    list.open_answer(&known, page.next.as_deref(), &page)
}
