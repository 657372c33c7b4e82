//! One file in one transaction: its row, its history, its audit entry and its event.

use domain::ids::PersonId;
use domain::imports::HistoricFile;
use persistence::audit::{self, Change, Principal};
use persistence::imports::{self, ImportKey};
use persistence::{StoreError, Tx, people};
use serde_json::json;

use crate::people::subject;

/// What became of one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// The person got a file.
    Imported(PersonId),
    /// The person had one from an earlier import.
    AlreadyThere,
}

/// Opens the file of one person, unless an earlier import did.
pub(crate) fn keep(
    tx: &mut Tx<'_>,
    principal: &Principal,
    imported: &HistoricFile,
) -> Result<Outcome, StoreError> {
    let key = ImportKey::of(imported)?;
    if imports::is_known(tx, &key)? {
        return Ok(Outcome::AlreadyThere);
    }
    let person = people::insert(tx, &imported.file)?;
    for event in &imported.history {
        people::append(tx, &person, principal, event)?;
    }
    imports::remember(tx, &key, person.id)?;
    let change = Change::new("person.imported", subject(&person), json!({}));
    audit::record(tx, principal, &change)?;
    Ok(Outcome::Imported(person.id))
}
