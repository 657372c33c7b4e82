//! What is due of bodies, earliest first, over all procedures or in one.

use chrono::NaiveDate;
use domain::ids::{CaseId, OfficerId};
use serde::{Deserialize, Serialize};

use super::tasks::Task;
use crate::connection::MultiBackend;
use crate::prelude::*;
use crate::schema::case_tasks as tasks;

#[derive(Debug, Clone, Default)]
pub struct TaskFilter {
    /// Those of these procedures; of all where none is named.
    pub procedures: Vec<&'static str>,
    /// Those that are due on this day or before.
    pub due_until: Option<NaiveDate>,
    /// Those whose day is known and lies before this one.
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
    #[must_use]
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
            .filter(tasks::exact.eq(true));
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
