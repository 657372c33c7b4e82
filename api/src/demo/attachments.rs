//! A synthetic file, once complete and three times on its way.

use domain::attachments::{ContentDigest, FileName, MediaType, Parts};
use domain::ids::AttachmentId;
use persistence::RegionScope;
use persistence::attachments::{self, Attachment, Declared, NewPart};

use super::{Demo, DemoError, literal};
use crate::attachments::change;
use crate::contract::examples::{FILE, FILE_SHA256, ids};

/// Hands them in for the one deed of the city.
pub(super) fn fill(demo: &mut Demo<'_, '_>) -> Result<(), DemoError> {
    for id in [ids::ATTACHMENT_UPLOADING, ids::ATTACHMENT_UNWANTED] {
        declare(demo, id)?;
    }
    send(demo, ids::ATTACHMENT_ARRIVED)?;
    let sent = send(demo, ids::ATTACHMENT)?;
    let complete = attachments::complete(demo.tx, &sent, MediaType::Pdf)?;
    let completed = change("attachment.completed", &complete, demo.city);
    demo.record(&completed)
}

/// One with its one part.
fn send(demo: &mut Demo<'_, '_>, id: &str) -> Result<Attachment, DemoError> {
    let declared = declare(demo, id)?;
    let part = NewPart::seal(demo.tx.keyring(), declared.id, 1, FILE.as_bytes())?;
    attachments::store_part(demo.tx, &declared, &part, false)?;
    let sent = attachments::find(demo.tx, &RegionScope::City, declared.id)?;
    literal(sent.ok_or("a file is missing"))
}

fn declare(demo: &mut Demo<'_, '_>, id: &str) -> Result<Attachment, DemoError> {
    let id: AttachmentId = literal(id.parse())?;
    let size = literal(u64::try_from(FILE.len()))?;
    let declared = Declared {
        file_name: literal(FileName::parse("测试材料.pdf"))?,
        digest: literal(ContentDigest::parse(FILE_SHA256))?,
        parts: literal(Parts::of_stored(size).ok_or("the file is empty"))?,
    };
    let attachment =
        attachments::declare(demo.tx, id, ("deed", literal(ids::DEED.parse())?), declared)?;
    let change = change("attachment.declared", &attachment, demo.city);
    demo.record(&change)?;
    Ok(attachment)
}
