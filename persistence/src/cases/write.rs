//! Writing files and their cases.

use domain::ids::Id as _;

use super::{CaseFile, CaseOnFile, Changed, file, regions, row, tasks};
use crate::prelude::*;
use crate::schema::{case_files, cases};
use crate::stored::StoredProcedure;

/// Writes a new file with its cases, each with what is due of bodies.
pub fn insert<P: StoredProcedure>(
    tx: &mut Tx<'_>,
    file: &CaseFile<P>,
    opened: &[Changed<P>],
) -> Result<(), StoreError> {
    let row = file::Row::of(file, tx.keyring)?;
    insert!(tx.connection, case_files::table, row)?;
    let rows = opened
        .iter()
        .map(|(case, _)| row::Row::of(case, tx.keyring))
        .collect::<Result<_, _>>()?;
    insert_all!(&mut *tx.connection, cases::table, rows)?;
    tasks::insert(tx, opened)?;
    regions::replace(tx, file, opened.iter().map(|(case, _)| case))
}

/// Writes a file after a step or a correction: `changed` are the cases that took part, `all` the cases
/// as they are now. File and changed cases are one version further. [`StoreError::Conflict`] when
/// somebody else was faster.
pub fn save<P: StoredProcedure>(
    tx: &mut Tx<'_>,
    file: &CaseFile<P>,
    changed: &[Changed<P>],
    all: &[CaseOnFile<P>],
) -> Result<(), StoreError> {
    let unchanged = case_files::table
        .find(Col(file.id.uuid()))
        .filter(case_files::version.eq(file.version - 1));
    let rows = diesel::update(unchanged)
        .set(file::Row::of(file, tx.keyring)?)
        .execute(tx.connection)?;
    one_row(rows)?;
    for (case, _) in changed {
        let unchanged = cases::table
            .find(Col(case.id))
            .filter(cases::version.eq(case.version - 1));
        let rows = diesel::update(unchanged)
            .set(row::Row::of(case, tx.keyring)?)
            .execute(tx.connection)?;
        one_row(rows)?;
    }
    tasks::replace(tx, changed)?;
    regions::replace(tx, file, all.iter())
}
