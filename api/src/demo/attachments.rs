//! A synthetic file, once complete and three times on its way.

use domain::attachments::{ContentDigest, FileName, MediaType, Parts};
use domain::ids::AttachmentId;
use domain::regions::RegionCode;
use persistence::attachments::{self, Attachment, Declared, NewPart};
use persistence::audit::{self, Principal};
use persistence::{RegionScope, Tx};

use super::{DemoError, literal};
use crate::attachments::change;
use crate::contract::examples::{FILE, FILE_SHA256, ids};

/// Hands them in for the one deed of the city.
pub(super) fn fill(
    tx: &mut Tx<'_>,
    principal: &Principal,
    city: RegionCode,
) -> Result<(), DemoError> {
    for id in [ids::ATTACHMENT_UPLOADING, ids::ATTACHMENT_UNWANTED] {
        declare(tx, principal, city, id)?;
    }
    send(tx, principal, city, ids::ATTACHMENT_ARRIVED)?;
    let sent = send(tx, principal, city, ids::ATTACHMENT)?;
    let complete = attachments::complete(tx, &sent, MediaType::Pdf)?;
    let completed = change("attachment.completed", &complete, city);
    Ok(audit::record(tx, principal, &completed)?)
}

/// One with its one part.
fn send(
    tx: &mut Tx<'_>,
    principal: &Principal,
    city: RegionCode,
    id: &str,
) -> Result<Attachment, DemoError> {
    let declared = declare(tx, principal, city, id)?;
    let part = NewPart::seal(tx.keyring(), declared.id, 1, FILE.as_bytes())?;
    attachments::store_part(tx, &declared, &part, false)?;
    let sent = attachments::find(tx, &RegionScope::City, declared.id)?;
    literal(sent.ok_or("a file is missing"))
}

fn declare(
    tx: &mut Tx<'_>,
    principal: &Principal,
    city: RegionCode,
    id: &str,
) -> Result<Attachment, DemoError> {
    let id: AttachmentId = literal(id.parse())?;
    let size = literal(u64::try_from(FILE.len()))?;
    let declared = Declared {
        file_name: literal(FileName::parse("测试材料.pdf"))?,
        digest: literal(ContentDigest::parse(FILE_SHA256))?,
        parts: literal(Parts::of_stored(size).ok_or("the file is empty"))?,
    };
    let attachment = attachments::declare(tx, id, ("deed", literal(ids::DEED.parse())?), declared)?;
    let change = change("attachment.declared", &attachment, city);
    audit::record(tx, principal, &change)?;
    Ok(attachment)
}
