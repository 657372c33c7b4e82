use super::{
    Matter,
    annex::{Reader, names},
    numbered, public_text, wording,
};
use crate::{
    documents::{DocumentKind, Sheet},
    ids::CommendationId,
    rounds::{AgendaItem, Annex},
    text::Line,
};

/// The agenda of the event with the order of those who receive.
pub(super) fn compose(matter: &Matter<'_>) -> Option<Sheet> {
    let record = matter.record()?;
    let plan = &record.ceremonies.last()?.plan;
    let annex = record.annex()?;
    let mut sections = vec![
        format!("时间：{}。", wording::date(plan.on)),
        format!("地点：{}。", plan.place),
    ];
    if !plan.guests.is_empty() {
        let guests: Vec<&str> = plan.guests.iter().map(Line::as_str).collect();
        sections.push(format!("出席人员：{}。", guests.join("、")));
    }
    let agenda = (1..).zip(&plan.agenda);
    let agenda: Vec<String> = agenda
        .map(|(number, item)| format!("{number}. {}", of_item(item)))
        .collect();
    let receive = (1..).zip(&plan.recipients);
    let receive = receive
        .filter_map(|(number, id)| Some(format!("{number}. {}", recipient(matter, annex, *id)?)));
    let receive: Vec<String> = receive.collect();
    let absent = plan.absences.iter().filter_map(|absence| {
        let reason = public_text::sentence(absence.reason.as_str());
        let collector = absence.collector.as_ref();
        let collector = collector.map_or_else(String::new, |who| format!("由{who}代领。"));
        let whom = recipient(matter, annex, absence.commendation)?;
        Some(format!("{whom}：{reason}{collector}"))
    });
    let absent: Vec<String> = absent.collect();
    let mut paragraphs = vec![format!(
        "“{}”决定（文号：{}）的颁授安排如下：",
        record.call.title, annex.number
    )];
    let parts = [("议程", agenda), ("颁授顺序", receive), ("缺席", absent)];
    let parts: Vec<_> = parts.into_iter().filter(|(_, it)| !it.is_empty()).collect();
    let heads = parts.iter().map(|(head, _)| format!("{head}："));
    let first = sections.len();
    sections.extend(heads);
    for (place, text) in numbered(sections).enumerate() {
        paragraphs.push(text);
        let lines = place.checked_sub(first).and_then(|at| parts.get(at));
        paragraphs.extend(lines.into_iter().flat_map(|(_, lines)| lines.clone()));
    }
    if !plan.together_with.is_empty() {
        let others = plan.together_with.len();
        paragraphs.push(format!("同一活动中另有{others}个批次的颁授。"));
    }
    Some(matter.sheet(DocumentKind::CeremonyAgenda, None, paragraphs))
}

/// `宣读决定（测试甲）`, `颁发证书（颁奖：测试乙、测试丙）`.
fn of_item(item: &AgendaItem) -> String {
    let all = |names: &[Line<50>]| {
        let names: Vec<&str> = names.iter().map(Line::as_str).collect();
        names.join("、")
    };
    let reader = item.reader.as_ref().map(ToString::to_string);
    let presenters =
        (!item.presenters.is_empty()).then(|| format!("颁奖：{}", all(&item.presenters)));
    let who: Vec<String> = reader.into_iter().chain(presenters).collect();
    if who.is_empty() {
        item.what.to_string()
    } else {
        format!("{}（{}）", item.what, who.join("；"))
    }
}

/// Whom, with the title.
fn recipient(matter: &Matter<'_>, annex: &Annex, id: CommendationId) -> Option<String> {
    let candidate = &annex.item(id)?.candidate;
    let names = names(candidate, Reader::Bodies);
    let whom = candidate.group.as_ref().map_or(names, ToString::to_string);
    let title = matter.title_of(&candidate.title);
    Some(match (candidate.posthumous, candidate.is_group()) {
        (true, true) => format!("{whom}（{title}，含追授）"),
        (true, false) => format!("{whom}（追授{title}）"),
        (false, _) => format!("{whom}（{title}）"),
    })
}
