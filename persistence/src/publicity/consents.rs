//! Consents, each under the file in which it was recorded; that of a file that was merged counts for the
//! survivor.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use domain::ids::{ConsentId, PersonId};
use domain::publicity::Consent;

use super::{roll, studios};
use crate::people;
use crate::prelude::*;
use crate::schema::consents;
use crate::stored::forms;

/// A consent as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConsentOnFile {
    pub id: ConsentId,
    /// The file in which it was recorded.
    pub person: PersonId,
    pub consent: Consent,
    /// 1 when recorded, one more with each withdrawal.
    pub version: i64,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

#[derive(Debug, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = consents)]
struct Row {
    id: Col<ConsentId>,
    person_id: Col<PersonId>,
    sealed: Vec<u8>,
    version: i64,
    created_at: Col<DateTime<Utc>>,
    updated_at: Col<DateTime<Utc>>,
}

fn place(id: ConsentId) -> String {
    format!("consents.sealed/{id}")
}

impl Row {
    fn of(on_file: &ConsentOnFile, tx: &Tx<'_>) -> Result<Self, StoreError> {
        let plain = forms::CONSENT.write(&on_file.consent)?;
        Ok(Self {
            id: Col(on_file.id),
            person_id: Col(on_file.person),
            sealed: tx.keyring.seal(&place(on_file.id), &plain)?,
            version: on_file.version,
            created_at: Col(on_file.created_at),
            updated_at: Col(on_file.updated_at),
        })
    }

    fn opened(self, reader: &Reader<'_>) -> Result<ConsentOnFile, StoreError> {
        let plain = reader.keyring.open(&place(self.id.0), &self.sealed)?;
        Ok(ConsentOnFile {
            id: self.id.0,
            person: self.person_id.0,
            consent: forms::CONSENT.read(&plain)?,
            version: self.version,
            created_at: self.created_at.0,
            updated_at: self.updated_at.0,
        })
    }
}

/// Records a consent. What is shown follows from it at once.
pub fn insert(
    tx: &mut Tx<'_>,
    id: ConsentId,
    person: PersonId,
    consent: Consent,
) -> Result<ConsentOnFile, StoreError> {
    let on_file = ConsentOnFile {
        id,
        person,
        consent,
        version: 1,
        created_at: tx.now(),
        updated_at: tx.now(),
    };
    let row = Row::of(&on_file, tx)?;
    insert!(tx.connection, consents::table, row)?;
    changed(tx, person)?;
    Ok(on_file)
}

/// Writes a consent after a withdrawal; [`StoreError::Conflict`] when somebody else was faster. What is shown
/// follows from it at once.
pub fn save(
    tx: &mut Tx<'_>,
    current: &ConsentOnFile,
    consent: Consent,
) -> Result<ConsentOnFile, StoreError> {
    let on_file = ConsentOnFile {
        consent,
        version: current.version.saturating_add(1),
        updated_at: tx.now(),
        ..current.clone()
    };
    let unchanged = consents::table
        .find(Col(current.id))
        .filter(consents::version.eq(current.version));
    let rows = diesel::update(unchanged)
        .set(Row::of(&on_file, tx)?)
        .execute(tx.connection)?;
    one_row(rows)?;
    changed(tx, current.person)?;
    Ok(on_file)
}

/// Makes what everybody may read of somebody anew.
pub(crate) fn changed(tx: &mut Tx<'_>, person: PersonId) -> Result<(), StoreError> {
    let survivors = people::survivors(tx, &[person])?.into_values().collect();
    roll::refresh(tx, &survivors)?;
    studios::refresh_led_by(tx, &survivors)
}

/// After a file was merged into another: its consents count there, and its entries go with it.
pub(crate) fn merged(
    tx: &mut Tx<'_>,
    absorbed: PersonId,
    into: PersonId,
) -> Result<(), StoreError> {
    roll::withdraw_all_of(tx, absorbed)?;
    changed(tx, into)
}

/// A consent of somebody whom the caller has been shown to reach, also under a file that was merged.
pub fn find(
    reader: &mut Reader<'_>,
    person: PersonId,
    id: ConsentId,
) -> Result<Option<ConsentOnFile>, StoreError> {
    let files = people::files_of(reader, &[person])?;
    let row: Option<Row> = consents::table
        .find(Col(id))
        .filter(consents::person_id.eq_any(texts(files.iter().chain([&person]))))
        .select(Row::as_select())
        .get_result(reader.connection)
        .optional()?;
    row.map(|row| row.opened(reader)).transpose()
}

/// The consents of somebody whom the caller has been shown to reach, newest first.
pub fn list(
    reader: &mut Reader<'_>,
    person: PersonId,
    keyset: &Keyset<ConsentId>,
) -> Result<Page<ConsentOnFile>, StoreError> {
    let files = people::files_of(reader, &[person])?;
    let files = texts(files.iter().chain([&person]));
    newest_first!(
        reader,
        keyset,
        || consents::table
            .filter(consents::person_id.eq_any(files.clone()))
            .into_boxed(),
        consents::id,
        Row::as_select() => Row,
        |row| row.opened(reader)
    )
}

/// The consents of some surviving files, oldest first.
pub(super) fn of_survivors(
    reader: &mut Reader<'_>,
    survivors: &BTreeSet<PersonId>,
) -> Result<BTreeMap<PersonId, Vec<Consent>>, StoreError> {
    let wanted: Vec<PersonId> = survivors.iter().copied().collect();
    let files = people::files_with_survivors(reader, &wanted)?;
    let written_in: Vec<PersonId> = files.iter().map(|(file, _)| *file).collect();
    let rows: Vec<Row> = consents::table
        .filter(consents::person_id.eq_any(texts(written_in.iter().chain(survivors))))
        .order(consents::id.asc())
        .select(Row::as_select())
        .load(reader.connection)?;
    let mut found: BTreeMap<PersonId, Vec<Consent>> = BTreeMap::new();
    for row in rows {
        let on_file = row.opened(reader)?;
        let survivor = files.iter().find(|(file, _)| *file == on_file.person);
        let survivor = survivor.map_or(on_file.person, |(_, survivor)| *survivor);
        found.entry(survivor).or_default().push(on_file.consent);
    }
    Ok(found)
}
