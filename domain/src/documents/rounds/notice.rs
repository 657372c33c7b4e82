use super::{
    Matter,
    annex::{Reader, counted, sections},
    honoured_by, wording,
};
use crate::{
    documents::{DocumentKind, Sheet},
    procedure::Clock,
    receipts::RuleId,
    rounds::{Candidate, ClockKind},
};

/// The notice of candidates (PUBLICITY) with the annex of their names and deeds.
pub(super) fn compose(matter: &Matter<'_>) -> Option<Sheet> {
    let first = matter.first()?;
    let record = first.case.record();
    let call = &record.call;
    let clock = first.case.clock(ClockKind::Publicity)?;
    let candidates = record.candidates();
    let groups = candidates.iter().filter(|one| one.is_group()).count();
    let count = counted(groups, candidates.len() - groups);
    let (body, honoured) = (matter.body(), honoured_by(call.kind));
    let laws = matter.laws(RuleId::Publicity);
    // A first review may leave nobody.
    let (intended, shown) = if candidates.is_empty() {
        (format!("“{}”没有拟{honoured}对象", call.title), "上述结果")
    } else {
        (
            format!("{body}拟将{count}列为“{}”{honoured}对象", call.title),
            "名单和主要事迹",
        )
    };
    let mut paragraphs = vec![
        format!("经推荐和初审，{intended}。参照{laws}的规定，现将{shown}予以公示。"),
        period(matter, clock),
        format!(
            "对公示内容有异议的，请在公示期内以书面形式向{body}提出，写明事实和理由，并留下联系方式。提出异议的人员信息依法保密。"
        ),
    ];
    if !candidates.is_empty() {
        paragraphs.push(format!("附件：拟{honoured}对象名单"));
    }
    let listed: Vec<(u32, &Candidate)> = (1..).zip(candidates).collect();
    paragraphs.extend(sections(matter, &listed, Reader::Public));
    let sheet = matter.sheet(DocumentKind::CandidateNotice, None, paragraphs);
    Some(Sheet {
        title: format!("“{}”拟{honoured}对象公示", call.title),
        ..sheet
    })
}

/// How long the notice stands. The last day is left out where it hangs on a year that is not loaded.
fn period(matter: &Matter<'_>, clock: &Clock<ClockKind>) -> String {
    let days = wording::length(clock.length());
    let first = clock.started_on().succ_opt();
    let last = clock.due(matter.calendar).ok().flatten();
    match (first, last) {
        (Some(first), Some(last)) => format!(
            "公示期：自{}起至{}止（期限{days}，末日为休息日的依法顺延），期满撤下。",
            wording::date(first),
            wording::date(last.date.due),
        ),
        _ => format!("公示期：自公示之日的次日起{days}，期满撤下。"),
    }
}
