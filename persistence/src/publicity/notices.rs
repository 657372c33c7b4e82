//! The statutory notices (公示) that are up: each from its publication to its last day, or until it is taken
//! down before.

use std::collections::BTreeSet;

use domain::ids::{CaseId, DocumentId};
use domain::publicity::PublicNotice;
use uuid::Uuid;

use super::entries::{self, Wanted};
use crate::prelude::*;

/// A notice, and by which paper and in which file it was published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posted {
    pub document: DocumentId,
    pub file: Uuid,
    pub notice: PublicNotice,
}

/// Puts a notice up. One of the same cases from before is taken down: this one stands in its stead.
pub fn publish(tx: &mut Tx<'_>, posted: Posted) -> Result<(), StoreError> {
    let owner = posted.file.to_string();
    let mut up = entries::of_owner::<PublicNotice>(tx, &owner)?;
    up.retain(|(_, notice)| notice.cases.is_disjoint(&posted.notice.cases));
    up.push((posted.document.to_string(), posted.notice));
    keep(tx, &owner, &up)
}

/// Takes down the notices of a file of which no case is in publication any more.
pub(super) fn keep_only(
    tx: &mut Tx<'_>,
    file: Uuid,
    published: &BTreeSet<CaseId>,
) -> Result<(), StoreError> {
    let owner = file.to_string();
    let mut up = entries::of_owner::<PublicNotice>(tx, &owner)?;
    let all = up.len();
    up.retain(|(_, notice): &(String, PublicNotice)| !notice.cases.is_disjoint(published));
    if up.len() == all {
        return Ok(());
    }
    keep(tx, &owner, &up)
}

fn keep(tx: &mut Tx<'_>, owner: &str, up: &[(String, PublicNotice)]) -> Result<(), StoreError> {
    let wanted = up.iter().map(|(document, notice)| Wanted {
        origin: document.clone(),
        owner: owner.to_owned(),
        entry: notice,
        order: Box::new(|id| newest_first(notice, id)),
        until: notice.until,
        facets: vec![format!("county:{}", notice.region)],
        keys: Vec::new(),
    });
    let wanted = wanted.collect();
    entries::replace(tx, owner, wanted)
}

/// The day of issue counted down, so that the newest comes first.
fn newest_first(notice: &PublicNotice, id: &str) -> String {
    use chrono::Datelike as _;

    let days = notice.sheet.issued_on.num_days_from_ce();
    format!("{:08}/{id}", 9_999_999 - days)
}
