use super::{Concerned, FILING, Matter, wording};
use crate::{
    documents::{DocumentKind, Sheet, public_text},
    policy::Recipient,
};

/// The form with which a nomination goes up a level (推荐审批表): who, for what, what others said of it, and
/// the opinion of the level that recommends.
pub(super) fn compose(matter: &Matter<'_>) -> Option<Sheet> {
    let subject = matter.subject;
    let first = matter.first()?.case;
    let recommendation = first.record().recommendations.last()?;
    let recipient = match subject.recipient {
        Recipient::Individual => format!("推荐对象：{}{}", matter.names(), dead(matter)),
        Recipient::Group => format!(
            "推荐对象：{}，共{}人{}",
            matter.honoured(),
            matter.concerned.len(),
            dead(matter)
        ),
    };
    let mut paragraphs = vec![
        format!("推荐称号：{}。", matter.title()?),
        format!("{recipient}。"),
    ];
    if let Some(unit) = &subject.unit {
        paragraphs.push(format!("行为时所在单位及职务：{unit}。"));
    }
    paragraphs.push(format!(
        "主要事迹：{}{}",
        matter.when_and_where(),
        public_text::sentence(subject.texts.story.as_str())
    ));
    if let Some((accepted, on)) = first.record().acceptances.last() {
        paragraphs.push(format!(
            "本人或者近亲属意见：{}于{}表示接受推荐。",
            accepted.by,
            wording::date(*on)
        ));
    }
    let asked = first.record().opinions.iter();
    for opinion in asked.filter_map(|one| one.answer.as_ref().map(|answer| (one, answer))) {
        let (asked, answer) = opinion;
        let favourable = if answer.favourable {
            "同意"
        } else {
            "不同意"
        };
        paragraphs.push(format!(
            "{}（{}，{}）：{favourable}。{}",
            asked.of.text().zh,
            asked.body,
            answer.document.number,
            public_text::sentence(answer.content.as_str())
        ));
    }
    let earlier = first.record().recommendations.iter().rev().skip(1).rev();
    for earlier in earlier {
        paragraphs.push(format!(
            "{}推荐意见（{}）：{}",
            earlier.by.text().zh,
            wording::date(earlier.on),
            public_text::sentence(earlier.opinion.as_str())
        ));
    }
    paragraphs.push(format!(
        "{}推荐意见：{}",
        recommendation.by.text().zh,
        public_text::sentence(recommendation.opinion.as_str())
    ));
    if let Some(reason) = &recommendation.deviation {
        paragraphs.push(format!(
            "需要说明的情况：{}",
            public_text::sentence(reason.as_str())
        ));
    }
    paragraphs
        .push("审批单位意见：＿＿＿＿＿＿＿＿＿＿＿＿（盖章）　日期：＿＿＿＿＿＿".to_owned());
    let submitted = first.record().submissions.last();
    let addressee = submitted.map(|(organ, _)| organ.to_string());
    let addressee = addressee.or_else(|| next_level(matter));
    let sheet = matter.sheet(DocumentKind::NominationForm, addressee, paragraphs);
    let title = sheet.title.replace("见义勇为表扬推荐", FILING.handed_in);
    Some(Sheet { title, ..sheet })
}

/// Which of those who are nominated have died.
fn dead(matter: &Matter<'_>) -> String {
    let dead = matter.concerned.iter().filter(|one| one.deceased);
    let dead: Vec<&str> = dead.map(Concerned::name).collect();
    match (dead.is_empty(), matter.concerned.len()) {
        (true, _) => String::new(),
        (false, 1) => "（已去世，拟追授）".to_owned(),
        (false, _) => format!("（其中{}已去世，拟追授）", dead.join("、")),
    }
}

/// The committee above, to which a nomination goes that stays within the city.
fn next_level(matter: &Matter<'_>) -> Option<String> {
    let above = matter.first()?.case.next_level?;
    let region = matter.regions.get(&above.region)?;
    Some(format!("{}委政法委员会", region.name))
}
