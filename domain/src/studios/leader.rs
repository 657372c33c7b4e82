use super::Case;
use crate::{
    policy::ConsentGiver,
    receipts::{Finding, RuleId, Text, Verdict, verdict},
};

/// STUDIO-LEADER: an honour that stands, consent, and one studio for a hero.
pub(super) fn studio_leader(case: &Case<'_>) -> Finding {
    let conclude = |verdict: Verdict| verdict.conclude(RuleId::StudioLeader, case.law());
    Finding::weakest(
        conclude(consent(case)),
        [honour(case), studio_count(case)].map(conclude),
    )
}

fn honour(case: &Case<'_>) -> Verdict {
    let least = case.policy.terms().studio_name.minimum_level;
    let Text { zh, en } = least.text();
    let standing = |revoked: bool| {
        case.facts.honours.as_ref().map(|honours| {
            honours
                .iter()
                .any(|honour| honour.level >= least && honour.revoked == revoked)
        })
    };
    let verdict = match (standing(false), standing(true)) {
        (Some(true), _) => verdict!(met HonourHeld,
            "带头人持有{zh}以上荣誉。",
            "The leader holds an honour of {en} level or above."),
        (Some(false), Some(true)) => verdict!(not_met HonourRevoked,
            "带头人的{zh}以上荣誉已被撤销。",
            "The leader's honour of {en} level or above was revoked."),
        (Some(false), _) => verdict!(not_met HonourTooLow,
            "带头人尚无{zh}以上荣誉。",
            "The leader holds no honour of {en} level or above."),
        (None, _) => verdict!(unknown HonoursNotStated,
            "尚未说明带头人所获荣誉。",
            "The leader's honours are not stated."),
    };
    let levels = case.facts.honours.as_ref().map(|honours| {
        honours
            .iter()
            .filter(|honour| !honour.revoked)
            .map(|honour| honour.level)
            .collect::<Vec<_>>()
    });
    verdict
        .fact("honour_levels", levels)
        .fact("minimum_level", least)
}

fn consent(case: &Case<'_>) -> Verdict {
    let facts = case.facts;
    let after_death = &case.policy.terms().studio_name.consent_after_death;
    let entitled = |by: &ConsentGiver| match facts.deceased {
        Some(true) => after_death.contains(by),
        Some(false) => *by == ConsentGiver::Leader,
        None => false,
    };
    let verdict = match (&facts.consent, facts.deceased) {
        (_, None) => verdict!(unknown DeceasedNotStated,
            "未说明带头人是否在世，同意人待定。",
            "Whether the leader is alive is not stated, so who has to agree is open."),
        (None, Some(true)) => {
            let givers: Vec<Text> = after_death.iter().map(|giver| giver.text()).collect();
            let Text { zh, en } = Text::list(&givers);
            verdict!(unknown ConsentMissing,
                "还缺近亲属（{zh}）同意使用姓名的材料。",
                "The consent of the next of kin ({en}) to the use of the name is missing.")
        }
        (None, Some(false)) => verdict!(unknown ConsentMissing,
            "还缺本人同意使用姓名的材料。",
            "The person's own consent to the use of the name is missing."),
        (Some(consent), Some(_)) if !entitled(&consent.by) => {
            let Text { zh, en } = consent.by.text();
            verdict!(unknown ConsentByOther,
                "{zh}的意见不能作为使用姓名的依据，请征求有权同意的人。",
                "What {en} says does not settle the use of the name. Please ask who may agree.")
        }
        (Some(consent), Some(_)) => {
            let Text { zh, en } = consent.by.text();
            if consent.given {
                verdict!(met ConsentGiven,
                    "{zh}同意使用姓名。",
                    "Consent to the use of the name: {en}.")
            } else {
                verdict!(not_met ConsentRefused,
                    "{zh}不同意使用姓名，请尊重其意愿。",
                    "No consent to the use of the name: {en}. Please respect that.")
            }
        }
    };
    verdict
        .fact("deceased", facts.deceased)
        .fact(
            "consent_given",
            facts.consent.as_ref().map(|consent| consent.given),
        )
        .fact(
            "consent_by",
            facts.consent.as_ref().map(|consent| consent.by),
        )
}

fn studio_count(case: &Case<'_>) -> Verdict {
    let most = case.policy.terms().studio_name.studios_per_hero;
    let count = case.facts.existing_studios;
    let verdict = match count {
        None => verdict!(unknown StudioCountNotStated,
            "尚未查明是否已有以其命名的工作室。",
            "Whether a studio carries the name already is not stated."),
        Some(count) if count >= most => verdict!(not_met HeroHasStudio,
            "已有{count}个以其命名的工作室，每位英模至多{most}个。",
            "{count} studio(s) carry the hero's name already; the limit is {most}."),
        Some(count) => verdict!(met StudioCountFits,
            "以其命名的工作室现有{count}个，未超过{most}个的上限。",
            "{count} studio(s) carry the hero's name so far, within the limit of {most}."),
    };
    verdict
        .fact("existing_studios", count)
        .fact("studios_per_hero", most)
}
