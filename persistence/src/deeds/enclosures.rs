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
        .load::<(String, Vec<u8>, NaiveDateTime)>(reader.connection)?
        .into_iter()
        .map(|(id, sealed, recorded_at)| {
            let text = reader.keyring.open_text(&place(&id), &sealed)?;
            let id = parse_id(&id)?;
            Ok(Enclosure {
                attachments: files.remove(&id).unwrap_or_default(),
                id,
                text: Reason::parse(&text)
                    .map_err(|_| StoreError::Corrupt("deed_enclosures.sealed".to_owned()))?,
                recorded_at: instant(recorded_at),
            })
        })
        .collect()
}

fn place(id: &str) -> String {
    format!("deed_enclosures.sealed/{id}")
}
