use std::collections::BTreeSet;

use super::{
    body::{Body, Fit},
    case::Case,
};
use crate::{
    policy::{Authority, CommendationKind, HonourLevel, StateAwardQuota, Title},
    receipts::{FactValue, Finding, ReasonCode, RuleId, Text, Verdict, verdict},
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

/// Those who have to sign together for one title, or for a state award that has none.
#[derive(Debug, Clone, Copy)]
pub(super) struct Grant<'a> {
    kind: CommendationKind,
    level: HonourLevel,
    authorities: &'a [Authority],
}

impl<'a> Grant<'a> {
    pub(super) fn of(title: &'a Title) -> Self {
        Self {
            kind: title.kind,
            level: title.level,
            authorities: &title.authorities,
        }
    }

    fn of_quota(quota: &'a StateAwardQuota) -> Self {
        Self {
            kind: CommendationKind::StateAward,
            level: quota.level,
            authorities: std::slice::from_ref(&quota.authority),
        }
    }
}

/// How far the bodies that are named are those who have to sign, best first.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Signed {
    All,
    /// All, and for a state award somebody besides who grants none.
    AllAndOthers,
    /// Of a body nobody can say where it sits.
    Unclear,
    /// Some, without these.
    Without(Vec<String>, Vec<String>),
    Nobody,
}

/// Compares kind, level and region of the bodies with all that have to sign.
pub(super) fn signed(case: &Case<'_>, grant: Grant<'_>) -> Signed {
    let fits = |body: &Body<'_>, authority: &Authority| body.fits(authority, grant.level, case);
    let any = |authority: &Authority, fit: Fit| {
        let mut bodies = case.bodies.iter();
        bodies.any(|body| fits(body, authority) == fit)
    };
    let (signing, missing): (Vec<_>, Vec<_>) = grant
        .authorities
        .iter()
        .partition(|authority| any(authority, Fit::Is));
    if missing.is_empty() {
        let signs = |body: &Body<'_>| {
            let mut authorities = grant.authorities.iter();
            authorities.any(|authority| fits(body, authority) == Fit::Is)
        };
        let others = !case.bodies.iter().all(signs);
        if others && grant.kind == CommendationKind::StateAward {
            Signed::AllAndOthers
        } else {
            Signed::All
        }
    } else if missing.iter().any(|authority| any(authority, Fit::Unclear)) {
        Signed::Unclear
    } else if signing.is_empty() {
        Signed::Nobody
    } else {
        let names = missing.iter().map(|authority| authority.name.clone());
        let (zh, en) = names.map(|name| (name.zh, name.en)).unzip();
        Signed::Without(zh, en)
    }
}

/// Who may grant what is asked for or suggested.
fn grants<'a>(case: &Case<'a>) -> Vec<Grant<'a>> {
    let of_titles = case.titles().into_iter().map(Grant::of);
    of_titles
        .chain(state_award(case).map(Grant::of_quota))
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
    let mut verdict = verdict(case, &grants(case)).fact("requested_kind", case.requested_kind());
    let kinds: Vec<_> = facts.granting_bodies.iter().map(|body| body.kind).collect();
    let regions = facts.granting_bodies.iter().map(|body| body.region);
    let regions: Vec<FactValue> = regions
        .map(|region| region.map(|code| code.to_string()).into())
        .collect();
    verdict = verdict.fact("granting_bodies", bodies);
    if !facts.granting_bodies.is_empty() {
        verdict = verdict
            .fact("granting_body_kinds", kinds)
            .fact("granting_body_regions", FactValue::List(regions));
    }
    verdict
        .fact("approval_number", facts.approval_number.clone())
        .conclude(RuleId::TierAuthority, case.law())
}

fn verdict(case: &Case<'_>, grants: &[Grant<'_>]) -> Verdict {
    if grants.is_empty() {
        return verdict!(not_applicable LevelOpen,
            "尚无拟授称号，暂不涉及授予机关。",
            "No title is proposed yet, so nobody grants it.");
    }
    let named = !case.bodies.is_empty();
    let best = grants.iter().map(|grant| signed(case, *grant)).min();
    let signed = best.filter(|_| named).unwrap_or(Signed::All);
    let Text { zh, en } = names(grants);
    let other_kind = other_kind(case);
    let governs = |grant: &Grant<'_>| {
        let mut bodies = case.bodies.iter();
        bodies.any(|body| body.governs(grant.level, case))
    };
    match (signed, other_kind) {
        (Signed::Nobody, None) if grants.iter().any(governs) => {
            verdict!(unknown KindDiffersFromTitle,
            "称号目录中该称号没有人民政府表彰的一类，请人工核查。",
            "The catalogue does not have this title as a state award of the government; an officer reviews it.")
        }
        (Signed::Nobody, _) => verdict!(not_met WrongAuthority,
            "应由{zh}授予，所列单位无权授予。",
            "This is for {en} to grant; the bodies named may not."),
        (_, Some(reason)) => Verdict::unknown(ReasonCode::KindDiffersFromTitle, reason),
        (Signed::Unclear, None) => verdict!(unknown GrantingBodyUnclear,
            "应由{zh}授予，所列单位属于哪一级、哪一地区不明，请填写其区划。",
            "This is for {en} to grant; of which level and place the bodies named are is not clear. Please give their regions."),
        (Signed::Without(zh, en), None) => {
            let (zh, en) = (zh.join("、"), en.join(", "));
            verdict!(unknown GrantingBodyMissing,
                "须共同授予的{zh}尚未列入。",
                "It is granted together with {en}, who is not named.")
        }
        (Signed::AllAndOthers, None) => verdict!(unknown GrantingBodyBesides,
            "表彰由{zh}作出，另列有其他单位，请核对。",
            "A state award is made by {en}; others are named besides. Please check."),
        (Signed::All, None) if lacks_number(case) => verdict!(unknown ApprovalNumberMissing,
            "表彰由{zh}作出，还缺批准文号。",
            "A state award by {en} needs its approval number."),
        (Signed::All, None) => {
            verdict!(met AuthorityNamed, "由{zh}授予。", "Granted by {en}.")
        }
    }
}

/// Everybody who may grant, each once.
fn names(grants: &[Grant<'_>]) -> Text {
    let mut seen = BTreeSet::new();
    let authorities = grants.iter().flat_map(|grant| grant.authorities);
    Text::list(
        authorities
            .map(|authority| &authority.name)
            .filter(|name| seen.insert(&name.zh)),
    )
}

/// What is asked for, where the catalogue has the title as the other kind only.
fn other_kind(case: &Case<'_>) -> Option<Text> {
    let (asked, title) = (case.facts.requested_kind?, case.requested_title()?);
    let (title_text, kind, other) = (&title.text, title.kind.text(), asked.text());
    (asked != title.kind).then(|| Text {
        zh: format!(
            "称号目录中“{}”属于{}，没有{}一类，请人工核查。",
            title_text.zh, kind.zh, other.zh
        ),
        en: format!(
            "The catalogue has {} as {}, not as {}; an officer reviews it.",
            title_text.en, kind.en, other.en
        ),
    })
}

fn lacks_number(case: &Case<'_>) -> bool {
    let number = case.facts.approval_number.as_deref().map(str::trim);
    case.requested_kind() == Some(CommendationKind::StateAward) && number.is_none_or(str::is_empty)
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
