//! What is known of a case, as it is stored with it.
//!
//! Rows of before have none: then what was known stood in the receipt alone. It is taken from there for
//! all rows of a list at once, until the next step of each writes it into its row.

use std::collections::BTreeMap;

use domain::ids::{CaseId, ReceiptId};

use super::row::Row;
use crate::error::StoreError;
use crate::keyring::Keyring;
use crate::receipts;
use crate::scope::RegionScope;
use crate::store::Reader;
use crate::stored::StoredProcedure;

pub(super) fn seal<P: StoredProcedure>(
    id: CaseId,
    facts: &P::Facts,
    keyring: &Keyring,
) -> Result<Vec<u8>, StoreError> {
    keyring.seal(&place(id), &P::FACTS.write(facts)?)
}

pub(super) fn open<P: StoredProcedure>(
    id: CaseId,
    sealed: &[u8],
    keyring: &Keyring,
) -> Result<P::Facts, StoreError> {
    P::FACTS.read(&keyring.open(&place(id), sealed)?)
}

/// The facts of the receipts of those rows that hold none themselves.
pub(super) fn of_receipts<P: StoredProcedure>(
    reader: &mut Reader<'_>,
    rows: &[Row],
) -> Result<BTreeMap<ReceiptId, P::Facts>, StoreError> {
    let of_before = rows.iter().filter(|row| row.facts.is_none());
    let receipts: Vec<ReceiptId> = of_before.map(|row| row.receipt_id.0).collect();
    if receipts.is_empty() {
        return Ok(BTreeMap::new());
    }
    // Anyone who reaches a case reaches its receipt, in whichever region's files that was kept.
    let found = receipts::find_all(reader, &RegionScope::City, &receipts)?;
    let facts = found
        .into_iter()
        .filter_map(|(id, stored)| Some((id, P::facts_of(&stored.receipt)?)));
    Ok(facts.collect())
}

fn place(id: CaseId) -> String {
    format!("cases.facts/{id}")
}
