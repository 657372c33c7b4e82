//! What follows if the officer agrees, by the question that was asked.

use domain::commendations::{LevelGap, ProposedTitle, TierEffects};
use domain::deeds::eligibility::DeedEffects;
use domain::out_of_city::{OutOfCityEffects, Route};
use domain::receipts::Effects;
use domain::studios::StudioNameEffects;
use serde::Serialize;
use serde_with::skip_serializing_none;
use utoipa::ToSchema;

use crate::policies::GrantingAuthority;
use crate::words::{
    BilingualText, CashStatusWord, CeremonyWord, CommendationKindWord, CriterionWord, DeciderWord,
    DeedRouteWord, HonourLevelWord, InfluenceAreaWord, MinorHandlingWord, MissingFactWord,
    NamePartWord, PlaqueStatusWord, PublicationWaiverReasonWord,
};

/// 如予同意将产生的结果 / What follows if the officer agrees.
#[derive(Debug, Serialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[schema(as = Effects)]
pub(super) enum EffectsView {
    /// 见义勇为行为 / A deed.
    Deed(DeedEffectsView),
    /// 市域外见义勇为 / Out-of-city recognition.
    OutOfCity(OutOfCityEffectsView),
    /// 表扬等次 / Level of commendation.
    Tier(TierEffectsView),
    /// 工作室名称 / Studio name.
    StudioName(StudioNameEffectsView),
}

impl From<&Effects> for EffectsView {
    fn from(effects: &Effects) -> Self {
        match effects {
            Effects::Deed(effects) => Self::Deed(effects.into()),
            Effects::OutOfCity(effects) => Self::OutOfCity(effects.into()),
            Effects::Tier(effects) => Self::Tier(effects.into()),
            Effects::StudioName(effects) => Self::StudioName(effects.into()),
        }
    }
}

/// 见义勇为行为评估的结果 / What follows for one actor of a deed.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DeedEffects)]
pub(super) struct DeedEffectsView {
    /// 下一步 / The way the case takes next.
    route: DeedRouteWord,
    /// 须提交评审委员会研究的规则；没有时为空 / The rules for which a review panel is needed; empty where there are none.
    #[schema(example = json!(["DEED-CONTRACT"]))]
    panel_for: Vec<&'static str>,
    /// 办理机构所在区划；本市无或者不明时没有 / The region whose body handles the case; absent where the city has none, or it is not known.
    #[schema(example = "371581")]
    body_region: Option<String>,
    /// 收到报告的机构是否应移送；不明时没有 / Whether the body that received the report hands it over; absent while that is not known.
    transfer: Option<bool>,
    /// 未成年人保护 / What the actor's age asks for.
    minor_handling: MinorHandlingWord,
    /// 建议不公示并限制公开的理由；没有时不出现 / Why the notice may be left out and the record restricted; absent where nothing suggests it.
    restriction_suggested: Option<PublicationWaiverReasonWord>,
    /// 表扬等次是否从低 / Whether a duty by contract lowers the commendation.
    lower_tier: bool,
    /// 须一次性告知补充的事项 / Everything that has to be asked for, each once.
    missing: Vec<MissingFactWord>,
}

impl From<&DeedEffects> for DeedEffectsView {
    fn from(effects: &DeedEffects) -> Self {
        Self {
            route: effects.route.into(),
            panel_for: effects.panel_for.iter().map(|rule| rule.as_str()).collect(),
            body_region: effects.body.map(|region| region.to_string()),
            transfer: effects.transfer,
            minor_handling: effects.minor_handling.into(),
            restriction_suggested: effects.restriction_suggested.map(Into::into),
            lower_tier: effects.lower_tier,
            missing: effects
                .missing
                .iter()
                .copied()
                .map(MissingFactWord::from)
                .collect(),
        }
    }
}

/// 称号 / The title that follows.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
struct TitleProposed {
    /// 称号编号 / Its id in the catalogue.
    id: String,
    /// 称号文字，含“追授” / Its words, with the prefix for those who died.
    text: BilingualText,
    /// 是否追授；未说明是否在世时没有 / Whether it is granted after death; absent while not stated.
    posthumous: Option<bool>,
}

/// 光荣牌 / The family's plaque, at most one for a household.
#[derive(Debug, Serialize, ToSchema)]
struct PlaqueProposed {
    /// 牌面文字 / Its words.
    text: BilingualText,
    /// 是否应挂 / Whether it is due.
    status: PlaqueStatusWord,
}

/// 优抚待遇 / The care that follows.
#[derive(Debug, Serialize, ToSchema)]
struct CareProposed {
    /// 待遇类别 / Its profile.
    #[schema(example = "same_as_city_model")]
    profile: String,
    /// 含义 / What it means.
    text: BilingualText,
}

/// 适用的程序 / The procedure that fits.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum Procedure {
    /// 市域外见义勇为认定 / Recognition of a deed outside the city.
    OutOfCity,
    /// 在行为发生地申请确认 / Ordinary confirmation where the deed happened.
    ConfirmAtPlace,
    /// 在籍贯或户籍所在县申请确认 / Ordinary confirmation in the county of origin.
    ConfirmAtOrigin,
    /// 本市无相应程序 / Nothing that the city could do.
    None,
}

/// 市域外认定的结果 / What follows for a deed outside the city.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OutOfCityEffects)]
pub(super) struct OutOfCityEffectsView {
    /// 称号；建议不予同意时没有 / The title; absent when refusal is proposed.
    title: Option<TitleProposed>,
    /// 家庭光荣牌；建议不予同意时没有 / The family's plaque; absent when refusal is proposed.
    plaque: Option<PlaqueProposed>,
    /// 优抚待遇；建议不予同意时没有 / The care; absent when refusal is proposed.
    benefits: Option<CareProposed>,
    /// 是否因已在外地受奖而不再发奖金；不详时没有 / Whether an earlier reward leaves out cash; absent while not known.
    cash_excluded: Option<bool>,
    /// 适用的程序 / The procedure that fits.
    procedure: Procedure,
    /// 受理该程序的区划 / The region where that procedure is filed; absent where there is none.
    #[schema(example = "371502")]
    procedure_region: Option<String>,
}

impl From<&OutOfCityEffects> for OutOfCityEffectsView {
    fn from(effects: &OutOfCityEffects) -> Self {
        let (procedure, region) = match effects.route {
            Route::OutOfCity => (Procedure::OutOfCity, None),
            Route::ConfirmAtPlace(region) => (Procedure::ConfirmAtPlace, Some(region)),
            Route::ConfirmAtOrigin(region) => (Procedure::ConfirmAtOrigin, Some(region)),
            Route::None => (Procedure::None, None),
        };
        Self {
            title: effects.title.as_ref().map(|title| TitleProposed {
                id: title.id.to_string(),
                text: (&title.text).into(),
                posthumous: title.posthumous,
            }),
            plaque: effects.plaque.as_ref().map(|plaque| PlaqueProposed {
                text: (&plaque.text).into(),
                status: plaque.status.into(),
            }),
            benefits: effects.benefits.as_ref().map(|benefits| CareProposed {
                profile: benefits.profile.clone(),
                text: (&benefits.text).into(),
            }),
            cash_excluded: effects.cash_excluded,
            procedure,
            procedure_region: region.map(|code| code.to_string()),
        }
    }
}

/// 可授予的称号 / A title that may be granted.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
struct TierTitle {
    /// 称号编号 / Its id in the catalogue.
    id: String,
    /// 称号文字，含“追授” / Its words, with the prefix for those who died.
    text: BilingualText,
    /// 表扬或表彰 / Praise or state award.
    kind: CommendationKindWord,
    /// 授予机关 / Who grants it.
    authorities: Vec<GrantingAuthority>,
    /// 随附待遇；没有时不出现 / Treatment that comes with it; absent where there is none.
    treatment: Option<BilingualText>,
}

impl From<&ProposedTitle> for TierTitle {
    fn from(title: &ProposedTitle) -> Self {
        Self {
            id: title.id.to_string(),
            text: (&title.text).into(),
            kind: title.kind.into(),
            authorities: title
                .authorities
                .iter()
                .map(GrantingAuthority::from)
                .collect(),
            treatment: title.treatment.as_ref().map(BilingualText::from),
        }
    }
}

/// 评分的一项 / One line of the score.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
struct ScoreLine {
    /// 项目 / What is counted.
    criterion: CriterionWord,
    /// 等级 0 至 4，或影响分；不详时没有 / Grade 0 to 4, or influence points; absent when not known.
    #[schema(minimum = 0)]
    value: Option<u8>,
    /// 权重 / Points for each.
    #[schema(minimum = 0)]
    weight: u8,
    /// 得分；不详时没有 / Value times weight; absent when not known.
    #[schema(minimum = 0)]
    points: Option<u32>,
}

/// 评分 / How the score was made.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Score)]
struct ScoreView {
    /// 各项 / The lines of the sum.
    parts: Vec<ScoreLine>,
    /// 总分；有缺项时没有 / The sum; absent while a line is missing.
    #[schema(minimum = 0)]
    total: Option<u32>,
}

/// 更高级别所缺的条件 / What a level above the suggested one still lacks.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = LevelGap)]
struct LevelGapView {
    /// 级别 / The level.
    level: HonourLevelWord,
    /// 尚缺的分数；总分不详时没有 / Points that are missing; absent while the score is not known.
    #[schema(minimum = 0)]
    points_missing: Option<u32>,
    /// 尚缺的影响范围 / The influence that is needed and not there.
    influence_needed: Option<InfluenceAreaWord>,
    /// 尚缺的推荐级别 / The level whose recommendation is needed and not there.
    recommendation_needed_from: Option<HonourLevelWord>,
    /// 须先取得称号的级别 / The level whose title has to be held first and is not.
    title_needed_of: Option<HonourLevelWord>,
    /// 该级别的称号 / The titles of the level.
    titles: Vec<String>,
}

impl From<&LevelGap> for LevelGapView {
    fn from(gap: &LevelGap) -> Self {
        Self {
            level: gap.level.into(),
            points_missing: gap.points_missing,
            influence_needed: gap.influence_needed.map(Into::into),
            recommendation_needed_from: gap.recommendation_needed_from.map(Into::into),
            title_needed_of: gap.title_needed_of.map(Into::into),
            titles: gap.titles.iter().map(ToString::to_string).collect(),
        }
    }
}

/// 奖金 / The money that may follow.
#[derive(Debug, Serialize, ToSchema)]
struct CashProposed {
    /// 奖金来源 / Where the amount comes from.
    status: CashStatusWord,
    /// 不同级别的奖金可否叠加 / Whether money of different levels adds up.
    levels_add_up: bool,
}

/// 表扬等次的建议 / What the rules propose to the panel.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TierEffects)]
pub(super) struct TierEffectsView {
    /// 建议级别；不足以建议时没有 / The level that the criteria suggest; absent where they suggest none.
    suggested_level: Option<HonourLevelWord>,
    /// 评分 / How the score was made.
    score: ScoreView,
    /// 可授予的称号，高的在前；建议不予同意时为空 / Titles that may be granted, the highest first; none when refusal is proposed.
    titles: Vec<TierTitle>,
    /// 各更高级别所缺的条件 / What each higher level lacks.
    higher_levels: Vec<LevelGapView>,
    /// 奖金 / The money that may follow.
    cash: CashProposed,
    /// 授予方式 / How it is given.
    ceremony: CeremonyWord,
    /// 由谁决定 / Who decides.
    decided_by: DeciderWord,
}

impl From<&TierEffects> for TierEffectsView {
    fn from(effects: &TierEffects) -> Self {
        Self {
            suggested_level: effects.suggested_level.map(Into::into),
            score: ScoreView {
                parts: effects
                    .score
                    .parts
                    .iter()
                    .map(|part| ScoreLine {
                        criterion: part.criterion.into(),
                        value: part.value,
                        weight: part.weight,
                        points: part.points,
                    })
                    .collect(),
                total: effects.score.total,
            },
            titles: effects.titles.iter().map(TierTitle::from).collect(),
            higher_levels: effects
                .higher_levels
                .iter()
                .map(LevelGapView::from)
                .collect(),
            cash: CashProposed {
                status: effects.cash.status.into(),
                levels_add_up: effects.cash.levels_add_up,
            },
            ceremony: effects.ceremony.into(),
            decided_by: effects.decided_by.into(),
        }
    }
}

/// 名称的一处不同 / A part of the proposed name that differs.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
struct StudioNameDifference {
    /// 哪一部分 / Which part.
    part: NamePartWord,
    /// 应为 / What it should be.
    expected: String,
    /// 实为；无法区分时没有 / What it is; absent if it cannot be determined.
    found: Option<String>,
}

/// 工作室名称的建议 / The right name, and how the proposed one differs.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = StudioNameEffects)]
pub(super) struct StudioNameEffectsView {
    /// 规范名称；登记姓名不详时没有 / The name by the pattern; absent while the registered name is not known.
    #[schema(example = "见义勇为测试甲英模工作室")]
    name: Option<String>,
    /// 规则允许的其他写法 / Other spellings that policy allows.
    variants: Vec<String>,
    /// 与规范名称不同之处 / What differs from the pattern; empty when the name fits or none is proposed.
    differences: Vec<StudioNameDifference>,
}

impl From<&StudioNameEffects> for StudioNameEffectsView {
    fn from(effects: &StudioNameEffects) -> Self {
        Self {
            name: effects.name.clone(),
            variants: effects.variants.clone(),
            differences: effects
                .differences
                .iter()
                .map(|difference| StudioNameDifference {
                    part: difference.part.into(),
                    expected: difference.expected.clone(),
                    found: difference.found.clone(),
                })
                .collect(),
        }
    }
}
