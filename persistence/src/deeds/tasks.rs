//! What is due of the bodies that hold cases, earliest first.

use chrono::NaiveDate;
use diesel::prelude::*;
use domain::deeds::clocks::ClockKind;
use domain::deeds::procedure::BodyTask;
use domain::ids::{ActorId, DeedId, OfficerId};
use domain::regions::RegionCode;
use serde::{Deserialize, Serialize};

use super::Actor;
use crate::connection::insert_all;
use crate::convert::{corrupt, parse_id};
use crate::error::StoreError;
use crate::paging::{Keyset, Page};
use crate::schema::deed_tasks as tasks;
use crate::scope::RegionScope;
use crate::store::{Reader, Tx};

/// Something that is due in the case of one actor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// The actor.
    pub actor: ActorId,
    /// The deed.
    pub deed: DeedId,
    /// The region whose body holds the case.
    pub region: RegionCode,
    /// What is due, and when.
    pub due: BodyTask,
    /// The officer in charge; none before anybody acted for the body.
    pub officer: Option<OfficerId>,
}

/// Which tasks are asked for.
#[derive(Debug, Clone, Copy, Default)]
pub struct TaskFilter {
    /// Those that are due on this day or before.
    pub due_until: Option<NaiveDate>,
    /// Those whose day is known and lies before this one.
    pub overdue_on: Option<NaiveDate>,
    /// Those whose length stands in a statute, or those whose length does not.
    pub statutory: Option<bool>,
    /// Those of this officer.
    pub officer: Option<OfficerId>,
}

/// Where a task stands in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskKey {
    due_on: NaiveDate,
    actor: ActorId,
    kind: ClockKind,
}

impl Task {
    /// Its place in the list.
    #[must_use]
    pub fn key(&self) -> TaskKey {
        TaskKey {
            due_on: self.due.due_on,
            actor: self.actor,
            kind: self.due.kind,
        }
    }
}

pub(super) type Row = (
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
    let (actor, kind, deed, region, due_on, exact, officer, _) = row;
    let kind = ClockKind::ALL
        .iter()
        .copied()
        .find(|known| known.as_str() == kind)
        .ok_or_else(|| StoreError::Corrupt("deed_tasks.kind".to_owned()))?;
    Ok(Task {
        actor: parse_id(&actor)?,
        deed: parse_id(&deed)?,
        region: RegionCode::parse(&region).map_err(corrupt("deed_tasks.region_code"))?,
        due: BodyTask {
            kind,
            due_on,
            exact,
        },
        officer: officer.as_deref().map(parse_id).transpose()?,
    })
}

/// Writes what is due in new cases.
pub(super) fn insert(tx: &mut Tx<'_>, actors: &[(Actor, Vec<BodyTask>)]) -> Result<(), StoreError> {
    let rows = actors
        .iter()
        .flat_map(|(actor, due)| due.iter().map(move |task| (actor, task)))
        .map(|(actor, task)| {
            (
                tasks::actor_id.eq(actor.id.to_string()),
                tasks::kind.eq(task.kind.as_str()),
                tasks::deed_id.eq(actor.deed.to_string()),
                tasks::region_code.eq(actor.case.holder().region.to_string()),
                tasks::due_on.eq(task.due_on),
                tasks::exact.eq(task.exact),
                tasks::statutory.eq(task.kind.statutory()),
                tasks::officer_id.eq(actor.case.officer_in_charge().map(|id| id.to_string())),
            )
        })
        .collect();
    insert_all!(&mut *tx.connection, tasks::table, rows)?;
    Ok(())
}

/// Replaces what is due in cases.
pub(super) fn replace(
    tx: &mut Tx<'_>,
    actors: &[(Actor, Vec<BodyTask>)],
) -> Result<(), StoreError> {
    let ids = actors.iter().map(|(actor, _)| actor.id.to_string());
    diesel::delete(tasks::table.filter(tasks::actor_id.eq_any(ids))).execute(tx.connection)?;
    insert(tx, actors)
}

/// What is due of bodies within the caller's regions, earliest first.
pub fn worklist(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    filter: TaskFilter,
    keyset: &Keyset<TaskKey>,
) -> Result<Page<Task>, StoreError> {
    let matching = || {
        let mut query = tasks::table.into_boxed();
        if let Some(officer) = filter.officer {
            query = query.filter(tasks::officer_id.eq(officer.to_string()));
        }
        match scope.codes().as_deref() {
            None => {}
            // One region is compared with `=`, so that its index also gives the order.
            Some([code]) if filter.officer.is_none() => {
                query = query.filter(tasks::region_code.eq((*code).to_owned()));
            }
            // Written as an expression, so that SQLite walks the index of the officer, who has fewer
            // tasks than a region, or that of the days, and does not sort all of several regions.
            Some(codes) => {
                let codes: Vec<String> = codes.iter().map(|code| (*code).to_owned()).collect();
                query = query.filter(tasks::region_code.concat("").eq_any(codes));
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
            query = match filter.officer {
                None => query.filter(tasks::statutory.eq(statutory)),
                // For the same reason said in the way that no index answers.
                Some(_) => query.filter(tasks::statutory.ne(!statutory)),
            };
        }
        query
    };
    let mut query = matching();
    if let Some(TaskKey {
        due_on,
        actor,
        kind,
    }) = keyset.after
    {
        let actor = actor.to_string();
        let same_actor = tasks::actor_id
            .eq(actor.clone())
            .and(tasks::kind.gt(kind.as_str()));
        let same_day = tasks::due_on
            .eq(due_on)
            .and(tasks::actor_id.gt(actor).or(same_actor));
        // Said twice, so that the index is entered at the day.
        query = query
            .filter(tasks::due_on.ge(due_on))
            .filter(tasks::due_on.gt(due_on).or(same_day));
    }
    let rows: Vec<Row> = query
        .order((
            tasks::due_on.asc(),
            tasks::actor_id.asc(),
            tasks::kind.asc(),
        ))
        .limit(keyset.fetch())
        .load(reader.connection)?;
    let total = keyset
        .count
        .then(|| matching().count().get_result(reader.connection))
        .transpose()?;
    let items = rows.into_iter().map(task).collect::<Result<_, _>>()?;
    Ok(keyset.page(items).with_total(total))
}
