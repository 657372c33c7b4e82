//! The numbers of decisions that an officer gives: one number of a body and year belongs to one step of one
//! file, in which one decision may be on several people.

use chrono::{Datelike, NaiveDate};
use domain::procedure::DocumentNumber;
use domain::regions::RegionCode;
use uuid::Uuid;

use crate::prelude::*;
use crate::schema::decision_numbers as numbers;

/// Takes a number of the body of a region for a step of a file. Whether nothing else has it.
pub fn take_number(
    tx: &mut Tx<'_>,
    region: RegionCode,
    on: NaiveDate,
    number: &DocumentNumber,
    (file, step): (Uuid, &str),
) -> Result<bool, StoreError> {
    tx.lock(format!("decision/{region}/{}", number.as_str()).as_bytes())?;
    let year = on.year();
    let key = (region.to_string(), year, number.as_str().to_owned());
    let used: Option<(Col<Uuid>, String)> = numbers::table
        .find(key)
        .select((numbers::file_id, numbers::step))
        .first(tx.connection)
        .optional()?;
    if let Some((by, taken_for)) = used {
        return Ok(by.0 == file && taken_for == step);
    }
    diesel::insert_into(numbers::table)
        .values((
            numbers::region_code.eq(Col(region)),
            numbers::year.eq(year),
            numbers::number.eq(number.as_str()),
            numbers::file_id.eq(Col(file)),
            numbers::step.eq(step),
        ))
        .execute(tx.connection)?;
    Ok(true)
}
