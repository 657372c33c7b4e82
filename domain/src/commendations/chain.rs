use super::{
    ConfirmationStatus, HeldTitle,
    case::{Case, names},
    terms,
};
use crate::{
    policy::HonourLevel,
    receipts::{Finding, Outcome, ReasonCode, RuleId, Text, Verdict, text, verdict},
};

/// TIER-BASE: only what is confirmed or recognised can be commended.
pub(super) fn tier_base(case: &Case<'_>) -> Finding {
    let verdict = match case.facts.standing {
        None => verdict!(unknown StandingNotStated,
            "未说明见义勇为是否已确认，请补充。",
            "Whether the deed is confirmed is not stated. Please add it."),
        Some(ConfirmationStatus::NotConfirmed) => verdict!(not_met NotConfirmed,
            "见义勇为尚未确认，确认后即可申报表扬。",
            "The deed is not confirmed yet; a commendation can follow the confirmation."),
        Some(
            standing @ (ConfirmationStatus::Confirmed | ConfirmationStatus::RecognisedOutOfCity),
        ) => {
            let Text { zh, en } = standing.text();
            verdict!(met StandingEstablished,
                "{zh}，可以表扬。",
                "The deed is {en} and can be commended.")
        }
    };
    verdict
        .fact("standing", case.facts.standing)
        .conclude(RuleId::TierBase, case.law())
}

/// TIER-CHAIN: the next lower level recommends to the higher one.
pub(super) fn tier_chain(case: &Case<'_>) -> Finding {
    let listing = case
        .requested_title()
        .filter(|title| case.policy.is_listing(&title.id));
    let mut verdict = match case.level() {
        _ if listing.is_some() => verdict!(not_applicable ListingNotPraise,
            "上榜不是表扬，不涉及逐级推荐。",
            "A listing is no praise; no level recommends it to the next."),
        None => verdict!(not_applicable LevelOpen,
            "等次尚不能确定，暂不涉及逐级推荐。",
            "The level is still open, so no recommendation is due yet."),
        Some(level) => match level.next_lower() {
            None => verdict!(not_applicable NoRecommendationNeeded,
                "县级表扬无需下级推荐。",
                "County level needs no recommendation from below."),
            Some(lower) => recommendation(case, level, lower),
        },
    };
    let required = terms::required(case);
    // What a title asks for is looked at once nothing else stands in the way.
    if matches!(verdict.outcome, Outcome::Met | Outcome::NotApplicable)
        && let Some(lacks) = terms::requirement(case)
    {
        verdict = lacks;
    }
    verdict = verdict
        .fact("recommended_by", case.facts.recommended_by.clone())
        .fact("require_lower_title", case.rules().require_lower_title);
    if !required.is_empty() {
        verdict = verdict.fact("required_titles", required);
    }
    verdict.conclude(RuleId::TierChain, case.law())
}

fn recommendation(case: &Case<'_>, level: HonourLevel, lower: HonourLevel) -> Verdict {
    let (
        Text { zh, en },
        Text {
            zh: lower_zh,
            en: lower_en,
        },
    ) = (level.text(), lower.text());
    let Some(received) = &case.facts.recommended_by else {
        return verdict!(unknown RecommendationNotStated,
            "申报{zh}须由{lower_zh}推荐，尚未说明是否已推荐。",
            "At {en} level a recommendation from {lower_en} level is needed; whether there is one is not stated.");
    };
    if received.contains(&lower) {
        return lower_title(case, lower);
    }
    let reason = text!(
        "申报{zh}须由{lower_zh}推荐，目前还没有。",
        "At {en} level a recommendation from {lower_en} level is needed; there is none yet."
    );
    if case.is_request() {
        Verdict::not_met(ReasonCode::RecommendationMissing, reason)
    } else {
        Verdict::unknown(ReasonCode::RecommendationMissing, reason)
    }
}

fn lower_title(case: &Case<'_>, lower: HonourLevel) -> Verdict {
    let Text { zh, en } = lower.text();
    let of_level = case.facts.titles_held.as_ref().map(|held| {
        let of_level = held.iter().filter(|held| held.level == lower);
        of_level.collect::<Vec<_>>()
    });
    let is_praise = |held: &&HeldTitle| !case.policy.is_listing(&held.title);
    let only_listed = of_level.as_ref().is_some_and(|held| !held.is_empty());
    let holds = of_level.map(|held| held.iter().any(is_praise));
    match (case.rules().require_lower_title, holds) {
        (false, _) => verdict!(met Recommended,
            "已有{zh}推荐，不要求先获{zh}称号。",
            "Recommended by {en} level; a title of {en} level is not required first."),
        (true, Some(true)) => verdict!(met Recommended,
            "已有{zh}推荐，并已获{zh}称号。",
            "Recommended by {en} level, and a title of {en} level is held."),
        (true, Some(false)) if only_listed => verdict!(not_met ListingNotPraise,
            "须先获得{zh}称号；上榜不是表扬，不算在内。",
            "A title of {en} level has to be held first; a listing is no praise and does not count."),
        (true, Some(false)) => verdict!(not_met LowerTitleMissing,
            "须先获得{zh}称号。",
            "A title of {en} level has to be held first."),
        (true, None) => verdict!(unknown TitlesHeldNotStated,
            "须先获得{zh}称号，尚未说明已有称号。",
            "A title of {en} level has to be held first; the titles held are not stated."),
    }
}

/// TIER-ONCE: the same title once for the same deed.
pub(super) fn tier_once(case: &Case<'_>) -> Finding {
    let titles = case.titles();
    let Text { zh, en } = names(&titles);
    let verdict = match &case.facts.titles_held {
        _ if titles.is_empty() => verdict!(not_applicable LevelOpen,
            "尚无拟授称号。",
            "No title is proposed yet."),
        None => verdict!(unknown TitlesHeldNotStated,
            "未说明此前已获称号，无法排除重复。",
            "The titles held are not stated, so a repetition cannot be ruled out."),
        Some(_)
            if titles
                .iter()
                .all(|title| case.already_granted(title) == Some(true)) =>
        {
            verdict!(not_met AlreadyGranted,
                "同一事迹已获“{zh}”，不重复授予。",
                "{en} was already granted for this deed; it is not granted twice.")
        }
        Some(_) => terms::exclusion(case).unwrap_or_else(|| {
            verdict!(met NotGrantedBefore,
                "同一事迹未获过同一称号。",
                "The same title was not granted for this deed before.")
        }),
    };
    let held = case.facts.titles_held.as_ref().map(|held| {
        held.iter()
            .filter(|held| held.same_deed)
            .map(|held| held.title.to_string())
            .collect::<Vec<_>>()
    });
    let mut verdict = verdict.fact("titles_held_for_this_deed", held);
    let excluding = terms::excluding(case);
    if !excluding.is_empty() {
        verdict = verdict.fact("excluding_titles", excluding);
    }
    verdict.conclude(RuleId::TierOnce, case.law())
}
