use super::{FILING, Matter, public_text, wording};
use crate::{
    documents::{DocumentKind, Sheet},
    receipts::{Outcome, RuleId},
};

/// The refusal, with its reasons and the way that is open instead.
pub(super) fn compose(matter: &Matter<'_>) -> Option<Sheet> {
    let first = matter.first()?;
    let refusal = first.case.decision()?.refusal.as_ref()?;
    let notice = first.case.record().notice()?;
    let mut paragraphs = vec![
        format!(
            "{}，于{}告知事实、理由和陈述申辩的权利。经核验，决定不予认定。",
            matter.came_in(&FILING)?,
            wording::date(notice.notified_on)
        ),
        format!(
            "理由：{}。{}",
            refusal.code.text().zh,
            public_text::sentence(refusal.reason.as_str())
        ),
    ];
    let against = first.receipt.findings.iter();
    let against = against.filter(|finding| finding.outcome == Outcome::NotMet);
    paragraphs.extend(against.filter_map(wording::finding));
    paragraphs.push(format!(
        "本决定依据{}作出，作出前已听取陈述申辩或者听取的期限已满。",
        matter.laws(RuleId::OutElig)
    ));
    // Who has no confirmation that counts has another way; who does not come from the city has none here.
    if first.case.record().deed_is_unconfirmed(refusal.code) {
        let way = "行为发生地未予确认的，可以向来源地县级见义勇为工作机构申请普通确认。";
        paragraphs.push(way.to_owned());
    }
    paragraphs.extend(matter.remedies());
    Some(matter.sheet(
        DocumentKind::RecognitionRefusal,
        Some(matter.addressee()),
        paragraphs,
    ))
}
