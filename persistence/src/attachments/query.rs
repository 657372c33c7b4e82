//! Finding attachments.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use diesel::dsl::{exists, not};
use domain::attachments::{
    AttachmentState, ContentDigest, FileName, Held, MediaType, PartNumber, Parts,
};
use domain::ids::AttachmentId;
use domain::regions::RegionCode;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Attachment, Declared};
use crate::columns::corrupt;
use crate::keyring::Keyring;
use crate::prelude::*;
use crate::schema::{
    attachment_cases, attachment_parts, attachments, case_files, case_regions, case_sight,
};
use crate::stored::forms;

#[derive(Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = attachments)]
pub(super) struct Row {
    id: Col<AttachmentId>,
    file_id: Col<Uuid>,
    procedure: String,
    size_bytes: i64,
    state: Col<AttachmentState>,
    media_type: Col<Option<MediaType>>,
    sealed: Vec<u8>,
    version: i64,
    created_at: Col<DateTime<Utc>>,
    updated_at: Col<DateTime<Utc>>,
}

/// The sealed column. Anyone who knows a file must not find by its digest where it was handed in.
#[derive(Serialize, Deserialize)]
pub(crate) struct Sealed {
    file_name: FileName,
    digest: ContentDigest,
}

impl Row {
    pub(super) fn of(attachment: &Attachment, keyring: &Keyring) -> Result<Self, StoreError> {
        let Declared {
            file_name,
            digest,
            parts,
        } = &attachment.declared;
        let sealed = Sealed {
            file_name: file_name.clone(),
            digest: *digest,
        };
        let plain = forms::ATTACHMENT.write(&sealed)?;
        Ok(Self {
            id: Col(attachment.id),
            file_id: Col(attachment.file),
            procedure: attachment.procedure.clone(),
            size_bytes: i64::try_from(parts.size()).map_err(corrupt("attachments.size_bytes"))?,
            state: Col(attachment.state),
            media_type: Col(attachment.media_type),
            sealed: keyring.seal(&place(attachment.id), &plain)?,
            version: attachment.version,
            created_at: Col(attachment.created_at),
            updated_at: Col(attachment.updated_at),
        })
    }

    /// The attachment, as if every part were missing while it is uploaded.
    fn into_attachment(self, keyring: &Keyring) -> Result<Attachment, StoreError> {
        let plain = keyring.open(&place(self.id.0), &self.sealed)?;
        let Sealed { file_name, digest } = forms::ATTACHMENT.read(&plain)?;
        let parts = u64::try_from(self.size_bytes)
            .ok()
            .and_then(Parts::of_stored)
            .ok_or_else(|| StoreError::Corrupt("attachments.size_bytes".to_owned()))?;
        let missing = match self.state.0 {
            AttachmentState::Uploading => (1..=parts.count()).collect(),
            AttachmentState::Complete => Vec::new(),
        };
        Ok(Attachment {
            id: self.id.0,
            file: self.file_id.0,
            procedure: self.procedure,
            declared: Declared {
                file_name,
                digest,
                parts,
            },
            state: self.state.0,
            media_type: self.media_type.0,
            missing,
            version: self.version,
            created_at: self.created_at.0,
            updated_at: self.updated_at.0,
        })
    }
}

fn place(id: AttachmentId) -> String {
    format!("attachments.sealed/{id}")
}

type Query<'a> = attachments::BoxedQuery<'a, crate::connection::MultiBackend>;

/// The attachments of the case files that a scope may see, without those that were handed in for cases of
/// others alone.
pub(super) fn within(scope: &RegionScope) -> Query<'_> {
    let query = attachments::table.into_boxed();
    match scope.codes() {
        None => query,
        Some(codes) => {
            let seen = case_regions::table
                .filter(case_regions::file_id.eq(attachments::file_id))
                .filter(case_regions::region_code.eq_any(codes.clone()));
            let tied =
                attachment_cases::table.filter(attachment_cases::attachment_id.eq(attachments::id));
            let own = attachment_cases::table
                .inner_join(case_sight::table.on(case_sight::case_id.eq(attachment_cases::case_id)))
                .filter(attachment_cases::attachment_id.eq(attachments::id))
                .filter(case_sight::region_code.eq_any(codes));
            query
                .filter(exists(seen))
                .filter(not(exists(tied)).or(exists(own)))
        }
    }
}

/// The attachment of that id, when its case file is within the caller's regions.
pub fn find(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    id: AttachmentId,
) -> Result<Option<Attachment>, StoreError> {
    let row: Option<Row> = within(scope)
        .filter(attachments::id.eq(Col(id)))
        .select(Row::as_select())
        .get_result(reader.connection)
        .optional()?;
    let Some(row) = row else { return Ok(None) };
    let mut found = [row.into_attachment(reader.keyring)?];
    strike_arrived(reader, &mut found)?;
    Ok(found.into_iter().next())
}

/// The attachments within the caller's regions, of one case file or of all, newest first.
pub fn list(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    file: Option<Uuid>,
    keyset: &Keyset<AttachmentId>,
) -> Result<Page<Attachment>, StoreError> {
    let mut page = page(reader, scope, file, keyset)?;
    strike_arrived(reader, &mut page.items)?;
    Ok(page)
}

fn page(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    file: Option<Uuid>,
    keyset: &Keyset<AttachmentId>,
) -> Result<Page<Attachment>, StoreError> {
    let matching = || match file {
        None => within(scope),
        Some(file) => within(scope).filter(attachments::file_id.eq(Col(file))),
    };
    newest_first!(reader, keyset, matching, attachments::id,
        Row::as_select() => Row, |row| row.into_attachment(reader.keyring))
}

/// Strikes the parts that arrived off the missing ones, in one statement for all.
fn strike_arrived(reader: &mut Reader<'_>, found: &mut [Attachment]) -> Result<(), StoreError> {
    let uploading: Vec<AttachmentId> = found
        .iter()
        .filter(|attachment| attachment.state == AttachmentState::Uploading)
        .map(|attachment| attachment.id)
        .collect();
    if uploading.is_empty() {
        return Ok(());
    }
    let rows: Vec<(AttachmentId, i32)> = attachment_parts::table
        .filter(attachment_parts::attachment_id.eq_any(texts(&uploading)))
        .select((attachment_parts::attachment_id, attachment_parts::number))
        .load(reader.connection)?;
    let mut arrived: BTreeMap<AttachmentId, BTreeSet<PartNumber>> = BTreeMap::new();
    for (id, number) in rows {
        let number = PartNumber::try_from(number).map_err(corrupt("attachment_parts.number"))?;
        arrived.entry(id).or_default().insert(number);
    }
    for attachment in found {
        if let Some(arrived) = arrived.get(&attachment.id) {
            attachment
                .missing
                .retain(|number| !arrived.contains(number));
        }
    }
    Ok(())
}

/// What a case file holds already, which is little.
pub fn held(reader: &mut Reader<'_>, file: Uuid) -> Result<Held, StoreError> {
    let sizes: Vec<i64> = attachments::table
        .filter(attachments::file_id.eq(Col(file)))
        .select(attachments::size_bytes)
        .load(reader.connection)?;
    let mut held = Held::default();
    for size in sizes {
        held.files += 1;
        held.bytes += u64::try_from(size).map_err(corrupt("attachments.size_bytes"))?;
    }
    Ok(held)
}

/// The regions that see an attachment.
pub fn seen_by(
    reader: &mut Reader<'_>,
    attachment: &Attachment,
) -> Result<BTreeSet<RegionCode>, StoreError> {
    let of_cases: Vec<RegionCode> = attachment_cases::table
        .inner_join(case_sight::table.on(case_sight::case_id.eq(attachment_cases::case_id)))
        .filter(attachment_cases::attachment_id.eq(Col(attachment.id)))
        .select(case_sight::region_code)
        .load(reader.connection)?;
    if !of_cases.is_empty() {
        return Ok(of_cases.into_iter().collect());
    }
    let of_file: Vec<RegionCode> = case_regions::table
        .filter(case_regions::file_id.eq(Col(attachment.file)))
        .select(case_regions::region_code)
        .load(reader.connection)?;
    Ok(of_file.into_iter().collect())
}

/// The region whose file an attachment belongs to. The caller has been shown to reach it.
pub fn region_of(
    reader: &mut Reader<'_>,
    attachment: &Attachment,
) -> Result<RegionCode, StoreError> {
    Ok(case_files::table
        .find(Col(attachment.file))
        .select(case_files::region_code)
        .get_result(reader.connection)?)
}
