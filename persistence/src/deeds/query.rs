//! One deed by its id.

use chrono::{NaiveDate, NaiveDateTime};
use diesel::dsl::exists;
use diesel::prelude::*;
use domain::ids::DeedId;
use domain::regions::RegionCode;

use super::Deed;
use crate::convert::{corrupt, instant, parse_id};
use crate::error::StoreError;
use crate::keyring::Keyring;
use crate::schema::{deed_regions, deeds};
use crate::scope::RegionScope;
use crate::store::Reader;

/// A row of `deeds`.
#[derive(Debug, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = deeds)]
pub(super) struct Row {
    id: String,
    region_code: String,
    received_on: NaiveDate,
    sealed: Vec<u8>,
    version: i64,
    created_at: NaiveDateTime,
    updated_at: NaiveDateTime,
}

impl Row {
    pub(super) fn of(deed: &Deed, keyring: &Keyring) -> Result<Self, StoreError> {
        let id = deed.id.to_string();
        let plain = serde_json::to_vec(&deed.incident).map_err(corrupt("deeds.sealed"))?;
        Ok(Self {
            region_code: deed.region.to_string(),
            received_on: deed.received_on,
            sealed: keyring.seal(&place(&id), &plain)?,
            version: deed.version,
            created_at: deed.created_at.naive_utc(),
            updated_at: deed.updated_at.naive_utc(),
            id,
        })
    }

    pub(super) fn into_deed(self, keyring: &Keyring) -> Result<Deed, StoreError> {
        let plain = keyring.open(&place(&self.id), &self.sealed)?;
        Ok(Deed {
            id: parse_id(&self.id)?,
            region: RegionCode::parse(&self.region_code).map_err(corrupt("deeds.region_code"))?,
            received_on: self.received_on,
            // The error would repeat what was sealed.
            incident: serde_json::from_slice(&plain)
                .map_err(|_| StoreError::Corrupt("deeds.sealed".to_owned()))?,
            version: self.version,
            created_at: instant(self.created_at),
            updated_at: instant(self.updated_at),
        })
    }
}

fn place(id: &str) -> String {
    format!("deeds.sealed/{id}")
}

pub(super) type Query<'a> = deeds::BoxedQuery<'a, crate::connection::MultiBackend>;

/// The deeds that a scope may see: a body in one of its regions holds, held first or is to receive
/// the case of an actor.
pub(super) fn within(scope: &RegionScope) -> Query<'_> {
    let query = deeds::table.into_boxed();
    match scope.codes() {
        None => query,
        Some(codes) => {
            let seen = deed_regions::table
                .filter(deed_regions::deed_id.eq(deeds::id))
                .filter(deed_regions::region_code.eq_any(codes));
            query.filter(exists(seen))
        }
    }
}

/// The deed of that id, when it is within the caller's regions.
pub fn find(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    id: DeedId,
) -> Result<Option<Deed>, StoreError> {
    within(scope)
        .filter(deeds::id.eq(id.to_string()))
        .select(Row::as_select())
        .get_result(reader.connection)
        .optional()?
        .map(|row: Row| row.into_deed(reader.keyring))
        .transpose()
}
