use super::{CashSum, case::Case, group::sum_of};
use crate::{
    policy::{AuthorityKind, CashRule, HonourLevel, Recipient},
    receipts::{Finding, ReasonCode, RuleId, Text, Verdict, text, verdict},
};

/// Whether the foundation alone grants, so that the award carries its name.
fn by_foundation_alone(case: &Case<'_>) -> bool {
    let bodies = &case.facts.granting_bodies;
    !bodies.is_empty()
        && bodies
            .iter()
            .all(|body| body.kind == AuthorityKind::Foundation)
}

/// TIER-NAME: a foundation puts its own name first, and nobody imitates a higher award.
pub(super) fn tier_name(case: &Case<'_>) -> Finding {
    let verdict = match case.facts.award_name.as_deref().map(str::trim) {
        Some(name) if !name.is_empty() => named(case, name),
        _ if by_foundation_alone(case) => {
            let Text { zh, en } = &case.rules().names.foundation;
            verdict!(unknown AwardNameMissing,
                "基金会的奖项名称前应冠以“{zh}”，请填写奖项名称。",
                "An award of the foundation begins with its name, {en}. Please give the name of the award.")
        }
        _ => verdict!(not_applicable NoAwardName,
            "未另设奖项名称，使用称号目录中的名称。",
            "The award has no name of its own; the catalogue's title is used."),
    };
    verdict
        .fact("award_name", case.facts.award_name.clone())
        .fact("foundation", case.rules().names.foundation.zh.as_str())
        .conclude(RuleId::TierName, case.law())
}

fn named(case: &Case<'_>, name: &str) -> Verdict {
    let names = &case.rules().names;
    if let Some((word, owner)) = reserved_word(case, name) {
        let Text { zh, en } = owner.text();
        return match case.level() {
            None => verdict!(unknown LevelOpen,
                "名称含“{word}”，等次确定后再核对。",
                "The name contains “{word}”; it is checked once the level is known."),
            Some(_) => verdict!(not_met NameImitatesHigherAward,
                "名称含“{word}”，易与{zh}奖项混淆，请更名。",
                "The name contains “{word}”, which belongs to awards of {en} level. Please choose another."),
        };
    }
    let Text { zh, en } = &names.foundation;
    if by_foundation_alone(case) && !name.starts_with(zh.as_str()) {
        return verdict!(not_met FoundationNameMissing,
            "基金会的奖项名称前应冠以“{zh}”。",
            "An award of the foundation begins with its name, {en}.");
    }
    verdict!(met NameFits, "名称“{name}”符合规定。", "The name “{name}” is fine.")
}

/// A word in the name that belongs to a level above that of the award.
fn reserved_word<'a>(case: &Case<'a>, name: &str) -> Option<(&'a str, HonourLevel)> {
    let level = case.level();
    case.rules()
        .names
        .reserved
        .iter()
        .filter(|reserved| level.is_none_or(|level| reserved.level > level))
        .flat_map(|reserved| {
            reserved
                .words
                .iter()
                .map(|word| (word.as_str(), reserved.level))
        })
        .find(|(word, _)| name.contains(word))
}

/// TIER-CASH: the rules name no sums. Amounts come from a table that the city adopts.
pub(super) fn tier_cash(case: &Case<'_>) -> Finding {
    let sums = sums(case);
    let stacking = if case.rules().cash_stack {
        text!("不同等次可叠加", "those of different levels add up")
    } else {
        text!("不同等次不叠加", "those of different levels do not add up")
    };
    let Text { zh, en } = stacking;
    let verdict = if sums.is_empty() && may_be_in_table(case) {
        verdict!(unknown CashDependsOnMore,
            "奖金标准因伤亡情况或者奖项等次而异，请补充。",
            "The amount depends on the harm or on the class of the prize. Please add it.")
    } else if sums.is_empty() {
        verdict!(not_applicable PendingTable,
            "奖金按标准表确定，标准表尚未载入；{zh}。",
            "Amounts come from a table that is not loaded yet; {en}.")
    } else {
        let Text {
            zh: sums_zh,
            en: sums_en,
        } = in_words(case, &sums);
        verdict!(met CashFromTable,
            "按标准表：{sums_zh}；{zh}，免纳个人所得税。",
            "By the table: {sums_en}; {en}; exempt from income tax.")
        .fact("sums", sums.iter().map(|sum| sum.fen).collect::<Vec<_>>())
    };
    verdict
        .fact("cash_stack", case.rules().cash_stack)
        .conclude(RuleId::TierCash, case.law())
}

/// The sums of the titles that are asked for or suggested, as far as the table has them.
pub(super) fn sums(case: &Case<'_>) -> Vec<CashSum> {
    let titles = case.titles().into_iter();
    titles
        .filter_map(|title| {
            Some(CashSum {
                title: title.id.clone(),
                fen: sum_of(case, &title.id)?.base,
            })
        })
        .collect()
}

/// Whether the table has a sum for one of the titles in other circumstances.
fn may_be_in_table(case: &Case<'_>) -> bool {
    let award = case.facts.award.as_ref();
    let class = award.and_then(|award| award.class);
    let group = case.facts.recipient == Recipient::Group;
    let open = |rule: &&CashRule| {
        let by_harm = rule.harm.is_some() && case.facts.harm.is_none() && !group;
        by_harm || rule.class.is_some() && class.is_none()
    };
    let titles = case.titles();
    let table = &case.policy.terms().honours.cash;
    let mut lines = table
        .iter()
        .filter(|rule| titles.iter().any(|title| title.id == rule.title));
    lines.any(|rule| open(&rule))
}

fn in_words(case: &Case<'_>, sums: &[CashSum]) -> Text {
    let words: Vec<Text> = sums
        .iter()
        .filter_map(|sum| {
            let Text { zh, en } = &case.policy.title(&sum.title)?.text;
            let yuan = sum.fen.yuan();
            Some(text!("“{zh}”{yuan}元", "{en} {yuan} yuan"))
        })
        .collect();
    Text::list(&words)
}

/// TIER-BONUS: treatment that a title brings by law.
pub(super) fn tier_bonus(case: &Case<'_>) -> Finding {
    let treatments: Vec<(&Text, &Text)> = case
        .titles()
        .into_iter()
        .filter_map(|title| Some((&title.text, title.treatment.as_ref()?)))
        .collect();
    let verdict = match treatments.first() {
        None => verdict!(not_applicable NoTreatment,
            "拟授称号不附带法定待遇。",
            "No title here brings a treatment by law."),
        Some((title, treatment)) => Verdict::met(
            ReasonCode::TreatmentFollows,
            Text {
                zh: format!("“{}”附带待遇：{}。", title.zh, treatment.zh),
                en: format!("{} brings {}.", title.en, treatment.en),
            },
        ),
    };
    let names: Vec<&str> = treatments
        .iter()
        .map(|(_, treatment)| treatment.zh.as_str())
        .collect();
    verdict
        .fact("treatments", names)
        .conclude(RuleId::TierBonus, case.law())
}
