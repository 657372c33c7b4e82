//! Which attachments are part of which evidence.

use std::collections::BTreeMap;

use diesel::prelude::*;
use domain::attachments::AttachmentState;
use domain::ids::AttachmentId;
use uuid::Uuid;

use crate::connection::insert_all;
use crate::convert::{corrupt, parse_id};
use crate::error::StoreError;
use crate::schema::{attachments, case_enclosures, evidence_attachments as links};
use crate::store::{Reader, Tx};

/// How far those of these attachments have come that belong to the case file.
pub fn states_in(
    reader: &mut Reader<'_>,
    file: Uuid,
    ids: &[AttachmentId],
) -> Result<BTreeMap<AttachmentId, AttachmentState>, StoreError> {
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let wanted: Vec<String> = ids.iter().map(ToString::to_string).collect();
    attachments::table
        .filter(attachments::file_id.eq(file.to_string()))
        .filter(attachments::id.eq_any(wanted))
        .select((attachments::id, attachments::state))
        .load::<(String, String)>(reader.connection)?
        .into_iter()
        .map(|(id, state)| {
            let state = state.parse().map_err(corrupt("attachments.state"))?;
            Ok((parse_id(&id)?, state))
        })
        .collect()
}

/// Makes complete attachments a part of evidence, which is an enclosure of their case file.
pub fn add_to_evidence(
    tx: &mut Tx<'_>,
    evidence: Uuid,
    ids: &[AttachmentId],
) -> Result<(), StoreError> {
    let rows = ids
        .iter()
        .map(|id| {
            (
                links::evidence_id.eq(evidence.to_string()),
                links::attachment_id.eq(id.to_string()),
            )
        })
        .collect();
    insert_all!(&mut *tx.connection, links::table, rows)?;
    Ok(())
}

/// The attachments of every enclosure of a case file, in the order of their ids.
pub(crate) fn of_evidence(
    reader: &mut Reader<'_>,
    file: Uuid,
) -> Result<BTreeMap<Uuid, Vec<AttachmentId>>, StoreError> {
    let rows: Vec<(String, String)> = links::table
        .inner_join(case_enclosures::table)
        .filter(case_enclosures::file_id.eq(file.to_string()))
        .order(links::attachment_id.asc())
        .select((links::evidence_id, links::attachment_id))
        .load(reader.connection)?;
    let mut found: BTreeMap<Uuid, Vec<AttachmentId>> = BTreeMap::new();
    for (evidence, attachment) in rows {
        let of_this = found.entry(parse_id(&evidence)?).or_default();
        of_this.push(parse_id(&attachment)?);
    }
    Ok(found)
}
