use std::collections::BTreeSet;

use super::case::Case;
use crate::{
    policy::{Authority, CommendationKind, StateAwardQuota},
    receipts::{Finding, ReasonCode, RuleId, Text, Verdict, verdict},
};

/// The quota of state awards at the level of the case, if one is asked for.
fn state_award<'a>(case: &Case<'a>) -> Option<&'a StateAwardQuota> {
    if case.requested_kind() != Some(CommendationKind::StateAward) {
        return None;
    }
    let level = case.level()?;
    case.rules()
        .state_awards
        .iter()
        .find(|quota| quota.level == level)
}

/// Everybody who may grant what is asked for or suggested, each once.
fn authorities<'a>(case: &Case<'a>) -> Vec<&'a Authority> {
    let mut seen = BTreeSet::new();
    case.titles()
        .into_iter()
        .flat_map(|title| &title.authorities)
        .chain(state_award(case).map(|quota| &quota.authority))
        .filter(|authority| seen.insert(&authority.name.zh))
        .collect()
}

/// TIER-AUTHORITY: who grants, and the approval number of a state award.
pub(super) fn tier_authority(case: &Case<'_>) -> Finding {
    let facts = case.facts;
    let bodies: Vec<_> = facts
        .granting_bodies
        .iter()
        .map(|body| body.name.clone())
        .collect();
    verdict(case, &authorities(case))
        .fact("requested_kind", case.requested_kind())
        .fact("granting_bodies", bodies)
        .fact("approval_number", facts.approval_number.clone())
        .conclude(RuleId::TierAuthority, case.law())
}

fn verdict(case: &Case<'_>, authorities: &[&Authority]) -> Verdict {
    let facts = case.facts;
    if let (Some(asked), Some(title)) = (facts.requested_kind, case.requested_title())
        && asked != title.kind
    {
        let (Text { zh, en }, kind) = (&title.text, title.kind.text());
        return Verdict::not_met(
            ReasonCode::KindDiffersFromTitle,
            Text {
                zh: format!("“{zh}”属于{}，与申报类别不符。", kind.zh),
                en: format!("{en} is a {}, which is not what is asked for.", kind.en),
            },
        );
    }
    if authorities.is_empty() {
        return verdict!(not_applicable LevelOpen,
            "尚无拟授称号，暂不涉及授予机关。",
            "No title is proposed yet, so nobody grants it.");
    }
    let Text { zh, en } = Text::list(authorities.iter().map(|authority| &authority.name));
    let fits = facts.granting_bodies.is_empty()
        || facts.granting_bodies.iter().any(|body| {
            authorities
                .iter()
                .any(|authority| authority.kind == body.kind)
        });
    let numbered = facts
        .approval_number
        .as_ref()
        .is_some_and(|number| !number.trim().is_empty());
    if !fits {
        verdict!(not_met WrongAuthority,
            "应由{zh}授予，所列单位无权授予。",
            "This is for {en} to grant; the bodies named may not.")
    } else if case.requested_kind() == Some(CommendationKind::StateAward) && !numbered {
        verdict!(unknown ApprovalNumberMissing,
            "表彰由{zh}作出，还缺批准文号。",
            "A state award by {en} needs its approval number.")
    } else {
        verdict!(met AuthorityNamed, "由{zh}授予。", "Granted by {en}.")
    }
}

/// TIER-QUOTA: how many state-award projects a year. Praise has no quota.
pub(super) fn tier_quota(case: &Case<'_>) -> Finding {
    let held = case.facts.projects_this_year;
    let Some(quota) = state_award(case) else {
        return verdict!(not_applicable NoQuota,
            "此项不涉及表彰项目限额。",
            "No quota of state awards applies here.")
        .conclude(RuleId::TierQuota, case.law());
    };
    let (most, cycle) = (quota.projects_per_year, quota.cycle_years);
    let Text { zh, en } = quota.level.text();
    let verdict = match held {
        None => verdict!(unknown ProjectCountNotStated,
            "{zh}每年至多{most}个表彰项目，尚未说明本年已有数量。",
            "At {en} level there are at most {most} state-award projects a year; this year's number is not stated."),
        Some(held) if held >= most => verdict!(not_met QuotaUsedUp,
            "{zh}每年至多{most}个表彰项目，本年已有{held}个。",
            "At {en} level there are at most {most} state-award projects a year; this year has {held} already."),
        Some(held) => verdict!(met WithinQuota,
            "{zh}每年至多{most}个表彰项目，本年已有{held}个；周期一般为{cycle}年。",
            "At {en} level there are at most {most} state-award projects a year, and {held} so far; the usual cycle is {cycle} years."),
    };
    verdict
        .fact("projects_this_year", held)
        .fact("projects_per_year", most)
        .fact("cycle_years", cycle)
        .conclude(RuleId::TierQuota, case.law())
}
