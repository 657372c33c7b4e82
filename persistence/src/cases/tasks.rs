//! What is due of bodies in the cases of all procedures.

use chrono::NaiveDate;
use diesel::prelude::*;
use domain::ids::{CaseId, OfficerId};
use domain::named::NamedEnum;
use domain::procedure::{Procedure, Term as _};
use domain::regions::RegionCode;
use uuid::Uuid;

use super::Changed;
use crate::connection::insert_all;
use crate::convert::{corrupt, parse_id};
use crate::error::StoreError;
use crate::schema::case_tasks as tasks;
use crate::store::Tx;

/// Something that is due in a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// The name of the procedure.
    pub procedure: String,
    /// The case.
    pub case: CaseId,
    /// The file.
    pub file: Uuid,
    /// The region of whose body it is due.
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
    pub officer: Option<OfficerId>,
}

pub(super) type Row = (
    String,
    String,
    String,
    String,
    String,
    NaiveDate,
    bool,
    Option<String>,
    bool,
);

pub(super) fn task(row: Row) -> Result<Task, StoreError> {
    let (case, kind, procedure, file, region, due_on, exact, officer, statutory) = row;
    Ok(Task {
        procedure,
        case: parse_id(&case)?,
        file: parse_id(&file)?,
        region: RegionCode::parse(&region).map_err(corrupt("case_tasks.region_code"))?,
        kind,
        due_on,
        exact,
        statutory,
        officer: officer.as_deref().map(parse_id).transpose()?,
    })
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
            let officer = on_file.case.officer_in_charge();
            (
                tasks::case_id.eq(on_file.id.to_string()),
                tasks::kind.eq(task.kind.as_str()),
                tasks::procedure.eq(P::NAME),
                tasks::file_id.eq(on_file.file.to_string()),
                tasks::region_code.eq(task.of.region.to_string()),
                tasks::due_on.eq(task.due_on),
                tasks::exact.eq(task.exact),
                tasks::officer_id.eq(officer.map(|id| id.to_string())),
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
    let ids = changed.iter().map(|(case, _)| case.id.to_string());
    diesel::delete(tasks::table.filter(tasks::case_id.eq_any(ids))).execute(tx.connection)?;
    insert(tx, changed)
}
