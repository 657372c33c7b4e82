use super::{Matter, public_text, wording};
use crate::{
    documents::{DocumentKind, Sheet},
    studios::{Item, most_points},
};

/// The sheet of a year: each item with its points, the vetoes and the result (STUDIO-RUN).
pub(super) fn compose(matter: &Matter<'_>) -> Option<Sheet> {
    let record = matter.first()?.case.record();
    let assessed = record.assessments.last()?;
    let setup = &record.setup;
    let terms = &matter.policy.terms().honours.studio;
    let mut paragraphs = vec![
        format!("工作室：{}", setup.name),
        format!("依托单位：{}；带头人：{}", setup.host, matter.names()),
        format!(
            "评估年度：{}年；现场查看：{}",
            assessed.year,
            wording::date(assessed.visited_on)
        ),
    ];
    let items = (1..).zip(&assessed.points);
    paragraphs.extend(items.map(|(number, (item, points))| {
        let most = most_points(*item, terms);
        let counted = counted(*item, matter, assessed.year);
        let counted = counted.map_or_else(String::new, |counted| format!("；{counted}"));
        format!(
            "{number}. {}：{points}分（满分{most}分{counted}）",
            item.text().zh
        )
    }));
    let vetoes: Vec<String> = assessed.vetoes.iter().map(|one| one.text().zh).collect();
    let vetoes = if vetoes.is_empty() {
        "无".to_owned()
    } else {
        vetoes.join("、")
    };
    paragraphs.push(format!("合计：{}分", assessed.total()));
    paragraphs.push(format!("一票否决情形：{vetoes}"));
    paragraphs.push(format!(
        "查看情况：{}",
        public_text::sentence(assessed.note.as_str())
    ));
    paragraphs.push(format!("评估结果：{}", assessed.result.text().zh));
    if assessed.result != assessed.computed
        && let Some(reason) = &assessed.reason
    {
        paragraphs.push(format!(
            "按分值得出的结果为“{}”，评定为“{}”的理由：{}",
            assessed.computed.text().zh,
            assessed.result.text().zh,
            public_text::sentence(reason.as_str())
        ));
    }
    let sheet = matter.sheet(DocumentKind::StudioAssessment, None, paragraphs);
    Some(Sheet {
        title: format!("英模工作室{}年度评估表", assessed.year),
        ..sheet
    })
}

/// What the ledger counts for an item; none of what officers saw.
fn counted(item: Item, matter: &Matter<'_>, year: i32) -> Option<String> {
    use chrono::Datelike as _;

    let record = matter.first()?.case.record();
    let of_year = |on: chrono::NaiveDate| on.year() == year;
    Some(match item {
        Item::Activities => {
            let held = record.activities.iter().filter(|one| of_year(one.on));
            let heads: u32 = held.clone().map(|one| one.heads).sum();
            format!("开展{}次，参加{heads}人次", held.count())
        }
        Item::Clues => {
            let count = record.clues.iter().filter(|one| of_year(one.on)).count();
            format!("提供{count}条")
        }
        Item::Visits => {
            let count = record.visits.iter().filter(|one| of_year(one.on)).count();
            format!("走访{count}次")
        }
        Item::Publicity => {
            let count = record.publicity.iter().filter(|one| of_year(one.on));
            format!("登记{}件", count.count())
        }
        Item::ReportInTime => {
            let mut reports = record.reports.iter();
            match reports.find(|report| report.year == year) {
                Some(report) if report.in_time => format!("{}报送", wording::date(report.on)),
                Some(report) => format!("{}报送，逾期", wording::date(report.on)),
                None => "未报送".to_owned(),
            }
        }
        Item::PlaceAndSign | Item::LeaderAndMembers | Item::RulesAndLedgers | Item::Bonus => {
            return None;
        }
    })
}
