//! What the rules of files promise.

mod merge;
mod properties;
mod register;
mod revise;
mod search;

use chrono::{DateTime, NaiveDate};
use uuid::Uuid;

use super::*;
use crate::{
    calendar::{PartialDate, Precision},
    error::FieldErrors,
    identity::{CitizenNumber, PersonName, PhoneNumber, Sex},
    ids::PersonId,
    regions::RegionCode,
    text::Line,
};

/// Born 1990-01-01; a woman's.
const NUMBER: &str = "371502199001010020";
/// Born 1990-01-01; a man's.
const OTHER_NUMBER: &str = "371502199001010012";

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn region(code: &str) -> RegionCode {
    RegionCode::parse(code).unwrap()
}

fn number(text: &str) -> CitizenNumber {
    CitizenNumber::parse(text).unwrap()
}

fn partial(value: &str) -> PartialDate {
    let precision = match value.len() {
        4 => Precision::Year,
        7 => Precision::Month,
        _ => Precision::Day,
    };
    PartialDate::parse(precision, Some(value)).unwrap()
}

fn today() -> NaiveDate {
    date("2026-11-23")
}

fn city() -> Registrar<'static> {
    Registrar {
        city: region("371500"),
        regions: None,
        today: today(),
    }
}

fn county(own: &[RegionCode]) -> Registrar<'_> {
    Registrar {
        regions: Some(own),
        ..city()
    }
}

fn draft() -> Draft {
    Draft {
        region: Some(region("371502")),
        name: Some(PersonName::parse("测试甲").unwrap()),
        citizen_number: Some(number(NUMBER)),
        ..Draft::default()
    }
}

fn file_of(draft: Draft) -> PersonFile {
    register(draft, FieldErrors::new(), &city()).unwrap()
}

fn person(id: u128, file: PersonFile) -> Person {
    Person {
        id: PersonId::from(Uuid::from_u128(id)),
        file,
        status: FileStatus::Active,
        version: 1,
        created_at: DateTime::UNIX_EPOCH,
        updated_at: DateTime::UNIX_EPOCH,
    }
}

fn faults(result: Result<PersonFile, FieldErrors>) -> Vec<(String, &'static str)> {
    result
        .unwrap_err()
        .into_iter()
        .map(|fault| (fault.pointer, fault.code))
        .collect()
}

fn draft_of(file: &PersonFile) -> Draft {
    let file = file.clone();
    Draft {
        region: Some(file.region),
        file_origin: file.file_origin,
        source: file.source,
        synthetic: file.synthetic,
        name: Some(file.name),
        sex: Some(file.sex),
        birth_date: file.birth_date,
        citizen_number: file.citizen_number,
        phone: file.phone,
        address: file.address,
        life_status: file.life_status,
        died_on: file.died_on,
        household_region: file.household_region,
        native_place: file.native_place,
        origin: file.origin,
    }
}
