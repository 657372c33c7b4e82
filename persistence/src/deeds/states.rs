//! How far the cases of a deed have come, for each region that sees it: the list of deeds by state.

use std::collections::BTreeSet;

use diesel::prelude::*;
use domain::deeds::procedure::State;

use super::Actor;
use crate::connection::insert_all;
use crate::error::StoreError;
use crate::schema::deed_states;
use crate::scope::RegionScope;
use crate::store::Tx;

/// Stands for every region at once, so that the city's list walks an index as a county's does.
pub(super) const WHOLE_CITY: &str = "";

/// The region code under which the deeds of a scope are listed: its only region's, or the whole
/// city's, of which several regions see a part.
pub(super) fn listed_under(scope: &RegionScope) -> &str {
    match scope.codes().as_deref() {
        Some([code]) => code,
        _ => WHOLE_CITY,
    }
}

/// Replaces the states of a deed's actors for the regions that saw it and those that see it now.
pub(super) fn replace(
    tx: &mut Tx<'_>,
    deed: &str,
    saw: &BTreeSet<String>,
    see: &BTreeSet<String>,
    actors: &[Actor],
) -> Result<(), StoreError> {
    let states: BTreeSet<&str> = actors
        .iter()
        .map(|actor| actor.case.state().as_str())
        .collect();
    let wanted: BTreeSet<(String, String)> = see
        .iter()
        .map(String::as_str)
        .chain([WHOLE_CITY])
        .flat_map(|region| {
            let of_region = |state: &&str| (region.to_owned(), (*state).to_owned());
            states.iter().map(of_region).collect::<Vec<_>>()
        })
        .collect();
    let known = if saw.is_empty() {
        BTreeSet::new()
    } else {
        known(tx, deed, saw)?
    };
    for (region, state) in known.difference(&wanted) {
        diesel::delete(deed_states::table.find((region, state, deed))).execute(tx.connection)?;
    }
    let rows = wanted
        .difference(&known)
        .map(|(region, state)| {
            (
                deed_states::region_code.eq(region),
                deed_states::state.eq(state),
                deed_states::deed_id.eq(deed),
            )
        })
        .collect();
    insert_all!(&mut *tx.connection, deed_states::table, rows)?;
    Ok(())
}

/// What stands there. All states are named, so that the primary key is looked up and not walked.
fn known(
    tx: &mut Tx<'_>,
    deed: &str,
    regions: &BTreeSet<String>,
) -> Result<BTreeSet<(String, String)>, StoreError> {
    let regions = regions.iter().map(String::as_str).chain([WHOLE_CITY]);
    let states = State::ALL.iter().map(|state| state.as_str());
    let found: Vec<(String, String)> = deed_states::table
        .filter(deed_states::region_code.eq_any(regions))
        .filter(deed_states::state.eq_any(states))
        .filter(deed_states::deed_id.eq(deed))
        .select((deed_states::region_code, deed_states::state))
        .load(tx.connection)?;
    Ok(found.into_iter().collect())
}
