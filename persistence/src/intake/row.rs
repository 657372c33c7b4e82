//! How something that came in lies in its row: all that was told is one sealed value.

use std::fmt::Display;
use std::str::FromStr;

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;
use domain::intake::{Filing, Kind, Progress};
use domain::regions::RegionCode;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::convert::{corrupt, instant, parse_id};
use crate::error::StoreError;
use crate::keyring::Keyring;
use crate::schema::filings;
use crate::stored::Form;

/// A kind of thing that came in, as it is stored.
pub trait Stored: Kind<Id: Display + FromStr<Err: Display> + Ord> {
    /// Its word in the column `kind`.
    const WORD: &'static str;
    /// What is sealed of it.
    type Sealed: Serialize + DeserializeOwned;
    /// The form of the sealed column.
    const FORM: Form<Sealed<Self::Sealed>>;

    /// The content as it is sealed.
    fn to_sealed(&self) -> Self::Sealed;
    /// The content that was sealed.
    fn of_sealed(sealed: Self::Sealed) -> Result<Self, StoreError>
    where
        Self: Sized;
    /// The word for why it was left aside.
    fn dismissal_word(dismissal: Self::Dismissal) -> &'static str;
    /// Why it was left aside, by the word.
    fn dismissal_of(word: &str) -> Option<Self::Dismissal>;
}

/// A row of `filings`. The tracking code's index is written once and never read.
#[derive(Debug, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = filings, treat_none_as_default_value = false)]
pub(super) struct Row {
    id: String,
    kind: String,
    region_code: String,
    state: String,
    received_on: NaiveDate,
    file_id: Option<String>,
    recognition_id: Option<String>,
    sealed: Vec<u8>,
    version: i64,
    created_at: NaiveDateTime,
    updated_at: NaiveDateTime,
}

/// The sealed column.
#[derive(Serialize, Deserialize)]
pub struct Sealed<C> {
    content: C,
    progress: Vec<Progress>,
    dismissal: Option<String>,
}

impl Row {
    pub(super) fn of<K: Stored>(filing: &Filing<K>, keyring: &Keyring) -> Result<Self, StoreError> {
        let id = filing.id.to_string();
        let dismissal = filing.dismissal.map(K::dismissal_word);
        let sealed = Sealed {
            content: filing.content.to_sealed(),
            progress: filing.progress.clone(),
            dismissal: dismissal.map(str::to_owned),
        };
        let plain = K::FORM.write(&sealed)?;
        let recognition = filing.recognition.map(|id| id.to_string());
        Ok(Self {
            kind: K::WORD.to_owned(),
            region_code: filing.region.to_string(),
            state: filing.state.as_str().to_owned(),
            received_on: filing.received_on,
            file_id: filing.deed.map(|id| id.to_string()).or(recognition.clone()),
            recognition_id: recognition,
            sealed: keyring.seal(&place(&id), &plain)?,
            version: filing.version,
            created_at: filing.created_at.naive_utc(),
            updated_at: filing.updated_at.naive_utc(),
            id,
        })
    }

    pub(super) fn into_filing<K: Stored>(self, keyring: &Keyring) -> Result<Filing<K>, StoreError> {
        let plain = keyring.open(&place(&self.id), &self.sealed)?;
        let sealed = K::FORM.read(&plain)?;
        let dismissal = sealed
            .dismissal
            .map(|word| K::dismissal_of(&word).ok_or_else(unreadable))
            .transpose()?;
        Ok(Filing {
            id: parse_id(&self.id)?,
            region: RegionCode::parse(&self.region_code).map_err(corrupt("filings.region_code"))?,
            state: self.state.parse().map_err(corrupt("filings.state"))?,
            received_on: self.received_on,
            content: K::of_sealed(sealed.content)?,
            progress: sealed.progress,
            deed: self
                .file_id
                .as_deref()
                .filter(|_| self.recognition_id.is_none())
                .map(parse_id)
                .transpose()?,
            recognition: self.recognition_id.as_deref().map(parse_id).transpose()?,
            dismissal,
            version: self.version,
            created_at: instant(self.created_at),
            updated_at: instant(self.updated_at),
        })
    }
}

fn place(id: &str) -> String {
    format!("filings.sealed/{id}")
}

/// The error for a sealed value that does not read back; it never repeats the value.
pub(super) fn unreadable() -> StoreError {
    StoreError::Corrupt("filings.sealed".to_owned())
}
