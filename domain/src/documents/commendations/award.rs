use super::{Concerned, Matter, is_posthumous, wording};
use crate::{
    commendations::{Award, Commendation},
    documents::{DocumentKind, Sheet, public_text},
    receipts::RuleId,
    text::Line,
};

type Honoured<'a> = &'a Concerned<'a, Commendation>;

/// The decision on an immediate commendation (即时表扬决定). That of a round is the round's.
pub(super) fn decision(matter: &Matter<'_>) -> Option<Sheet> {
    let award = matter.first()?.case.record().award()?;
    let subject = matter.subject;
    let mut paragraphs = vec![format!(
        "{}{}",
        matter.when_and_where(),
        public_text::sentence(subject.texts.summary.as_str())
    )];
    let laws = matter.laws(RuleId::TierAuthority);
    let approval = award
        .approval
        .as_ref()
        .map_or_else(String::new, |number| format!("，经批准（{number}）"));
    paragraphs.push(format!(
        "依据{laws}{approval}，{}决定{}“{}”称号。",
        signing(matter, award),
        given(matter),
        matter.title()?
    ));
    if matter.concerned.iter().any(is_posthumous) {
        paragraphs.push(wording::POSTHUMOUS.to_owned());
    }
    let sheet = matter.sheet(DocumentKind::CommendationDecision, None, paragraphs);
    Some(Sheet {
        title: format!("关于{}“{}”称号的决定", given_to(matter), matter.title()?),
        bodies: award.bodies.iter().map(ToString::to_string).collect(),
        ..sheet
    })
}

/// The certificate of honour for one recipient, in the order of signing of those who grant it.
pub(super) fn certificate(matter: &Matter<'_>) -> Option<Sheet> {
    let first = matter.first()?;
    let record = first.case.record();
    let award = record.award()?;
    let group = matter.subject.group.as_ref();
    let member = group.map_or_else(String::new, |group| format!("作为“{group}”成员，"));
    let granted = if is_posthumous(first) {
        "追授"
    } else {
        "授予"
    };
    let mut paragraphs = vec![
        format!(
            "{}{}",
            matter.when_and_where(),
            // One paragraph: the page is a single one.
            public_text::joined(&public_text::sentence(
                matter.subject.texts.summary.as_str()
            ))
        ),
        format!(
            "{member}{granted}“{}”称号（决定文号：{}）。特发此证。",
            matter.title()?,
            award.decision
        ),
    ];
    if is_posthumous(first) {
        let agreement = record.kin_agreements.last();
        paragraphs.push(agreement.map_or_else(
            || "本证书由其家属领取。".to_owned(),
            |agreement| {
                format!(
                    "本证书经近亲属协商一致，由家属{}领取。",
                    agreement.recipient
                )
            },
        ));
    }
    if let Some(replacement) = record.replacements.last()
        && let Some(replaced) = &replacement.replaces
    {
        paragraphs.push(format!(
            "本证书因{}换发，原证书（编号：{replaced}）作废。",
            replacement.why.text().zh
        ));
    }
    let sheet = matter.sheet(
        DocumentKind::AwardCertificate,
        Some(matter.names()),
        paragraphs,
    );
    Some(Sheet {
        title: format!("{}证书", matter.title()?),
        bodies: award.bodies.iter().map(ToString::to_string).collect(),
        ..sheet
    })
}

/// The bodies that grant it: `甲、乙`.
fn signing(matter: &Matter<'_>, award: &Award) -> String {
    let bodies: Vec<&str> = award.bodies.iter().map(Line::as_str).collect();
    if bodies.is_empty() {
        matter.body().to_owned()
    } else {
        bodies.join("、")
    }
}

/// Who gave which title to whom, when and under which number, without a full stop.
pub(super) fn granted(matter: &Matter<'_>) -> Option<String> {
    let award = matter.first()?.case.record().award()?;
    Some(format!(
        "{}于{}决定{}“{}”称号（文号：{}）",
        signing(matter, award),
        wording::date(award.on),
        given(matter),
        matter.title()?,
        award.decision
    ))
}

/// What is done for whom; of a group with its members.
fn given(matter: &Matter<'_>) -> String {
    if matter.subject.group.is_some() {
        return format!("授予{}", matter.honoured());
    }
    given_to(matter)
}

/// The same as a title has room for it, 追授 for those who had died: `追授测试甲、授予测试乙`; of a group, the
/// group alone.
fn given_to(matter: &Matter<'_>) -> String {
    if let Some(group) = &matter.subject.group {
        return format!("授予“{group}”");
    }
    let (dead, living): (Vec<Honoured<'_>>, Vec<Honoured<'_>>) =
        matter.concerned.iter().partition(|one| is_posthumous(one));
    let given = [("追授", dead), ("授予", living)];
    let each: Vec<String> = given
        .into_iter()
        .filter(|(_, people)| !people.is_empty())
        .map(|(given, people)| {
            let names: Vec<&str> = people.iter().map(|one| one.name()).collect();
            format!("{given}{}", names.join("、"))
        })
        .collect();
    each.join("、")
}
