use super::*;
use crate::{
    attachments::{ContentDigestError, FileNameError, MediaType, NotAccepted, SizeError},
    calendar::{CalendarError, PartialDateError, Precision},
    identity::{
        CitizenNumber, CitizenNumberError, CreditCodeError, PersonName, PersonNameError,
        PhoneNumberError, SexError,
    },
    ids::InvalidId,
    regions::{CountryCodeError, RegionCode, RegionCodeError},
    text::Character,
};

#[test]
fn every_error_has_a_text_with_its_limits_filled_in() {
    let errors: &[&dyn Coded] = &[
        &CalendarError::DateOutOfRange,
        &CalendarError::DaysOutOfRange,
        &CalendarError::NotLoaded { year: 2027 },
        &CitizenNumberError::Area,
        &CitizenNumberError::BirthDate,
        &CitizenNumberError::BirthInFuture,
        &CitizenNumberError::BirthOutOfRange,
        &CitizenNumberError::Character {
            position: 1,
            character: Character('a'),
        },
        &CitizenNumberError::CheckDigit,
        &CitizenNumberError::Length,
        &ContentDigestError,
        &CountryCodeError::OfChina,
        &CountryCodeError::Unknown,
        &CreditCodeError::Character {
            position: 1,
            character: Character('a'),
        },
        &CreditCodeError::CheckDigit,
        &CreditCodeError::Length,
        &FileNameError::Character,
        &FileNameError::Extension,
        &FileNameError::Length,
        &InvalidId,
        &ListedTwice,
        &NotAccepted::Extension {
            found: MediaType::Png,
        },
        &NotAccepted::Kind,
        &PartialDateError::OutOfRange,
        &PartialDateError::Value {
            precision: Precision::Month,
        },
        &PartialDateError::Value {
            precision: Precision::Year,
        },
        &PartialDateError::ValueMissing,
        &PartialDateError::ValueUnexpected,
        &PersonNameError::Character {
            position: 1,
            character: Character('a'),
        },
        &PersonNameError::ControlCharacter {
            position: 1,
            character: Character('-'),
        },
        &PersonNameError::Empty,
        &PersonNameError::Joint {
            position: 1,
            character: Character('-'),
        },
        &PersonNameError::TooLong,
        &PhoneNumberError::Form,
        &PhoneNumberError::Character {
            position: 1,
            character: Character('a'),
        },
        &RegionCodeError,
        &Required,
        &SexError,
        &SizeError::DeedFull { max: 1, left: 0 },
        &SizeError::Empty,
        &SizeError::TooLarge { max: 1 },
        &SizeError::TooMany { max: 1 },
        &PartialDateError::Value {
            precision: Precision::Day,
        },
    ];
    for error in errors {
        let Text { zh, en } = error.fault().message;
        for text in [zh, en] {
            assert!(!text.is_empty() && !text.contains(['{', '}']), "{text}");
        }
    }
    let year = CalendarError::NotLoaded { year: 2027 };
    assert_eq!(
        year.to_string(),
        "The days off of 2027 are not loaded here, so the date cannot be told; it is once they are."
    );
}

#[test]
fn a_document_is_told_all_its_faults_and_nothing_that_it_held() {
    let mut person = FieldErrors::new();
    let name = person.take("/name", PersonName::parse("测试1"));
    let number = person.take(
        "/citizen_number",
        CitizenNumber::parse("371502199001010011"),
    );
    assert!(name.is_none() && number.is_none());
    let mut document = FieldErrors::new();
    document.push("/region", &Required);
    document.nest("/people/0", person);
    let faults = document.into_result().unwrap_err();
    assert_eq!(
        faults.to_string(),
        "/region: required; /people/0/name: name_character; \
         /people/0/citizen_number: citizen_number_check_digit"
    );
    for fault in faults {
        let Text { zh, en } = &fault.message;
        let shown = format!("{fault:?}{zh}{en}");
        assert!(!shown.contains("测试1") && !shown.contains("371502199001010011"));
    }
}

#[test]
fn what_a_set_holds_twice_is_named_by_its_place() {
    let texts = ["371502", "x", "371502", "371521", "371502"].map(str::to_owned);
    let mut errors = FieldErrors::new();
    let set = errors.set("/region_codes", &texts, RegionCode::parse);
    assert_eq!(set.len(), 2);
    errors.distinct("/scopes", &[1, 2, 1]);
    assert_eq!(
        errors.to_string(),
        "/region_codes/1: region_code_invalid; /region_codes/2: listed_twice; \
         /region_codes/4: listed_twice; /scopes/2: listed_twice"
    );
}

#[test]
fn a_document_without_fault_passes() {
    let mut errors = FieldErrors::new();
    assert!(errors.take("/name", PersonName::parse("测试")).is_some());
    assert_eq!(errors.into_result(), Ok(()));
}
