use super::{DocumentKind, Matter, Sheet, public_text, wording};
use crate::{
    calendar::DayUnit,
    decisions::RuleId,
    deeds::clocks::{Clock, ClockKind},
};

/// The notice (PUBLICITY): names and main deed, nothing else of the person (Shandong Regulation on
/// Rewarding and Protecting People Who Act Bravely, article 13).
pub(super) fn compose(matter: &Matter<'_>) -> Option<Sheet> {
    let first = matter.first()?;
    let clock = first.case.clock(ClockKind::Publicity)?;
    let names: Vec<String> = matter
        .concerned
        .iter()
        .map(super::Concerned::public_name)
        .collect();
    let body = matter.body();
    let laws = wording::laws(matter, RuleId::Publicity);
    let paragraphs = vec![
        format!(
            "经审查核实，{body}拟确认{}的行为为见义勇为行为。依照{laws}的规定，现将姓名和主要事迹予以公示。",
            names.join("、")
        ),
        format!(
            "主要事迹：{}{}",
            wording::when_and_where(matter),
            public_text::public_summary(matter)
        ),
        period(matter, clock),
        format!(
            "对公示内容有异议的，请在公示期内以书面形式向{body}提出，并留下联系方式。提出异议的人员信息依法保密。"
        ),
    ];
    Some(matter.sheet(&DocumentKind::PublicNotice.text().zh, None, paragraphs))
}

/// How long the notice stands. The last day is left out where the days off of its year are not
/// published yet.
fn period(matter: &Matter<'_>, clock: &Clock) -> String {
    let length = clock.length();
    let unit = match length.unit {
        DayUnit::Natural => "日",
        DayUnit::Working => "个工作日",
    };
    let days = format!("{}{unit}", length.length);
    let first = clock.started_on().succ_opt();
    let last = clock.due(matter.calendar).ok().flatten();
    match (first, last) {
        (Some(first), Some(last)) => format!(
            "公示期：自{}起至{}止（{days}），期满撤下。",
            wording::date(first),
            wording::date(last.date.due)
        ),
        _ => format!("公示期：自公示之日的次日起{days}，期满撤下。"),
    }
}
