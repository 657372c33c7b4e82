use serde::{Deserialize, Serialize};

use super::{Score, Secrecy, award::sums, case::Case, terms::may_be_granted};
use crate::{
    money::Fen,
    named_enum,
    policy::{
        Authority, CommendationKind, Harm, HonourLevel, InfluenceArea, LevelThreshold, Recipient,
        TitleId,
    },
    receipts::{Proposal, Text},
};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProposedTitle {
    pub id: TitleId,
    /// Its words, with the prefix for those who died.
    pub text: Text,
    pub kind: CommendationKind,
    pub authorities: Vec<Authority>,
    /// Treatment that comes with it by law.
    pub treatment: Option<Text>,
}

/// What a level above the suggested one still lacks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LevelGap {
    pub level: HonourLevel,
    /// Points that are missing; none while the score is not known.
    pub points_missing: Option<u32>,
    pub influence_needed: Option<InfluenceArea>,
    pub recommendation_needed_from: Option<HonourLevel>,
    pub title_needed_of: Option<HonourLevel>,
    pub titles: Vec<TitleId>,
}

named_enum! {
    /// 奖金来源 / Where the amount of money comes from.
    CashStatus {
        PendingTable = "pending_table", "待载入奖金标准表；不等于没有", "from a table that is not loaded yet; not the same as nothing";
        FromTable = "from_table", "按奖金标准表", "from the table";
    }
}

/// What the table says of one title.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CashSum {
    pub title: TitleId,
    /// Of a group one sum for all, without what dead members add.
    pub fen: Fen,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CashEffect {
    pub status: CashStatus,
    /// Whether money of different levels adds up.
    pub levels_add_up: bool,
    /// The sums that the table has, in the order of the titles.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sums: Vec<CashSum>,
}

named_enum! {
    /// 授予方式 / How it is given.
    Ceremony {
        Public = "public", "公开", "in public";
        Quiet = "quiet", "不公开", "quietly";
        Open = "open", "未定", "nobody has said yet";
    }
}

named_enum! {
    /// 由谁决定 / Who decides: the rules only propose.
    Decider {
        Panel = "panel", "评审会", "the review panel";
    }
}

/// What the rules propose to the panel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TierEffects {
    pub suggested_level: Option<HonourLevel>,
    pub score: Score,
    /// Titles that may be granted, the highest first; none when the rules propose refusal.
    pub titles: Vec<ProposedTitle>,
    pub higher_levels: Vec<LevelGap>,
    pub cash: CashEffect,
    pub ceremony: Ceremony,
    /// Who decides: the rules only propose.
    pub decided_by: Decider,
}

pub(super) fn effects(case: &Case<'_>, proposal: Proposal) -> TierEffects {
    TierEffects {
        suggested_level: case.suggested,
        score: case.score.clone(),
        titles: if proposal == Proposal::Refuse {
            Vec::new()
        } else {
            titles(case)
        },
        higher_levels: case
            .rules()
            .levels
            .iter()
            .filter(|entry| Some(entry.level) > case.suggested)
            .map(|entry| gap(case, entry))
            .collect(),
        cash: cash(case),
        ceremony: match case.facts.secrecy {
            Some(Secrecy::Open) => Ceremony::Public,
            Some(Secrecy::AskedByPerson | Secrecy::DecidedByBody) => Ceremony::Quiet,
            None => Ceremony::Open,
        },
        decided_by: Decider::Panel,
    }
}

fn cash(case: &Case<'_>) -> CashEffect {
    let sums = sums(case);
    CashEffect {
        status: if sums.is_empty() {
            CashStatus::PendingTable
        } else {
            CashStatus::FromTable
        },
        levels_add_up: case.rules().cash_stack,
        sums,
    }
}

fn titles(case: &Case<'_>) -> Vec<ProposedTitle> {
    // A group of which a member died is no group of the dead.
    let posthumous =
        case.facts.recipient == Recipient::Individual && case.facts.harm == Some(Harm::Died);
    case.titles()
        .into_iter()
        .filter(|title| case.already_granted(title) != Some(true) && may_be_granted(case, title))
        .map(|title| ProposedTitle {
            id: title.id.clone(),
            text: case.policy.title_text(title, posthumous),
            kind: title.kind,
            authorities: title.authorities.clone(),
            treatment: title.treatment.clone(),
        })
        .collect()
}

fn gap(case: &Case<'_>, entry: &LevelThreshold) -> LevelGap {
    let facts = case.facts;
    let lower = entry.level.next_lower();
    let recommended = |level: &HonourLevel| {
        facts
            .recommended_by
            .as_ref()
            .is_some_and(|received| received.contains(level))
    };
    let held = |level: &HonourLevel| {
        facts.titles_held.as_ref().is_some_and(|held| {
            let mut praise = held
                .iter()
                .filter(|held| !case.policy.is_listing(&held.title));
            praise.any(|held| held.level == *level)
        })
    };
    LevelGap {
        level: entry.level,
        points_missing: case
            .score
            .total
            .map(|total| entry.minimum_score.saturating_sub(total)),
        influence_needed: Some(entry.minimum_influence)
            .filter(|needed| facts.influence.is_none_or(|known| known < *needed)),
        recommendation_needed_from: lower.filter(|level| !recommended(level)),
        title_needed_of: lower.filter(|level| case.rules().require_lower_title && !held(level)),
        titles: case
            .titles_of(entry.level)
            .into_iter()
            .map(|title| title.id.clone())
            .collect(),
    }
}
