//! What was handed in with a step and is looked at by people only: the text of evidence, of
//! objections and of documents of others, sealed.

use chrono::{DateTime, Utc};
use domain::ids::AttachmentId;
use domain::procedure::Reason;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::attachments;
use crate::prelude::*;
use crate::schema::case_enclosures as enclosures;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EnclosureKind {
    Evidence,
    Objection,
    /// What a document says that somebody else issued.
    Document,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enclosure {
    pub id: Uuid,
    pub text: Reason,
    pub attachments: Vec<AttachmentId>,
    pub recorded_at: DateTime<Utc>,
}

pub fn enclose(
    tx: &mut Tx<'_>,
    file: Uuid,
    id: Uuid,
    kind: EnclosureKind,
    text: &Reason,
) -> Result<(), StoreError> {
    let sealed = tx.keyring.seal(&place(id), text.as_str().as_bytes())?;
    diesel::insert_into(enclosures::table)
        .values((
            enclosures::id.eq(Col(id)),
            enclosures::file_id.eq(Col(file)),
            enclosures::kind.eq(Col(kind)),
            enclosures::sealed.eq(sealed),
            enclosures::recorded_at.eq(Col(tx.now())),
        ))
        .execute(tx.connection)?;
    Ok(())
}

/// The enclosures of one kind of a file that the caller has been shown to reach, oldest first.
pub fn enclosures(
    reader: &mut Reader<'_>,
    file: Uuid,
    kind: EnclosureKind,
) -> Result<Vec<Enclosure>, StoreError> {
    let mut files = attachments::of_evidence(reader, file)?;
    enclosures::table
        .filter(enclosures::file_id.eq(Col(file)))
        .filter(enclosures::kind.eq(Col(kind)))
        .order(enclosures::id.asc())
        .select((enclosures::id, enclosures::sealed, enclosures::recorded_at))
        .load::<Row>(reader.connection)?
        .into_iter()
        .map(|row| {
            let enclosure = enclosure(reader, row)?;
            Ok(Enclosure {
                attachments: files.remove(&enclosure.id).unwrap_or_default(),
                ..enclosure
            })
        })
        .collect()
}

/// The objections to notices of a file that the caller has been shown to reach, newest first.
pub fn objections(
    reader: &mut Reader<'_>,
    file: Uuid,
    keyset: &Keyset<Uuid>,
) -> Result<Page<Enclosure>, StoreError> {
    let matching = || {
        enclosures::table
            .filter(enclosures::file_id.eq(Col(file)))
            .filter(enclosures::kind.eq(Col(EnclosureKind::Objection)))
            .into_boxed()
    };
    newest_first!(reader, keyset, matching, enclosures::id,
        (enclosures::id, enclosures::sealed, enclosures::recorded_at) => Row, |row| enclosure(reader, row))
}

type Row = (Uuid, Vec<u8>, DateTime<Utc>);

/// An enclosure without the files that came with it.
fn enclosure(reader: &Reader<'_>, (id, sealed, recorded_at): Row) -> Result<Enclosure, StoreError> {
    let text = reader.keyring.open_text(&place(id), &sealed)?;
    Ok(Enclosure {
        id,
        text: Reason::stored(text)
            .ok_or_else(|| StoreError::Corrupt("case_enclosures.sealed".to_owned()))?,
        attachments: Vec::new(),
        recorded_at,
    })
}

/// Where the sealed text stands. Values are bound to it, so that it keeps the name of the table in which
/// there were deeds only.
fn place(id: Uuid) -> String {
    format!("deed_enclosures.sealed/{id}")
}
