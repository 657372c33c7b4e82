use super::{
    Matter,
    annex::{Reader, names, sections, totals},
    call::approval,
    honoured_by, jointly, numbered, public_text, wording,
};
use crate::{
    documents::{DocumentKind, Sheet},
    receipts::RuleId,
    rounds::{Annex, Call, Candidate, Record},
};

/// The decision with its annex (TIER-AUTHORITY).
pub(super) fn compose(matter: &Matter<'_>) -> Option<Sheet> {
    let record = matter.record()?;
    let annex = record.annex()?;
    let call = &record.call;
    let honoured = honoured_by(call.kind);
    let resolution = record.resolutions.last()?;
    // A resolution may grant nothing.
    let decided = if annex.items.is_empty() {
        format!("本次不授予称号，不作{honoured}")
    } else {
        format!("{honoured}{}，分别授予附件名单所列称号", totals(annex))
    };
    let mut paragraphs = vec![format!(
        "在“{}”中，经推荐、初审{}和评审表决，{}于{}形成决议。{}依照{}，决定{decided}。",
        call.title,
        published(record),
        resolution.passed_by,
        wording::date(resolution.passed_on),
        approval(call),
        matter.laws(RuleId::TierAuthority)
    )];
    if is_posthumous(annex) {
        paragraphs.push(wording::POSTHUMOUS.to_owned());
    }
    paragraphs.extend(outside(annex));
    if !annex.items.is_empty() {
        paragraphs.extend(own_titles(call));
        paragraphs.push(
            "希望受到表扬的个人和集体珍惜荣誉，再接再厉。各级各单位要关心见义勇为人员，大力弘扬社会正气。"
                .replace("表扬", honoured),
        );
        paragraphs.push(format!("附件：{honoured}名单"));
        paragraphs.extend(listed(matter, annex));
    }
    let addressee = Some("各有关单位".to_owned());
    let sheet = matter.sheet(DocumentKind::CommendationDecision, addressee, paragraphs);
    let sheet = Sheet {
        title: format!("关于“{}”的{honoured}决定", call.title),
        ..sheet
    };
    Some(jointly(call, sheet))
}

/// The correction names what it corrects, says what was wrong, and brings the annex that holds from now.
pub(super) fn correction(matter: &Matter<'_>) -> Option<Sheet> {
    let record = matter.record()?;
    let annex = record.annex()?;
    let corrected = annex.correction.as_ref()?;
    let (before, _) = record
        .annexes
        .split_last()
        .and_then(|(_, before)| before.split_last())?;
    let call = &record.call;
    let honoured = honoured_by(call.kind);
    let named = |annex: &Annex, id| {
        let item = annex.item(id)?;
        let names = names(&item.candidate, Reader::Bodies);
        Some(
            item.candidate
                .group
                .as_ref()
                .map_or(names, ToString::to_string),
        )
    };
    let mut sections = Vec::new();
    for id in &corrected.renamed {
        let (old, new) = (named(before, *id)?, named(annex, *id)?);
        sections.push(format!("“{old}”更正为“{new}”，另发证书，原证书作废。"));
    }
    for id in &corrected.added {
        let new = annex.item(*id)?;
        let title = matter.title_of(&new.candidate.title);
        let given = match (new.candidate.posthumous, new.candidate.is_group()) {
            (true, false) => "追授",
            _ => "授予",
        };
        sections.push(format!(
            "增列{}，{given}“{title}”称号。",
            named(annex, *id)?
        ));
    }
    for id in &corrected.removed {
        sections.push(format!("移除{}，证书收回。", named(before, *id)?));
    }
    let decision = match before.correction {
        Some(_) => "更正决定".to_owned(),
        None => format!("{honoured}决定"),
    };
    let mut paragraphs = vec![format!(
        "经复核，{}作出的关于“{}”的{decision}（文号：{}）有误。{}现更正如下：",
        wording::date(before.on),
        call.title,
        corrected.corrects,
        public_text::sentence(corrected.reason.as_str())
    )];
    paragraphs.extend(numbered(sections));
    paragraphs.push(format!(
        "更正后为{}。本决定所附名单代替原决定（文号：{}）所附名单，原决定其他内容不变。",
        totals(annex),
        corrected.corrects
    ));
    if is_posthumous(annex) {
        paragraphs.push(wording::POSTHUMOUS.to_owned());
    }
    paragraphs.push(format!("附件：更正后的{honoured}名单"));
    paragraphs.extend(listed(matter, annex));
    let addressee = Some("各有关单位".to_owned());
    let sheet = matter.sheet(DocumentKind::DecisionCorrection, addressee, paragraphs);
    let sheet = Sheet {
        title: format!("关于更正“{}”{honoured}决定的决定", call.title),
        ..sheet
    };
    Some(jointly(call, sheet))
}

/// Whether somebody on it is honoured after death.
fn is_posthumous(annex: &Annex) -> bool {
    annex.items.iter().any(|item| item.candidate.posthumous)
}

/// `、公示`, where there was a notice.
fn published(record: &Record) -> &'static str {
    let last = record.notices.last();
    match last.filter(|notice| notice.taken_down.is_none()) {
        Some(_) => "、公示",
        None => "",
    }
}

fn listed(matter: &Matter<'_>, annex: &Annex) -> Vec<String> {
    let items = annex.items.iter();
    let listed: Vec<(u32, &Candidate)> = items.map(|item| (item.place, &item.candidate)).collect();
    sections(matter, &listed, Reader::Bodies)
}

/// The papers of the bodies that signed elsewhere.
fn outside(annex: &Annex) -> Option<String> {
    let signed = annex.signed_outside.iter();
    let signed: Vec<String> = signed
        .map(|(name, paper)| format!("{name}（文号：{}）", paper.number))
        .collect();
    (!signed.is_empty())
        .then(|| format!("共同作出本决定的单位另有签署文书：{}。", signed.join("、")))
}

/// The titles that single bodies grant to the same people at the same time.
fn own_titles(call: &Call) -> Option<String> {
    let own = call.bodies.iter().filter_map(|body| {
        let title = body.own_title.as_ref()?;
        Some(format!("{}同时授予“{title}”", body.name))
    });
    let own: Vec<String> = own.collect();
    (!own.is_empty()).then(|| format!("{}。", own.join("，")))
}
