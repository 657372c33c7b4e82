use super::{DayUnit, DaysOff, DueDate};
use crate::receipts::Text;

impl DueDate {
    /// The arithmetic in words, for a decision or a reminder.
    pub fn explanation(&self) -> Text {
        Text {
            zh: self.in_chinese(),
            en: self.in_english(),
        }
    }

    fn in_chinese(&self) -> String {
        let Self {
            start,
            counts_from,
            days,
            due,
            ..
        } = self;
        let begin = format!("自 {counts_from} 起算（当日 {start} 不计入）");
        let runs = |separator| runs(&self.passed_over, " 至 ", separator);
        let rest = match (self.unit, self.rolled_from) {
            (DayUnit::Working, _) if self.passed_over.is_empty() => {
                format!("{days} 个工作日，{due} 届满")
            }
            (DayUnit::Working, _) => {
                format!(
                    "{days} 个工作日，{due} 届满；不计入的休息日：{}",
                    runs("、")
                )
            }
            (DayUnit::Natural, None) => format!("{days} 日，{due} 届满"),
            (DayUnit::Natural, Some(nominal)) => format!(
                "{days} 日，末日 {nominal} 为休息日（{}），顺延至 {due} 届满",
                runs("、")
            ),
        };
        format!("{begin}，{rest}。依据《中华人民共和国民法典》第二百零一条、第二百零三条")
    }

    fn in_english(&self) -> String {
        let Self {
            start,
            counts_from,
            days,
            due,
            ..
        } = self;
        let begin = format!("Counted from {counts_from} (the day itself, {start}, does not count)");
        let runs = |separator| runs(&self.passed_over, " to ", separator);
        let rest = match (self.unit, self.rolled_from) {
            (DayUnit::Working, _) if self.passed_over.is_empty() => {
                format!("{days} working days end on {due}")
            }
            (DayUnit::Working, _) => format!(
                "{days} working days end on {due}; days off not counted: {}",
                runs(", ")
            ),
            (DayUnit::Natural, None) => format!("{days} days end on {due}"),
            (DayUnit::Natural, Some(nominal)) => format!(
                "{days} days would end on {nominal}, a day off ({}), so they end on {due}",
                runs(", ")
            ),
        };
        format!("{begin}: {rest}. Civil Code, articles 201 and 203")
    }
}

fn runs(runs: &[DaysOff], to: &str, separator: &str) -> String {
    let runs: Vec<_> = runs
        .iter()
        .map(|run| {
            let name = run
                .name
                .as_ref()
                .map_or_else(String::new, |name| format!(" {name}"));
            if run.from == run.to {
                format!("{}{name}", run.from)
            } else {
                format!("{}{to}{}{name}", run.from, run.to)
            }
        })
        .collect();
    runs.join(separator)
}
