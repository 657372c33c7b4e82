//! A synthetic file, complete and on its way, and the papers on which parties give something up.

use domain::attachments::{Allowance, ContentDigest, FileName, Parts};
use domain::ids::{AttachmentId, Id as _, PlaqueId};
use persistence::RegionScope;
use persistence::attachments::{self, Declared, NewPart};
use uuid::Uuid;

use super::{Demo, DemoError, literal};
use crate::attachments::{Checked, Of, complete, declare, keep};
use crate::contract::examples::{FILE, FILE_SHA256, ids};
use crate::procedure::ProcedureName;

/// Hands them in: for the one deed of the city, and for each file in which something is given up.
pub(super) fn fill(
    demo: &mut Demo<'_, '_>,
    allowance: Allowance,
    papers: &[(PlaqueId, AttachmentId)],
) -> Result<(), DemoError> {
    let mut all: Vec<(Of, AttachmentId)> = Vec::new();
    for (file, paper) in ids::GIVEN_UP {
        let file = literal(Uuid::parse_str(file))?;
        let mut found = None;
        for procedure in ProcedureName::ALL {
            if procedure.has(demo.tx, &RegionScope::City, file)? {
                found = Some(*procedure);
            }
        }
        let procedure = literal(found.ok_or("a file is missing"))?;
        all.push((Of { procedure, file }, literal(paper.parse())?));
    }
    let of_plaque = |plaque: &PlaqueId| Of {
        procedure: ProcedureName::Plaque,
        file: plaque.uuid(),
    };
    all.extend(papers.iter().map(|(plaque, id)| (of_plaque(plaque), *id)));
    for (of, id) in all {
        declare_one(demo, allowance, (id, of))?;
        send(demo, id)?;
        finish(demo, id)?;
    }
    for id in [
        ids::ATTACHMENT_UPLOADING,
        ids::ATTACHMENT_UNWANTED,
        ids::ATTACHMENT_ARRIVED,
        ids::ATTACHMENT,
    ] {
        let of = Of {
            procedure: ProcedureName::Deed,
            file: literal(Uuid::parse_str(ids::DEED))?,
        };
        declare_one(demo, allowance, (literal(id.parse())?, of))?;
    }
    for id in [ids::ATTACHMENT_ARRIVED, ids::ATTACHMENT] {
        send(demo, literal(id.parse())?)?;
    }
    finish(demo, literal(ids::ATTACHMENT.parse())?)
}

fn send(demo: &mut Demo<'_, '_>, id: AttachmentId) -> Result<(), DemoError> {
    let part = NewPart::seal(demo.tx.keyring(), id, 1, FILE.as_bytes())?;
    demo.command(0, None, |acting| {
        let kept = keep(acting, &RegionScope::City, id, &part, false)?;
        Ok(((), kept.changes))
    })
}

fn finish(demo: &mut Demo<'_, '_>, id: AttachmentId) -> Result<(), DemoError> {
    let sent = attachments::find(demo.tx, &RegionScope::City, id)?;
    let checked = Checked::of_one_part(&literal(sent.ok_or("a file is missing"))?, FILE.as_bytes());
    demo.command(0, None, |acting| {
        let completed = complete(acting, &RegionScope::City, id, Some(&checked))?;
        Ok(((), completed.changes))
    })
}

fn declare_one(
    demo: &mut Demo<'_, '_>,
    allowance: Allowance,
    (id, of): (AttachmentId, Of),
) -> Result<(), DemoError> {
    let size = literal(u64::try_from(FILE.len()))?;
    let declared = Declared {
        file_name: literal(FileName::parse("测试材料.pdf"))?,
        digest: literal(ContentDigest::parse(FILE_SHA256))?,
        parts: literal(Parts::of_stored(size).ok_or("the file is empty"))?,
    };
    demo.command(0, None, |acting| {
        let declared = declare(acting, &RegionScope::City, allowance, (id, of), &declared)?;
        Ok(((), declared.changes))
    })
}
