use super::{Matter, wording};
use crate::{
    commendations::{ClockKind, OpinionOf},
    documents::{DocumentKind, Sheet, public_text},
    receipts::RuleId,
};

/// Asks a body for its opinion on a nominee.
pub(super) fn opinion_request(matter: &Matter<'_>) -> Option<Sheet> {
    let first = matter.first()?.case;
    let asked = first.record().opinions.last()?;
    let until = until(matter).unwrap_or_default();
    let of = match asked.of {
        OpinionOf::Other => "你单位意见".to_owned(),
        named => named.text().zh,
    };
    let paragraphs = vec![
        format!(
            "{}正在审核关于授予{}“{}”称号的推荐。主要事迹：{}{}",
            matter.body(),
            matter.honoured(),
            matter.title()?,
            matter.when_and_where(),
            public_text::sentence(matter.subject.texts.summary.as_str())
        ),
        format!(
            "现征求{of}，请你单位{until}书面回复，并加盖公章。有不宜表扬的情形的，请写明事实和依据。"
        ),
    ];
    Some(matter.sheet(
        DocumentKind::OpinionRequest,
        Some(asked.body.to_string()),
        paragraphs,
    ))
}

/// By when the answer is asked for. The last day is left out where the days off of its year are not
/// published yet.
fn until(matter: &Matter<'_>) -> Option<String> {
    let clock = matter.first()?.case.clock(ClockKind::OpinionAnswer)?;
    let last = clock.due(matter.calendar).ok().flatten();
    Some(match last {
        Some(last) => format!("于{}前（含当日）", wording::date(last.date.due)),
        None => format!(
            "自{}的次日起{}内",
            wording::date(clock.started_on()),
            wording::length(clock.length())
        ),
    })
}

/// Refers somebody who died in the deed to the office for veterans affairs (MARTYR-REFER).
pub(super) fn martyr_referral(matter: &Matter<'_>) -> Option<Sheet> {
    let (office, _) = matter.first()?.case.record().martyr_referrals.last()?;
    let paragraphs = vec![
        format!(
            "{}{}{}在该行为中牺牲。",
            matter.when_and_where(),
            public_text::sentence(matter.subject.texts.summary.as_str()),
            matter.names()
        ),
        format!(
            "依据{}，现将有关材料移送你单位，请按照规定办理烈士评定，并将结果书面告知{}。",
            matter.laws(RuleId::MartyrRefer),
            matter.body()
        ),
    ];
    Some(matter.sheet(
        DocumentKind::MartyrReferral,
        Some(office.to_string()),
        paragraphs,
    ))
}
