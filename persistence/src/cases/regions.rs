//! Who sees a file.

use std::collections::BTreeSet;

use domain::procedure::{Case, Procedure};
use domain::regions::RegionCode;

use super::{CaseFile, CaseOnFile, states};
use crate::prelude::*;
use crate::schema::{case_regions, case_sight};

/// Every region whose body holds, held first or is to receive one of the cases: who sees the file.
pub fn seen_by<P: Procedure>(file: &CaseFile<P>, cases: &[CaseOnFile<P>]) -> BTreeSet<RegionCode> {
    seen_with(file, cases.iter())
}

fn seen_with<'a, P: Procedure>(
    file: &CaseFile<P>,
    cases: impl Iterator<Item = &'a CaseOnFile<P>>,
) -> BTreeSet<RegionCode> {
    let of_cases = cases.flat_map(|one| regions_of(&one.case));
    of_cases.chain([file.region]).collect()
}

/// Every region whose body holds a case, held it first or is to receive it: who sees the case.
pub fn regions_of<P: Procedure>(case: &Case<P>) -> BTreeSet<RegionCode> {
    let receiver = case.open_transfer().map(|transfer| transfer.receiver);
    let bodies = [case.holder(), case.first_instance()];
    bodies
        .into_iter()
        .chain(receiver)
        .map(|body| body.region)
        .collect()
}

/// Whether a scope sees a case. Who sees a file need not see all its cases.
pub fn sees<P: Procedure>(scope: &RegionScope, case: &Case<P>) -> bool {
    *scope == RegionScope::City || regions_of(case).iter().any(|region| scope.covers(region))
}

/// Replaces the regions that see a file, and under which states each of them finds it.
pub(super) fn replace<'a, P: Procedure>(
    tx: &mut Tx<'_>,
    file: &CaseFile<P>,
    cases: impl Iterator<Item = &'a CaseOnFile<P>> + Clone,
) -> Result<(), StoreError> {
    let id = file.id.to_string();
    let wanted: BTreeSet<String> = seen_with(file, cases.clone())
        .iter()
        .map(ToString::to_string)
        .collect();
    let known: BTreeSet<String> = case_regions::table
        .filter(case_regions::file_id.eq(&id))
        .select(case_regions::region_code)
        .load::<String>(tx.connection)?
        .into_iter()
        .collect();
    let gone: Vec<&String> = known.difference(&wanted).collect();
    if !gone.is_empty() {
        let rows = case_regions::table
            .filter(case_regions::file_id.eq(&id))
            .filter(case_regions::region_code.eq_any(gone));
        diesel::delete(rows).execute(tx.connection)?;
    }
    let rows = wanted
        .difference(&known)
        .map(|region| {
            (
                case_regions::procedure.eq(P::NAME),
                case_regions::region_code.eq(region),
                case_regions::file_id.eq(&id),
            )
        })
        .collect();
    insert_all!(&mut *tx.connection, case_regions::table, rows)?;
    replace_sight(tx, cases.clone())?;
    states::replace(tx, &id, &known, cases)
}

/// Replaces who sees each case.
fn replace_sight<'a, P: Procedure>(
    tx: &mut Tx<'_>,
    cases: impl Iterator<Item = &'a CaseOnFile<P>> + Clone,
) -> Result<(), StoreError> {
    let known: BTreeSet<(String, String)> = case_sight::table
        .filter(case_sight::case_id.eq_any(texts(cases.clone().map(|one| &one.id))))
        .load::<(String, String)>(tx.connection)?
        .into_iter()
        .collect();
    let wanted: BTreeSet<(String, String)> = cases
        .flat_map(|one| {
            let regions = regions_of(&one.case).into_iter();
            regions.map(|region| (one.id.to_string(), region.to_string()))
        })
        .collect();
    for (case, region) in known.difference(&wanted) {
        diesel::delete(case_sight::table.find((case, region))).execute(tx.connection)?;
    }
    let rows = wanted
        .difference(&known)
        .map(|(case, region)| {
            (
                case_sight::case_id.eq(case),
                case_sight::region_code.eq(region),
            )
        })
        .collect();
    insert_all!(&mut *tx.connection, case_sight::table, rows)?;
    Ok(())
}
