//! What was handed in with a step and is looked at by people only: the text of evidence, of
//! objections and of documents of others, sealed.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use domain::ids::AttachmentId;
use domain::procedure::Reason;
use uuid::Uuid;

use crate::attachments;
use crate::convert::{instant, parse_id};
use crate::error::StoreError;
use crate::paging::{Keyset, Page, newest_first};
use crate::schema::case_enclosures as enclosures;
use crate::store::{Reader, Tx};

/// What an enclosure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EnclosureKind {
    /// The description of a piece of evidence.
    Evidence,
    /// The text of an objection.
    Objection,
    /// What a document says that somebody else issued.
    Document,
}

impl EnclosureKind {
    fn as_str(self) -> &'static str {
        match self {
            Self::Evidence => "evidence",
            Self::Objection => "objection",
            Self::Document => "document",
        }
    }
}

/// An enclosure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enclosure {
    /// The id of the evidence, objection or document.
    pub id: Uuid,
    /// The text.
    pub text: Reason,
    /// The files that were handed in with it.
    pub attachments: Vec<AttachmentId>,
    /// When it was handed in.
    pub recorded_at: DateTime<Utc>,
}

/// Keeps an enclosure.
pub fn enclose(
    tx: &mut Tx<'_>,
    file: Uuid,
    id: Uuid,
    kind: EnclosureKind,
    text: &Reason,
) -> Result<(), StoreError> {
    let id = id.to_string();
    let sealed = tx.keyring.seal(&place(&id), text.as_str().as_bytes())?;
    diesel::insert_into(enclosures::table)
        .values((
            enclosures::id.eq(id),
            enclosures::file_id.eq(file.to_string()),
            enclosures::kind.eq(kind.as_str()),
            enclosures::sealed.eq(sealed),
            enclosures::recorded_at.eq(tx.now().naive_utc()),
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
        .filter(enclosures::file_id.eq(file.to_string()))
        .filter(enclosures::kind.eq(kind.as_str()))
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
            .filter(enclosures::file_id.eq(file.to_string()))
            .filter(enclosures::kind.eq(EnclosureKind::Objection.as_str()))
            .into_boxed()
    };
    newest_first!(
        reader,
        keyset,
        matching,
        enclosures::id,
        (enclosures::id, enclosures::sealed, enclosures::recorded_at) => Row,
        |row| enclosure(reader, row)
    )
}

type Row = (String, Vec<u8>, NaiveDateTime);

/// An enclosure without the files that came with it.
fn enclosure(reader: &Reader<'_>, (id, sealed, recorded_at): Row) -> Result<Enclosure, StoreError> {
    let text = reader.keyring.open_text(&place(&id), &sealed)?;
    Ok(Enclosure {
        id: parse_id(&id)?,
        text: Reason::parse(&text)
            .map_err(|_| StoreError::Corrupt("case_enclosures.sealed".to_owned()))?,
        attachments: Vec::new(),
        recorded_at: instant(recorded_at),
    })
}

/// Where the sealed text stands. Values are bound to it, so that it keeps the name of the table in which
/// there were deeds only.
fn place(id: &str) -> String {
    format!("deed_enclosures.sealed/{id}")
}
