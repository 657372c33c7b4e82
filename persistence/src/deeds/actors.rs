//! The actors of deeds. Whoever reaches a deed sees all its actors.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use diesel::dsl::exists;
use diesel::prelude::*;
use domain::ids::{DeedId, PersonId};

use super::Actor;
use crate::convert::{corrupt, parse_id};
use crate::error::StoreError;
use crate::keyring::Keyring;
use crate::schema::{deed_actors as actors, deed_regions, person_history as files};
use crate::scope::RegionScope;
use crate::store::Reader;

/// A row of `deed_actors`.
#[derive(Debug, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = actors)]
pub(super) struct Row {
    id: String,
    deed_id: String,
    number: i16,
    person_id: String,
    state: String,
    holder_region: String,
    received_on: NaiveDate,
    restricted: bool,
    decision_id: String,
    sealed: Vec<u8>,
    version: i64,
}

impl Row {
    pub(super) fn of(actor: &Actor, keyring: &Keyring) -> Result<Self, StoreError> {
        let id = actor.id.to_string();
        let plain = serde_json::to_vec(&actor.case).map_err(corrupt("deed_actors.sealed"))?;
        Ok(Self {
            deed_id: actor.deed.to_string(),
            number: actor.number,
            person_id: actor.person.to_string(),
            state: actor.case.state().as_str().to_owned(),
            holder_region: actor.case.holder().region.to_string(),
            received_on: actor.case.received_on(),
            restricted: actor.case.restricted(),
            decision_id: actor.decision.to_string(),
            sealed: keyring.seal(&place(&id), &plain)?,
            version: actor.version,
            id,
        })
    }

    fn into_actor(self, keyring: &Keyring) -> Result<Actor, StoreError> {
        let plain = keyring.open(&place(&self.id), &self.sealed)?;
        Ok(Actor {
            id: parse_id(&self.id)?,
            deed: parse_id(&self.deed_id)?,
            number: self.number,
            person: parse_id(&self.person_id)?,
            decision: parse_id(&self.decision_id)?,
            // The error would repeat what was sealed.
            case: serde_json::from_slice(&plain)
                .map_err(|_| StoreError::Corrupt("deed_actors.sealed".to_owned()))?,
            version: self.version,
        })
    }
}

fn place(id: &str) -> String {
    format!("deed_actors.sealed/{id}")
}

/// The actors of a deed that the caller has been shown to reach, in the order of the report.
pub fn of_deed(reader: &mut Reader<'_>, deed: DeedId) -> Result<Vec<Actor>, StoreError> {
    let mut found = of_deeds(reader, &[deed])?;
    Ok(found.remove(&deed).unwrap_or_default())
}

/// The same for several deeds, in one statement.
pub fn of_deeds(
    reader: &mut Reader<'_>,
    deeds: &[DeedId],
) -> Result<BTreeMap<DeedId, Vec<Actor>>, StoreError> {
    let ids: Vec<String> = deeds.iter().map(ToString::to_string).collect();
    let rows: Vec<Row> = actors::table
        .filter(actors::deed_id.eq_any(ids))
        .order(actors::number.asc())
        .select(Row::as_select())
        .load(reader.connection)?;
    let mut found: BTreeMap<DeedId, Vec<Actor>> = BTreeMap::new();
    for row in rows {
        let actor = row.into_actor(reader.keyring)?;
        found.entry(actor.deed).or_default().push(actor);
    }
    Ok(found)
}

/// The cases of each of some people in deeds within the caller's regions, under whichever of the
/// files that were merged into theirs: any may be the same deed once more.
pub fn others_of(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    people: &[PersonId],
) -> Result<BTreeMap<PersonId, Vec<Actor>>, StoreError> {
    let ids: Vec<String> = people.iter().map(ToString::to_string).collect();
    // The entry of a file's registration went along with every merge.
    let mut query = actors::table
        .inner_join(files::table.on(files::written_in.eq(actors::person_id)))
        .filter(files::person_id.eq_any(ids))
        .filter(files::version.eq(1))
        .into_boxed();
    if let Some(codes) = scope.codes() {
        let seen = deed_regions::table
            .filter(deed_regions::deed_id.eq(actors::deed_id))
            .filter(deed_regions::region_code.eq_any(codes));
        query = query.filter(exists(seen));
    }
    let rows: Vec<(String, Row)> = query
        .order(actors::id.asc())
        .select((files::person_id, Row::as_select()))
        .load(reader.connection)?;
    let mut found: BTreeMap<PersonId, Vec<Actor>> = BTreeMap::new();
    for (person, row) in rows {
        let actor = row.into_actor(reader.keyring)?;
        found.entry(parse_id(&person)?).or_default().push(actor);
    }
    Ok(found)
}
