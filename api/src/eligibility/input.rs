//! What the cases have in common: dates, lines of text, places.

use chrono::NaiveDate;
use domain::calendar::{PartialDate, Precision};
use domain::error::{DateInFuture, FieldErrors, Required};
use domain::regions::{CountryCode, Place, RegionCode};
use domain::text::Line;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;
use utoipa::ToSchema;
use validator::Validate;

/// The longest name or number of a document.
const LONGEST_LINE: usize = 100;

domain::faults! {
    struct ExactlyOne = "exactly_one",
        "region_code 与 country_code 须填且只填其一",
        "Give exactly one of region_code and country_code.";
}

/// 日期的精确程度 / How exactly a date is known.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum CaseDatePrecision {
    /// 到日 / To the day: `YYYY-MM-DD`.
    Day,
    /// 到月 / To the month: `YYYY-MM`.
    Month,
    /// 到年 / To the year: `YYYY`.
    Year,
    /// 不详 / Not at all.
    Unknown,
}

/// 可能不完整的日期 / A date that may be known only to the month or year, or not at all.
#[skip_serializing_none]
#[derive(Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CaseDate {
    /// 精确程度 / How exactly it is known.
    precision: CaseDatePrecision,
    /// 日期；不详时不填 / The date as its precision asks; left out when unknown.
    #[validate(length(min = 4, max = 10))]
    #[schema(min_length = 4, max_length = 10)]
    value: Option<String>,
}

impl From<PartialDate> for CaseDate {
    fn from(date: PartialDate) -> Self {
        Self {
            precision: match date.precision() {
                Precision::Day => CaseDatePrecision::Day,
                Precision::Month => CaseDatePrecision::Month,
                Precision::Year => CaseDatePrecision::Year,
                Precision::Unknown => CaseDatePrecision::Unknown,
            },
            value: date.value(),
        }
    }
}

impl CaseDate {
    pub(crate) fn parse(&self, pointer: &str, errors: &mut FieldErrors) -> Option<PartialDate> {
        let precision = match self.precision {
            CaseDatePrecision::Day => Precision::Day,
            CaseDatePrecision::Month => Precision::Month,
            CaseDatePrecision::Year => Precision::Year,
            CaseDatePrecision::Unknown => Precision::Unknown,
        };
        let parsed = PartialDate::parse(precision, self.value.as_deref());
        errors.take(format!("{pointer}/value"), parsed)
    }
}

/// A date that is not stated is unknown.
pub(crate) fn partial_date(
    date: Option<&CaseDate>,
    pointer: &str,
    errors: &mut FieldErrors,
) -> PartialDate {
    date.and_then(|date| date.parse(pointer, errors))
        .unwrap_or(PartialDate::UNKNOWN)
}

/// The same for something that somebody has seen: it cannot lie after today.
pub(crate) fn past_date(
    date: Option<&CaseDate>,
    pointer: &str,
    today: NaiveDate,
    errors: &mut FieldErrors,
) -> PartialDate {
    let date = partial_date(date, pointer, errors);
    if date.earliest().is_some_and(|earliest| earliest > today) {
        errors.push(format!("{pointer}/value"), &DateInFuture);
    }
    date
}

/// The day of a case: today unless another is stated; it cannot lie after today.
pub(crate) fn case_day(
    text: Option<&str>,
    pointer: &str,
    today: NaiveDate,
    errors: &mut FieldErrors,
) -> Option<NaiveDate> {
    let Some(text) = text else {
        return Some(today);
    };
    let parsed = PartialDate::parse(Precision::Day, Some(text));
    let day = errors.take(pointer, parsed)?.earliest()?;
    if day > today {
        errors.push(pointer, &DateInFuture);
        return None;
    }
    Some(day)
}

/// One line of text, without outer spaces.
pub(crate) fn line(
    text: Option<&str>,
    pointer: impl Into<String>,
    errors: &mut FieldErrors,
) -> Option<String> {
    errors
        .take(pointer, Line::<LONGEST_LINE>::parse(text?))
        .map(|line| line.as_str().to_owned())
}

/// 地点：国内填区划代码，国外填国家代码 / A place: a region in China or a country abroad, exactly one of the two.
#[skip_serializing_none]
#[derive(Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CasePlace {
    /// 区划代码，已撤销的也可以 / The region's code; an abolished one will do.
    #[validate(length(min = 3, max = 6))]
    #[schema(min_length = 3, max_length = 6)]
    region_code: Option<String>,
    /// 国家代码（ISO 3166-1 两位字母） / The country (ISO 3166-1 alpha-2).
    #[validate(length(equal = 2))]
    #[schema(min_length = 2, max_length = 2)]
    country_code: Option<String>,
}

impl From<&Place> for CasePlace {
    fn from(place: &Place) -> Self {
        match place {
            Place::Region(code) => Self {
                region_code: Some(code.to_string()),
                country_code: None,
            },
            Place::Abroad(code) => Self {
                region_code: None,
                country_code: Some(code.to_string()),
            },
        }
    }
}

impl CasePlace {
    pub(crate) fn parse(&self, pointer: &str, errors: &mut FieldErrors) -> Option<Place> {
        match (&self.region_code, &self.country_code) {
            (Some(code), None) => errors
                .take(format!("{pointer}/region_code"), RegionCode::parse(code))
                .map(Place::Region),
            (None, Some(code)) => errors
                .take(format!("{pointer}/country_code"), CountryCode::parse(code))
                .map(Place::Abroad),
            _ => {
                errors.push(pointer, &ExactlyOne);
                None
            }
        }
    }
}

/// Notes that a member is required.
pub(crate) fn require(pointer: &str, errors: &mut FieldErrors) {
    errors.push(pointer, &Required);
}
