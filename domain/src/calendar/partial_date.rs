use std::fmt;

use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Serialize};

use super::{CalendarError, YEARS};
use crate::named_enum;

named_enum! {
    /// 日期的精度 / How exactly a date is known.
    Precision as "DatePrecision" {
        Day = "day", "到日", "to the day";
        Month = "month", "到月", "to the month";
        Year = "year", "到年", "to the year";
        Unknown = "unknown", "不详", "not at all";
    }
}

/// A date that is known to the day, to the month, to the year, or not at all.
///
/// As JSON `{ "precision": "month", "value": "2024-05" }`; without `value` when it is unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "Wire", into = "Wire")]
pub struct PartialDate(Known);

/// What is known. Months and years hold their first day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Known {
    Day(NaiveDate),
    Month(NaiveDate),
    Year(NaiveDate),
    Unknown,
}

crate::faults! {
    pub enum PartialDateError {
        Value { precision: Precision } = "partial_date_invalid",
            "日期须写作 {form}，且真实存在",
            "The date must be written {form} and exist.", form = form(*precision);
        ValueMissing = "partial_date_value_missing",
            "已给出日期精度，但缺少日期", "A precision is given, but no date.";
        ValueUnexpected = "partial_date_value_unexpected",
            "日期不详时不得填写日期", "A date that is unknown has no value.";
        OutOfRange => CalendarError::DateOutOfRange;
    }
}

const fn form(precision: Precision) -> &'static str {
    match precision {
        Precision::Day => "YYYY-MM-DD",
        Precision::Month => "YYYY-MM",
        Precision::Year | Precision::Unknown => "YYYY",
    }
}

impl PartialDate {
    pub const UNKNOWN: Self = Self(Known::Unknown);

    pub fn day(date: NaiveDate) -> Result<Self, PartialDateError> {
        in_range(date).map(|date| Self(Known::Day(date)))
    }

    /// Reads `2024-05-01`, `2024-05`, `2024` or nothing, as the precision says.
    pub fn parse(precision: Precision, value: Option<&str>) -> Result<Self, PartialDateError> {
        let value = match (precision, value) {
            (Precision::Unknown, None) => return Ok(Self::UNKNOWN),
            (Precision::Unknown, Some(_)) => return Err(PartialDateError::ValueUnexpected),
            (_, None) => return Err(PartialDateError::ValueMissing),
            (_, Some(value)) => value,
        };
        let (known, rest): (fn(NaiveDate) -> Known, _) = match precision {
            Precision::Day => (Known::Day, ""),
            Precision::Month => (Known::Month, "-01"),
            Precision::Year | Precision::Unknown => (Known::Year, "-01-01"),
        };
        let first =
            full_date(&format!("{value}{rest}")).ok_or(PartialDateError::Value { precision })?;
        in_range(first).map(|first| Self(known(first)))
    }

    pub const fn precision(self) -> Precision {
        match self.0 {
            Known::Day(_) => Precision::Day,
            Known::Month(_) => Precision::Month,
            Known::Year(_) => Precision::Year,
            Known::Unknown => Precision::Unknown,
        }
    }

    /// The first day that it can be; none when unknown.
    pub const fn earliest(self) -> Option<NaiveDate> {
        match self.0 {
            Known::Day(first) | Known::Month(first) | Known::Year(first) => Some(first),
            Known::Unknown => None,
        }
    }

    /// The last day that it can be; none when unknown.
    pub fn latest(self) -> Option<NaiveDate> {
        let (first, months) = match self.0 {
            Known::Day(day) => return Some(day),
            Known::Month(first) => (first, Months::new(1)),
            Known::Year(first) => (first, Months::new(12)),
            Known::Unknown => return None,
        };
        first.checked_add_months(months)?.pred_opt()
    }

    /// Whether it can be the same day as another; a date of which nothing is known can be any.
    pub fn may_be_the_day_of(self, other: Self) -> bool {
        let spans = (
            self.earliest(),
            self.latest(),
            other.earliest(),
            other.latest(),
        );
        match spans {
            (Some(from), Some(to), Some(other_from), Some(other_to)) => {
                from <= other_to && other_from <= to
            }
            _ => true,
        }
    }

    /// The value as it is written: `2024-05-01`, `2024-05`, `2024`; none when unknown.
    pub fn value(self) -> Option<String> {
        match self.0 {
            Known::Day(day) => Some(day.to_string()),
            Known::Month(first) => Some(format!("{:04}-{:02}", first.year(), first.month())),
            Known::Year(first) => Some(format!("{:04}", first.year())),
            Known::Unknown => None,
        }
    }
}

impl fmt::Display for PartialDate {
    /// The value as it is written, or `unknown`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.value().as_deref().unwrap_or("unknown"))
    }
}

fn in_range(date: NaiveDate) -> Result<NaiveDate, PartialDateError> {
    if YEARS.contains(&date.year()) {
        Ok(date)
    } else {
        Err(PartialDateError::OutOfRange)
    }
}

/// `YYYY-MM-DD` and nothing else: chrono also reads `2024-5-1` and `+2024-05-01`.
fn full_date(text: &str) -> Option<NaiveDate> {
    let date: NaiveDate = text.parse().ok()?;
    (date.to_string() == text).then_some(date)
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Wire {
    precision: Precision,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    value: Option<String>,
}

impl TryFrom<Wire> for PartialDate {
    type Error = PartialDateError;

    fn try_from(wire: Wire) -> Result<Self, PartialDateError> {
        Self::parse(wire.precision, wire.value.as_deref())
    }
}

impl From<PartialDate> for Wire {
    fn from(date: PartialDate) -> Self {
        Self {
            precision: date.precision(),
            value: date.value(),
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::Days;
    use proptest::prelude::*;

    use super::*;
    use crate::error::Coded;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    proptest! {
        #[test]
        fn a_partial_date_reads_back_and_spans_its_days(
            day in (0..73_000_u64).prop_map(|days| date("1900-01-01") + Days::new(days)),
            precision in prop::sample::select(vec![
                Precision::Day, Precision::Month, Precision::Year, Precision::Unknown,
            ]),
        ) {
            let text = day.to_string();
            let value = match precision {
                Precision::Day => Some(text.as_str()),
                Precision::Month => text.get(..7),
                Precision::Year => text.get(..4),
                Precision::Unknown => None,
            };
            let partial = PartialDate::parse(precision, value).unwrap();
            prop_assert_eq!(partial.precision(), precision);
            prop_assert_eq!(partial.value(), value.map(str::to_owned));
            prop_assert_eq!(partial.to_string(), value.unwrap_or("unknown"));
            let json = serde_json::to_string(&partial).unwrap();
            prop_assert_eq!(serde_json::from_str::<PartialDate>(&json).unwrap(), partial);
            prop_assert_eq!(partial.earliest().is_some(), partial.latest().is_some());
            if let (Some(earliest), Some(latest)) = (partial.earliest(), partial.latest()) {
                prop_assert!(earliest <= day && day <= latest);
                prop_assert!(earliest.to_string().starts_with(value.unwrap()));
                prop_assert!(latest.to_string().starts_with(value.unwrap()));
                let after = latest.succ_opt().unwrap().to_string();
                prop_assert!(!after.starts_with(value.unwrap()));
            }
        }
    }

    #[test]
    fn two_dates_may_be_the_same_day_where_their_spans_meet() {
        use Precision::{Day, Month, Year};
        let day = PartialDate::parse(Day, Some("2025-02-28")).unwrap();
        for (precision, value, meets) in [
            (Day, "2025-02-28", true),
            (Day, "2025-03-01", false),
            (Month, "2025-02", true),
            (Month, "2025-03", false),
            (Year, "2025", true),
            (Year, "2024", false),
        ] {
            let other = PartialDate::parse(precision, Some(value)).unwrap();
            assert_eq!(day.may_be_the_day_of(other), meets, "{value}");
            assert_eq!(other.may_be_the_day_of(day), meets, "{value}");
        }
        assert!(day.may_be_the_day_of(PartialDate::UNKNOWN));
    }

    #[test]
    fn a_partial_date_that_does_not_fit_its_precision_is_refused() {
        use Precision::{Day, Month, Unknown, Year};
        for (precision, value, code) in [
            (Day, Some("2025-02-29"), "partial_date_invalid"),
            (Day, Some("2025-2-1"), "partial_date_invalid"),
            (Day, Some("2025-02"), "partial_date_invalid"),
            (Day, Some("2025-02-01T00:00:00Z"), "partial_date_invalid"),
            (Month, Some("2025-13"), "partial_date_invalid"),
            (Month, Some("2025-02-01"), "partial_date_invalid"),
            (Month, Some("2025-2"), "partial_date_invalid"),
            (Year, Some("25"), "partial_date_invalid"),
            (Year, Some("２０２５"), "partial_date_invalid"),
            (Year, Some(""), "partial_date_invalid"),
            (Year, Some("1899"), "date_out_of_range"),
            (Year, Some("2101"), "date_out_of_range"),
            (Year, Some("+10000"), "date_out_of_range"),
            (Year, None, "partial_date_value_missing"),
            (Unknown, Some("2025"), "partial_date_value_unexpected"),
        ] {
            let error = PartialDate::parse(precision, value).unwrap_err();
            assert_eq!(error.code(), code, "{precision:?} {value:?}");
        }
        assert_eq!(
            PartialDate::day(date("1899-12-31")),
            Err(PartialDateError::OutOfRange)
        );
        let json = serde_json::to_string(&PartialDate::UNKNOWN).unwrap();
        assert_eq!(json, r#"{"precision":"unknown"}"#);
    }
}
