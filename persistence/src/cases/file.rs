//! One file by its id.

use chrono::{NaiveDate, NaiveDateTime};
use diesel::dsl::exists;
use diesel::prelude::*;
use domain::procedure::Procedure;
use domain::regions::RegionCode;

use super::CaseFile;
use crate::convert::{corrupt, instant, parse_id};
use crate::error::StoreError;
use crate::keyring::Keyring;
use crate::schema::{case_files as files, case_regions};
use crate::scope::RegionScope;
use crate::store::Reader;
use crate::stored::StoredProcedure;

/// A row of `case_files`.
#[derive(Debug, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = files)]
pub(super) struct Row {
    id: String,
    #[diesel(skip_update)]
    procedure: String,
    region_code: String,
    received_on: NaiveDate,
    sealed: Vec<u8>,
    version: i64,
    #[diesel(skip_update)]
    created_at: NaiveDateTime,
    updated_at: NaiveDateTime,
}

impl Row {
    pub(super) fn of<P: StoredProcedure>(
        file: &CaseFile<P>,
        keyring: &Keyring,
    ) -> Result<Self, StoreError> {
        let id = file.id.to_string();
        let plain = P::SUBJECT.write(&file.subject)?;
        Ok(Self {
            procedure: P::NAME.to_owned(),
            region_code: file.region.to_string(),
            received_on: file.received_on,
            sealed: keyring.seal(&place(&id), &plain)?,
            version: file.version,
            created_at: file.created_at.naive_utc(),
            updated_at: file.updated_at.naive_utc(),
            id,
        })
    }

    pub(super) fn into_file<P: StoredProcedure>(
        self,
        keyring: &Keyring,
    ) -> Result<CaseFile<P>, StoreError> {
        let plain = keyring.open(&place(&self.id), &self.sealed)?;
        let region = RegionCode::parse(&self.region_code);
        Ok(CaseFile {
            id: parse_id(&self.id)?,
            region: region.map_err(corrupt("case_files.region_code"))?,
            received_on: self.received_on,
            subject: P::SUBJECT.read(&plain)?,
            version: self.version,
            created_at: instant(self.created_at),
            updated_at: instant(self.updated_at),
        })
    }
}

/// Where the sealed value of a file stands. Values are bound to it, so that it keeps the name of the
/// table in which there were deeds only.
fn place(id: &str) -> String {
    format!("deeds.sealed/{id}")
}

pub(super) type Query<'a> = files::BoxedQuery<'a, crate::connection::MultiBackend>;

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
        .filter(files::id.eq(id.to_string()))
        .select(Row::as_select())
        .get_result(reader.connection)
        .optional()?
        .map(|row: Row| row.into_file(reader.keyring))
        .transpose()
}
