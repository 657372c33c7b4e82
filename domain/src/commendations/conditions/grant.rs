//! Whether a title can be granted: by which body, in which round, beside what is held already.

use super::super::{Act, Commendation, Eligibility};
use crate::{
    policy::{AuthorityLevel, CommendationKind, HonourLevel, Recipient, Title},
    procedure::{Answer, Case, Context, Holder},
    receipts::{Proposal, RuleId, Text, text},
};

type World<'a> = Context<'a, Commendation>;

/// What the newest receipt says; before the rules were applied, nothing holds.
pub(super) fn rules(context: &World<'_>, asked: impl Fn(&Eligibility) -> bool) -> Answer {
    context.rules.is_some_and(|rules| asked(&rules)).into()
}

pub(super) fn satisfied(context: &World<'_>, rule: RuleId) -> Answer {
    rules(context, |rules| rules.satisfied.contains(rule))
}

/// The title that is nominated, if the catalogue has it.
fn title<'a>(case: &Case<Commendation>, context: &World<'a>) -> Option<&'a Title> {
    context.policy.title(&case.record().title)
}

/// The level of a body among honours.
const fn level_of(body: Holder) -> HonourLevel {
    match body.level {
        AuthorityLevel::Municipal => HonourLevel::Municipal,
        AuthorityLevel::Provincial => HonourLevel::Provincial,
        AuthorityLevel::National => HonourLevel::National,
        _ => HonourLevel::County,
    }
}

/// The level of the body that holds a case, as a recommendation names it.
pub(in crate::commendations) const fn level_of_holder(case: &Case<Commendation>) -> HonourLevel {
    match case.next_level {
        Some(body) => level_of(body),
        None => level_of(case.first),
    }
}

pub(super) fn below_title(case: &Case<Commendation>, context: &World<'_>) -> Answer {
    title(case, context)
        .is_some_and(|title| title.level > level_of_holder(case))
        .into()
}

pub(super) fn at_title_level(case: &Case<Commendation>, context: &World<'_>) -> Answer {
    let Some(title) = title(case, context) else {
        return Answer::Unmet;
    };
    let own = level_of_holder(case);
    if title.level == own {
        return Answer::Met;
    }
    let (
        Text { zh, en },
        Text {
            zh: asked_zh,
            en: asked_en,
        },
    ) = (own.text(), title.level.text());
    Answer::Because(text!(
        "承办单位为{zh}，称号为{asked_zh}。",
        "The body that holds the case is of {en} level, the title of {asked_en} level."
    ))
}

/// The next level, where it is a body of this service: those of the city's own regions.
pub(in crate::commendations) fn next_level(
    case: &Case<Commendation>,
    context: &World<'_>,
) -> Option<Holder> {
    let next = case.holder().next_higher(context.regions)?;
    let city = context.policy.terms().city.region;
    context
        .regions
        .is_within(&next.region, &city)
        .then_some(next)
}

pub(super) fn granted_above(act: Option<&Act>, context: &World<'_>) -> Answer {
    let Some(Act::OutsideAward { title, .. }) = act else {
        return Answer::Unmet;
    };
    let known = context.policy.title(title);
    known
        .is_some_and(|title| title.level > HonourLevel::Municipal)
        .into()
}

pub(super) fn round_open(
    case: &Case<Commendation>,
    act: Option<&Act>,
    context: &World<'_>,
) -> Answer {
    let Some(Act::RoundEntry {
        terms: Some(terms), ..
    }) = act
    else {
        return Answer::Because(text!("没有该批次。", "There is no such round."));
    };
    let in_time = terms.closes_on.is_none_or(|day| context.today <= day);
    if !in_time {
        return Answer::Because(text!(
            "推荐截止日期已过，请转入下一批次。",
            "The deadline has passed; it is deferred to the next round."
        ));
    }
    (terms.open && terms.organiser == case.holder()).into()
}

pub(super) fn round_fits(
    case: &Case<Commendation>,
    act: Option<&Act>,
    context: &World<'_>,
) -> Answer {
    let (
        Some(Act::RoundEntry {
            terms: Some(terms), ..
        }),
        Some(title),
    ) = (act, title(case, context))
    else {
        return Answer::Unmet;
    };
    let gives = terms.titles.iter().any(|places| places.title == title.id);
    let (first, last) = (
        case.record().occurred_on.earliest(),
        case.record().occurred_on.latest(),
    );
    // A day that is not known is not outside.
    let after = terms
        .deeds_from
        .zip(last)
        .is_none_or(|(from, last)| last >= from);
    let before = terms
        .deeds_until
        .zip(first)
        .is_none_or(|(until, first)| first <= until);
    (gives && after && before).into()
}

pub(super) fn place_left(
    case: &Case<Commendation>,
    act: Option<&Act>,
    context: &World<'_>,
) -> Answer {
    let (
        Some(Act::RoundEntry {
            terms: Some(terms), ..
        }),
        Some(title),
    ) = (act, title(case, context))
    else {
        return Answer::Unmet;
    };
    let places = terms.titles.iter().find(|places| places.title == title.id);
    places
        .is_some_and(|places| match title.recipient {
            Recipient::Individual => places.people > 0,
            Recipient::Group => places.groups > 0,
        })
        .into()
}

/// Every body of the catalogue signs; what a body is called there stands in the name with which it signs.
pub(super) fn bodies_sign(
    case: &Case<Commendation>,
    act: Option<&Act>,
    context: &World<'_>,
) -> Answer {
    let (Some(Act::ImmediateAward { bodies, .. }), Some(title)) = (act, title(case, context))
    else {
        return Answer::Unmet;
    };
    let signs = |name: &str| bodies.iter().any(|body| same_body(body.as_str(), name));
    let missing: Vec<&str> = title
        .authorities
        .iter()
        .map(|authority| authority.name.zh.as_str())
        .filter(|name| !signs(name))
        .collect();
    if missing.is_empty() {
        return Answer::Met;
    }
    let missing = missing.join("、");
    Answer::Because(text!(
        "尚缺署名单位：{missing}。",
        "These bodies are missing: {missing}."
    ))
}

/// A county's body stands for the one that the catalogue names of all counties: 县（市、区）委政法委员会.
fn same_body(signs: &str, named: &str) -> bool {
    match named.strip_prefix("县（市、区）") {
        Some(kind) => signs.ends_with(kind.trim_start_matches('委')),
        None => signs == named,
    }
}

pub(super) fn state_award_approved(
    case: &Case<Commendation>,
    act: Option<&Act>,
    context: &World<'_>,
) -> Answer {
    let (Some(Act::ImmediateAward { approval, .. }), Some(title)) = (act, title(case, context))
    else {
        return Answer::Unmet;
    };
    let needed = title.kind == CommendationKind::StateAward;
    (!needed || approval.is_some()).into()
}

/// Anyone who goes on where the rules propose to refuse or to look closer says why.
pub(super) fn deviation_reasoned(act: Option<&Act>, context: &World<'_>) -> Answer {
    let reasoned = match act {
        Some(
            Act::Recommendation { reason, .. }
            | Act::Submission { reason, .. }
            | Act::RoundEntry { reason, .. }
            | Act::ImmediateAward { reason, .. },
        ) => reason.is_some(),
        _ => return Answer::Unmet,
    };
    match context.rules.map(|rules| rules.proposal) {
        Some(Proposal::Review) if !reasoned => Answer::Because(text!(
            "规则建议人工核查，凭据中列有须由经办人查明的事项。",
            "The rules propose review: the receipt lists what an officer has to look into."
        )),
        Some(Proposal::Refuse) if !reasoned => Answer::Because(text!(
            "规则建议不予同意：凭据中列有不具备的条件。",
            "The rules propose refusal: the receipt lists what is not met."
        )),
        Some(Proposal::Approve | Proposal::Review | Proposal::Refuse) => Answer::Met,
        None => Answer::Unmet,
    }
}
