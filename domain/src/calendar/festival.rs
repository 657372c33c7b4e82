//! What the festivals that the notices name are called in English.

const FESTIVALS: [(&str, &str); 8] = [
    ("元旦", "New Year's Day"),
    ("春节", "Spring Festival"),
    ("清明节", "Qingming Festival"),
    ("劳动节", "Labour Day"),
    ("端午节", "Dragon Boat Festival"),
    ("中秋节", "Mid-Autumn Festival"),
    ("国庆节", "National Day"),
    (
        "抗战胜利70周年纪念日",
        "70th anniversary of the victory in the War of Resistance",
    ),
];

/// The English name of a festival, or of several that share a break (`国庆节、中秋节`); none where a
/// notice names one that is not known here.
pub(super) fn english(name: &str) -> Option<String> {
    let names: Option<Vec<_>> = name.split('、').map(english_of_one).collect();
    Some(names?.join(" and "))
}

fn english_of_one(name: &str) -> Option<&'static str> {
    FESTIVALS
        .iter()
        .find_map(|(zh, en)| (*zh == name).then_some(*en))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use chrono::NaiveDate;

    use super::{FESTIVALS, english};
    use crate::calendar::HolidayCalendar;

    #[test]
    fn every_festival_of_the_notices_has_an_english_name() {
        let calendar = HolidayCalendar::builtin();
        let first: NaiveDate = "2012-01-01".parse().unwrap();
        let last: NaiveDate = "2026-12-31".parse().unwrap();
        let days = first.iter_days().take_while(|day| *day <= last);
        let names: BTreeSet<&str> = days.filter_map(|day| calendar.name(day)).collect();
        assert_eq!(names.len(), FESTIVALS.len());
        for name in names {
            assert!(english(name).is_some(), "{name}");
        }
    }

    #[test]
    fn festivals_that_share_a_break_are_named_together_and_an_unknown_one_is_not_guessed() {
        let shared = english("国庆节、中秋节");
        assert_eq!(
            shared.as_deref(),
            Some("National Day and Mid-Autumn Festival")
        );
        assert_eq!(english("测试节"), None);
    }
}
