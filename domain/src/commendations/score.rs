use serde::{Deserialize, Serialize};

use super::{Grade, TierFacts};
use crate::{
    named_enum,
    policy::{Harm, HonourLevel, TierPolicy},
    receipts::{Text, text},
};

named_enum! {
    /// 评分项目 / What counts towards the score
    Criterion {
        Risk = "risk", "危险程度", "risk";
        Cost = "cost", "付出代价", "cost";
        LossAverted = "loss_averted", "避免损失", "loss averted";
        Influence = "influence", "影响范围", "influence";
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScorePart {
    pub criterion: Criterion,
    /// Grade 0 to 4, or influence points; none when not known.
    pub value: Option<u8>,
    pub weight: u8,
    pub points: Option<u32>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Score {
    pub parts: Vec<ScorePart>,
    /// The sum; none while a line is missing.
    pub total: Option<u32>,
}

impl Score {
    pub(super) fn of(facts: &TierFacts, rules: &TierPolicy) -> Self {
        let influence = facts
            .influence
            .and_then(|area| rules.influence_points.get(&area).copied());
        let weights = &rules.weights;
        let parts = vec![
            part(Criterion::Risk, facts.risk.map(Grade::get), weights.risk),
            part(Criterion::Cost, cost(facts, rules), weights.cost),
            part(
                Criterion::LossAverted,
                facts.loss_averted.map(Grade::get),
                weights.loss_averted,
            ),
            part(Criterion::Influence, influence, weights.influence),
        ];
        let total = parts.iter().map(|part| part.points).sum();
        Score { parts, total }
    }

    pub(super) fn missing(&self) -> Vec<Text> {
        self.parts
            .iter()
            .filter(|part| part.points.is_none())
            .map(|part| part.criterion.text())
            .collect()
    }

    /// The sum as it is done by hand: `危险程度 4×3 + …`.
    pub(super) fn arithmetic(&self) -> Text {
        let lines: Vec<Text> = self
            .parts
            .iter()
            .filter_map(|part| {
                let (name, value, weight) = (part.criterion.text(), part.value?, part.weight);
                let Text { zh, en } = name;
                Some(text!("{zh}{value}×{weight}", "{en} {value}×{weight}"))
            })
            .collect();
        let join = |words: Vec<&str>| words.join(" + ");
        Text {
            zh: join(lines.iter().map(|line| line.zh.as_str()).collect()),
            en: join(lines.iter().map(|line| line.en.as_str()).collect()),
        }
    }

    /// The highest level whose score and influence are reached, and no lower one than the harm stands
    /// for; none while the score is not known.
    pub(super) fn level(&self, facts: &TierFacts, rules: &TierPolicy) -> Option<HonourLevel> {
        let reached = self.reached(facts, rules);
        reached.max(self.total.and(least_level(facts, rules)))
    }

    /// The highest level whose score and influence are reached.
    pub(super) fn reached(&self, facts: &TierFacts, rules: &TierPolicy) -> Option<HonourLevel> {
        let (total, influence) = (self.total?, facts.influence?);
        rules
            .levels
            .iter()
            .filter(|entry| total >= entry.minimum_score && influence >= entry.minimum_influence)
            .map(|entry| entry.level)
            .max()
    }
}

fn part(criterion: Criterion, value: Option<u8>, weight: u8) -> ScorePart {
    ScorePart {
        criterion,
        value,
        weight,
        points: value.map(|value| u32::from(value) * u32::from(weight)),
    }
}

/// The harm and the grade of the cost, where they cannot both be right: a life or all capacity lost
/// though nothing happened to the actor, or nothing lost though the actor died.
pub(super) fn contradiction(facts: &TierFacts) -> Option<(Harm, Grade)> {
    let (harm, cost) = (facts.harm?, facts.cost?);
    let contradicts = match harm {
        Harm::None => cost == Grade::MAX,
        Harm::Died => cost == Grade::MIN,
        Harm::Injured | Harm::Disabled => false,
    };
    contradicts.then_some((harm, cost))
}

/// The least level that the harm stands for.
pub(super) fn least_level(facts: &TierFacts, rules: &TierPolicy) -> Option<HonourLevel> {
    rules.level_at_least.get(&facts.harm?).copied()
}

/// The grade given, and never less than what the harm stands for. Where the harm alone stands for
/// the highest grade, the grade need not be given. None while the two contradict each other, or may:
/// while the harm is not stated.
fn cost(facts: &TierFacts, rules: &TierPolicy) -> Option<u8> {
    if contradiction(facts).is_some() {
        return None;
    }
    let floor = rules.cost_at_least.get(&facts.harm?).copied();
    let floor = floor.unwrap_or_default();
    match facts.cost {
        Some(grade) => Some(grade.get().max(floor)),
        None if floor == Grade::MAX.get() => Some(floor),
        None => None,
    }
}
