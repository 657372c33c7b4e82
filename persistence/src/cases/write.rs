//! Writing files and their cases.

use diesel::prelude::*;

use super::{CaseFile, CaseOnFile, Changed, file, regions, row, tasks};
use crate::connection::{insert_all, with_backend};
use crate::error::StoreError;
use crate::schema::{case_files, cases};
use crate::store::Tx;
use crate::stored::StoredProcedure;

/// Writes a new file with its cases, each with what is due of bodies.
pub fn insert<P: StoredProcedure>(
    tx: &mut Tx<'_>,
    file: &CaseFile<P>,
    opened: &[Changed<P>],
) -> Result<(), StoreError> {
    let row = file::Row::of(file, tx.keyring)?;
    with_backend!(&mut *tx.connection, connection => {
        diesel::insert_into(case_files::table).values(row).execute(connection)
    })?;
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
        .find(file.id.to_string())
        .filter(case_files::version.eq(file.version - 1));
    let rows = diesel::update(unchanged)
        .set(file::Row::of(file, tx.keyring)?)
        .execute(tx.connection)?;
    if rows != 1 {
        return Err(StoreError::Conflict);
    }
    for (case, _) in changed {
        let unchanged = cases::table
            .find(case.id.to_string())
            .filter(cases::version.eq(case.version - 1));
        let rows = diesel::update(unchanged)
            .set(row::Row::of(case, tx.keyring)?)
            .execute(tx.connection)?;
        if rows != 1 {
            return Err(StoreError::Conflict);
        }
    }
    tasks::replace(tx, changed)?;
    regions::replace(tx, file, all.iter())
}
