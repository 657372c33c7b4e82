use super::{
    Grade,
    case::{Case, names},
    score::contradiction,
};
use crate::{
    policy::{Harm, HonourLevel, Title, TitleRoute},
    receipts::{Finding, ReasonCode, RuleId, Text, Verdict, text, verdict},
};

/// TIER-LEVEL: the level and its titles come from the catalogue.
pub(super) fn tier_level(case: &Case<'_>) -> Finding {
    let facts = case.facts;
    let verdict = match (&facts.requested_title, case.requested_title()) {
        (Some(id), None) => verdict!(unknown TitleNotInCatalogue,
            "称号目录中没有“{id}”，请核对；确有此称号的，由人工核查。",
            "The catalogue has no title {id}. Please check; where there is one, an officer reviews it."),
        (_, Some(title)) => requested(case, title),
        (None, None) => offered(case),
    };
    verdict
        .fact("requested_level", facts.requested_level)
        .fact("requested_title", facts.requested_title.as_ref())
        .fact("recipient", facts.recipient)
        .conclude(RuleId::TierLevel, case.law())
}

fn requested(case: &Case<'_>, title: &Title) -> Verdict {
    let Text { zh, en } = &title.text;
    let (level, recipient) = (title.level.text(), title.recipient.text());
    if title.route != TitleRoute::Tier {
        return verdict!(not_met TitleByOtherRoute,
            "“{zh}”不按等次授予，请走市域外认定程序。",
            "{en} is not granted by level, but by out-of-city recognition.");
    }
    if title.recipient != case.facts.recipient {
        return Verdict::not_met(
            ReasonCode::TitleForOtherRecipient,
            Text {
                zh: format!("“{zh}”授予{}。", recipient.zh),
                en: format!("{en} is for {}.", recipient.en),
            },
        );
    }
    let matches = case
        .facts
        .requested_level
        .is_none_or(|asked| asked == title.level);
    let reason = Text {
        zh: format!("“{zh}”是{}称号。", level.zh),
        en: format!("{en} is a title of {} level.", level.en),
    };
    if matches {
        Verdict::met(ReasonCode::TitleInCatalogue, reason)
    } else {
        Verdict::not_met(ReasonCode::TitleOfAnotherLevel, reason)
    }
}

fn offered(case: &Case<'_>) -> Verdict {
    let Some(level) = case.level() else {
        return verdict!(unknown LevelOpen,
            "等次尚不能确定，暂无可列称号。",
            "The level is still open, so no title can be named.");
    };
    let Text { zh, en } = level.text();
    let titles = case.titles();
    if titles.is_empty() {
        return verdict!(unknown NoTitleAtLevel,
            "称号目录中没有适用的{zh}称号。",
            "The catalogue has no fitting title of {en} level.");
    }
    let Text {
        zh: titles_zh,
        en: titles_en,
    } = names(&titles);
    verdict!(met TitlesAtLevel,
        "{zh}可授予的称号：{titles_zh}。",
        "Titles of {en} level: {titles_en}.")
}

/// TIER-CRITERIA: risk, cost, loss averted and influence suggest a level.
pub(super) fn tier_criteria(case: &Case<'_>) -> Finding {
    let facts = case.facts;
    let mut missing = case.score.missing();
    if facts.harm.is_none() {
        missing.push(text!("本人伤亡", "harm to the actor"));
    }
    let contradiction = contradiction(facts);
    let verdict = match (contradiction, case.score.total, case.requested_level()) {
        (Some((harm, cost)), ..) => contradicts(harm, cost),
        (None, None, _) => {
            let Text { zh, en } = Text::list(&missing);
            verdict!(unknown CriteriaMissing,
                "评分还缺：{zh}。",
                "Still missing for the score: {en}.")
        }
        (None, Some(total), None) => suggestion(case, total),
        (None, Some(total), Some(asked)) => support(case, total, asked),
    };
    verdict
        .fact("risk", facts.risk.map(|grade| u32::from(grade.get())))
        .fact("cost", facts.cost.map(|grade| u32::from(grade.get())))
        .fact("harm", facts.harm)
        .fact(
            "loss_averted",
            facts.loss_averted.map(|grade| u32::from(grade.get())),
        )
        .fact("influence", facts.influence)
        .fact("score", case.score.total)
        .fact("suggested_level", case.suggested)
        .conclude(RuleId::TierCriteria, case.law())
}

fn contradicts(harm: Harm, cost: Grade) -> Verdict {
    let (Text { zh, en }, cost) = (harm.text(), cost.get());
    verdict!(unknown CostContradictsHarm,
        "付出代价{cost}与行为人伤亡情况“{zh}”相矛盾，暂不评分，请核对。",
        "Cost {cost} contradicts the harm to the actor ({en}): not scored, please check.")
}

fn suggestion(case: &Case<'_>, total: u32) -> Verdict {
    let Text {
        zh: sum_zh,
        en: sum_en,
    } = case.score.arithmetic();
    match case.suggested {
        Some(level) if raises(case, level) => {
            let (Text { zh, en }, harm) = (level.text(), harm_text(case));
            let (harm_zh, harm_en) = (harm.zh, harm.en);
            verdict!(met LevelSuggested,
                "得分{total}（{sum_zh}）；行为人{harm_zh}的不低于{zh}，建议{zh}，由评审会决定。",
                "Score {total} ({sum_en}); with the harm to the actor ({harm_en}) no less than {en} level is suggested; the panel decides.")
        }
        Some(level) => {
            let Text { zh, en } = level.text();
            verdict!(met LevelSuggested,
                "得分{total}（{sum_zh}），建议{zh}，由评审会决定。",
                "Score {total} ({sum_en}) suggests {en} level; the panel decides.")
        }
        None => verdict!(unknown BelowEveryLevel,
            "得分{total}（{sum_zh}），未达到各级参考线，由评审会决定。",
            "Score {total} ({sum_en}) reaches no level; the panel decides."),
    }
}

fn support(case: &Case<'_>, total: u32, asked: HonourLevel) -> Verdict {
    let Text {
        zh: sum_zh,
        en: sum_en,
    } = case.score.arithmetic();
    let Text { zh, en } = asked.text();
    if case.suggested >= Some(asked) && raises(case, asked) {
        let Text {
            zh: harm_zh,
            en: harm_en,
        } = harm_text(case);
        verdict!(met LevelSupported,
            "得分{total}（{sum_zh}）；行为人{harm_zh}的不低于{zh}，支持申报，由评审会决定。",
            "Score {total} ({sum_en}); with the harm to the actor ({harm_en}) {en} level is supported; the panel decides.")
    } else if case.suggested >= Some(asked) {
        verdict!(met LevelSupported,
            "得分{total}（{sum_zh}），支持申报{zh}，由评审会决定。",
            "Score {total} ({sum_en}) supports {en} level; the panel decides.")
    } else {
        let Text {
            zh: line_zh,
            en: line_en,
        } = line_of(case, asked);
        verdict!(not_met LevelAboveCriteria,
            "得分{total}（{sum_zh}），未达到{zh}参考线（{line_zh}）。",
            "Score {total} ({sum_en}) does not reach {en} level ({line_en}).")
    }
}

/// Whether a level is due for the harm alone, and not by the score.
fn raises(case: &Case<'_>, level: HonourLevel) -> bool {
    case.score.reached(case.facts, case.rules()) < Some(level)
}

fn harm_text(case: &Case<'_>) -> Text {
    case.facts.harm.map_or_else(|| text!("", ""), Harm::text)
}

fn line_of(case: &Case<'_>, level: HonourLevel) -> Text {
    let line = case
        .rules()
        .levels
        .iter()
        .find(|entry| entry.level == level);
    line.map_or_else(
        || text!("", ""),
        |entry| {
            let score = entry.minimum_score;
            let Text { zh, en } = entry.minimum_influence.text();
            text!("{score}分，影响及于{zh}", "{score} points, known in {en}")
        },
    )
}
