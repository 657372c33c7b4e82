//! How a case lies in its row: the case and what is known of it are sealed.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use diesel::prelude::*;
use domain::ids::DecisionId;
use domain::named::NamedEnum;

use super::{CaseOnFile, facts};
use crate::convert::parse_id;
use crate::error::StoreError;
use crate::keyring::Keyring;
use crate::schema::cases;
use crate::store::Reader;
use crate::stored::StoredProcedure;

/// A row of `cases`.
#[derive(Debug, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = cases, treat_none_as_default_value = false)]
pub(super) struct Row {
    id: String,
    #[diesel(skip_update)]
    procedure: String,
    #[diesel(skip_update)]
    file_id: String,
    #[diesel(skip_update)]
    number: i16,
    person_id: String,
    state: String,
    holder_region: String,
    received_on: NaiveDate,
    restricted: bool,
    pub(super) decision_id: String,
    sealed: Vec<u8>,
    pub(super) facts: Option<Vec<u8>>,
    version: i64,
}

impl Row {
    pub(super) fn of<P: StoredProcedure>(
        on_file: &CaseOnFile<P>,
        keyring: &Keyring,
    ) -> Result<Self, StoreError> {
        let id = on_file.id.to_string();
        let case = &on_file.case;
        let plain = P::CASE.write(case)?;
        Ok(Self {
            procedure: P::NAME.to_owned(),
            file_id: on_file.file.to_string(),
            number: on_file.number,
            person_id: on_file.person.to_string(),
            state: case.state().as_str().to_owned(),
            holder_region: case.holder().region.to_string(),
            received_on: case.received_on(),
            restricted: case.restricted(),
            decision_id: on_file.decision.to_string(),
            sealed: keyring.seal(&place(&id), &plain)?,
            facts: Some(facts::seal::<P>(&id, &on_file.facts, keyring)?),
            version: on_file.version,
            id,
        })
    }

    fn into_case<P: StoredProcedure>(
        self,
        from_receipts: &BTreeMap<DecisionId, P::Facts>,
        keyring: &Keyring,
    ) -> Result<CaseOnFile<P>, StoreError> {
        let plain = keyring.open(&place(&self.id), &self.sealed)?;
        let decision = parse_id(&self.decision_id)?;
        let facts = match &self.facts {
            Some(sealed) => Some(facts::open::<P>(&self.id, sealed, keyring)?),
            None => from_receipts.get(&decision).cloned(),
        };
        Ok(CaseOnFile {
            id: parse_id(&self.id)?,
            file: parse_id(&self.file_id)?,
            number: self.number,
            person: parse_id(&self.person_id)?,
            decision,
            facts: facts.ok_or_else(|| StoreError::Corrupt("cases.facts".to_owned()))?,
            case: P::CASE.read(&plain)?,
            version: self.version,
        })
    }
}

/// Where the sealed case stands. Values are bound to it, so that it keeps the name of the table in which
/// there were deeds only.
fn place(id: &str) -> String {
    format!("deed_actors.sealed/{id}")
}

/// The cases of some rows, in their order.
pub(super) fn opened<P: StoredProcedure>(
    reader: &mut Reader<'_>,
    rows: Vec<Row>,
) -> Result<Vec<CaseOnFile<P>>, StoreError> {
    let from_receipts = facts::of_receipts::<P>(reader, &rows)?;
    rows.into_iter()
        .map(|row| row.into_case(&from_receipts, reader.keyring))
        .collect()
}
