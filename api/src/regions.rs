//! Regions: the divisions of China with their codes, the functional zones of the city, and what
//! became of codes that are abolished. Open to everybody.

use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use domain::error::{Coded, FieldError};
use domain::regions::{OutsideYourRegions, Region, RegionCode, RegionTree, RegionUnknown};
use persistence::RegionScope;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

use crate::contract::parameters::ReadHeaders;
use crate::http::{IfNoneMatch, OpenAnswer, Optional, Page, PageQuery, Path, Query};
use crate::problems::{Code, Problem};
use crate::routes::Routes;
use crate::services::Services;
use crate::words::{RegionLevelWord, RegionStandardWord};

/// Adds the operations.
pub fn configure(routes: &mut Routes<'_>) {
    routes.service(region_list).service(region_get);
}

/// 区划列表 / List regions
///
/// 按代码排列，功能区在后；无需令牌，可缓存。已撤销的代码不在列表中，可逐个查询。 / In the order of
/// their codes, functional zones last; open and cacheable. Abolished codes are not listed, but can
/// be asked for one by one.
#[utoipa::path(
    params(RegionQuery, PageQuery, ReadHeaders),
    responses(
        (status = 200, description = "一页区划 / A page of regions", body = RegionPage),
    ),
)]
#[get("/v1/regions")]
async fn region_list(
    page: PageQuery,
    Query(query): Query<RegionQuery>,
    known: Optional<IfNoneMatch>,
) -> Result<HttpResponse, Problem> {
    let list = page.of("regions", &query)?;
    let parent = filter_by(query.parent.as_deref(), "/parent")?;
    let is_wanted = |region: &&Region| {
        parent.is_none_or(|code| region.parent == Some(code))
            && query.level.is_none_or(|level| level.0 == region.level)
            && query.q.as_deref().is_none_or(|text| {
                region.name.contains(text) || region.code.as_str().starts_with(text)
            })
    };
    let keyset = list.keyset::<RegionCode>()?;
    let tree = RegionTree::current();
    let found = || tree.iter().filter(is_wanted);
    let rest = found().filter(|region| keyset.after.is_none_or(|after| region.code > after));
    let found = keyset.page_of(rest, || found().count());
    let page = list.page(
        &found,
        |region| region.code,
        |region| RegionSummary::of(region, tree),
    )?;
    list.open_answer(&known, page.next.as_deref(), &page)
}

/// 查询区划 / Read a region
///
/// 已撤销的代码（例如 371523）也能查到，答复指明承继的区划。“市辖区”“省直辖县级行政区划”等汇总代码（例如 419000）按其上级区划答复。 /
/// An abolished code (such as 371523) is found too: the answer names its successor. A code that only
/// puts counties together (such as 419000) is answered with the region above it.
#[utoipa::path(
    params(
        ("code" = String, Path, description = "区划代码 / The code", min_length = 3, max_length = 6, example = "371502"),
        ReadHeaders,
    ),
    responses(
        (status = 200, description = "区划 / The region", body = RegionView),
    ),
)]
#[get("/v1/regions/{code}")]
async fn region_get(
    services: Data<Services>,
    Path(code): Path<RegionCode>,
    known: Optional<IfNoneMatch>,
) -> Result<HttpResponse, Problem> {
    let view = RegionView::of(&code, RegionTree::current(), &services.policies.city())
        .ok_or_else(Problem::not_found)?;
    Ok(OpenAnswer::new(&view)?.unless(&known))
}

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

/// 区划简要 / A region in brief.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
struct RegionSummary {
    /// 代码 / Six digits, or the letters of a functional zone.
    #[schema(min_length = 3, max_length = 6, example = "371502")]
    code: String,
    /// 名称 / Its own name.
    #[schema(example = "东昌府区")]
    name: String,
    /// 全称 / The name, preceded by those of the regions above it.
    #[schema(example = "山东省聊城市东昌府区")]
    full_name: String,
    /// 级别 / Its level.
    level: RegionLevelWord,
    /// 上级区划；省级没有 / The region above it; absent for a province.
    #[schema(example = "371500")]
    parent: Option<String>,
}

/// 一页区划 / A page of regions.
type RegionPage = Page<RegionSummary>;

impl RegionSummary {
    fn of(region: &Region, tree: &RegionTree) -> Self {
        Self {
            code: region.code.to_string(),
            name: region.name.clone(),
            full_name: tree.full_name(&region.code).unwrap_or_default(),
            level: region.level.into(),
            parent: region.parent.map(|code| code.to_string()),
        }
    }
}

/// 已撤销的代码 / What is known of an abolished code.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
struct AbolishedRegion {
    /// 当时的名称；未查明时没有 / Its name at the time; absent if not established.
    #[schema(example = "茌平县")]
    name: Option<String>,
    /// 撤销年份；未查明时没有 / The year in which it was abolished; absent if not established.
    #[schema(example = 2019)]
    year: Option<i32>,
    /// 承继的区划代码；区域已拆分的，为其所在的上级区划 / The current code of the place; where it was divided, of the larger region in which it lay.
    #[schema(example = "371503")]
    successor: String,
}

/// 区划 / A region, or an abolished code with the current region that replaces it.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Region)]
struct RegionView {
    /// 所查询的代码 / The code that was asked for.
    #[schema(min_length = 3, max_length = 6, example = "371502")]
    code: String,
    /// 该代码已撤销时给出 / Only for an abolished code; the members below then show its successor.
    abolished: Option<AbolishedRegion>,
    /// 现行名称 / Its current name.
    #[schema(example = "东昌府区")]
    name: String,
    /// 全称 / The name, preceded by those of the regions above it.
    #[schema(example = "山东省聊城市东昌府区")]
    full_name: String,
    /// 级别 / Its level.
    level: RegionLevelWord,
    /// 代码来源 / The source of its code.
    standard: RegionStandardWord,
    /// 各级上级区划，由近及远 / The regions above it, nearest first.
    ancestors: Vec<RegionSummary>,
    /// 功能区所在的县区；该县区看不到其档案 / For a functional zone, the district whose land it uses; that district does not see its files.
    #[schema(example = "371502")]
    lies_in: Option<String>,
    /// 是否属于本服务所在的市 / Whether it is within the city of this service.
    within_city: bool,
    /// 下级区划列表的地址 / The address of the list of regions right below it.
    #[schema(format = "uri-reference", example = "/v1/regions?parent=371502")]
    children: String,
}

impl RegionView {
    /// The region of a current or abolished code; `None` for an unknown code.
    fn of(code: &RegionCode, tree: &RegionTree, city: &RegionCode) -> Option<Self> {
        let region = tree.resolve(code)?.region;
        Some(Self {
            code: code.to_string(),
            abolished: tree.former(code).map(|former| AbolishedRegion {
                name: former.name.clone(),
                year: former.abolished,
                successor: former.successor.to_string(),
            }),
            name: region.name.clone(),
            full_name: tree.full_name(&region.code).unwrap_or_default(),
            level: region.level.into(),
            standard: region.standard.into(),
            ancestors: tree
                .ancestors(&region.code)
                .map(|above| RegionSummary::of(above, tree))
                .collect(),
            lies_in: region.lies_in.map(|code| code.to_string()),
            within_city: tree.is_within(code, city),
            children: format!("/v1/regions?parent={}", region.code),
        })
    }
}

/// The region that a list is filtered by, under its current code; 400 `invalid_query` where there is no
/// such region.
pub(crate) fn filter_by(
    code: Option<&str>,
    parameter: &str,
) -> Result<Option<RegionCode>, Problem> {
    let refused = |fault: FieldError| Problem::new(Code::InvalidQuery).error(fault);
    let Some(code) = code else { return Ok(None) };
    let code = RegionCode::parse(code).map_err(|error| refused(error.at(parameter)))?;
    let found = RegionTree::current().resolve(&code);
    let found = found.ok_or_else(|| refused(RegionUnknown.at(parameter)))?;
    Ok(Some(found.region.code))
}

/// The region of this code, if it is current, inside the city, and within the caller's regions.
pub(crate) fn within_reach(
    code: &str,
    scope: &RegionScope,
    city: &RegionCode,
) -> Result<RegionCode, FieldError> {
    let code = RegionCode::parse(code).map_err(|error| error.fault())?;
    let tree = RegionTree::current();
    let reached = tree.get(&code).is_some() && tree.is_within(&code, city) && scope.covers(&code);
    reached
        .then_some(code)
        .ok_or_else(|| OutsideYourRegions.fault())
}
