//! Dates, places and lines of text as every feature sends and shows them.

use chrono::NaiveDate;
use domain::calendar::{self, PartialDateError, Precision};
use domain::error::{DateInFuture, FieldErrors, ListedTwice, Required};
use domain::regions::{self, CountryCode, RegionCode, RegionTree};
use domain::text::{Line, Paragraphs};
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;
use utoipa::ToSchema;
use validator::Validate;

use crate::http::BoundedText;
use crate::problems::Problem;
use crate::words::DatePrecisionWord;

/// 已知到一定精度的日期 / A date known to the day, to the month, to the year, or not at all.
#[skip_serializing_none]
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "precision": "day", "value": "1990-01-01" }))]
pub(crate) struct PartialDate {
    /// 精度 / How exactly it is known.
    precision: DatePrecisionWord,
    /// 按精度写作 `2024-05-01`、`2024-05` 或 `2024`；不详或遮盖时没有 / Written as the precision says; absent when unknown or masked.
    #[validate(nested)]
    value: Option<BoundedText<4, 10>>,
}

impl From<calendar::PartialDate> for PartialDate {
    fn from(date: calendar::PartialDate) -> Self {
        Self {
            precision: date.precision().into(),
            value: date.value().as_ref().map(BoundedText::of),
        }
    }
}

impl PartialDate {
    /// The date with its precision only.
    pub(crate) fn masked(date: calendar::PartialDate) -> Self {
        Self {
            value: None,
            ..date.into()
        }
    }

    pub(crate) fn parse(&self) -> Result<calendar::PartialDate, PartialDateError> {
        calendar::PartialDate::parse(self.precision.0, self.value.as_deref())
    }
}

/// A date that is not stated is unknown.
pub(crate) fn partial_date(
    date: Option<&PartialDate>,
    pointer: &str,
    errors: &mut FieldErrors,
) -> calendar::PartialDate {
    date.and_then(|date| errors.take(format!("{pointer}/value"), date.parse()))
        .unwrap_or(calendar::PartialDate::UNKNOWN)
}

/// The same for something that has happened: it cannot lie after today.
pub(crate) fn past_date(
    date: Option<&PartialDate>,
    pointer: &str,
    today: NaiveDate,
    errors: &mut FieldErrors,
) -> calendar::PartialDate {
    let date = partial_date(date, pointer, errors);
    require_past(date, pointer, today, errors);
    date
}

/// Refuses a date of something that has happened which lies after today.
pub(crate) fn require_past(
    date: calendar::PartialDate,
    pointer: &str,
    today: NaiveDate,
    errors: &mut FieldErrors,
) {
    if date.earliest().is_some_and(|earliest| earliest > today) {
        errors.push(format!("{pointer}/value"), &DateInFuture);
    }
}

domain::faults! {
    pub(crate) struct ReceivedBeforeDeed = "received_before_deed",
        "收到日期不得早于行为发生日期", "A report is not received before the deed was done.";
}

/// A date that is known to the day.
pub(crate) fn day(text: &str, pointer: &str, errors: &mut FieldErrors) -> Option<NaiveDate> {
    let parsed = calendar::PartialDate::parse(Precision::Day, Some(text));
    errors.take(pointer, parsed)?.earliest()
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
    let day = day(text, pointer, errors)?;
    if day > today {
        errors.push(pointer, &DateInFuture);
        return None;
    }
    Some(day)
}

domain::faults! {
    struct ExactlyOne = "exactly_one",
        "region_code 与 country_code 须填且只填其一",
        "Give exactly one of region_code and country_code.";
}

/// 地点：国内填区划代码，国外填国家代码 / A place: a region in China or a country abroad, exactly one of the two.
#[skip_serializing_none]
#[derive(Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Place)]
pub(crate) struct Place {
    /// 区划代码，已撤销的也可以 / The region's code; an abolished one will do.
    #[validate(nested)]
    region_code: Option<BoundedText<3, 6>>,
    /// 国家代码（ISO 3166-1 两位字母） / The country (ISO 3166-1 alpha-2).
    #[validate(nested)]
    country_code: Option<BoundedText<2, 2>>,
}

impl From<&regions::Place> for Place {
    fn from(place: &regions::Place) -> Self {
        let (region_code, country_code) = match place {
            regions::Place::Region(code) => (Some(BoundedText::of(code)), None),
            regions::Place::Abroad(code) => (None, Some(BoundedText::of(code))),
        };
        Self {
            region_code,
            country_code,
        }
    }
}

impl Place {
    pub(crate) fn parse(&self, pointer: &str, errors: &mut FieldErrors) -> Option<regions::Place> {
        match (&self.region_code, &self.country_code) {
            (Some(code), None) => errors
                .take(format!("{pointer}/region_code"), RegionCode::parse(code))
                .map(regions::Place::Region),
            (None, Some(code)) => errors
                .take(format!("{pointer}/country_code"), CountryCode::parse(code))
                .map(regions::Place::Abroad),
            _ => {
                errors.push(pointer, &ExactlyOne);
                None
            }
        }
    }
}

/// The other counties of a deed. One that is listed before, by whatever code of then or now, is a fault,
/// and so is the place itself.
pub(crate) fn further_counties(
    codes: &[String],
    place: Option<&regions::Place>,
    errors: &mut FieldErrors,
) -> Vec<RegionCode> {
    let tree = RegionTree::current();
    let mut counties = Vec::with_capacity(codes.len());
    let mut listed: Vec<RegionCode> = match place {
        Some(regions::Place::Region(code)) => vec![tree.code_of_today(*code)],
        _ => Vec::new(),
    };
    for (index, code) in codes.iter().enumerate() {
        let pointer = format!("/further_region_codes/{index}");
        let Some(code) = errors.take(&pointer, RegionCode::parse(code)) else {
            continue;
        };
        let of_today = tree.code_of_today(code);
        if listed.contains(&of_today) {
            errors.push(pointer, &ListedTwice);
        } else {
            listed.push(of_today);
            counties.push(code);
        }
    }
    counties
}

/// The longest name or number of a document, and the longest reason among the facts of a case.
const LONGEST_LINE: usize = 100;

/// A name or number of a document that may be left out.
pub(crate) fn line(
    text: Option<&str>,
    pointer: impl Into<String>,
    errors: &mut FieldErrors,
) -> Option<String> {
    errors
        .optional(pointer, text, Line::<LONGEST_LINE>::parse)
        .map(|line| line.to_string())
}

/// A reason among the facts of a case that may be left out.
pub(crate) fn paragraphs(
    text: Option<&str>,
    pointer: impl Into<String>,
    errors: &mut FieldErrors,
) -> Option<String> {
    errors
        .optional(pointer, text, Paragraphs::<LONGEST_LINE>::parse)
        .map(|text| text.to_string())
}

/// What `parse` reads of a body, or every fault of it at once.
pub(crate) fn read<T>(parse: impl FnOnce(&mut FieldErrors) -> Option<T>) -> Result<T, Problem> {
    let mut errors = FieldErrors::new();
    let value = parse(&mut errors);
    errors.into_result().map_err(Problem::invalid_data)?;
    value.ok_or_else(|| Problem::internal("a body without a fault was not read"))
}

/// A member that must be there.
pub(crate) fn required<T>(value: Option<T>, pointer: &str, errors: &mut FieldErrors) -> Option<T> {
    if value.is_none() {
        require(pointer, errors);
    }
    value
}

/// Notes that a member is required.
pub(crate) fn require(pointer: &str, errors: &mut FieldErrors) {
    errors.push(pointer, &Required);
}
