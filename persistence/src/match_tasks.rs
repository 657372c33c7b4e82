//! The city's tasks to decide whether two files are one person. They have no region: they are of
//! the city alone, because nobody else may learn that a foreign file exists.

use chrono::{DateTime, Utc};
use domain::ids::{MatchTaskId, PersonId};
use domain::people::MatchStatus;

use crate::keyring::Keyring;
use crate::prelude::*;
use crate::schema::match_tasks as tasks;

/// The one reason there is so far: both files hold the same citizen number.
const SAME_CITIZEN_NUMBER: &str = "same_citizen_number";

#[derive(Debug, Clone)]
pub struct MatchTask {
    pub id: MatchTaskId,
    /// The younger file.
    pub person: PersonId,
    /// The older file.
    pub other_person: PersonId,
    /// Why they may be one person, such as `same_citizen_number`.
    pub reason: String,
    pub status: MatchStatus,
    /// Why it was dismissed, or opened again after that, in the words of the city.
    pub note: Option<String>,
    pub version: i64,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

/// What became of a task whose one file was merged into another.
#[derive(Debug, Clone)]
pub enum Repointed {
    /// It is of the survivor now.
    Done(MatchTask),
    /// The survivor has this task with the third file already.
    Taken(MatchTask),
}

type Row = (
    MatchTaskId,
    PersonId,
    PersonId,
    String,
    MatchStatus,
    Option<Vec<u8>>,
    i64,
    DateTime<Utc>,
    DateTime<Utc>,
);

impl MatchTask {
    fn of(row: Row, keyring: &Keyring) -> Result<Self, StoreError> {
        let (id, person, other_person, reason, status, note, version, created_at, updated_at) = row;
        let note = note.map(|sealed| keyring.open_text(&place(id), &sealed));
        Ok(Self {
            id,
            person,
            other_person,
            reason,
            status,
            note: note.transpose()?,
            version,
            created_at,
            updated_at,
        })
    }
}

impl MatchTask {
    /// The file with which that one is compared.
    pub fn other_than(&self, file: PersonId) -> PersonId {
        if self.person == file {
            self.other_person
        } else {
            self.person
        }
    }
}

/// Where a note is sealed: it may say anything of the two people.
fn place(id: MatchTaskId) -> String {
    format!("match_tasks.note/{id}")
}

/// The two files of a pair in the order in which they are kept: the younger, the older.
fn pair(one: PersonId, other: PersonId) -> (PersonId, PersonId) {
    (one.max(other), one.min(other))
}

/// Opens a task for each of `others` that holds the same citizen number as `person`, unless the
/// pair has one already: a pair that the city has left apart stays apart.
pub fn open(
    tx: &mut Tx<'_>,
    person: PersonId,
    others: &[PersonId],
) -> Result<Vec<MatchTask>, StoreError> {
    if others.is_empty() {
        return Ok(Vec::new());
    }
    let known = of_person(tx, person)?;
    let opened: Vec<MatchTask> = others
        .iter()
        .map(|other| pair(person, *other))
        .filter(|(younger, older)| {
            !known
                .iter()
                .any(|task| (task.person, task.other_person) == (*younger, *older))
        })
        .map(|pair| new_task(tx, tx.new_id(), pair))
        .collect();
    insert(tx, &opened)?;
    Ok(opened)
}

/// Opens the task of a pair that has none, under an id that is fixed beforehand, as that of
/// demonstration data is.
pub fn open_as(
    tx: &mut Tx<'_>,
    id: MatchTaskId,
    person: PersonId,
    other: PersonId,
) -> Result<MatchTask, StoreError> {
    let task = new_task(tx, id, pair(person, other));
    insert(tx, std::slice::from_ref(&task))?;
    Ok(task)
}

fn new_task(tx: &Tx<'_>, id: MatchTaskId, (younger, older): (PersonId, PersonId)) -> MatchTask {
    MatchTask {
        id,
        person: younger,
        other_person: older,
        reason: SAME_CITIZEN_NUMBER.to_owned(),
        status: MatchStatus::Open,
        note: None,
        version: 1,
        created_at: tx.now(),
        updated_at: tx.now(),
    }
}

fn insert(tx: &mut Tx<'_>, opened: &[MatchTask]) -> Result<(), StoreError> {
    let rows = opened
        .iter()
        .map(|task| {
            (
                tasks::id.eq(Col(task.id)),
                tasks::person_id.eq(Col(task.person)),
                tasks::other_person_id.eq(Col(task.other_person)),
                tasks::reason.eq(SAME_CITIZEN_NUMBER),
                tasks::status.eq(Col(task.status)),
                tasks::version.eq(task.version),
                tasks::created_at.eq(Col(task.created_at)),
                tasks::updated_at.eq(Col(task.updated_at)),
            )
        })
        .collect();
    insert_all!(&mut *tx.connection, tasks::table, rows)?;
    Ok(())
}

/// Every task in which a file takes part.
pub fn of_person(reader: &mut Reader<'_>, person: PersonId) -> Result<Vec<MatchTask>, StoreError> {
    let first = tasks::person_id.eq(Col(person));
    tasks::table
        .filter(first.or(tasks::other_person_id.eq(Col(person))))
        .load::<Row>(reader.connection)?
        .into_iter()
        .map(|row| MatchTask::of(row, reader.keyring))
        .collect()
}

/// The task of a pair.
pub fn of_pair(
    reader: &mut Reader<'_>,
    one: PersonId,
    other: PersonId,
) -> Result<Option<MatchTask>, StoreError> {
    let (person, other_person) = pair(one, other);
    tasks::table
        .filter(tasks::person_id.eq(Col(person)))
        .filter(tasks::other_person_id.eq(Col(other_person)))
        .get_result::<Row>(reader.connection)
        .optional()?
        .map(|row| MatchTask::of(row, reader.keyring))
        .transpose()
}

pub fn find(reader: &mut Reader<'_>, id: MatchTaskId) -> Result<Option<MatchTask>, StoreError> {
    tasks::table
        .find(Col(id))
        .get_result::<Row>(reader.connection)
        .optional()?
        .map(|row| MatchTask::of(row, reader.keyring))
        .transpose()
}

pub fn list(
    reader: &mut Reader<'_>,
    status: Option<MatchStatus>,
    keyset: &Keyset<MatchTaskId>,
) -> Result<Page<MatchTask>, StoreError> {
    let matching = || {
        let mut query = tasks::table.into_boxed();
        if let Some(status) = status {
            query = query.filter(tasks::status.eq(Col(status)));
        }
        query
    };
    newest_first!(reader, keyset, matching, tasks::id,
        tasks::all_columns => Row, |row| MatchTask::of(row, reader.keyring))
}

/// Lets `survivor` take the place of `absorbed` in a task, unless the new pair has a task already:
/// then nothing changes, and that task is given.
///
/// [`StoreError::Conflict`] when the task has changed since it was read.
pub fn repoint(
    tx: &mut Tx<'_>,
    task: &MatchTask,
    absorbed: PersonId,
    survivor: PersonId,
) -> Result<Repointed, StoreError> {
    let third = task.other_than(absorbed);
    let (person, other_person) = pair(survivor, third);
    if let Some(known) = of_pair(tx, survivor, third)? {
        return Ok(Repointed::Taken(known));
    }
    let repointed = MatchTask {
        person,
        other_person,
        version: task.version.saturating_add(1),
        updated_at: tx.now(),
        ..task.clone()
    };
    let unchanged = tasks::table
        .find(Col(task.id))
        .filter(tasks::version.eq(task.version));
    let updated = diesel::update(unchanged)
        .set((
            tasks::person_id.eq(Col(person)),
            tasks::other_person_id.eq(Col(other_person)),
            tasks::version.eq(repointed.version),
            tasks::updated_at.eq(Col(repointed.updated_at)),
        ))
        .execute(tx.connection)?;
    one_row(updated)?;
    Ok(Repointed::Done(repointed))
}

/// Gives a task another status; [`StoreError::Conflict`] when it has changed since it was read.
pub fn set_status(
    tx: &mut Tx<'_>,
    task: &MatchTask,
    status: MatchStatus,
    note: Option<&str>,
) -> Result<MatchTask, StoreError> {
    let changed = MatchTask {
        status,
        note: note.map(str::to_owned),
        version: task.version.saturating_add(1),
        updated_at: tx.now(),
        ..task.clone()
    };
    let sealed = note
        .map(|note| tx.keyring.seal(&place(task.id), note.as_bytes()))
        .transpose()?;
    let unchanged = tasks::table
        .find(Col(task.id))
        .filter(tasks::version.eq(task.version));
    let updated = diesel::update(unchanged)
        .set((
            tasks::status.eq(Col(status)),
            tasks::note.eq(sealed),
            tasks::version.eq(changed.version),
            tasks::updated_at.eq(Col(changed.updated_at)),
        ))
        .execute(tx.connection)?;
    one_row(updated)?;
    Ok(changed)
}
