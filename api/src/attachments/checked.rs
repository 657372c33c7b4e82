//! Reading a whole file, part by part, to see whether it is what was declared.

use domain::attachments::{AttachmentState, ContentDigest, MediaType, NotAccepted};
use domain::error::Coded;
use domain::ids::AttachmentId;
use persistence::attachments::{self, Attachment};
use persistence::{RegionScope, StoreError};
use sha2::{Digest, Sha256};

use crate::problems::Problem;
use crate::services::Services;

domain::faults! {
    struct OtherContent = "attachment_digest",
        "内容的 SHA-256 与申报的不一致：请以 replace=true 重新发送有误的分段",
        "The content does not have the declared SHA-256: send the parts that are wrong again, with replace=true.";
}

/// What the content of a file turned out to be.
pub(super) struct Checked {
    version: i64,
    digest: ContentDigest,
    kind: Result<MediaType, NotAccepted>,
}

impl Checked {
    /// Reads a file of which every part is there; `None` for one that is not so far, or has been
    /// through this. Only one part at a time is in memory.
    pub(super) async fn read(
        services: &Services,
        scope: &RegionScope,
        id: AttachmentId,
    ) -> Result<Option<Self>, Problem> {
        let scope = scope.clone();
        let attachment = services
            .store
            .read(move |reader| attachments::find(reader, &scope, id))
            .await?
            .ok_or_else(Problem::not_found)?;
        let whole = attachment.state == AttachmentState::Uploading && attachment.missing.is_empty();
        if !whole {
            return Ok(None);
        }
        let mut hash = Sha256::new();
        let mut kind = Err(NotAccepted::Kind);
        for number in 1..=attachment.declared.parts.count() {
            let name = attachment.declared.file_name.clone();
            let part = services
                .store
                .read(move |reader| attachments::part(reader, id, number))
                .await?
                .ok_or(StoreError::Conflict)?;
            let (next, found) = services
                .store
                .compute(move |keyring| {
                    let bytes = part.open(keyring)?;
                    let found = (number == 1).then(|| MediaType::recognise(&bytes, &name));
                    Ok::<_, StoreError>((hash.chain_update(&bytes), found))
                })
                .await?;
            hash = next;
            kind = found.unwrap_or(kind);
        }
        Ok(Some(Self {
            version: attachment.version,
            digest: ContentDigest::from(<[u8; 32]>::from(hash.finalize())),
            kind,
        }))
    }

    /// The kind of the file, when it is what was declared. [`StoreError::Conflict`] when another part
    /// has arrived since: the call may be made again.
    pub(super) fn accept(&self, attachment: &Attachment) -> Result<MediaType, Problem> {
        if self.version != attachment.version {
            return Err(StoreError::Conflict.into());
        }
        if self.digest != attachment.declared.digest {
            return Err(OtherContent.at("/sha256").into());
        }
        self.kind.map_err(|refused| refused.at("/file_name").into())
    }
}
