use chrono::NaiveDate;

use super::{DayUnit, DaysOff, DueDate, festival};
use crate::receipts::{Text, text};

impl DueDate {
    /// The arithmetic in words, for a decision or a reminder.
    pub fn explanation(&self) -> Text {
        let (start, counts_from, days, due) = (self.start, self.counts_from, self.days, self.due);
        let off_zh = runs(&self.passed_over, " 至 ", "、", |name| {
            Some(name.to_owned())
        });
        let off_en = runs(&self.passed_over, " to ", ", ", festival::english);
        let Text { zh, en } = match (self.unit, self.rolled_from) {
            (DayUnit::Working, _) if self.passed_over.is_empty() => text!(
                "{days} 个工作日，{due} 届满",
                "{days} working days end on {due}"
            ),
            (DayUnit::Working, _) => text!(
                "{days} 个工作日，{due} 届满；不计入的休息日：{off_zh}",
                "{days} working days end on {due}; days off not counted: {off_en}"
            ),
            (DayUnit::Natural, None) => text!("{days} 日，{due} 届满", "{days} days end on {due}"),
            (DayUnit::Natural, Some(nominal)) => text!(
                "{days} 日，末日 {nominal} 为休息日（{off_zh}），顺延至 {due} 届满",
                "{days} days would end on {nominal}, a day off ({off_en}), so they end on {due}"
            ),
        };
        let Text {
            zh: law_zh,
            en: law_en,
        } = self.law();
        text!(
            "自 {counts_from} 起算（当日 {start} 不计入），{zh}。{law_zh}",
            "Counted from {counts_from} (the day itself, {start}, does not count): {en}.{law_en}"
        )
    }

    /// The law by which natural days are counted, as it was in force on the day of the event. None says
    /// how working days are counted.
    fn law(&self) -> Text {
        let in_force = |law: &&DayCountLaw| law.since.is_some_and(|since| since <= self.start);
        let law = match self.unit {
            DayUnit::Working => None,
            DayUnit::Natural => LAWS.iter().find(in_force),
        };
        law.map_or_else(
            || Text::new("", ""),
            |law| {
                let (zh, en) = (law.zh, law.en);
                text!("依据{zh}", " {en}")
            },
        )
    }
}

/// A law on the counting of days.
struct DayCountLaw {
    since: Option<NaiveDate>,
    zh: &'static str,
    en: &'static str,
}

/// The newest first.
const LAWS: [DayCountLaw; 3] = [
    DayCountLaw {
        since: NaiveDate::from_ymd_opt(2021, 1, 1),
        zh: "《中华人民共和国民法典》第二百零一条、第二百零三条",
        en: "Civil Code, articles 201 and 203",
    },
    DayCountLaw {
        since: NaiveDate::from_ymd_opt(2017, 10, 1),
        zh: "《中华人民共和国民法总则》第二百零一条、第二百零三条",
        en: "General Rules of the Civil Law, articles 201 and 203",
    },
    DayCountLaw {
        since: NaiveDate::from_ymd_opt(1987, 1, 1),
        zh: "《中华人民共和国民法通则》第一百五十四条",
        en: "General Principles of the Civil Law, article 154",
    },
];

fn runs(runs: &[DaysOff], to: &str, separator: &str, named: fn(&str) -> Option<String>) -> String {
    let runs: Vec<_> = runs
        .iter()
        .map(|run| {
            let name = run.name.as_deref().and_then(named);
            let name = name.map_or_else(String::new, |name| format!(" {name}"));
            if run.from == run.to {
                format!("{}{name}", run.from)
            } else {
                format!("{}{to}{}{name}", run.from, run.to)
            }
        })
        .collect();
    runs.join(separator)
}
