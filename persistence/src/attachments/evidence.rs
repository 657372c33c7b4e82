//! Which attachments are part of which evidence.

use std::collections::{BTreeMap, BTreeSet};

use diesel::dsl::{exists, select};
use domain::attachments::AttachmentState;
use domain::ids::{AttachmentId, CaseId};
use uuid::Uuid;

use super::query::within;
use crate::prelude::*;
use crate::schema::{
    attachment_cases as ties, attachments, case_enclosures, evidence_attachments as links,
};

/// How far those of these attachments have come that belong to the case file and that the scope sees.
pub fn states_in(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    file: Uuid,
    ids: &[AttachmentId],
) -> Result<BTreeMap<AttachmentId, AttachmentState>, StoreError> {
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let states = within(scope)
        .filter(attachments::file_id.eq(Col(file)))
        .filter(attachments::id.eq_any(texts(ids)))
        .select((attachments::id, attachments::state))
        .load(reader.connection)?;
    Ok(states.into_iter().collect())
}

/// Whether a step has named the attachment before.
pub fn is_named(reader: &mut Reader<'_>, id: AttachmentId) -> Result<bool, StoreError> {
    let of_step = ties::table.filter(ties::attachment_id.eq(Col(id)));
    Ok(select(exists(of_step)).get_result(reader.connection)?)
}

/// Keeps for which cases attachments were handed in: who sees none of these does not see them.
pub fn tie_to_cases(
    tx: &mut Tx<'_>,
    ids: &[AttachmentId],
    of_cases: &[CaseId],
) -> Result<(), StoreError> {
    let known: BTreeSet<(AttachmentId, CaseId)> = ties::table
        .filter(ties::attachment_id.eq_any(texts(ids)))
        .load(tx.connection)?
        .into_iter()
        .collect();
    let wanted = ids
        .iter()
        .flat_map(|id| of_cases.iter().map(move |case| (*id, *case)));
    let new: BTreeSet<(AttachmentId, CaseId)> = wanted.filter(|tie| !known.contains(tie)).collect();
    let rows = new
        .iter()
        .map(|(id, case)| {
            (
                ties::attachment_id.eq(Col(*id)),
                ties::case_id.eq(Col(*case)),
            )
        })
        .collect();
    insert_all!(&mut *tx.connection, ties::table, rows)?;
    Ok(())
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
                links::evidence_id.eq(Col(evidence)),
                links::attachment_id.eq(Col(*id)),
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
    let rows: Vec<(Uuid, AttachmentId)> = links::table
        .inner_join(case_enclosures::table)
        .filter(case_enclosures::file_id.eq(Col(file)))
        .order(links::attachment_id.asc())
        .select((links::evidence_id, links::attachment_id))
        .load(reader.connection)?;
    let mut found: BTreeMap<Uuid, Vec<AttachmentId>> = BTreeMap::new();
    for (evidence, attachment) in rows {
        found.entry(evidence).or_default().push(attachment);
    }
    Ok(found)
}
