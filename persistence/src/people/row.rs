//! How a file lies in its row: what must not lie open is one sealed value.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use domain::calendar::PartialDate;
use domain::identity::{CitizenNumber, PersonName, PhoneNumber, Sex};
use domain::ids::PersonId;
use domain::people::{Address, FileOrigin, FileStatus, LifeStatus, Origin, Person, PersonFile};
use domain::policy::OriginBasis;
use domain::regions::RegionCode;
use domain::text::Line;
use serde::{Deserialize, Serialize};

use crate::columns::Col;
use crate::error::StoreError;
use crate::keyring::Keyring;
use crate::schema::people;
use crate::stored::forms;

#[derive(Debug, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = people, treat_none_as_null = true, treat_none_as_default_value = false)]
pub(super) struct Row {
    pub(super) id: Col<PersonId>,
    region_code: Col<RegionCode>,
    status: String,
    merged_into: Col<Option<PersonId>>,
    file_origin: Col<FileOrigin>,
    source: Col<Option<Line<500>>>,
    synthetic: bool,
    name: Col<PersonName>,
    sex: Col<Sex>,
    life_status: Col<LifeStatus>,
    native_place: Col<Option<Line<100>>>,
    household_region: Col<Option<RegionCode>>,
    origin_basis: Col<Option<OriginBasis>>,
    origin_region: Col<Option<RegionCode>>,
    sealed: Vec<u8>,
    citizen_number_index: Option<Vec<u8>>,
    version: i64,
    created_at: Col<DateTime<Utc>>,
    updated_at: Col<DateTime<Utc>>,
}

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
            id: Col(person.id),
            region_code: Col(file.region),
            status: person.status.as_str().to_owned(),
            merged_into: Col(match person.status {
                FileStatus::Active => None,
                FileStatus::Merged { into } => Some(into),
            }),
            file_origin: Col(file.file_origin),
            source: Col(file.source.clone()),
            synthetic: file.synthetic,
            name: Col(file.name.clone()),
            sex: Col(file.sex),
            life_status: Col(file.life_status),
            native_place: Col(file.native_place.clone()),
            household_region: Col(file.household_region),
            origin_basis: Col(file.origin.and_then(|origin| origin.basis)),
            origin_region: Col(file.origin.map(|origin| origin.region)),
            sealed: keyring.seal(&place(person.id), &sealed)?,
            citizen_number_index: number.map(|number| keyring.blind_index(number)),
            version: person.version,
            created_at: Col(person.created_at),
            updated_at: Col(person.updated_at),
        })
    }

    pub(super) fn into_person(self, keyring: &Keyring) -> Result<Person, StoreError> {
        let sealed = keyring.open(&place(self.id.0), &self.sealed)?;
        let sealed = forms::PERSON.read(&sealed)?;
        Ok(Person {
            id: self.id.0,
            file: PersonFile {
                region: self.region_code.0,
                file_origin: self.file_origin.0,
                source: self.source.0,
                synthetic: self.synthetic,
                name: self.name.0,
                sex: self.sex.0,
                birth_date: sealed.birth_date,
                citizen_number: read(sealed.citizen_number.as_deref(), CitizenNumber::parse)?,
                phone: read(sealed.phone.as_deref(), PhoneNumber::parse)?,
                address: read(sealed.address.as_deref(), |text| {
                    Address::stored(text).ok_or(())
                })?,
                life_status: self.life_status.0,
                died_on: sealed.died_on,
                household_region: self.household_region.0,
                native_place: self.native_place.0,
                origin: self.origin_region.0.map(|region| Origin {
                    basis: self.origin_basis.0,
                    region,
                }),
            },
            status: match self.merged_into.0 {
                Some(into) => FileStatus::Merged { into },
                None => FileStatus::Active,
            },
            version: self.version,
            created_at: self.created_at.0,
            updated_at: self.updated_at.0,
        })
    }
}

fn place(id: PersonId) -> String {
    format!("people.sealed/{id}")
}

/// The error does not repeat the value.
fn read<T, E>(
    stored: Option<&str>,
    parse: impl FnOnce(&str) -> Result<T, E>,
) -> Result<Option<T>, StoreError> {
    let value = stored.map(parse).transpose();
    value.map_err(|_| StoreError::Corrupt("people.sealed".to_owned()))
}
