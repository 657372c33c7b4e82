//! What was handed in with a step and is looked at by people only: the text of evidence and of
//! objections, sealed.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use domain::deeds::procedure::Reason;
use domain::ids::{AttachmentId, DeedId};
use uuid::Uuid;

use crate::attachments;
use crate::convert::{instant, parse_id};
use crate::error::StoreError;
use crate::paging::{Keyset, Page, newest_first};
use crate::schema::deed_enclosures as enclosures;
use crate::store::{Reader, Tx};

/// What an enclosure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EnclosureKind {
    /// The description of a piece of evidence.
    Evidence,
    /// The text of an objection.
    Objection,
}

impl EnclosureKind {
    fn as_str(self) -> &'static str {
        match self {
            Self::Evidence => "evidence",
            Self::Objection => "objection",
        }
    }
}

/// An enclosure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enclosure {
    /// The id of the evidence or objection.
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
    deed: DeedId,
    id: Uuid,
    kind: EnclosureKind,
    text: &Reason,
) -> Result<(), StoreError> {
    let id = id.to_string();
    let sealed = tx.keyring.seal(&place(&id), text.as_str().as_bytes())?;
    diesel::insert_into(enclosures::table)
        .values((
            enclosures::id.eq(id),
            enclosures::deed_id.eq(deed.to_string()),
            enclosures::kind.eq(kind.as_str()),
            enclosures::sealed.eq(sealed),
            enclosures::recorded_at.eq(tx.now().naive_utc()),
        ))
        .execute(tx.connection)?;
    Ok(())
}

/// The enclosures of one kind of a deed that the caller has been shown to reach, oldest first.
pub fn enclosures(
    reader: &mut Reader<'_>,
    deed: DeedId,
    kind: EnclosureKind,
) -> Result<Vec<Enclosure>, StoreError> {
    let mut files = attachments::of_evidence(reader, deed)?;
    enclosures::table
        .filter(enclosures::deed_id.eq(deed.to_string()))
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

/// The objections to notices of a deed that the caller has been shown to reach, newest first.
pub fn objections(
    reader: &mut Reader<'_>,
    deed: DeedId,
    keyset: &Keyset<Uuid>,
) -> Result<Page<Enclosure>, StoreError> {
    let matching = || {
        enclosures::table
            .filter(enclosures::deed_id.eq(deed.to_string()))
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
            .map_err(|_| StoreError::Corrupt("deed_enclosures.sealed".to_owned()))?,
        attachments: Vec::new(),
        recorded_at: instant(recorded_at),
    })
}

fn place(id: &str) -> String {
    format!("deed_enclosures.sealed/{id}")
}
