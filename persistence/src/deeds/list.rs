//! The list of deeds, newest first.

use domain::ids::DeedId;

use diesel::prelude::*;

use super::Deed;
use super::query::{Row, within};
use crate::error::StoreError;
use crate::paging::{Keyset, Page, newest_first};
use crate::schema::{deed_regions, deeds};
use crate::scope::RegionScope;
use crate::store::Reader;

/// The deeds within the caller's regions, newest first.
pub fn list(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    keyset: &Keyset<DeedId>,
) -> Result<Page<Deed>, StoreError> {
    // One region is read from its own index: otherwise a county with few deeds would walk past those
    // of everybody else to find them.
    if let Some([code]) = scope.codes().as_deref() {
        return newest_first!(
            reader,
            keyset,
            || deed_regions::table
                .inner_join(deeds::table)
                .filter(deed_regions::region_code.eq(*code))
                .into_boxed(),
            deed_regions::deed_id,
            Row::as_select() => Row,
            |row| row.into_deed(reader.keyring)
        );
    }
    newest_first!(
        reader,
        keyset,
        || within(scope),
        deeds::id,
        Row::as_select() => Row,
        |row| row.into_deed(reader.keyring)
    )
}
