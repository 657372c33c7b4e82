//! Who sees a deed.

use std::collections::BTreeSet;

use diesel::prelude::*;
use domain::regions::RegionCode;

use super::{Actor, Deed, states};
use crate::connection::insert_all;
use crate::error::StoreError;
use crate::schema::deed_regions;
use crate::store::Tx;

/// Every region whose body holds, held first or is to receive the case of an actor: who sees the deed.
#[must_use]
pub fn seen_by(deed: &Deed, actors: &[Actor]) -> BTreeSet<RegionCode> {
    let mut regions = BTreeSet::from([deed.region]);
    for actor in actors {
        regions.insert(actor.case.holder().region);
        regions.insert(actor.case.first_instance().region);
        let open = actor
            .case
            .transfers()
            .iter()
            .filter(|transfer| transfer.end.is_none());
        regions.extend(open.map(|transfer| transfer.receiver.region));
    }
    regions
}

/// Replaces the regions that see a deed, and under which states each of them finds it.
pub(super) fn replace(tx: &mut Tx<'_>, deed: &Deed, actors: &[Actor]) -> Result<(), StoreError> {
    let id = deed.id.to_string();
    let wanted: BTreeSet<String> = seen_by(deed, actors)
        .iter()
        .map(ToString::to_string)
        .collect();
    let known: BTreeSet<String> = deed_regions::table
        .filter(deed_regions::deed_id.eq(&id))
        .select(deed_regions::region_code)
        .load::<String>(tx.connection)?
        .into_iter()
        .collect();
    let gone: Vec<&String> = known.difference(&wanted).collect();
    if !gone.is_empty() {
        let rows = deed_regions::table
            .filter(deed_regions::deed_id.eq(&id))
            .filter(deed_regions::region_code.eq_any(gone));
        diesel::delete(rows).execute(tx.connection)?;
    }
    let rows = wanted
        .difference(&known)
        .map(|region| {
            (
                deed_regions::region_code.eq(region),
                deed_regions::deed_id.eq(&id),
            )
        })
        .collect();
    insert_all!(&mut *tx.connection, deed_regions::table, rows)?;
    states::replace(tx, &id, &known, &wanted, actors)
}
