//! What is due of bodies in the cases of all procedures, earliest first, and what they have missed: each
//! is reported once for each day that was due.

use chrono::NaiveDate;
use diesel::dsl::{exists, not};
use domain::ids::{CaseId, Id as _, OfficerId};
use domain::named::NamedEnum as _;
use domain::procedure::{Case, Holder, Procedure, Term as _};
use domain::regions::RegionCode;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{CaseOnFile, Changed, query};
use crate::connection::MultiBackend;
use crate::prelude::*;
use crate::schema::{case_deadlines_missed as missed, case_files, case_tasks as tasks};
use crate::stored::StoredProcedure;

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
    /// The last day (Beijing), or the first that it can be.
    pub due_on: NaiveDate,
    /// The last day that it can be; none where nobody can tell yet.
    pub due_until: Option<NaiveDate>,
    /// Whether its length stands in a statute.
    pub statutory: bool,
    /// The officer in charge; none before anybody acted for the body that holds the case, and of what is
    /// due of another body.
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
                tasks::due_until.eq(task.due_until),
                tasks::officer_id.eq(Col(of_own_body(&on_file.case, task.of))),
                tasks::statutory.eq(task.kind.statutory()),
            )
        })
        .collect();
    insert_all!(&mut *tx.connection, tasks::table, rows)?;
    Ok(())
}

/// The officer in charge, where it is due of the officer's own body.
fn of_own_body<P: Procedure>(case: &Case<P>, body: Holder) -> Option<OfficerId> {
    case.officer_in_charge().filter(|_| case.holder() == body)
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

/// The cases of a procedure in which something is due that a year of the calendar can move which begins with
/// `from`, and those whose last day is not reckoned yet: at most `limit` after a case, in the order of
/// their ids.
pub fn due_since<P: StoredProcedure>(
    reader: &mut Reader<'_>,
    from: NaiveDate,
    after: Option<CaseId>,
    limit: u16,
) -> Result<Vec<CaseOnFile<P>>, StoreError> {
    let query =
        concerned(P::NAME, after).filter(tasks::due_until.ge(from).or(tasks::due_until.is_null()));
    of_tasks(reader, query, limit)
}

/// The cases of a procedure in which something is due whose last day is not reckoned yet, likewise.
pub fn not_reckoned<P: StoredProcedure>(
    reader: &mut Reader<'_>,
    after: Option<CaseId>,
    limit: u16,
) -> Result<Vec<CaseOnFile<P>>, StoreError> {
    let query = concerned(P::NAME, after).filter(tasks::due_until.is_null());
    of_tasks(reader, query, limit)
}

fn concerned(procedure: &str, after: Option<CaseId>) -> Query<'_> {
    let query = tasks::table
        .filter(tasks::procedure.eq(procedure))
        .into_boxed();
    match after {
        Some(after) => query.filter(tasks::case_id.gt(Col(after))),
        None => query,
    }
}

fn of_tasks<P: StoredProcedure>(
    reader: &mut Reader<'_>,
    concerned: Query<'_>,
    limit: u16,
) -> Result<Vec<CaseOnFile<P>>, StoreError> {
    let ids: Vec<String> = concerned
        .select(tasks::case_id)
        .distinct()
        .order(tasks::case_id.asc())
        .limit(limit.into())
        .load(reader.connection)?;
    query::of_ids(reader, ids)
}

/// Writes what is due in cases of which nothing else changed.
pub fn reckon_again<P: Procedure>(
    tx: &mut Tx<'_>,
    changed: &[Changed<P>],
) -> Result<(), StoreError> {
    replace(tx, changed)
}

#[derive(Debug, Clone, Default)]
pub struct TaskFilter {
    /// Those of these procedures; of all where none is named.
    pub procedures: Vec<&'static str>,
    /// Those that are due on this day or before.
    pub due_until: Option<NaiveDate>,
    /// Those of which every possible last day lies before this one.
    pub overdue_on: Option<NaiveDate>,
    /// Those whose length stands in a statute, or those whose length does not.
    pub statutory: Option<bool>,
    pub officer: Option<OfficerId>,
}

/// Where a task stands in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskKey {
    due_on: NaiveDate,
    case: CaseId,
    kind: String,
}

impl Task {
    /// Whether the day itself is known, and not only between which days it lies.
    pub fn is_exact(&self) -> bool {
        self.due_until == Some(self.due_on)
    }

    /// Whether every possible last day lies before a day.
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.due_until.is_some_and(|last| last < today)
    }

    pub fn key(&self) -> TaskKey {
        TaskKey {
            due_on: self.due_on,
            case: self.case,
            kind: self.kind.clone(),
        }
    }
}

type Query<'a> = tasks::BoxedQuery<'a, MultiBackend>;

/// The tasks that are asked for, said so that SQLite walks an index in the order of the list: what an
/// index is not to be chosen for is written as an expression.
fn filtered<'a>(scope: &RegionScope, filter: &TaskFilter) -> Query<'a> {
    let mut query = tasks::table.into_boxed();
    // An officer has fewer tasks than a region or a procedure.
    let of_officer = filter.officer.is_some();
    if let Some(officer) = filter.officer {
        query = query.filter(tasks::officer_id.eq(Col(Some(officer))));
    }
    match scope.codes().as_deref() {
        None => {}
        Some([code]) if !of_officer => {
            query = query.filter(tasks::region_code.eq((*code).to_owned()));
        }
        // Several regions have no order in common: all would be sorted.
        Some(codes) => {
            let codes: Vec<String> = codes.iter().map(|code| (*code).to_owned()).collect();
            query = query.filter(tasks::region_code.concat("").eq_any(codes));
        }
    }
    match filter.procedures.as_slice() {
        [] => {}
        [procedure] if !of_officer => {
            query = query.filter(tasks::procedure.eq(*procedure));
        }
        // Several procedures have no order in common: all would be sorted.
        several => {
            query = query.filter(tasks::procedure.concat("").eq_any(several.to_vec()));
        }
    }
    if let Some(day) = filter.due_until {
        query = query.filter(tasks::due_on.le(day));
    }
    if let Some(day) = filter.overdue_on {
        query = query
            .filter(tasks::due_on.lt(day))
            .filter(tasks::due_until.lt(day));
    }
    if let Some(statutory) = filter.statutory {
        // In one procedure a good part of what is due is statutory, or nothing is.
        query = if of_officer || filter.procedures.len() == 1 {
            query.filter(tasks::statutory.ne(!statutory))
        } else {
            query.filter(tasks::statutory.eq(statutory))
        };
    }
    query
}

/// What is due of bodies within the caller's regions, earliest first.
pub fn worklist(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    filter: &TaskFilter,
    keyset: &Keyset<TaskKey>,
) -> Result<Page<Task>, StoreError> {
    let mut query = filtered(scope, filter);
    if let Some(TaskKey { due_on, case, kind }) = &keyset.after {
        let (due_on, case) = (*due_on, Col(*case));
        let same_case = tasks::case_id.eq(case).and(tasks::kind.gt(kind.as_str()));
        let same_day = tasks::due_on
            .eq(due_on)
            .and(tasks::case_id.gt(case).or(same_case));
        // Said twice, so that the index is entered at the day.
        query = query
            .filter(tasks::due_on.ge(due_on))
            .filter(tasks::due_on.gt(due_on).or(same_day));
    }
    let items = query
        .order((tasks::due_on.asc(), tasks::case_id.asc(), tasks::kind.asc()))
        .limit(keyset.fetch())
        .select(Task::as_select())
        .load(reader.connection)?;
    let count = || {
        filtered(scope, filter)
            .count()
            .get_result(reader.connection)
    };
    Ok(keyset.counted(items, count)?)
}

/// The tasks that are overdue for certain and were not reported yet, earliest first, each with the version
/// of its file.
pub fn unreported(
    reader: &mut Reader<'_>,
    today: NaiveDate,
    limit: u16,
) -> Result<Vec<(Task, i64)>, StoreError> {
    let reported = missed::table
        .filter(missed::case_id.eq(tasks::case_id))
        .filter(missed::kind.eq(tasks::kind))
        .filter(missed::due_on.eq(tasks::due_on));
    Ok(tasks::table
        .inner_join(case_files::table)
        .filter(tasks::due_on.lt(today))
        .filter(tasks::due_until.lt(today))
        .filter(not(exists(reported)))
        .order((tasks::due_on.asc(), tasks::case_id.asc(), tasks::kind.asc()))
        .limit(limit.into())
        .select((Task::as_select(), case_files::version))
        .load(reader.connection)?)
}

/// Keeps that these tasks were reported.
pub fn reported(tx: &mut Tx<'_>, late: &[(Task, i64)]) -> Result<(), StoreError> {
    let at = tx.now();
    let rows = late
        .iter()
        .map(|(task, _)| {
            (
                missed::case_id.eq(Col(task.case)),
                missed::kind.eq(task.kind.as_str()),
                missed::due_on.eq(task.due_on),
                missed::reported_at.eq(Col(at)),
            )
        })
        .collect();
    insert_all!(&mut *tx.connection, missed::table, rows)?;
    Ok(())
}
