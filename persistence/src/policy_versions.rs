//! The versions of the policy with which the service has run. One that a receipt names is bound: a file
//! that lacks it, or says something else under its name, would judge open cases by another law than they
//! were judged by before, and could replay no receipt of it.

use std::fmt;

use domain::policy::PolicySet;

use crate::prelude::*;
use crate::schema::{policy_versions as versions, receipts};

/// A version that receipts name and that a file does not hold as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unheld {
    pub policy_id: String,
    pub version: String,
    /// Whether the file has a version of that name, which says something else.
    pub changed: bool,
}

impl fmt::Display for Unheld {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = if self.changed { "changed" } else { "missing" };
        write!(formatter, "{} {} ({what})", self.policy_id, self.version)
    }
}

/// Makes sure that the file holds every version that a receipt names, and writes down what it holds.
/// Answers those that it does not hold; then nothing is to be kept.
pub fn hold(tx: &mut Tx<'_>, file: &PolicySet) -> Result<Vec<Unheld>, StoreError> {
    let known: Vec<(String, String, String)> = versions::table
        .order((versions::policy_id, versions::version, versions::hash))
        .load(tx.connection)?;
    let is_known = |id: &str, version: &str, hash: &str| {
        let mut known = known.iter();
        known.any(|row| (&*row.0, &*row.1, &*row.2) == (id, version, hash))
    };
    let mut unheld = Vec::new();
    for (id, version, hash) in &known {
        let in_file = file.find(id, version);
        // Of several under one name, which earlier programs let pass, the file can hold one alone.
        if in_file.is_some_and(|own| is_known(id, version, own.hash())) {
            continue;
        }
        if is_named(tx, id, version, hash)? {
            unheld.push(Unheld {
                policy_id: id.clone(),
                version: version.clone(),
                changed: in_file.is_some(),
            });
        } else {
            diesel::delete(versions::table.find((id, version, hash))).execute(tx.connection)?;
        }
    }
    unheld.dedup();
    if !unheld.is_empty() {
        return Ok(unheld);
    }
    for own in file.versions() {
        if !is_known(own.id(), own.version(), own.hash()) {
            let row = (
                versions::policy_id.eq(own.id()),
                versions::version.eq(own.version()),
                versions::hash.eq(own.hash()),
            );
            insert!(tx.connection, versions::table, row)?;
        }
    }
    Ok(unheld)
}

/// Whether a receipt names the version. Looked up only of what a file lacks, so that a look through all
/// receipts costs nothing at an ordinary start.
fn is_named(
    reader: &mut Reader<'_>,
    id: &str,
    version: &str,
    hash: &str,
) -> Result<bool, StoreError> {
    let found: Option<String> = receipts::table
        .filter(receipts::policy_id.eq(id))
        .filter(receipts::policy_version.eq(version))
        .filter(receipts::policy_hash.eq(hash))
        .select(receipts::id)
        .first(reader.connection)
        .optional()?;
    Ok(found.is_some())
}
