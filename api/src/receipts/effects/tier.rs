//! Which level of commendation is proposed, and why.

use domain::commendations::{LevelGap, ProposedTitle, TierEffects};
use serde::Serialize;
use serde_with::skip_serializing_none;
use utoipa::ToSchema;

use crate::policies::GrantingAuthority;
use crate::words::{
    BilingualText, CashStatusWord, CeremonyWord, CommendationKindWord, CriterionWord, DeciderWord,
    HonourLevelWord, InfluenceAreaWord,
};

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

/// 一个称号的奖金标准 / What the table says of one title.
#[derive(Debug, Serialize, ToSchema)]
struct CashOfTitle {
    /// 称号编号 / The title.
    title: String,
    /// 奖金，以分计；群体为一笔总额 / The sum in fen; of a group one sum for all.
    #[schema(minimum = 1)]
    fen: i64,
}

/// 奖金 / The money that may follow.
#[derive(Debug, Serialize, ToSchema)]
struct CashProposed {
    /// 奖金来源 / Where the amount comes from.
    status: CashStatusWord,
    /// 不同级别的奖金可否叠加 / Whether money of different levels adds up.
    levels_add_up: bool,
    /// 标准表所列的奖金；没有列入的不等于零 / The sums that the table has; what it lacks is not zero.
    sums: Vec<CashOfTitle>,
}

/// 表扬等次的建议 / What the rules propose to the panel.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TierEffects)]
pub(in crate::receipts) struct TierEffectsView {
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
                sums: effects
                    .cash
                    .sums
                    .iter()
                    .map(|sum| CashOfTitle {
                        title: sum.title.to_string(),
                        fen: sum.fen.get(),
                    })
                    .collect(),
            },
            ceremony: effects.ceremony.into(),
            decided_by: effects.decided_by.into(),
        }
    }
}
