//! What a name rests on: the leader's honour and consent, the name itself, and what was seen at the place.

use super::{Step, Studio};
use crate::{
    policy::ConsentGiver,
    procedure::{Answer, Case, Context},
    receipts::{Proposal, Text, text},
};

pub(super) fn honour_held(context: &Context<'_, Studio>) -> Answer {
    let least = context.policy.terms().studio_name.minimum_level;
    let Some(rules) = context.rules else {
        return Answer::Unmet;
    };
    let Text { zh, en } = least.text();
    if rules.held >= Some(least) {
        Answer::Met
    } else if rules.lost >= Some(least) {
        Answer::Because(text!(
            "带头人的{zh}以上荣誉已被撤销。",
            "The leader's honour of {en} level or above was revoked."
        ))
    } else {
        Answer::Because(text!(
            "带头人尚无{zh}以上荣誉。",
            "The leader holds no honour of {en} level or above."
        ))
    }
}

/// Whether the leader is known to hold no honour of the level any more.
pub(super) fn honour_gone(context: &Context<'_, Studio>) -> bool {
    let least = context.policy.terms().studio_name.minimum_level;
    let rules = context.rules.filter(|rules| rules.honours_known);
    rules.is_some_and(|rules| rules.held < Some(least))
}

/// Whether somebody may consent to the use of the name (Civil Code articles 994 and 1012).
pub(super) fn is_entitled(by: ConsentGiver, context: &Context<'_, Studio>) -> bool {
    let after_death = &context.policy.terms().studio_name.consent_after_death;
    match context.rules.and_then(|rules| rules.deceased) {
        Some(true) => after_death.contains(&by),
        Some(false) => by == ConsentGiver::Leader,
        // Whether the leader lives is found out before the naming.
        None => by == ConsentGiver::Leader || after_death.contains(&by),
    }
}

pub(super) fn consent_stands(case: &Case<Studio>, context: &Context<'_, Studio>) -> Answer {
    match case.record().consent() {
        None => Answer::Unmet,
        Some(consent) if !consent.given => {
            Answer::Because(text!("同意已撤回。", "The consent was withdrawn."))
        }
        Some(consent) if !is_entitled(consent.by, context) => {
            let Text { zh, en } = consent.by.text();
            Answer::Because(text!(
                "{zh}的意见不能作为使用姓名的依据。",
                "What {en} says does not settle the use of the name."
            ))
        }
        Some(_) => Answer::Met,
    }
}

pub(super) fn one_studio(context: &Context<'_, Studio>) -> Answer {
    let most = context.policy.terms().studio_name.studios_per_hero;
    match context.rules.and_then(|rules| rules.studios) {
        Some(count) if count < most => Answer::Met,
        Some(count) => Answer::Because(text!(
            "已有{count}个以其命名的工作室，每位英模至多{most}个。",
            "{count} studio(s) carry the hero's name already; the limit is {most}."
        )),
        None => Answer::Unmet,
    }
}

pub(super) fn enough_members(case: &Case<Studio>, context: &Context<'_, Studio>) -> Answer {
    let least = context.policy.terms().honours.studio.minimum_members;
    let count = case.record().setup.present().count();
    if u32::try_from(count).is_ok_and(|count| count >= least) {
        return Answer::Met;
    }
    Answer::Because(text!(
        "现有成员{count}名，至少须有{least}名。",
        "There are {count} members; at least {least} have to be there."
    ))
}

/// Whether the place was found as it has to be. Another place is another question.
pub(super) fn is_visited(case: &Case<Studio>) -> bool {
    let last = case.record().site_visits.last();
    let passed = last.is_some_and(|visit| visit.passed);
    passed && case.is_newer(Step::SiteVisit, &[Step::Relocation])
}

/// Anyone who names a studio where the rules propose to refuse or to look closer says why.
pub(super) fn deviation_reasoned(reasoned: bool, context: &Context<'_, Studio>) -> Answer {
    match context.rules.map(|rules| rules.proposal) {
        Some(Proposal::Review) if !reasoned => Answer::Because(text!(
            "规则建议人工核查，凭据中列有须由经办人查明的事项。",
            "The rules propose review: the receipt lists what an officer has to look into."
        )),
        Some(Proposal::Refuse) if !reasoned => {
            Answer::Because(text!("规则建议不予命名。", "The rules propose refusal."))
        }
        Some(Proposal::Approve | Proposal::Review | Proposal::Refuse) | None => Answer::Met,
    }
}
