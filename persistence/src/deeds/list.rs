//! The list of deeds, newest first.

use domain::ids::DeedId;

use diesel::prelude::*;

use super::Deed;
use super::query::{Row, within};
use crate::error::StoreError;
use crate::paging::{Keyset, Page, newest_first};
use crate::schema::deeds;
use crate::scope::RegionScope;
use crate::store::Reader;

/// The deeds within the caller's regions, newest first.
pub fn list(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    keyset: &Keyset<DeedId>,
) -> Result<Page<Deed>, StoreError> {
    newest_first!(
        reader,
        keyset,
        || within(scope),
        deeds::id,
        Row::as_select() => Row,
        |row| row.into_deed(reader.keyring)
    )
}
