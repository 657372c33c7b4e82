//! Writing and reading documents.

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;
use domain::deeds::procedure::DocumentNumber;
use domain::documents::DocumentKind;
use domain::ids::{DeedId, DocumentId};

use super::{Document, Summary};
use crate::connection::insert_all;
use crate::convert::{corrupt, instant, parse_id};
use crate::error::StoreError;
use crate::paging::{Keyset, Page, newest_first};
use crate::schema::documents;
use crate::store::{Reader, Tx};

#[derive(Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = documents)]
struct SummaryRow {
    id: String,
    deed_id: String,
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
            deed_id: summary.deed.to_string(),
            kind: summary.kind.as_str().to_owned(),
            number: summary.number.to_string(),
            issued_on: summary.issued_on,
            recorded_at: summary.recorded_at.naive_utc(),
            concerned: serde_json::to_string(&summary.concerned)
                .map_err(corrupt("documents.concerned"))?,
        })
    }

    fn into_summary(self) -> Result<Summary, StoreError> {
        let kind = DocumentKind::ALL
            .iter()
            .copied()
            .find(|kind| kind.as_str() == self.kind)
            .ok_or_else(|| StoreError::Corrupt("documents.kind".to_owned()))?;
        Ok(Summary {
            id: parse_id(&self.id)?,
            deed: parse_id(&self.deed_id)?,
            kind,
            number: DocumentNumber::parse(&self.number).map_err(corrupt("documents.number"))?,
            issued_on: self.issued_on,
            recorded_at: instant(self.recorded_at),
            concerned: serde_json::from_str(&self.concerned)
                .map_err(corrupt("documents.concerned"))?,
        })
    }
}

/// Keeps the documents that a step brought about.
pub fn insert(tx: &mut Tx<'_>, issued: &[Document]) -> Result<(), StoreError> {
    let rows = issued
        .iter()
        .map(|document| {
            let row = SummaryRow::of(&document.summary)?;
            let plain = serde_json::to_vec(&document.sheet).map_err(corrupt("documents.sealed"))?;
            let sealed = tx.keyring.seal(&place(&row.id), &plain)?;
            Ok((row, documents::sealed.eq(sealed)))
        })
        .collect::<Result<_, StoreError>>()?;
    insert_all!(&mut *tx.connection, documents::table, rows)?;
    Ok(())
}

/// The documents of a deed that the caller has been shown to reach, newest first, unopened.
pub fn list(
    reader: &mut Reader<'_>,
    deed: DeedId,
    keyset: &Keyset<DocumentId>,
) -> Result<Page<Summary>, StoreError> {
    let matching = || {
        documents::table
            .filter(documents::deed_id.eq(deed.to_string()))
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

/// One document of a deed that the caller has been shown to reach.
pub fn find(
    reader: &mut Reader<'_>,
    deed: DeedId,
    id: DocumentId,
) -> Result<Option<Document>, StoreError> {
    let found: Option<(SummaryRow, Vec<u8>)> = documents::table
        .find(id.to_string())
        .filter(documents::deed_id.eq(deed.to_string()))
        .select((SummaryRow::as_select(), documents::sealed))
        .get_result(reader.connection)
        .optional()?;
    let Some((row, sealed)) = found else {
        return Ok(None);
    };
    let plain = reader.keyring.open(&place(&row.id), &sealed)?;
    Ok(Some(Document {
        // The error would repeat what was sealed.
        sheet: serde_json::from_slice(&plain)
            .map_err(|_| StoreError::Corrupt("documents.sealed".to_owned()))?,
        summary: row.into_summary()?,
    }))
}

fn place(id: &str) -> String {
    format!("documents.sealed/{id}")
}
