//! Days in a query.

use chrono::NaiveDate;
use domain::calendar::{PartialDate, PartialDateError, Precision};
use domain::error::FieldErrors;

use crate::problems::{Code, Problem};

/// The day that the parameter `name` gives: 400 where it is no day (`NaiveDate` itself also reads
/// `2026-9-30`), 422 where it is one that the law does not reckon with.
pub fn query_date(name: &str, text: &str) -> Result<NaiveDate, Problem> {
    let refused = |error: PartialDateError| {
        let mut errors = FieldErrors::new();
        errors.push(format!("/{name}"), &error);
        let code = match error {
            PartialDateError::OutOfRange => Code::InvalidData,
            _ => Code::InvalidQuery,
        };
        Problem::new(code).errors(errors)
    };
    PartialDate::parse(Precision::Day, Some(text))
        .map_err(refused)?
        .earliest()
        .ok_or_else(|| refused(PartialDateError::ValueMissing))
}
