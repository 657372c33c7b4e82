//! Reading and writing one file with its cases.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::dsl::exists;
use domain::ids::Id as _;
use domain::procedure::Procedure;
use domain::regions::RegionCode;
use uuid::Uuid;

use super::{CaseFile, CaseOnFile, Changed, regions, row, tasks};
use crate::keyring::Keyring;
use crate::prelude::*;
use crate::schema::{case_files as files, case_regions, cases};
use crate::stored::StoredProcedure;

#[derive(Debug, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = files)]
pub(super) struct Row {
    id: Col<Uuid>,
    #[diesel(skip_update)]
    procedure: String,
    region_code: Col<RegionCode>,
    received_on: NaiveDate,
    sealed: Vec<u8>,
    version: i64,
    #[diesel(skip_update)]
    created_at: Col<DateTime<Utc>>,
    updated_at: Col<DateTime<Utc>>,
}

impl Row {
    pub(super) fn of<P: StoredProcedure>(
        file: &CaseFile<P>,
        keyring: &Keyring,
    ) -> Result<Self, StoreError> {
        let id = file.id.uuid();
        let plain = P::SUBJECT.write(&file.subject)?;
        Ok(Self {
            id: Col(id),
            procedure: P::NAME.to_owned(),
            region_code: Col(file.region),
            received_on: file.received_on,
            sealed: keyring.seal(&place(id), &plain)?,
            version: file.version,
            created_at: Col(file.created_at),
            updated_at: Col(file.updated_at),
        })
    }

    pub(super) fn into_file<P: StoredProcedure>(
        self,
        keyring: &Keyring,
    ) -> Result<CaseFile<P>, StoreError> {
        let plain = keyring.open(&place(self.id.0), &self.sealed)?;
        Ok(CaseFile {
            id: self.id.0.into(),
            region: self.region_code.0,
            received_on: self.received_on,
            subject: P::SUBJECT.read(&plain)?,
            version: self.version,
            created_at: self.created_at.0,
            updated_at: self.updated_at.0,
        })
    }
}

/// Where the sealed value of a file stands. Values are bound to it, so that it keeps the name of the
/// table in which there were deeds only.
fn place(id: Uuid) -> String {
    format!("deeds.sealed/{id}")
}

pub(crate) type Query<'a> = files::BoxedQuery<'a, crate::connection::MultiBackend>;

/// The files of a procedure that a scope may see: a body in one of its regions holds, held first or is
/// to receive one of their cases.
pub(super) fn within<P: Procedure>(scope: &RegionScope) -> Query<'_> {
    let query = files::table
        .filter(files::procedure.eq(P::NAME))
        .into_boxed();
    match scope.codes() {
        None => query,
        Some(codes) => {
            let seen = case_regions::table
                .filter(case_regions::file_id.eq(files::id))
                .filter(case_regions::region_code.eq_any(codes));
            query.filter(exists(seen))
        }
    }
}

/// The file of that id, when it is within the caller's regions.
pub fn find<P: StoredProcedure>(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    id: P::FileId,
) -> Result<Option<CaseFile<P>>, StoreError> {
    within::<P>(scope)
        .filter(files::id.eq(Col(id.uuid())))
        .select(Row::as_select())
        .get_result(reader.connection)
        .optional()?
        .map(|row: Row| row.into_file(reader.keyring))
        .transpose()
}

/// Writes a new file with its cases, each with what is due of bodies.
pub fn insert<P: StoredProcedure>(
    tx: &mut Tx<'_>,
    file: &CaseFile<P>,
    opened: &[Changed<P>],
) -> Result<(), StoreError> {
    let row = Row::of(file, tx.keyring)?;
    insert!(tx.connection, files::table, row)?;
    let rows = opened
        .iter()
        .map(|(case, _)| row::Row::of(case, tx.keyring))
        .collect::<Result<_, _>>()?;
    insert_all!(&mut *tx.connection, cases::table, rows)?;
    tasks::insert(tx, opened)?;
    regions::replace(tx, file, opened.iter().map(|(case, _)| case))?;
    let cases: Vec<&CaseOnFile<P>> = opened.iter().map(|(case, _)| case).collect();
    P::saved(tx, file, &cases)
}

/// Writes a case that joins a file which is there already, with what is due of bodies in it.
pub fn join<P: StoredProcedure>(tx: &mut Tx<'_>, opened: &Changed<P>) -> Result<(), StoreError> {
    let (case, _) = opened;
    let row = row::Row::of(case, tx.keyring)?;
    insert!(tx.connection, cases::table, row)?;
    tasks::insert(tx, std::slice::from_ref(opened))
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
    let unchanged = files::table
        .find(Col(file.id.uuid()))
        .filter(files::version.eq(file.version - 1));
    let rows = diesel::update(unchanged)
        .set(Row::of(file, tx.keyring)?)
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
    regions::replace(tx, file, all.iter())?;
    let cases: Vec<&CaseOnFile<P>> = all.iter().collect();
    P::saved(tx, file, &cases)
}
