use super::*;
use crate::{
    attachments::{ContentDigestError, FileNameError, MediaType, NotAccepted, SizeError},
    calendar::{CalendarError, PartialDateError, Precision},
    identity::{
        CitizenNumber, CitizenNumberError, CreditCodeError, PersonName, PersonNameError,
        PhoneNumberError, SexError,
    },
    ids::InvalidId,
    regions::{CountryCodeError, RegionCodeError},
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
        &CitizenNumberError::Character,
        &CitizenNumberError::CheckDigit,
        &CitizenNumberError::FullWidth,
        &CitizenNumberError::Length,
        &ContentDigestError,
        &CountryCodeError::OfChina,
        &CountryCodeError::Unknown,
        &CreditCodeError::Character,
        &CreditCodeError::CheckDigit,
        &CreditCodeError::FullWidth,
        &CreditCodeError::Length,
        &FileNameError::Character,
        &FileNameError::Extension,
        &FileNameError::Length,
        &InvalidId,
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
        &PersonNameError::Character,
        &PersonNameError::ControlCharacter,
        &PersonNameError::Empty,
        &PersonNameError::Joint,
        &PersonNameError::TooLong,
        &PhoneNumberError::Form,
        &PhoneNumberError::FullWidth,
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
fn a_document_without_fault_passes() {
    let mut errors = FieldErrors::new();
    assert!(errors.take("/name", PersonName::parse("测试")).is_some());
    assert_eq!(errors.into_result(), Ok(()));
}
