//! Who sees a file.

use std::collections::BTreeSet;

use domain::procedure::Procedure;
use domain::regions::RegionCode;

use super::{CaseFile, CaseOnFile, states};
use crate::prelude::*;
use crate::schema::case_regions;

/// Every region whose body holds, held first or is to receive one of the cases: who sees the file.
pub fn seen_by<P: Procedure>(file: &CaseFile<P>, cases: &[CaseOnFile<P>]) -> BTreeSet<RegionCode> {
    seen_with(file, cases.iter())
}

fn seen_with<'a, P: Procedure>(
    file: &CaseFile<P>,
    cases: impl Iterator<Item = &'a CaseOnFile<P>>,
) -> BTreeSet<RegionCode> {
    let mut regions = BTreeSet::from([file.region]);
    for on_file in cases {
        let case = &on_file.case;
        regions.insert(case.holder().region);
        regions.insert(case.first_instance().region);
        let open = case
            .transfers()
            .iter()
            .filter(|transfer| transfer.end.is_none());
        regions.extend(open.map(|transfer| transfer.receiver.region));
    }
    regions
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
    states::replace(tx, &id, &known, &wanted, cases)
}
