//! What only studios store: the forms of their cases, and who has which name.

use domain::ids::{ClueId, Id as _, StudioId};
use domain::procedure::{Case, CaseEvent};
use domain::studios::{Setup, Studio, StudioNameFacts, name_key};
use uuid::Uuid;

use crate::cases::{CaseFile, CaseOnFile};
use crate::prelude::*;
use crate::publicity;
use crate::schema::{studio_clues as clues, studio_names as names};
use crate::stored::{Form, StoredProcedure};

impl StoredProcedure for Studio {
    const CASE: Form<Case<Self>> = Form::first("studio.case");
    const HISTORY: Form<Vec<CaseEvent<Self>>> = Form::first("studio.history");
    const SUBJECT: Form<Setup> = Form::first("studio.subject");
    const FACTS: Form<StudioNameFacts> = Form::first("studio.facts");

    fn saved(
        tx: &mut Tx<'_>,
        file: &CaseFile<Self>,
        cases: &[&CaseOnFile<Self>],
    ) -> Result<(), StoreError> {
        publicity::studio_saved(tx, file, cases)
    }
}

/// Locks a name: who takes it or looks who has it decides as the one before left it.
pub fn lock_name(tx: &mut Tx<'_>, name: &str) -> Result<(), StoreError> {
    tx.lock(format!("studio-name/{}", name_key(name)).as_bytes())
}

/// The studio that has a name, in all regions.
pub fn having_name(reader: &mut Reader<'_>, name: &str) -> Result<Option<StudioId>, StoreError> {
    let index = reader.keyring.studio_name_index(&name_key(name));
    let found: Option<Col<Uuid>> = names::table
        .find(index)
        .select(names::file_id)
        .first(reader.connection)
        .optional()?;
    Ok(found.map(|file| file.0.into()))
}

/// Gives a name to a studio in the stead of the one that it had. Whether nobody else has it.
pub fn take_name(tx: &mut Tx<'_>, studio: StudioId, name: &str) -> Result<bool, StoreError> {
    lock_name(tx, name)?;
    match having_name(tx, name)? {
        Some(other) if other == studio => return Ok(true),
        Some(_) => return Ok(false),
        None => {}
    }
    release_name(tx, studio)?;
    let index = tx.keyring.studio_name_index(&name_key(name));
    diesel::insert_into(names::table)
        .values((
            names::name_index.eq(index),
            names::file_id.eq(Col(studio.uuid())),
        ))
        .execute(tx.connection)?;
    Ok(true)
}

/// Sets the name of a studio free for others.
pub fn release_name(tx: &mut Tx<'_>, studio: StudioId) -> Result<(), StoreError> {
    diesel::delete(names::table.filter(names::file_id.eq(Col(studio.uuid()))))
        .execute(tx.connection)?;
    Ok(())
}

/// Keeps that a clue came from a studio.
pub fn insert_clue(tx: &mut Tx<'_>, studio: StudioId, clue: ClueId) -> Result<(), StoreError> {
    diesel::insert_into(clues::table)
        .values((
            clues::clue_id.eq(Col(clue.uuid())),
            clues::file_id.eq(Col(studio.uuid())),
        ))
        .execute(tx.connection)?;
    Ok(())
}

/// The studio from which a clue came; none of what others told.
pub fn of_clue(reader: &mut Reader<'_>, clue: ClueId) -> Result<Option<StudioId>, StoreError> {
    let found: Option<Col<Uuid>> = clues::table
        .find(clue.uuid().to_string())
        .select(clues::file_id)
        .first(reader.connection)
        .optional()?;
    Ok(found.map(|file| file.0.into()))
}
