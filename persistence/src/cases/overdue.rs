//! What bodies have missed: found on the worklist and reported once for each day that was due.

use chrono::NaiveDate;
use diesel::dsl::{exists, not};

use super::Task;
use crate::prelude::*;
use crate::schema::{case_deadlines_missed as missed, case_files, case_tasks as tasks};

/// The tasks whose day is known and lies before `today` and which were not reported yet, earliest
/// first, each with the version of its file.
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
        .filter(tasks::exact.eq(true))
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
