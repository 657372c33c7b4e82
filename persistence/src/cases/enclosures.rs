//! What was handed in with a step and is looked at by people only: the text of evidence, of
//! objections and of documents of others, sealed.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use domain::deeds::Objector;
use domain::ids::AttachmentId;
use domain::procedure::Reason;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::attachments;
use crate::columns::corrupt;
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

/// What is enclosed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEnclosure {
    pub id: Uuid,
    pub kind: EnclosureKind,
    pub text: Reason,
    /// Who objects, of an objection; sealed like the text.
    pub objector: Option<Objector>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enclosure {
    pub id: Uuid,
    pub text: Reason,
    /// Who objects; none of evidence, nor of an objection from before this was kept.
    pub objector: Option<Objector>,
    pub attachments: Vec<AttachmentId>,
    pub recorded_at: DateTime<Utc>,
}

pub fn enclose(tx: &mut Tx<'_>, file: Uuid, enclosure: &NewEnclosure) -> Result<(), StoreError> {
    let NewEnclosure {
        id,
        kind,
        text,
        objector,
    } = enclosure;
    let sealed = tx.keyring.seal(&place(*id), text.as_str().as_bytes())?;
    let objector = match objector {
        Some(objector) => {
            let text = serde_json::to_vec(objector).map_err(corrupt(OBJECTOR))?;
            Some(tx.keyring.seal(&place_of_objector(*id), &text)?)
        }
        None => None,
    };
    diesel::insert_into(enclosures::table)
        .values((
            enclosures::id.eq(Col(*id)),
            enclosures::file_id.eq(Col(file)),
            enclosures::kind.eq(Col(*kind)),
            enclosures::sealed.eq(sealed),
            enclosures::objector.eq(objector),
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
        .select((
            enclosures::id,
            enclosures::sealed,
            enclosures::objector,
            enclosures::recorded_at,
        ))
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

/// Some of the objections to notices of a file that the caller has been shown to reach, newest first.
pub fn objections(
    reader: &mut Reader<'_>,
    file: Uuid,
    wanted: &BTreeSet<Uuid>,
    keyset: &Keyset<Uuid>,
) -> Result<Page<Enclosure>, StoreError> {
    let matching = || {
        enclosures::table
            .filter(enclosures::file_id.eq(Col(file)))
            .filter(enclosures::kind.eq(Col(EnclosureKind::Objection)))
            .filter(enclosures::id.eq_any(texts(wanted)))
            .into_boxed()
    };
    newest_first!(reader, keyset, matching, enclosures::id,
        (enclosures::id, enclosures::sealed, enclosures::objector, enclosures::recorded_at) => Row, |row| enclosure(reader, row))
}

type Row = (Uuid, Vec<u8>, Option<Vec<u8>>, DateTime<Utc>);

const OBJECTOR: &str = "case_enclosures.objector";

/// An enclosure without the files that came with it.
fn enclosure(
    reader: &Reader<'_>,
    (id, sealed, objector, recorded_at): Row,
) -> Result<Enclosure, StoreError> {
    let objector = match objector {
        Some(sealed) => {
            let text = reader.keyring.open_text(&place_of_objector(id), &sealed)?;
            Some(serde_json::from_str(&text).map_err(corrupt(OBJECTOR))?)
        }
        None => None,
    };
    let text = reader.keyring.open_text(&place(id), &sealed)?;
    Ok(Enclosure {
        id,
        text: Reason::stored(text)
            .ok_or_else(|| StoreError::Corrupt("case_enclosures.sealed".to_owned()))?,
        objector,
        attachments: Vec::new(),
        recorded_at,
    })
}

/// Where the sealed objector stands.
fn place_of_objector(id: Uuid) -> String {
    format!("{OBJECTOR}/{id}")
}

/// Where the sealed text stands. Values are bound to it, so that it keeps the name of the table in which
/// there were deeds only.
fn place(id: Uuid) -> String {
    format!("deed_enclosures.sealed/{id}")
}
