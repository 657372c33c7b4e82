//! What is due of bodies in the cases of all procedures.

use chrono::NaiveDate;
use domain::ids::{CaseId, Id as _, OfficerId};
use domain::named::NamedEnum as _;
use domain::procedure::{Procedure, Term as _};
use domain::regions::RegionCode;
use uuid::Uuid;

use super::Changed;
use crate::prelude::*;
use crate::schema::case_tasks as tasks;

#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = tasks)]
pub struct Task {
    pub procedure: String,
    #[diesel(column_name = case_id)]
    pub case: CaseId,
    #[diesel(column_name = file_id)]
    pub file: Uuid,
    /// The region of whose body it is due.
    #[diesel(column_name = region_code)]
    pub region: RegionCode,
    /// What is due, a word of the procedure's clocks.
    pub kind: String,
    /// The last day (Beijing).
    pub due_on: NaiveDate,
    /// Whether that is the day itself, and not only one before which nothing can be due.
    pub exact: bool,
    /// Whether its length stands in a statute.
    pub statutory: bool,
    /// The officer in charge; none before anybody acted for the body that holds the case.
    #[diesel(column_name = officer_id)]
    pub officer: Option<OfficerId>,
}

/// Writes what is due in new cases.
pub(super) fn insert<P: Procedure>(
    tx: &mut Tx<'_>,
    opened: &[Changed<P>],
) -> Result<(), StoreError> {
    let rows = opened
        .iter()
        .flat_map(|(case, due)| due.iter().map(move |task| (case, task)))
        .map(|(on_file, task)| {
            (
                tasks::case_id.eq(Col(on_file.id)),
                tasks::kind.eq(task.kind.as_str()),
                tasks::procedure.eq(P::NAME),
                tasks::file_id.eq(Col(on_file.file.uuid())),
                tasks::region_code.eq(Col(task.of.region)),
                tasks::due_on.eq(task.due_on),
                tasks::exact.eq(task.exact),
                tasks::officer_id.eq(Col(on_file.case.officer_in_charge())),
                tasks::statutory.eq(task.kind.statutory()),
            )
        })
        .collect();
    insert_all!(&mut *tx.connection, tasks::table, rows)?;
    Ok(())
}

/// Replaces what is due in cases.
pub(super) fn replace<P: Procedure>(
    tx: &mut Tx<'_>,
    changed: &[Changed<P>],
) -> Result<(), StoreError> {
    let ids = texts(changed.iter().map(|(case, _)| &case.id));
    diesel::delete(tasks::table.filter(tasks::case_id.eq_any(ids))).execute(tx.connection)?;
    insert(tx, changed)
}
