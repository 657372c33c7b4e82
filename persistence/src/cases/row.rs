//! How a case lies in its row: the case and what is known of it are sealed.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::ids::{CaseId, Id as _, PersonId, ReceiptId};
use domain::named::NamedEnum as _;
use domain::procedure::About as _;
use domain::regions::RegionCode;
use uuid::Uuid;

use super::CaseOnFile;
use crate::keyring::Keyring;
use crate::prelude::*;
use crate::receipts;
use crate::schema::cases;
use crate::stored::StoredProcedure;

#[derive(Debug, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = cases, treat_none_as_default_value = false)]
pub(super) struct Row {
    id: Col<CaseId>,
    #[diesel(skip_update)]
    procedure: String,
    #[diesel(skip_update)]
    file_id: Col<Uuid>,
    #[diesel(skip_update)]
    number: i16,
    person_id: Col<Option<PersonId>>,
    state: String,
    holder_region: Col<RegionCode>,
    received_on: NaiveDate,
    restricted: bool,
    receipt_id: Col<ReceiptId>,
    sealed: Vec<u8>,
    facts: Option<Vec<u8>>,
    version: i64,
}

impl Row {
    pub(super) fn of<P: StoredProcedure>(
        on_file: &CaseOnFile<P>,
        keyring: &Keyring,
    ) -> Result<Self, StoreError> {
        let id = on_file.id;
        let case = &on_file.case;
        let plain = P::CASE.write(case)?;
        Ok(Self {
            id: Col(id),
            procedure: P::NAME.to_owned(),
            file_id: Col(on_file.file.uuid()),
            number: on_file.number,
            person_id: Col(on_file.person.person()),
            state: case.state().as_str().to_owned(),
            holder_region: Col(case.holder().region),
            received_on: case.received_on(),
            restricted: case.restricted(),
            receipt_id: Col(on_file.receipt_id),
            sealed: keyring.seal(&place(id), &plain)?,
            facts: Some(keyring.seal(&facts_place(id), &P::FACTS.write(&on_file.facts)?)?),
            version: on_file.version,
        })
    }

    fn into_case<P: StoredProcedure>(
        self,
        from_receipts: &BTreeMap<ReceiptId, P::Facts>,
        keyring: &Keyring,
    ) -> Result<CaseOnFile<P>, StoreError> {
        let plain = keyring.open(&place(self.id.0), &self.sealed)?;
        let receipt_id = self.receipt_id.0;
        let facts = match &self.facts {
            Some(sealed) => {
                let plain = keyring.open(&facts_place(self.id.0), sealed)?;
                Some(P::FACTS.read(&plain)?)
            }
            None => from_receipts.get(&receipt_id).cloned(),
        };
        Ok(CaseOnFile {
            id: self.id.0,
            file: self.file_id.0.into(),
            number: self.number,
            person: P::About::stored(self.person_id.0)
                .ok_or_else(|| StoreError::Corrupt("cases.person_id".to_owned()))?,
            receipt_id,
            facts: facts.ok_or_else(|| StoreError::Corrupt("cases.facts".to_owned()))?,
            case: P::CASE.read(&plain)?,
            version: self.version,
        })
    }
}

/// Where the sealed case stands. Values are bound to it, so that it keeps the name of the table in which
/// there were deeds only.
fn place(id: CaseId) -> String {
    format!("deed_actors.sealed/{id}")
}

/// The cases of some rows, in their order.
pub(super) fn opened<P: StoredProcedure>(
    reader: &mut Reader<'_>,
    rows: Vec<Row>,
) -> Result<Vec<CaseOnFile<P>>, StoreError> {
    let from_receipts = facts_of_receipts::<P>(reader, &rows)?;
    rows.into_iter()
        .map(|row| row.into_case(&from_receipts, reader.keyring))
        .collect()
}

fn facts_place(id: CaseId) -> String {
    format!("cases.facts/{id}")
}

/// The facts of the receipts of those rows that hold none themselves, for all of them at once: rows of
/// before have none until the next step of their case, and what was known stood in the receipt alone.
fn facts_of_receipts<P: StoredProcedure>(
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
