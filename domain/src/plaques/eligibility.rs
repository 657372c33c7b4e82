use super::{Case, HeldHonour, ReplacementReason, effect};
use crate::receipts::{Finding, RuleId, Text, verdict};

/// PLAQUE-ELIG: the hero holds a standing confirmation, or the city's title.
pub(super) fn plaque_elig(case: &Case<'_>) -> Finding {
    let facts = case.facts;
    let verdict = match facts.hero_entitled() {
        None => verdict!(unknown HonoursNotStated,
            "尚未查明该人员所获荣誉。",
            "The honours of the person are not known."),
        Some(true) => verdict!(met HonourEntitles,
            "该人员持有有效的见义勇为确认或者市域外认定。",
            "The person holds a standing confirmation or recognition."),
        Some(false) => verdict!(not_met NoHonourStands,
            "该人员没有有效的见义勇为确认或者市域外认定。",
            "The person holds no confirmation or recognition that stands."),
    };
    let standing = facts.honours.as_ref().map(|honours| {
        let entitling = honours.iter().filter(|honour| HeldHonour::entitles(honour));
        entitling.map(|honour| honour.kind).collect::<Vec<_>>()
    });
    verdict
        .fact("standing_honours", standing)
        .fact("household_entitled", facts.household_entitled)
        .fact("names_fit", facts.names_fit)
        .conclude(RuleId::PlaqueElig, case.law())
}

/// PLAQUE-ONE: one plaque for a household, however many heroes it has.
pub(super) fn plaque_one(case: &Case<'_>) -> Finding {
    let other = case.facts.household_has_plaque;
    let verdict = match other {
        None => verdict!(unknown HouseholdNotLookedUp,
            "尚未查明家庭是否已有光荣牌。",
            "Whether the household has a plaque is not looked up yet."),
        Some(true) => verdict!(not_met HouseholdHasPlaque,
            "家庭已有光荣牌，每户一块。",
            "The household has a plaque already, and one is enough."),
        Some(false) => verdict!(met HouseholdHasNone,
            "家庭没有其他光荣牌。",
            "The household has no other plaque."),
    };
    verdict
        .fact("household_has_plaque", other)
        .conclude(RuleId::PlaqueOne, case.law())
}

/// PLAQUE-REPLACE: for a move, damage, age, loss or another text; after the heroes' death the family keeps
/// the one that it has.
pub(super) fn plaque_replace(case: &Case<'_>) -> Finding {
    let reason = case.facts.replaces;
    let verdict = match (reason, effect::replaceable(case)) {
        (None, _) => verdict!(not_applicable NotAReplacement,
            "不是更换。",
            "It replaces no other plaque."),
        (Some(reason @ ReplacementReason::TextChanged), _) | (Some(reason), Some(true)) => {
            let Text { zh, en } = reason.text();
            verdict!(met ReplacementFits,
                "因{zh}更换。",
                "It is replaced: {en}.")
        }
        (Some(_), None) => verdict!(unknown DeceasedNotStated,
            "未说明人员是否在世，能否更换待定。",
            "Whether the hero lives is not stated, so whether it may be replaced is open."),
        (Some(_), Some(false)) => verdict!(not_met KeptAfterDeath,
            "人员去世后，家庭保留原光荣牌，不再更换。",
            "After the hero's death the family keeps the plaque, and it is not replaced."),
    };
    verdict
        .fact("replaces", reason)
        .fact("hero_lives", case.facts.hero_lives)
        .conclude(RuleId::PlaqueReplace, case.law())
}
