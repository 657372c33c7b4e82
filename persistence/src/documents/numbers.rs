//! The numbers of documents, one after another for each organ, kind and year.

use chrono::{Datelike, NaiveDate};
use diesel::dsl::exists;
use domain::documents::DocumentKind;
use domain::procedure::DocumentNumber;
use domain::regions::RegionCode;

use crate::prelude::*;
use crate::schema::{case_files as files, cases, document_numbers as numbers, documents};

/// The next number of the organ of a region for a kind of document in a year, written by `written`
/// (none where it cannot be written). Nobody else gets one of these before the transaction ends; it
/// is given again when the transaction is undone, so that no number is missing. A number that an
/// officer has already brought along is passed over.
pub fn next_number(
    tx: &mut Tx<'_>,
    region: RegionCode,
    kind: DocumentKind,
    year: i32,
    written: impl Fn(i64) -> Option<DocumentNumber>,
) -> Result<Option<DocumentNumber>, StoreError> {
    tx.lock(format!("document-number/{region}/{}/{year}", kind.as_str()).as_bytes())?;
    let row = || numbers::table.find((Col(region), Col(kind), year));
    let last: Option<i64> = row()
        .select(numbers::last)
        .get_result(tx.connection)
        .optional()?;
    let mut next = last.unwrap_or(0);
    let number = loop {
        next += 1;
        let Some(number) = written(next) else {
            return Ok(None);
        };
        if !is_used(tx, kind, &number)? {
            break number;
        }
    };
    if last.is_some() {
        diesel::update(row())
            .set(numbers::last.eq(next))
            .execute(tx.connection)?;
    } else {
        diesel::insert_into(numbers::table)
            .values((
                numbers::region_code.eq(Col(region)),
                numbers::kind.eq(Col(kind)),
                numbers::year.eq(year),
                numbers::last.eq(next),
            ))
            .execute(tx.connection)?;
    }
    Ok(Some(number))
}

/// Whether a document of that kind has the number already. Until the transaction ends nobody else
/// gives it to one.
pub fn is_used(
    tx: &mut Tx<'_>,
    kind: DocumentKind,
    number: &DocumentNumber,
) -> Result<bool, StoreError> {
    tx.lock(format!("document/{}/{}", kind.as_str(), number.as_str()).as_bytes())?;
    let same = documents::table
        .filter(documents::number.eq(Col(number.clone())))
        .filter(documents::kind.eq(Col(kind)));
    Ok(diesel::select(exists(same)).get_result(tx.connection)?)
}

/// Whether the organ of a region has given that number to a document of that kind in a year. Until
/// the transaction ends nobody else gives it to one.
pub fn is_used_by(
    tx: &mut Tx<'_>,
    region: RegionCode,
    kind: DocumentKind,
    year: i32,
    number: &DocumentNumber,
) -> Result<bool, StoreError> {
    tx.lock(format!("document/{}/{}", kind.as_str(), number.as_str()).as_bytes())?;
    // The body of first instance issued it, or the next level that holds the case since.
    let issued: Vec<(NaiveDate, RegionCode, RegionCode)> = documents::table
        .inner_join(files::table.on(files::id.eq(documents::file_id)))
        .inner_join(cases::table.on(cases::file_id.eq(documents::file_id)))
        .filter(documents::number.eq(Col(number.clone())))
        .filter(documents::kind.eq(Col(kind)))
        .select((
            documents::issued_on,
            files::region_code,
            cases::holder_region,
        ))
        .load(tx.connection)?;
    Ok(issued
        .iter()
        .any(|(on, first, holder)| on.year() == year && [first, holder].contains(&&region)))
}
