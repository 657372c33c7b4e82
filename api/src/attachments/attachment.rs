//! An attachment as audit and answers name it.

use domain::ids::AttachmentId;
use domain::regions::RegionCode;
use persistence::attachments::{Abandoned, Attachment};
use persistence::audit::{Change, Subject};
use serde_json::json;

use crate::http::EntityTag;
use crate::problems::{Code, Problem};

pub(super) fn address(id: AttachmentId) -> String {
    format!("/v1/attachments/{id}")
}

pub(super) fn tag(attachment: &Attachment) -> EntityTag {
    EntityTag::new(attachment.version, "full")
}

/// 409 for an attachment that is too far along, or not far enough.
pub(super) fn unmet(condition: &str) -> Problem {
    Problem::new(Code::NotPossible).with("unmet", json!([condition]))
}

/// What happened to an attachment. The feed learns of which deed it is, how large and of what kind,
/// never its name.
pub(crate) fn change(action: &'static str, attachment: &Attachment, region: RegionCode) -> Change {
    let facts = json!({
        "deed_id": attachment.file,
        "size_bytes": attachment.declared.parts.size(),
        "media_type": attachment.media_type,
    });
    Change::new(action, subject(attachment, region), facts)
}

pub(super) fn subject(attachment: &Attachment, region: RegionCode) -> Subject {
    Subject {
        kind: "attachment",
        id: attachment.id.to_string(),
        version: attachment.version,
        region,
    }
}

/// The change that an upload was given up.
pub(crate) fn abandoned(upload: &Abandoned) -> Change {
    let subject = Subject {
        kind: "attachment",
        id: upload.id.to_string(),
        version: upload.version,
        region: upload.region,
    };
    let facts = json!({ "deed_id": upload.file });
    Change::new("attachment.abandoned", subject, facts)
}
