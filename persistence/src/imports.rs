//! Which people of published deeds have a file already, so that an import can be repeated.

use diesel::prelude::*;
use domain::ids::PersonId;
use domain::imports::HistoricFile;
use sha2::{Digest, Sha256};

use crate::columns::{Col, corrupt};
use crate::error::StoreError;
use crate::schema::imported_people;
use crate::store::Tx;

/// By what a person of a published deed is recognised: source, key of the deed and name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportKey(Vec<u8>);

impl ImportKey {
    /// The key of the file that a published deed yields.
    pub fn of(imported: &HistoricFile) -> Result<Self, StoreError> {
        // A JSON array keeps the parts apart, whatever they hold.
        let parts = serde_json::to_vec(&[
            imported.source.as_str(),
            imported.deed_key.as_str(),
            imported.file.name.as_str(),
        ])
        .map_err(corrupt("imported_people.import_key"))?;
        Ok(Self(Sha256::digest(parts).to_vec()))
    }
}

/// Whether a file was opened under this key. No other transaction opens one until this one ends.
pub fn is_known(tx: &mut Tx<'_>, key: &ImportKey) -> Result<bool, StoreError> {
    tx.lock(&[b"import/", key.0.as_slice()].concat())?;
    let found = diesel::select(diesel::dsl::exists(imported_people::table.find(&key.0)))
        .get_result(tx.connection)?;
    Ok(found)
}

/// Remembers that a file was opened under this key.
pub fn remember(tx: &mut Tx<'_>, key: &ImportKey, person: PersonId) -> Result<(), StoreError> {
    diesel::insert_into(imported_people::table)
        .values((
            imported_people::import_key.eq(&key.0),
            imported_people::person_id.eq(Col(person)),
        ))
        .execute(tx.connection)?;
    Ok(())
}
