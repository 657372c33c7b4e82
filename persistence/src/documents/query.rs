//! Writing and reading documents.

use chrono::{DateTime, NaiveDate, Utc};
use domain::documents::DocumentKind;
use domain::ids::DocumentId;
use domain::procedure::DocumentNumber;
use uuid::Uuid;

use super::{Document, Summary};
use crate::prelude::*;
use crate::schema::documents;
use crate::stored::forms;

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

/// The documents of a file that the caller has been shown to reach, newest first, unopened.
pub fn list(
    reader: &mut Reader<'_>,
    file: Uuid,
    keyset: &Keyset<DocumentId>,
) -> Result<Page<Summary>, StoreError> {
    let matching = || {
        documents::table
            .filter(documents::file_id.eq(Col(file)))
            .into_boxed()
    };
    newest_first!(reader, keyset, matching, documents::id,
        SummaryRow::as_select() => SummaryRow, SummaryRow::into_summary)
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
