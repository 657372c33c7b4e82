use super::{ActType, Interest, Lawfulness, case::Case};
use crate::{
    commendations::Grade,
    receipts::{Finding, RuleId, Text, verdict},
};

/// DEED-PURPOSE: for the state, the public, a collective or others.
pub(super) fn deed_purpose(case: &Case<'_>) -> Finding {
    let interests = &case.facts.interests;
    let others: Vec<Text> = interests
        .iter()
        .filter(|interest| **interest != Interest::Own)
        .map(|interest| interest.text())
        .collect();
    let verdict = if interests.is_empty() {
        verdict!(unknown PurposeNotStated,
            "尚未说明行为保护的是谁的利益，请补充。",
            "Whose interest was protected is not stated. Please add it.")
    } else if others.is_empty() {
        verdict!(not_met OnlyOwnInterest,
            "行为只保护了本人利益，不属于见义勇为。",
            "Only the actor's own interest was protected, which is no act of bravery.")
    } else {
        let Text { zh, en } = Text::list(&others);
        verdict!(met InterestProtected, "行为保护了{zh}。", "The act protected: {en}.")
    };
    verdict
        .fact("interests", interests.clone())
        .conclude(RuleId::DeedPurpose, case.law())
}

/// DEED-TYPE: one of the four kinds of act; the fourth needs a written reason.
pub(super) fn deed_type(case: &Case<'_>) -> Finding {
    let acts = &case.facts.act_types;
    let listed: Vec<Text> = acts
        .iter()
        .filter(|act| **act != ActType::Other)
        .map(|act| act.text())
        .collect();
    let verdict = if acts.is_empty() {
        verdict!(unknown ActTypeNotStated,
            "尚未说明行为属于哪一类，请补充。",
            "What kind of act it was is not stated. Please add it.")
    } else if !listed.is_empty() {
        let Text { zh, en } = Text::list(&listed);
        verdict!(met ActTypeListed, "行为属于：{zh}。", "The act counts as: {en}.")
    } else if let Some(reason) = &case.facts.other_act_reason {
        verdict!(met OtherActReasoned,
            "属于其他应当确认的行为，理由：{reason}。",
            "Another act that ought to be confirmed, for this reason: “{reason}”.")
    } else {
        verdict!(unknown OtherActReasonMissing,
            "属于其他行为的，请书面说明应当确认的理由。",
            "For another act please put in writing why it ought to be confirmed.")
    };
    verdict
        .fact("act_types", acts.clone())
        .fact("other_act_reason", case.facts.other_act_reason.clone())
        .conclude(RuleId::DeedType, case.law())
}

/// DEED-CAUSE: who caused the danger is looked at by a person.
pub(super) fn deed_cause(case: &Case<'_>) -> Finding {
    let caused = case.facts.caused_danger;
    let verdict = match caused {
        _ if !case.rules().eligibility.review_cause => verdict!(not_applicable CauseNotReviewed,
            "现行规则不审查危险是否由行为人造成。",
            "The rules do not ask whether the actor caused the danger."),
        None => verdict!(unknown CauseNotStated,
            "尚未说明危险是否由行为人造成，请补充。",
            "Whether the actor caused the danger is not stated. Please add it."),
        Some(true) => verdict!(unknown ActorCausedDanger,
            "危险由行为人故意或者过失造成，须人工核查。",
            "The actor caused the danger, by intent or negligence; an officer reviews it."),
        Some(false) => verdict!(met DangerNotCaused,
            "危险不是行为人造成的。",
            "The actor did not cause the danger."),
    };
    verdict
        .fact("caused_danger", caused)
        .conclude(RuleId::DeedCause, case.law())
}

/// DEED-LAWFUL: an open investigation holds the case; an unlawful act is not confirmed.
pub(super) fn deed_lawful(case: &Case<'_>) -> Finding {
    let verdict = match case.facts.lawfulness {
        None => verdict!(unknown LawfulnessNotStated,
            "尚未说明行为的合法性有无争议，请补充。",
            "Whether the lawfulness of the act is questioned is not stated. Please add it."),
        Some(Lawfulness::UnderInvestigation) => verdict!(unknown UnderInvestigation,
            "该行为正在接受调查，建议中止办理，待有结论后恢复。",
            "The act is under investigation: the case is best suspended until there is a result."),
        Some(Lawfulness::FoundUnlawful) => verdict!(not_met ActUnlawful,
            "该行为已被认定违法。",
            "The act was found to be unlawful."),
        Some(Lawfulness::FoundLawful) => verdict!(met ActLawful,
            "该行为已被认定合法。",
            "The act was found to be lawful."),
        Some(Lawfulness::NotQuestioned) => verdict!(met ActLawful,
            "无人对行为的合法性提出争议。",
            "Nobody questions that the act was lawful."),
    };
    verdict
        .fact("lawfulness", case.facts.lawfulness)
        .conclude(RuleId::DeedLawful, case.law())
}

/// DEED-NO-SUCCESS: what came of it is recorded and decides nothing.
pub(super) fn deed_no_success(case: &Case<'_>) -> Finding {
    verdict!(met SuccessNotRequired,
        "确认不以救助成功为条件，结果仅作记录。",
        "A rescue need not succeed; what came of it is only recorded.")
    .fact("outcome", case.facts.outcome)
    .conclude(RuleId::DeedNoSuccess, case.law())
}

/// DEED-RISK: recorded for commendation, a condition only where policy names a least level.
pub(super) fn deed_risk(case: &Case<'_>) -> Finding {
    let least = case.rules().eligibility.minimum_risk;
    let risk = case.facts.risk.map(Grade::get);
    let verdict = match risk {
        None if least == 0 => verdict!(not_applicable RiskNotRecorded,
            "尚未记录危险程度；确认不以此为条件，表扬时再评定。",
            "How dangerous it was is not recorded yet; it matters for commendation only."),
        None => verdict!(unknown RiskNotStated,
            "尚未说明危险程度（0至4级），请补充。",
            "How dangerous it was (0 to 4) is not stated. Please add it."),
        Some(risk) if risk < least => verdict!(not_met RiskTooLow,
            "危险程度为{risk}级，低于规则要求的{least}级。",
            "The danger was of level {risk}, below the level {least} that the rules ask for."),
        Some(risk) => verdict!(met RiskRecorded,
            "危险程度为{risk}级，已记录。",
            "The danger was of level {risk}, which is recorded."),
    };
    verdict
        .fact("risk", risk.map(u32::from))
        .fact("minimum_risk", u32::from(least))
        .conclude(RuleId::DeedRisk, case.law())
}
