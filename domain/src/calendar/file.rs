//! Years of the calendar in a file, for those who load them without HTTP.

use serde::Deserialize;

use super::{CalendarYear, HolidayCalendar, NoticeNumber, YearDays};
use crate::error::{Coded, FieldErrors};

/// Why a file of years cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CalendarFileError {
    #[error("{0}")]
    Toml(String),
    #[error("{}", in_words(*.year, .faults))]
    Year { year: i32, faults: FieldErrors },
    #[error("{0} is there twice")]
    Twice(i32),
}

fn in_words(year: i32, faults: &FieldErrors) -> String {
    let faults: Vec<String> = faults
        .iter()
        .map(|fault| format!("{year}{}: {}", fault.pointer, fault.message.en))
        .collect();
    faults.join("\n")
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    year: Vec<YearOfFile>,
}

/// A year with the number of its notice.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct YearOfFile {
    year: i32,
    notice_number: NoticeNumber,
    days_off: Vec<super::NamedDay>,
    #[serde(default)]
    make_up_working_days: Vec<super::NamedDay>,
}

/// A year of a file, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoticeOfYear {
    pub year: i32,
    pub notice: NoticeNumber,
    pub days: YearDays,
}

/// The years of a file, checked as those that the city loads are:
///
/// ```
/// let years = domain::calendar::parse_years(r#"
///     [[year]]
///     year = 2027
///     notice_number = "国办发明电〔2026〕0号"
///     days_off = [
///         { date = "2027-01-01", name = "元旦" },
///         { date = "2027-02-08", name = "春节" },
///         { date = "2027-02-09", name = "春节" },
///         { date = "2027-02-10", name = "春节" },
///         { date = "2027-04-05", name = "清明节" },
///         { date = "2027-05-03", name = "劳动节" },
///         { date = "2027-06-09", name = "端午节" },
///         { date = "2027-10-01", name = "国庆节" },
///     ]
/// "#).unwrap();
/// assert_eq!(years[0].year, 2027);
/// ```
pub fn parse_years(text: &str) -> Result<Vec<NoticeOfYear>, CalendarFileError> {
    let file: File =
        toml::from_str(text).map_err(|error| CalendarFileError::Toml(error.to_string()))?;
    let mut calendar = HolidayCalendar::builtin().clone();
    let mut years: Vec<NoticeOfYear> = Vec::new();
    for of_file in file.year {
        let year = of_file.year;
        if years.iter().any(|known| known.year == year) {
            return Err(CalendarFileError::Twice(year));
        }
        let days = YearDays {
            days_off: of_file.days_off,
            make_up_working_days: of_file.make_up_working_days,
        };
        let faulty = |faults| CalendarFileError::Year { year, faults };
        let checked =
            CalendarYear::of_notice(year, of_file.notice_number.clone(), &days).map_err(faulty)?;
        calendar
            .check(&checked)
            .map_err(|fault| faulty(fault.at("/days_off").into()))?;
        calendar = HolidayCalendar::with_loaded(0, calendar.years().cloned().chain([checked]));
        years.push(NoticeOfYear {
            year,
            notice: of_file.notice_number,
            days,
        });
    }
    Ok(years)
}
