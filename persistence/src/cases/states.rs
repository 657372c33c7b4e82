//! How far the cases of a file have come, for each region that sees it: the list of files by state.

use std::collections::BTreeSet;

use domain::named::NamedEnum;
use domain::procedure::Procedure;

use super::{CaseOnFile, regions_of};
use crate::prelude::*;
use crate::schema::case_states;

/// Stands for every region at once, so that the city's list walks an index as a county's does.
pub(super) const WHOLE_CITY: &str = "";

/// The region code under which the files of a scope are listed: its only region's, or the whole
/// city's, of which several regions see a part.
pub(super) fn listed_under(scope: &RegionScope) -> &str {
    match scope.codes().as_deref() {
        Some([code]) => code,
        _ => WHOLE_CITY,
    }
}

/// Replaces the states of a file's cases for the regions that saw it and those that see them now.
pub(super) fn replace<'a, P: Procedure>(
    tx: &mut Tx<'_>,
    file: &str,
    saw: &BTreeSet<String>,
    cases: impl Iterator<Item = &'a CaseOnFile<P>>,
) -> Result<(), StoreError> {
    let wanted: BTreeSet<(String, String)> = cases
        .flat_map(|on_file| {
            let state = on_file.case.state().as_str();
            let regions = regions_of(&on_file.case);
            let regions = regions.iter().map(ToString::to_string);
            let all = regions.chain([WHOLE_CITY.to_owned()]);
            all.map(|region| (region, state.to_owned()))
                .collect::<Vec<_>>()
        })
        .collect();
    let known = if saw.is_empty() {
        BTreeSet::new()
    } else {
        known::<P>(tx, file, saw)?
    };
    for (region, state) in known.difference(&wanted) {
        let row = case_states::table.find((P::NAME, region, state, file));
        diesel::delete(row).execute(tx.connection)?;
    }
    let rows = wanted
        .difference(&known)
        .map(|(region, state)| {
            (
                case_states::procedure.eq(P::NAME),
                case_states::region_code.eq(region),
                case_states::state.eq(state),
                case_states::file_id.eq(file),
            )
        })
        .collect();
    insert_all!(&mut *tx.connection, case_states::table, rows)?;
    Ok(())
}

/// What stands there. All states are named, so that the primary key is looked up and not walked.
fn known<P: Procedure>(
    tx: &mut Tx<'_>,
    file: &str,
    regions: &BTreeSet<String>,
) -> Result<BTreeSet<(String, String)>, StoreError> {
    let regions = regions.iter().map(String::as_str).chain([WHOLE_CITY]);
    let states = P::State::all().into_iter().map(NamedEnum::as_str);
    let found: Vec<(String, String)> = case_states::table
        .filter(case_states::procedure.eq(P::NAME))
        .filter(case_states::region_code.eq_any(regions))
        .filter(case_states::state.eq_any(states))
        .filter(case_states::file_id.eq(file))
        .select((case_states::region_code, case_states::state))
        .load(tx.connection)?;
    Ok(found.into_iter().collect())
}
