//! Writing and reading documents.

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;
use domain::ids::DocumentId;
use domain::procedure::DocumentNumber;
use uuid::Uuid;

use super::{Document, Summary};
use crate::connection::insert_all;
use crate::convert::{corrupt, instant, parse_id};
use crate::error::StoreError;
use crate::paging::{Keyset, Page, newest_first};
use crate::schema::documents;
use crate::store::{Reader, Tx};
use crate::stored::forms;

#[derive(Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = documents)]
struct SummaryRow {
    id: String,
    file_id: String,
    kind: String,
    number: String,
    issued_on: NaiveDate,
    recorded_at: NaiveDateTime,
    concerned: String,
}

impl SummaryRow {
    fn of(summary: &Summary) -> Result<Self, StoreError> {
        Ok(Self {
            id: summary.id.to_string(),
            file_id: summary.file.to_string(),
            kind: summary.kind.as_str().to_owned(),
            number: summary.number.to_string(),
            issued_on: summary.issued_on,
            recorded_at: summary.recorded_at.naive_utc(),
            concerned: forms::CONCERNED.write_text(&summary.concerned)?,
        })
    }

    fn into_summary(self) -> Result<Summary, StoreError> {
        let kind = self.kind.parse().map_err(corrupt("documents.kind"))?;
        Ok(Summary {
            id: parse_id(&self.id)?,
            file: parse_id(&self.file_id)?,
            kind,
            number: DocumentNumber::parse(&self.number).map_err(corrupt("documents.number"))?,
            issued_on: self.issued_on,
            recorded_at: instant(self.recorded_at),
            concerned: forms::CONCERNED.read(self.concerned.as_bytes())?,
        })
    }
}

/// Keeps the documents that a step brought about.
pub fn insert(tx: &mut Tx<'_>, issued: &[Document]) -> Result<(), StoreError> {
    let rows = issued
        .iter()
        .map(|document| {
            let row = SummaryRow::of(&document.summary)?;
            let plain = forms::SHEET.write(&document.sheet)?;
            let sealed = tx.keyring.seal(&place(&row.id), &plain)?;
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
            .filter(documents::file_id.eq(file.to_string()))
            .into_boxed()
    };
    newest_first!(
        reader,
        keyset,
        matching,
        documents::id,
        SummaryRow::as_select() => SummaryRow,
        SummaryRow::into_summary
    )
}

/// One document of a file that the caller has been shown to reach.
pub fn find(
    reader: &mut Reader<'_>,
    file: Uuid,
    id: DocumentId,
) -> Result<Option<Document>, StoreError> {
    let found: Option<(SummaryRow, Vec<u8>)> = documents::table
        .find(id.to_string())
        .filter(documents::file_id.eq(file.to_string()))
        .select((SummaryRow::as_select(), documents::sealed))
        .get_result(reader.connection)
        .optional()?;
    let Some((row, sealed)) = found else {
        return Ok(None);
    };
    let plain = reader.keyring.open(&place(&row.id), &sealed)?;
    Ok(Some(Document {
        sheet: forms::SHEET.read(&plain)?,
        summary: row.into_summary()?,
    }))
}

fn place(id: &str) -> String {
    format!("documents.sealed/{id}")
}
