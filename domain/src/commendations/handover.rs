use super::{Secrecy, case::Case};
use crate::{
    policy::CommendationForm,
    receipts::{Finding, RuleId, Text, verdict},
};

/// TIER-FORM: a form in use; a joint one by enough bodies.
pub(super) fn tier_form(case: &Case<'_>) -> Finding {
    let rules = case.rules();
    let bodies = u32::try_from(case.bodies.len()).unwrap_or(u32::MAX);
    let least = rules.joint_minimum_bodies;
    let verdict = match case.facts.requested_form {
        None => verdict!(not_applicable FormNotChosen,
            "表扬形式尚未选定。",
            "The form is not chosen yet."),
        Some(form) if !rules.forms.contains(&form) => {
            let Text { zh, en } = form.text();
            verdict!(not_met FormNotInUse,
                "本市未采用“{zh}”形式。",
                "The form {en} is not in use here.")
        }
        Some(CommendationForm::Joint) if bodies < least => verdict!(not_met JointNeedsMoreBodies,
            "联合表扬至少由{least}个单位作出，目前列有{bodies}个。",
            "A joint commendation takes at least {least} bodies; {bodies} named so far."),
        Some(form) => {
            let Text { zh, en } = form.text();
            verdict!(met FormInUse, "采用“{zh}”形式。", "The form is {en}.")
        }
    };
    verdict
        .fact("requested_form", case.facts.requested_form)
        .fact("bodies", bodies)
        .conclude(RuleId::TierForm, case.law())
}

/// TIER-SECRET: in public unless somebody wants it otherwise, and never against the nominee.
pub(super) fn tier_secret(case: &Case<'_>) -> Finding {
    let facts = case.facts;
    let verdict = match (facts.accepted, facts.secrecy) {
        (Some(false), _) => verdict!(not_met AcceptanceDeclined,
            "被提名人不接受表扬，请尊重其意愿。",
            "The nominee declines; please respect that."),
        (None, _) => verdict!(unknown AcceptanceNotRecorded,
            "尚未记录被提名人（或近亲属）是否接受，公开前须征得同意。",
            "The acceptance of the nominee (or next of kin) is not recorded; it comes before anything is published."),
        (Some(true), None) => verdict!(unknown SecrecyNotStated,
            "尚未说明是否需要保密。",
            "Whether it is to be kept quiet is not stated."),
        (Some(true), Some(Secrecy::Open)) => verdict!(met PublicCeremony,
            "被提名人已接受，公开进行。",
            "The nominee has accepted; it is given in public."),
        (Some(true), Some(secrecy @ (Secrecy::AskedByPerson | Secrecy::DecidedByBody))) => {
            let Text { zh, en } = secrecy.text();
            verdict!(met QuietCeremony,
                "被提名人已接受，{zh}，不公开进行。",
                "The nominee has accepted; it is given {en}.")
        }
    };
    verdict
        .fact("accepted", facts.accepted)
        .fact("secrecy", facts.secrecy)
        .conclude(RuleId::TierSecret, case.law())
}
