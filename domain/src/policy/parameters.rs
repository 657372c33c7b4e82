use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Authority, AuthorityLevel, HonourLevel, InfluenceArea, NamePattern, TitleId};
use crate::named_enum;
use crate::{receipts::Text, regions::RegionCode};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct City {
    /// Its region; counties and zones below it belong to it.
    pub region: RegionCode,
    pub name: Text,
    /// What it calls those who come from it, such as 聊城籍.
    pub origin: Text,
}

named_enum! {
    /// 籍贯或户籍依据 / Why somebody counts as coming from a place
    OriginBasis {
        HukouNow = "hukou_now", "现户籍", "present household register";
        HukouPast = "hukou_past", "曾有户籍", "former household register";
        /// Ancestral place in the household register (籍贯).
        Jiguan = "jiguan", "籍贯", "ancestral place in the household register";
        BirthOnly = "birth_only", "出生地", "birthplace only";
    }
}

impl OriginBasis {
    /// Whether a person has one place of this kind at a time, so that two contradict each other.
    pub const fn is_single(self) -> bool {
        match self {
            Self::HukouNow | Self::Jiguan | Self::BirthOnly => true,
            Self::HukouPast => false,
        }
    }
}

named_enum! {
    /// 确认机构类别 / What kind of body confirmed a deed
    IssuerKind {
        PoliticalLegalCommittee = "political_legal_committee", "政法委（综治）", "a political-legal committee";
        PublicSecurity = "public_security", "公安机关", "a public security body";
        CivilAffairs = "civil_affairs", "民政部门", "a civil affairs body";
        Foundation = "foundation", "见义勇为基金会", "a bravery foundation";
        Association = "association", "见义勇为协会", "a bravery association";
        Committee = "committee", "见义勇为工作（评定）委员会", "a bravery committee";
        Other = "other", "其他单位", "another kind of body";
    }
}

named_enum! {
    /// What an earlier reward at the place of the deed changes.
    DoubleReward {
        Allow = "allow", "不影响", "no effect";
        ExcludeCashIfRewarded = "exclude_cash_if_rewarded", "不重复发放奖金", "no second cash award";
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Benefits {
    pub profile: String,
    pub text: Text,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OutOfCityPolicy {
    pub title: TitleId,
    pub plaque: Text,
    pub benefits: Benefits,
    /// Bases of origin that count once proven.
    pub origin_bases: Vec<OriginBasis>,
    /// Bases of origin that count once proven and approved by the city.
    pub origin_bases_with_city_approval: Vec<OriginBasis>,
    /// Bodies whose confirmation counts.
    pub issuer_kinds: Vec<IssuerKind>,
    pub minimum_issuer_level: AuthorityLevel,
    /// Years after the confirmation in which a request needs no special look.
    pub window_years: u32,
    pub double_reward: DoubleReward,
}

named_enum! {
    /// 本人伤亡 / The worst that happened to the actor
    Harm {
        None = "none", "未受伤", "unhurt";
        Injured = "injured", "受伤", "injured";
        Disabled = "disabled", "致残", "disabled";
        Died = "died", "牺牲", "died";
    }
}

named_enum! {
    /// 表扬形式 / How a commendation is handed over
    CommendationForm {
        Collective = "collective", "集中表扬", "collective";
        Special = "special", "专项表扬", "special";
        Joint = "joint", "联合表扬", "joint";
        HomeDelivery = "home_delivery", "送奖上门", "brought home";
        Workplace = "workplace", "表奖到岗", "at the workplace";
        Immediate = "immediate", "即时表扬", "immediate";
    }
}

/// How much each grade counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weights {
    pub risk: u8,
    pub cost: u8,
    pub loss_averted: u8,
    pub influence: u8,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LevelThreshold {
    pub level: HonourLevel,
    pub minimum_score: u32,
    pub minimum_influence: InfluenceArea,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StateAwardQuota {
    pub level: HonourLevel,
    pub authority: Authority,
    pub projects_per_year: u32,
    /// Usual years between two rounds of the same project.
    pub cycle_years: u32,
}

/// Words that belong to a level and may not be used below it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReservedWords {
    pub level: HonourLevel,
    pub words: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AwardNames {
    /// The name that the foundation puts before its awards.
    pub foundation: Text,
    pub reserved: Vec<ReservedWords>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TierPolicy {
    pub require_lower_title: bool,
    /// Whether cash of different levels adds up.
    pub cash_stack: bool,
    pub weights: Weights,
    pub influence_points: BTreeMap<InfluenceArea, u8>,
    /// The least grade of cost that a harm implies.
    pub cost_at_least: BTreeMap<Harm, u8>,
    /// The least level that a harm stands for, however little the deed became known.
    #[serde(default)]
    pub level_at_least: BTreeMap<Harm, HonourLevel>,
    /// What each level asks for, in rising order.
    pub levels: Vec<LevelThreshold>,
    pub state_awards: Vec<StateAwardQuota>,
    pub forms: Vec<CommendationForm>,
    pub joint_minimum_bodies: u32,
    pub names: AwardNames,
}

named_enum! {
    /// Whether a studio may carry the name of a group.
    GroupNames {
        NotAllowed = "not_allowed", "不允许", "not allowed";
        WithCityApproval = "with_city_approval", "经市级批准", "with the city's approval";
    }
}

named_enum! {
    /// 同意人 / Who agrees to the use of a name
    ConsentGiver {
        Leader = "leader", "本人", "the person";
        Spouse = "spouse", "配偶", "the spouse";
        Child = "child", "子女", "a child";
        Parent = "parent", "父母", "a parent";
        OtherRelative = "other_relative", "其他亲属", "another relative";
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StudioNamePolicy {
    pub pattern: NamePattern,
    pub variants: Vec<NamePattern>,
    pub minimum_level: HonourLevel,
    pub studios_per_hero: u32,
    pub group_names: GroupNames,
    /// Who may agree when the hero has died.
    pub consent_after_death: Vec<ConsentGiver>,
}
