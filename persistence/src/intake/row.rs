//! How something that came in lies in its row: all that was told is one sealed value.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use domain::ids::{Id, RecognitionId};
use domain::intake::{Filing, Kind, Progress, State};
use domain::regions::RegionCode;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::columns::Col;
use crate::error::StoreError;
use crate::keyring::Keyring;
use crate::schema::filings;
use crate::stored::Form;

/// A kind of thing that came in, as it is stored.
pub trait Stored: Sized + Kind<Id: Id, Dismissal: Serialize + DeserializeOwned> {
    /// Its word in the column `kind`.
    const WORD: &'static str;
    /// What is sealed of it.
    type Sealed: Serialize + DeserializeOwned;
    /// The form of the sealed column.
    const FORM: Form<Sealed<Self>>;

    /// The content as it is sealed.
    fn to_sealed(&self) -> Self::Sealed;
    /// The content that was sealed.
    fn of_sealed(sealed: Self::Sealed) -> Result<Self, StoreError>;
}

/// A row of `filings`. The tracking code's index is written once and never read.
#[derive(Debug, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = filings)]
pub(super) struct Row {
    id: Col<Uuid>,
    kind: String,
    region_code: Col<RegionCode>,
    state: Col<State>,
    received_on: NaiveDate,
    file_id: Col<Option<Uuid>>,
    recognition_id: Col<Option<RecognitionId>>,
    sealed: Vec<u8>,
    version: i64,
    created_at: Col<DateTime<Utc>>,
    updated_at: Col<DateTime<Utc>>,
}

/// The sealed column.
#[derive(Serialize, Deserialize)]
#[serde(bound = "")]
pub struct Sealed<K: Stored> {
    content: K::Sealed,
    progress: Vec<Progress>,
    dismissal: Option<K::Dismissal>,
}

impl Row {
    pub(super) fn of<K: Stored>(filing: &Filing<K>, keyring: &Keyring) -> Result<Self, StoreError> {
        let id = filing.id.uuid();
        let sealed = Sealed::<K> {
            content: filing.content.to_sealed(),
            progress: filing.progress.clone(),
            dismissal: filing.dismissal,
        };
        let plain = K::FORM.write(&sealed)?;
        let recognition = filing.recognition.map(Id::uuid);
        Ok(Self {
            id: Col(id),
            kind: K::WORD.to_owned(),
            region_code: Col(filing.region),
            state: Col(filing.state),
            received_on: filing.received_on,
            file_id: Col(filing.deed.map(Id::uuid).or(recognition)),
            recognition_id: Col(filing.recognition),
            sealed: keyring.seal(&place(id), &plain)?,
            version: filing.version,
            created_at: Col(filing.created_at),
            updated_at: Col(filing.updated_at),
        })
    }

    pub(super) fn into_filing<K: Stored>(self, keyring: &Keyring) -> Result<Filing<K>, StoreError> {
        let plain = keyring.open(&place(self.id.0), &self.sealed)?;
        let sealed = K::FORM.read(&plain)?;
        Ok(Filing {
            id: self.id.0.into(),
            region: self.region_code.0,
            state: self.state.0,
            received_on: self.received_on,
            content: K::of_sealed(sealed.content)?,
            progress: sealed.progress,
            deed: match self.recognition_id.0 {
                Some(_) => None,
                None => self.file_id.0.map(Into::into),
            },
            recognition: self.recognition_id.0,
            dismissal: sealed.dismissal,
            version: self.version,
            created_at: self.created_at.0,
            updated_at: self.updated_at.0,
        })
    }
}

fn place(id: Uuid) -> String {
    format!("filings.sealed/{id}")
}

/// The error for a sealed value that does not read back; it never repeats the value.
pub(super) fn unreadable() -> StoreError {
    StoreError::Corrupt("filings.sealed".to_owned())
}
