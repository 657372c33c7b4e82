//! An entry of the honour roll as it is shown.

use domain::ids::PublicId;
use domain::publicity::{Highest, Member, RollEntry, Source};
use domain::regions::{RegionCode, RegionTree};
use serde::Serialize;
use serde_with::skip_serializing_none;
use utoipa::ToSchema;

use super::honours::{HonourView, Titles};
use super::open::Shown;
use crate::http::Page;
use crate::words::{ActTypeWord, HonourLevelWord, SexWord};

/// 区县 / A county or zone.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PublicCounty)]
pub(super) struct CountyView {
    /// 代码 / Its code.
    #[schema(example = "371502")]
    code: String,
    /// 名称 / Its name.
    #[schema(example = "东昌府区")]
    name: String,
}

impl From<RegionCode> for CountyView {
    fn from(code: RegionCode) -> Self {
        let region = RegionTree::current().get(&code);
        Self {
            name: region.map_or_else(String::new, |region| region.name.clone()),
            code: code.to_string(),
        }
    }
}

/// 来源 / Where it was published before.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PublicSource)]
struct SourceView {
    /// 媒体和标题 / Medium and title.
    text: String,
    /// 网址 / Where it can be read.
    address: Option<String>,
}

impl From<&Source> for SourceView {
    fn from(source: &Source) -> Self {
        Self {
            text: source.text.clone(),
            address: source.address.clone(),
        }
    }
}

/// 群体成员 / A member of a group who agreed to be named.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = HonourRollMember)]
struct MemberView {
    /// 姓名；未成年人只有姓氏 / The name; of a minor the surname.
    #[schema(example = "测试甲")]
    name: String,
    /// 来源；本人同意公开的没有 / Where it was published before; absent where the person agreed.
    source: Option<SourceView>,
}

impl From<&Member> for MemberView {
    fn from(member: &Member) -> Self {
        Self {
            name: member.name.clone(),
            source: member.source.as_ref().map(Into::into),
        }
    }
}

/// 英模榜条目 / An entry of the honour roll: one person with one deed, or a group.
///
/// 只含同意公开的内容；没有出生日期、受益人、伤亡情况，地点不细于区县。 / It holds what was agreed to: no birth
/// date, nobody who was helped, no harm, no place finer than the county.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = HonourRollEntry)]
pub(super) struct RollEntryView {
    /// 公开编号 / Its public id: random, the same while the entry stands.
    #[schema(value_type = Uuid)]
    id: PublicId,
    /// 是否为群体 / Whether it is a group.
    group: bool,
    /// 姓名或者群体名称；未成年人只有姓氏 / The name of the person or group; of a minor the surname.
    #[schema(example = "测试甲")]
    name: String,
    /// 性别 / The sex.
    sex: Option<SexWord>,
    /// 单位和职务 / Unit and post.
    unit: Option<String>,
    /// 事迹 / What was done.
    story: Option<String>,
    /// 行为地所在区县；市域外行为为籍属区县 / The county of the deed; of a deed elsewhere that of origin.
    county: CountyView,
    /// 行为年份；不详的没有 / The year of the deed; absent where it is not known.
    #[schema(example = 2026)]
    deed_year: Option<i32>,
    /// 行为类型 / What kind of act it was.
    act_types: Vec<ActTypeWord>,
    /// 是否为市域外行为 / Whether it was done outside the city.
    out_of_city: bool,
    /// 最高表扬级别；只经确认的没有 / The highest level of praise; absent of who is confirmed alone.
    highest_level: Option<HonourLevelWord>,
    /// 荣誉 / The honours that stand.
    honours: Vec<HonourView>,
    /// 所在群体的名称 / The name of the group with which it was done.
    group_name: Option<String>,
    /// 同意公开姓名的成员；仅群体有 / The members who agreed to be named; of a group only.
    members: Option<Vec<MemberView>>,
    /// 其他成员人数；仅群体有 / How many more members there are; of a group only.
    #[schema(minimum = 0)]
    other_members: Option<u32>,
    /// 来源；本人或者近亲属同意公开的没有 / Where it was published before; absent where a consent is the basis.
    source: Option<SourceView>,
    /// 是否为演示而虚构 / Whether it was made up for demonstration.
    synthetic: bool,
}

/// 一页英模榜 / A page of the honour roll.
pub(super) type RollPage = Page<RollEntryView>;

impl Shown for RollEntry {
    type View = RollEntryView;
    const LIST: &'static str = "honour-roll";

    fn view(&self, id: PublicId, titles: Titles<'_>) -> RollEntryView {
        let deed = self.deed();
        let honours = self.honours();
        let highest = Highest::among(honours).and_then(|highest| highest.level);
        let common = RollEntryView {
            id,
            group: false,
            name: self.name().to_owned(),
            sex: None,
            unit: None,
            story: None,
            county: self.region().into(),
            deed_year: deed.year,
            act_types: deed.act_types.iter().map(|act| (*act).into()).collect(),
            out_of_city: deed.out_of_city,
            highest_level: highest.map(Into::into),
            honours: honours.iter().map(|honour| titles.honour(honour)).collect(),
            group_name: None,
            members: None,
            other_members: None,
            source: None,
            synthetic: false,
        };
        match self {
            Self::Person(one) => RollEntryView {
                sex: one.sex.map(Into::into),
                unit: one.unit.clone(),
                story: one.story.clone(),
                group_name: one.group.clone(),
                source: one.source.as_ref().map(Into::into),
                synthetic: one.synthetic,
                ..common
            },
            Self::Group(group) => RollEntryView {
                group: true,
                story: group.story.clone(),
                members: Some(group.members.iter().map(Into::into).collect()),
                other_members: Some(group.other_members),
                synthetic: group.synthetic,
                ..common
            },
        }
    }
}
