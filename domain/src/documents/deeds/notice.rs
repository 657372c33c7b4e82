use chrono::NaiveDate;

use super::Matter;
use crate::{
    calendar::DueDate,
    deeds::{ClockKind, Deed},
    documents::{Concerned, DocumentKind, Sheet, public_text, wording},
    identity::PersonName,
    procedure::Clock,
    receipts::{Facts, RuleId},
};

const FULL_AGE: u32 = 18;

/// The notice (PUBLICITY): names and main deed, nothing else of the person (Shandong Regulation on
/// Rewarding and Protecting People Who Act Bravely, article 13).
pub(super) fn compose(matter: &Matter<'_>) -> Option<Sheet> {
    let first = matter.first()?;
    let clock = first.case.clock(ClockKind::Publicity)?;
    let names: Vec<String> = matter.concerned.iter().map(public_name).collect();
    let body = matter.body();
    let laws = matter.laws(RuleId::Publicity);
    let paragraphs = vec![
        format!(
            "经审查核实，{body}拟确认{}的行为为见义勇为行为。依照{laws}的规定，现将姓名和主要事迹予以公示。",
            names.join("、")
        ),
        format!(
            "主要事迹：{}{}",
            wording::when_and_where(matter.subject, matter.regions),
            public_summary(matter)
        ),
        period(matter, clock),
        format!(
            "对公示内容有异议的，请在公示期内以书面形式向{body}提出，并留下联系方式。提出异议的人员信息依法保密。"
        ),
    ];
    Some(matter.sheet(DocumentKind::PublicNotice, None, paragraphs))
}

/// How long the notice stands. The last day is left out where it hangs on a year that is not loaded.
fn period(matter: &Matter<'_>, clock: &Clock<ClockKind>) -> String {
    let days = wording::length(clock.length());
    let first = clock.started_on().succ_opt();
    let last = clock.due(matter.calendar).ok().flatten();
    match (first, last) {
        (Some(first), Some(last)) => format!(
            "公示期：自{}起至{}止（{}），期满撤下。",
            wording::date(first),
            wording::date(last.date.due),
            counted(&days, first, &last.date)
        ),
        _ => format!("公示期：自公示之日的次日起{days}，期满撤下。"),
    }
}

/// The length of the notice; where its last day was a day off, also how many days it stands in fact.
fn counted(days: &str, first: NaiveDate, last: &DueDate) -> String {
    last.rolled_from.map_or_else(
        || days.to_owned(),
        |nominal| {
            let in_fact = (last.due - first).num_days() + 1;
            format!(
                "期限{days}，其最后一日{}为休息日，依法顺延，共{in_fact}日",
                wording::date(nominal)
            )
        },
    )
}

/// The name as the public may read it. That of somebody who was or may have been under age on the
/// day of the deed is cut to the surname (Personal Information Protection Law, article 28).
fn public_name(concerned: &Concerned<'_, Deed>) -> String {
    let of_age = match &concerned.receipt.facts {
        Facts::Deed(facts) => facts
            .age_at_deed
            .is_some_and(|age| age.at_least >= FULL_AGE),
        _ => false,
    };
    if of_age {
        concerned.name().to_owned()
    } else {
        let cut = concerned.name.map(PersonName::surname_only);
        cut.unwrap_or_default()
    }
}

/// The summary for the public: under-age actors are named by their surname too.
fn public_summary(matter: &Matter<'_>) -> String {
    matter
        .concerned
        .iter()
        .fold(public_text::summary(matter.subject), |text, concerned| {
            text.replace(concerned.name(), &public_name(concerned))
        })
}
