//! Regions as they are shown.

use domain::regions::{FormerRegion, Region, RegionCode, RegionTree};
use serde::Serialize;
use serde_with::skip_serializing_none;
use utoipa::ToSchema;

use crate::http::Page;
use crate::words::{RegionLevelWord, RegionStandardWord};

/// 区划简要 / A region in brief.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct RegionSummary {
    /// 代码 / Six digits, or the letters of a functional zone.
    #[schema(min_length = 3, max_length = 6, example = "371502")]
    pub(super) code: String,
    /// 名称 / Its own name.
    #[schema(example = "东昌府区")]
    pub(super) name: String,
    /// 全称 / The name with those above it.
    #[schema(example = "山东省聊城市东昌府区")]
    pub(super) full_name: String,
    /// 级别 / How high it stands.
    pub(super) level: RegionLevelWord,
    /// 上级区划；省级没有 / The region that it answers to; absent for a province.
    #[schema(example = "371500")]
    pub(super) parent: Option<String>,
}

impl RegionSummary {
    pub(super) fn of(region: &Region, tree: &RegionTree) -> Self {
        Self {
            code: region.code.to_string(),
            name: region.name.clone(),
            full_name: tree.full_name(&region.code).unwrap_or_default(),
            level: region.level.into(),
            parent: region.parent.map(|code| code.to_string()),
        }
    }
}

/// 一页区划 / A page of regions.
pub(super) type RegionPage = Page<RegionSummary>;

/// 已撤销的代码 / What is known of an abolished code.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct AbolishedRegion {
    /// 当时的名称；未查明时没有 / The name that it had; absent where it is not established.
    #[schema(example = "茌平县")]
    pub(super) name: Option<String>,
    /// 撤销年份；未查明时没有 / The year in which it was abolished; absent where not established.
    #[schema(example = 2019)]
    pub(super) year: Option<i32>,
    /// 承继的区划代码 / The code of today that holds the place.
    #[schema(example = "371503")]
    pub(super) successor: String,
}

impl From<&FormerRegion> for AbolishedRegion {
    fn from(former: &FormerRegion) -> Self {
        Self {
            name: former.name.clone(),
            year: former.abolished,
            successor: former.successor.to_string(),
        }
    }
}

/// 区划 / A region, or an abolished code with the region of today that stands for it.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Region)]
pub(super) struct RegionView {
    /// 所查询的代码 / The code that was asked for.
    #[schema(min_length = 3, max_length = 6, example = "371502")]
    pub(super) code: String,
    /// 该代码已撤销时给出 / Only for an abolished code; the members below then show its successor.
    pub(super) abolished: Option<AbolishedRegion>,
    /// 现行名称 / The name of today.
    #[schema(example = "东昌府区")]
    pub(super) name: String,
    /// 全称 / The name with those above it.
    #[schema(example = "山东省聊城市东昌府区")]
    pub(super) full_name: String,
    /// 级别 / How high it stands.
    pub(super) level: RegionLevelWord,
    /// 代码来源 / Who gave it its code.
    pub(super) standard: RegionStandardWord,
    /// 各级上级区划，由近及远 / The regions that it answers to, nearest first.
    pub(super) ancestors: Vec<RegionSummary>,
    /// 功能区所在的县区；该县区看不到其档案 / For a functional zone the district whose land it uses, and whose committee does not see its files.
    #[schema(example = "371502")]
    pub(super) lies_in: Option<String>,
    /// 是否属于本服务所在的市 / Whether it lies inside the city of this service.
    pub(super) within_city: bool,
    /// 下级区划列表的地址 / The address of the list of regions right below it.
    #[schema(format = "uri-reference", example = "/v1/regions?parent=371502")]
    pub(super) children: String,
}

impl RegionView {
    /// The region that a code, current or abolished, stands for; none for an unknown code.
    pub(super) fn of(code: &RegionCode, tree: &RegionTree, city: &RegionCode) -> Option<Self> {
        let region = tree.resolve(code)?.region;
        Some(Self {
            code: code.to_string(),
            abolished: tree.former(code).map(AbolishedRegion::from),
            name: region.name.clone(),
            full_name: tree.full_name(code).unwrap_or_default(),
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
