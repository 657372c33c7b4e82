//! Printable documents that steps created, and the numbers of documents, one after another for each
//! organ, kind and year. What a document says is sealed, and never changes after its issue.

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use diesel::dsl::exists;
use domain::documents::{DocumentKind, Sheet};
use domain::ids::{CaseId, DocumentId, ReceiptId};
use domain::procedure::DocumentNumber;
use domain::regions::RegionCode;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::prelude::*;
use crate::schema::{case_files as files, cases, document_numbers as numbers, documents};
use crate::stored::forms;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Concerned {
    pub case: CaseId,
    /// The receipt of the rules that was before the body.
    pub receipt_id: ReceiptId,
}

/// A document without what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    pub id: DocumentId,
    pub file: Uuid,
    pub kind: DocumentKind,
    pub number: DocumentNumber,
    /// The legal date of issue (Beijing).
    pub issued_on: NaiveDate,
    pub recorded_at: DateTime<Utc>,
    /// Whom it is about, at least one.
    pub concerned: Vec<Concerned>,
}

impl Summary {
    /// Whether it is about one of these cases.
    pub fn concerns(&self, cases: &BTreeSet<CaseId>) -> bool {
        self.concerned.iter().any(|one| cases.contains(&one.case))
    }
}

/// A document with what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    pub summary: Summary,
    pub sheet: Sheet,
}

#[derive(Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = documents)]
struct SummaryRow {
    id: Col<DocumentId>,
    file_id: Col<Uuid>,
    kind: Col<DocumentKind>,
    number: Col<DocumentNumber>,
    issued_on: NaiveDate,
    recorded_at: Col<DateTime<Utc>>,
    concerned: String,
}

impl SummaryRow {
    fn of(summary: &Summary) -> Result<Self, StoreError> {
        Ok(Self {
            id: Col(summary.id),
            file_id: Col(summary.file),
            kind: Col(summary.kind),
            number: Col(summary.number.clone()),
            issued_on: summary.issued_on,
            recorded_at: Col(summary.recorded_at),
            concerned: forms::CONCERNED.write_text(&summary.concerned)?,
        })
    }

    fn into_summary(self) -> Result<Summary, StoreError> {
        Ok(Summary {
            id: self.id.0,
            file: self.file_id.0,
            kind: self.kind.0,
            number: self.number.0,
            issued_on: self.issued_on,
            recorded_at: self.recorded_at.0,
            concerned: forms::CONCERNED.read(self.concerned.as_bytes())?,
        })
    }
}

/// Keeps the documents that a step created.
pub fn insert(tx: &mut Tx<'_>, issued: &[Document]) -> Result<(), StoreError> {
    let rows = issued
        .iter()
        .map(|document| {
            let row = SummaryRow::of(&document.summary)?;
            let plain = forms::SHEET.write(&document.sheet)?;
            let sealed = tx.keyring.seal(&place(row.id.0), &plain)?;
            Ok((row, documents::sealed.eq(sealed)))
        })
        .collect::<Result<_, StoreError>>()?;
    insert_all!(&mut *tx.connection, documents::table, rows)?;
    Ok(())
}

/// The documents of a file that concern one of these cases, which the caller has been shown to reach, newest
/// first, unopened. A file has few of them.
pub fn list(
    reader: &mut Reader<'_>,
    file: Uuid,
    cases: &BTreeSet<CaseId>,
    keyset: &Keyset<DocumentId>,
) -> Result<Page<Summary>, StoreError> {
    let all = documents::table
        .filter(documents::file_id.eq(Col(file)))
        .order(documents::id.desc())
        .select(SummaryRow::as_select())
        .load(reader.connection)?
        .into_iter()
        .map(|row: SummaryRow| row.into_summary())
        .collect::<Result<Vec<Summary>, StoreError>>()?;
    let of_cases = || all.iter().filter(|document| document.concerns(cases));
    let after = |document: &&Summary| keyset.after.is_none_or(|after| document.id < after);
    Ok(keyset.page_of(of_cases().filter(after).cloned(), || of_cases().count()))
}

/// The documents that concern one of these cases, which the caller has been shown to see, of some files;
/// newest first, unopened.
pub fn of_cases(
    reader: &mut Reader<'_>,
    files: &BTreeSet<Uuid>,
    cases: &BTreeSet<CaseId>,
) -> Result<Vec<Summary>, StoreError> {
    let all: Vec<SummaryRow> = documents::table
        .filter(documents::file_id.eq_any(texts(files)))
        .order(documents::id.desc())
        .select(SummaryRow::as_select())
        .load(reader.connection)?;
    let all = all.into_iter().map(SummaryRow::into_summary);
    let all: Vec<Summary> = all.collect::<Result<_, StoreError>>()?;
    let concerns = |document: &Summary| document.concerns(cases);
    Ok(all.into_iter().filter(concerns).collect())
}

/// One document of a file that the caller has been shown to reach.
pub fn find(
    reader: &mut Reader<'_>,
    file: Uuid,
    id: DocumentId,
) -> Result<Option<Document>, StoreError> {
    let found: Option<(SummaryRow, Vec<u8>)> = documents::table
        .find(Col(id))
        .filter(documents::file_id.eq(Col(file)))
        .select((SummaryRow::as_select(), documents::sealed))
        .get_result(reader.connection)
        .optional()?;
    let Some((row, sealed)) = found else {
        return Ok(None);
    };
    let plain = reader.keyring.open(&place(row.id.0), &sealed)?;
    Ok(Some(Document {
        sheet: forms::SHEET.read(&plain)?,
        summary: row.into_summary()?,
    }))
}

fn place(id: DocumentId) -> String {
    format!("documents.sealed/{id}")
}

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
