//! How a file lies in its row: what must not lie open is one sealed value.

use chrono::NaiveDateTime;
use diesel::prelude::*;
use domain::calendar::PartialDate;
use domain::identity::{CitizenNumber, PersonName, PhoneNumber};
use domain::ids::PersonId;
use domain::people::{Address, FileStatus, Origin, Person, PersonFile};
use domain::regions::RegionCode;
use domain::text::Line;
use serde::{Deserialize, Serialize};

use crate::convert::{corrupt, instant, parse_id};
use crate::error::StoreError;
use crate::keyring::Keyring;
use crate::schema::people;
use crate::stored::forms;

/// A row of `people`.
#[derive(Debug, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = people, treat_none_as_null = true, treat_none_as_default_value = false)]
pub(super) struct Row {
    id: String,
    region_code: String,
    status: String,
    merged_into: Option<String>,
    file_origin: String,
    source: Option<String>,
    synthetic: bool,
    name: String,
    sex: String,
    life_status: String,
    native_place: Option<String>,
    household_region: Option<String>,
    origin_basis: Option<String>,
    origin_region: Option<String>,
    sealed: Vec<u8>,
    citizen_number_index: Option<Vec<u8>>,
    version: i64,
    created_at: NaiveDateTime,
    updated_at: NaiveDateTime,
}

/// What is sealed of a file.
#[derive(Serialize, Deserialize)]
pub(crate) struct Sealed {
    birth_date: PartialDate,
    died_on: PartialDate,
    citizen_number: Option<String>,
    phone: Option<String>,
    address: Option<String>,
}

impl Row {
    pub(super) fn of(person: &Person, keyring: &Keyring) -> Result<Self, StoreError> {
        let file = &person.file;
        let number = file.citizen_number.as_ref();
        let id = person.id.to_string();
        let sealed = Sealed {
            birth_date: file.birth_date,
            died_on: file.died_on,
            citizen_number: number.map(|number| number.expose().to_owned()),
            phone: file.phone.as_ref().map(|phone| phone.expose().to_owned()),
            address: file
                .address
                .as_ref()
                .map(|address| address.expose().to_owned()),
        };
        let sealed = forms::PERSON.write(&sealed)?;
        Ok(Self {
            region_code: file.region.to_string(),
            status: person.status.as_str().to_owned(),
            merged_into: match person.status {
                FileStatus::Active => None,
                FileStatus::Merged { into } => Some(into.to_string()),
            },
            file_origin: file.file_origin.as_str().to_owned(),
            source: file.source.as_ref().map(ToString::to_string),
            synthetic: file.synthetic,
            name: file.name.to_string(),
            sex: file.sex.as_str().to_owned(),
            life_status: file.life_status.as_str().to_owned(),
            native_place: file.native_place.as_ref().map(ToString::to_string),
            household_region: file.household_region.map(|region| region.to_string()),
            origin_basis: file
                .origin
                .and_then(|origin| origin.basis)
                .map(|basis| basis.as_str().to_owned()),
            origin_region: file.origin.map(|origin| origin.region.to_string()),
            sealed: keyring.seal(&place(&id), &sealed)?,
            citizen_number_index: number.map(|number| keyring.blind_index(number)),
            version: person.version,
            created_at: person.created_at.naive_utc(),
            updated_at: person.updated_at.naive_utc(),
            id,
        })
    }

    pub(super) fn id(&self) -> Result<PersonId, StoreError> {
        parse_id(&self.id)
    }

    pub(super) fn into_person(self, keyring: &Keyring) -> Result<Person, StoreError> {
        let sealed = keyring.open(&place(&self.id), &self.sealed)?;
        let sealed = forms::PERSON.read(&sealed)?;
        let status = match self.merged_into {
            Some(into) => FileStatus::Merged {
                into: parse_id(&into)?,
            },
            None => FileStatus::Active,
        };
        let origin = self.origin_region.as_deref().map(|region| {
            Ok::<_, StoreError>(Origin {
                basis: self
                    .origin_basis
                    .map(|basis| basis.parse().map_err(corrupt("people.origin_basis")))
                    .transpose()?,
                region: region_code(region)?,
            })
        });
        Ok(Person {
            id: parse_id::<PersonId>(&self.id)?,
            file: PersonFile {
                region: region_code(&self.region_code)?,
                file_origin: self
                    .file_origin
                    .parse()
                    .map_err(corrupt("people.file_origin"))?,
                source: read(self.source.as_deref(), Line::parse)?,
                synthetic: self.synthetic,
                name: PersonName::parse(&self.name).map_err(corrupt("people.name"))?,
                sex: self.sex.parse().map_err(corrupt("people.sex"))?,
                birth_date: sealed.birth_date,
                citizen_number: read(sealed.citizen_number.as_deref(), CitizenNumber::parse)?,
                phone: read(sealed.phone.as_deref(), PhoneNumber::parse)?,
                address: read(sealed.address.as_deref(), Address::parse)?,
                life_status: self
                    .life_status
                    .parse()
                    .map_err(corrupt("people.life_status"))?,
                died_on: sealed.died_on,
                household_region: self
                    .household_region
                    .as_deref()
                    .map(region_code)
                    .transpose()?,
                native_place: read(self.native_place.as_deref(), Line::parse)?,
                origin: origin.transpose()?,
            },
            status,
            version: self.version,
            created_at: instant(self.created_at),
            updated_at: instant(self.updated_at),
        })
    }
}

fn place(id: &str) -> String {
    format!("people.sealed/{id}")
}

/// The error for a value that does not read back; it never repeats the value.
fn unreadable(what: &'static str) -> StoreError {
    StoreError::Corrupt(what.to_owned())
}

fn read<T, E>(
    stored: Option<&str>,
    parse: impl FnOnce(&str) -> Result<T, E>,
) -> Result<Option<T>, StoreError> {
    stored
        .map(parse)
        .transpose()
        .map_err(|_| unreadable("a value of people"))
}

fn region_code(stored: &str) -> Result<RegionCode, StoreError> {
    RegionCode::parse(stored).map_err(corrupt("a region of people"))
}
