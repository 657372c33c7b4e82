//! Writing deeds and the cases of their actors.

use diesel::prelude::*;
use domain::deeds::procedure::BodyTask;

use super::query::Row;
use super::{Actor, Deed, actors, regions, tasks};
use crate::connection::{insert_all, with_backend};
use crate::error::StoreError;
use crate::intake;
use crate::schema::{deed_actors, deeds};
use crate::store::Tx;

/// Writes a new deed with its actors, each with what is due of the body.
pub fn insert(
    tx: &mut Tx<'_>,
    deed: &Deed,
    actors: &[(Actor, Vec<BodyTask>)],
) -> Result<(), StoreError> {
    let row = Row::of(deed, tx.keyring)?;
    with_backend!(&mut *tx.connection, connection => {
        diesel::insert_into(deeds::table).values(row).execute(connection)
    })?;
    let rows = actors
        .iter()
        .map(|(actor, _)| actors::Row::of(actor, tx.keyring))
        .collect::<Result<_, _>>()?;
    insert_all!(&mut *tx.connection, deed_actors::table, rows)?;
    tasks::insert(tx, actors)?;
    intake::insert_of_deed(tx, deed)?;
    let all: Vec<Actor> = actors.iter().map(|(actor, _)| actor.clone()).collect();
    regions::replace(tx, deed, &all)
}

/// Writes a deed after a step: `changed` are the actors that took part, `all` the actors as they are
/// now. Both are one version further. [`StoreError::Conflict`] when somebody else was faster.
pub fn save(
    tx: &mut Tx<'_>,
    deed: &Deed,
    changed: &[(Actor, Vec<BodyTask>)],
    all: &[Actor],
) -> Result<(), StoreError> {
    let unchanged = deeds::table
        .find(deed.id.to_string())
        .filter(deeds::version.eq(deed.version - 1));
    let rows = diesel::update(unchanged)
        .set(Row::of(deed, tx.keyring)?)
        .execute(tx.connection)?;
    if rows != 1 {
        return Err(StoreError::Conflict);
    }
    for (actor, _) in changed {
        let unchanged = deed_actors::table
            .find(actor.id.to_string())
            .filter(deed_actors::version.eq(actor.version - 1));
        let rows = diesel::update(unchanged)
            .set(actors::Row::of(actor, tx.keyring)?)
            .execute(tx.connection)?;
        if rows != 1 {
            return Err(StoreError::Conflict);
        }
    }
    tasks::replace(tx, changed)?;
    regions::replace(tx, deed, all)
}

/// Writes a deed whose facts were put right, and by what it is recognised anew. Otherwise like
/// [`save`].
pub fn correct(
    tx: &mut Tx<'_>,
    deed: &Deed,
    changed: &[(Actor, Vec<BodyTask>)],
    all: &[Actor],
) -> Result<(), StoreError> {
    save(tx, deed, changed, all)?;
    intake::replace_of_deed(tx, deed)
}
