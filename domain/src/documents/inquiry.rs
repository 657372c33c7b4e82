//! The papers on the way to a decision that every procedure may have: what is still missing, what is
//! intended, and which body goes on.

use super::{
    DocumentKind, Matter, Sheet, public_text,
    wording::{self, Filing},
};
use crate::{
    deeds::{DefenceReply, RevocationEffect, SupplementRequest},
    procedure::{Clock, Procedure, Reason, Term},
    receipts::RuleId,
};

/// A request for everything that is missing, all at once (SUPPLEMENT). `filing` is what was handed in.
pub(super) fn supplement_request<P: Procedure>(
    matter: &Matter<'_, P>,
    filing: &Filing,
    request: &SupplementRequest,
    (rule, clock): (RuleId, P::Clock),
) -> Option<Sheet> {
    let first = matter.first()?;
    let laws = matter.laws(rule);
    let basis = if laws.is_empty() {
        String::new()
    } else {
        format!("依照{laws}进行审查核实，")
    };
    let mut paragraphs = vec![format!(
        "{}。{basis}需要补正下列材料，现一次性告知：",
        matter.came_in(filing)?
    )];
    let items = (1..).zip(&request.items);
    paragraphs.extend(
        items.map(|(number, item)| format!("{number}. {}", public_text::sentence(item.as_str()))),
    );
    let answer = first.case.clock(clock);
    paragraphs.push(format!(
        "请{}将补正材料送交{}；逾期不补正的，依据现有材料办理。",
        answer.map_or_else(String::new, |clock| until(matter, clock)),
        matter.body()
    ));
    Some(matter.sheet(
        DocumentKind::SupplementRequest,
        Some(matter.addressee()),
        paragraphs,
    ))
}

/// What a notice before a decision against the party says.
pub(super) struct Told<'a, P: Procedure> {
    /// Its title.
    pub(super) title: &'static str,
    /// What was handed in.
    pub(super) filing: &'static Filing,
    /// What is intended.
    pub(super) intended: &'static str,
    pub(super) facts: &'a Reason,
    pub(super) reasons: &'a Reason,
    pub(super) notified_on: chrono::NaiveDate,
    /// The time for the answer.
    pub(super) answer: P::Clock,
}

/// The notice before a decision against the party: facts, reasons and the right to answer
/// (HEARING-BEFORE-REFUSAL).
pub(super) fn prior_notice<P: Procedure>(
    matter: &Matter<'_, P>,
    told: &Told<'_, P>,
) -> Option<Sheet> {
    let first = matter.first()?;
    let body = matter.body();
    let mut paragraphs = vec![
        format!(
            "{}。经审查核实，{}。现将拟作出决定的事实和理由告知如下：",
            matter.came_in(told.filing)?,
            told.intended
        ),
        format!("事实：{}", public_text::sentence(told.facts.as_str())),
        format!("理由：{}", public_text::sentence(told.reasons.as_str())),
    ];
    if told.notified_on != matter.on {
        paragraphs.push(format!(
            "上述内容已于{}告知。",
            wording::date(told.notified_on)
        ));
    }
    let answer = first.case.clock(told.answer);
    paragraphs.push(format!(
        "你（单位）有权陈述和申辩。请{}以书面或者口头方式向{body}提出；逾期未提出的，视为放弃陈述和申辩的权利。",
        answer.map_or_else(String::new, |clock| until(matter, clock))
    ));
    let sheet = matter.sheet(
        DocumentKind::PriorNotice,
        Some(matter.addressee()),
        paragraphs,
    );
    Some(Sheet {
        title: told.title.to_owned(),
        ..sheet
    })
}

/// A time that began with the paper or the notice: `于2026年3月16日前（含当日，自2026年3月3日起10个工作日）`.
/// The last day is left out where the days off of its year are not published yet.
fn until<P: Procedure, K: Term>(matter: &Matter<'_, P>, clock: &Clock<K>) -> String {
    let length = wording::length(clock.length());
    let first = clock.started_on().succ_opt();
    let last = clock.due(matter.calendar).ok().flatten();
    match (first, last) {
        (Some(first), Some(last)) => format!(
            "于{}前（含当日，自{}起{length}）",
            wording::date(last.date.due),
            wording::date(first)
        ),
        _ => format!("自{}的次日起{length}内", wording::date(clock.started_on())),
    }
}

/// The letter with which a case goes to the body that is competent (FILE-WHERE).
pub(super) fn transfer<P: Procedure>(
    matter: &Matter<'_, P>,
    filing: &Filing,
    rule: RuleId,
) -> Option<Sheet> {
    let first = matter.first()?;
    // The last step is the transfer: to a body of the city, or outside it.
    let (organ, reason, why) = if let Some(transfer) = first.case.open_transfer() {
        let region = matter.regions.get(&transfer.receiver.region);
        let unregistered = || Some(format!("{}见义勇为确认机构", region?.name));
        let registered = matter.other_body.map(str::to_owned);
        let laws = matter.laws(rule);
        let why = format!("依照{laws}的规定，该件应当由你单位办理");
        (registered.or_else(unregistered)?, &transfer.reason, why)
    } else {
        let transfer = first.case.outside_transfers().last()?;
        let why = not_of_this_body(matter, rule);
        (transfer.organ.to_string(), &transfer.reason, why)
    };
    let received = wording::date(first.case.received_on());
    let began = if matter.is_of_own_motion() && matter.taken_back().is_none() {
        "启动"
    } else {
        "收到"
    };
    let paragraphs = vec![
        format!(
            "{}。经审查，{}",
            matter.came_in(filing)?,
            public_text::sentence(reason.as_str())
        ),
        format!("{why}，现将案卷材料移送你单位，请予接收。"),
        format!("该件以{received}为{began}之日。对管辖有异议的，请报请上一级指定，不再自行移送。"),
    ];
    Some(matter.sheet(DocumentKind::TransferLetter, Some(organ), paragraphs))
}

/// Why a case goes to a body outside the city: no document of the city's own tells that one what it
/// has to do.
fn not_of_this_body<P: Procedure>(matter: &Matter<'_, P>, rule: RuleId) -> String {
    let laws = matter.laws_beyond_city(rule);
    let basis = laws.map_or_else(String::new, |laws| format!("依照{laws}的规定，"));
    format!("{basis}该件不属于本机关管辖")
}

/// That the party was told before a decision against it, and what came of that, without a full stop
/// (HEARING-BEFORE-REFUSAL): `某机关于2026年3月2日告知……，当事人于2026年3月4日提出陈述申辩，已予听取`.
pub(super) fn told_before(
    body: &str,
    intended: &str,
    told_on: chrono::NaiveDate,
    reply: Option<&(DefenceReply, chrono::NaiveDate)>,
) -> String {
    let answered = match reply {
        Some((DefenceReply::Stated(_), on)) => {
            format!("当事人于{}提出陈述申辩，已予听取", wording::date(*on))
        }
        Some((DefenceReply::Waived, on)) => {
            format!("当事人于{}表示放弃陈述申辩", wording::date(*on))
        }
        None => "当事人逾期未提出陈述申辩".to_owned(),
    };
    format!(
        "{body}于{}告知{intended}的事实、理由和陈述申辩的权利，{answered}",
        wording::date(told_on)
    )
}

/// What follows from a revocation, one after the other.
pub(super) fn consequences(effects: &[RevocationEffect]) -> String {
    let each: Vec<String> = effects.iter().map(|effect| effect.text().zh).collect();
    each.join("；")
}
