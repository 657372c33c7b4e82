use chrono::{DateTime, NaiveDate};
use proptest::prelude::*;
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

#[test]
fn the_number_fills_in_birth_date_and_sex() {
    let file = file_of(Draft {
        sex: Some(Sex::Unknown),
        birth_date: partial("1990"),
        ..draft()
    });
    assert_eq!(file.birth_date, partial("1990-01-01"));
    assert_eq!(file.sex, Sex::Female);
}

#[test]
fn one_answer_names_every_fault_of_a_registration() {
    let mut found_before = FieldErrors::new();
    found_before.take("/name", PersonName::parse("x1"));
    let own = [region("371502")];
    let result = register(
        Draft {
            region: Some(region("371581")),
            name: None,
            sex: Some(Sex::Male),
            birth_date: partial("1991-02"),
            died_on: partial("1980"),
            household_region: Some(region("999999")),
            file_origin: FileOrigin::Historic,
            ..draft()
        },
        found_before,
        &county(&own),
    );
    assert_eq!(
        faults(result),
        [
            ("/name", "name_character"),
            ("/region_code", "outside_your_regions"),
            ("/file_origin", "historic_by_city_only"),
            ("/died_on", "died_on_without_death"),
            ("/died_on", "died_before_birth"),
            ("/birth_date", "birth_date_contradicts_number"),
            ("/sex", "sex_contradicts_number"),
            ("/source", "source_required"),
            ("/household_region", "region_unknown"),
        ]
        .map(|(pointer, code)| (pointer.to_owned(), code))
    );
}

#[test]
fn a_registered_file_identifies_its_person_and_a_historic_one_names_its_source() {
    let unidentified = Draft {
        citizen_number: None,
        ..draft()
    };
    assert_eq!(
        faults(register(unidentified.clone(), FieldErrors::new(), &city())),
        [("/birth_date".to_owned(), "number_or_birth_date_required")]
    );
    let with_year = Draft {
        birth_date: partial("1968"),
        ..unidentified.clone()
    };
    assert_eq!(file_of(with_year).birth_date, partial("1968"));
    let historic = Draft {
        file_origin: FileOrigin::Historic,
        source: Some(Line::parse("测试报纸").unwrap()),
        region: Some(region("371500")),
        ..unidentified
    };
    let file = file_of(historic);
    assert_eq!(file.birth_date, PartialDate::UNKNOWN);
    assert_eq!(file.sex, Sex::Unknown);
}

#[test]
fn a_malformed_number_is_not_also_called_missing() {
    let mut found_before = FieldErrors::new();
    found_before.take("/citizen_number", CitizenNumber::parse("3715"));
    let result = register(
        Draft {
            citizen_number: None,
            ..draft()
        },
        found_before,
        &city(),
    );
    assert_eq!(
        faults(result),
        [("/citizen_number".to_owned(), "citizen_number_length")]
    );
}

#[test]
fn files_are_kept_by_regions_that_exist_in_the_city() {
    // An abolished county, the province, a county elsewhere.
    for code in ["371523", "370000", "340603"] {
        let result = register(
            Draft {
                region: Some(region(code)),
                ..draft()
            },
            FieldErrors::new(),
            &city(),
        );
        assert_eq!(
            faults(result),
            [("/region_code".to_owned(), "outside_your_regions")],
            "{code}"
        );
    }
    for code in ["371500", "371581", "LCDJ"] {
        assert_eq!(
            file_of(Draft {
                region: Some(region(code)),
                ..draft()
            })
            .region,
            region(code)
        );
    }
}

#[test]
fn nobody_is_born_or_dies_tomorrow() {
    let result = register(
        Draft {
            citizen_number: None,
            birth_date: partial("2026-11-24"),
            life_status: LifeStatus::Deceased,
            died_on: partial("2027"),
            ..draft()
        },
        FieldErrors::new(),
        &city(),
    );
    assert_eq!(
        faults(result),
        [
            ("/birth_date".to_owned(), "date_in_future"),
            ("/died_on".to_owned(), "date_in_future")
        ]
    );
    // The year of today and the day itself may be.
    for value in ["2026", "2026-11", "2026-11-23"] {
        file_of(Draft {
            citizen_number: None,
            birth_date: partial(value),
            ..draft()
        });
    }
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

#[test]
fn correcting_the_number_corrects_what_came_with_it() {
    let current = file_of(draft());
    let revised = revise(
        &current,
        Draft {
            citizen_number: Some(number(OTHER_NUMBER)),
            ..draft_of(&current)
        },
        FieldErrors::new(),
        &city(),
    )
    .unwrap();
    assert_eq!(revised.file.sex, Sex::Male);
    let fields: Vec<_> = revised.changes.iter().map(|change| change.field).collect();
    assert_eq!(fields, [Field::Sex, Field::CitizenNumber]);
}

#[test]
fn only_the_city_moves_a_file() {
    let current = file_of(draft());
    let moved = Draft {
        region: Some(region("LCDJ")),
        ..draft_of(&current)
    };
    let own = [region("371502"), region("LCDJ")];
    let refused = revise(&current, moved.clone(), FieldErrors::new(), &county(&own));
    assert_eq!(
        faults(refused.map(|revision| revision.file)),
        [("/region_code".to_owned(), "moved_by_city_only")]
    );
    let revision = revise(&current, moved, FieldErrors::new(), &city()).unwrap();
    assert_eq!(
        revision.changes,
        [FieldChange {
            field: Field::Region,
            from: Some("371502".to_owned()),
            to: Some("LCDJ".to_owned()),
        }]
    );
}

#[test]
fn the_survivor_keeps_what_it_says_and_takes_what_it_lacks() {
    let survivor = person(
        1,
        file_of(Draft {
            citizen_number: None,
            birth_date: partial("1990"),
            phone: Some(PhoneNumber::parse("13800138000").unwrap()),
            ..draft()
        }),
    );
    let absorbed = person(
        2,
        file_of(Draft {
            phone: Some(PhoneNumber::parse("13900139000").unwrap()),
            life_status: LifeStatus::Living,
            ..draft()
        }),
    );
    let merged = merge(&survivor, &absorbed).unwrap();
    assert_eq!(merged.file.citizen_number, Some(number(NUMBER)));
    assert_eq!(merged.file.birth_date, partial("1990-01-01"));
    assert_eq!(merged.file.sex, Sex::Female);
    assert_eq!(merged.file.phone, survivor.file.phone);
    assert_eq!(merged.file.life_status, LifeStatus::Living);
    let taken: Vec<_> = merged.taken.iter().map(|change| change.field).collect();
    assert_eq!(
        taken,
        [
            Field::Sex,
            Field::BirthDate,
            Field::CitizenNumber,
            Field::LifeStatus
        ]
    );
}

#[test]
fn two_people_are_not_merged_and_every_reason_is_given() {
    let one = person(1, file_of(draft()));
    let mut other = person(
        2,
        file_of(Draft {
            citizen_number: Some(number("371502194912310021")),
            synthetic: true,
            ..draft()
        }),
    );
    other.status = FileStatus::Merged { into: one.id };
    assert_eq!(
        merge(&one, &other),
        Err(vec![
            Unmet::AlreadyMerged,
            Unmet::CitizenNumbersDiffer,
            Unmet::BirthDatesDiffer,
            Unmet::OneIsSynthetic
        ])
    );
    assert_eq!(merge(&one, &one), Err(vec![Unmet::SameFile]));
}

#[test]
fn names_are_found_by_characters_pinyin_and_initials() {
    let keys = |name: &str| search_keys(&PersonName::parse(name).unwrap());
    for (name, boxes) in [
        ("吴青", vec!["吴", "吴青", "wuqing", "Wu Qing", "wuq", "wq"]),
        ("单小芳", vec!["shanxiaofang", "sxf"]),
        ("𠮷田㐂", vec!["𠮷", "𠮷田㐂", "tian"]),
        ("买买提·吐尔逊", vec!["买买提•吐", "maimaiti", "mmt"]),
        ("O'Neil Smith", vec!["oneil", "O'Neil S"]),
    ] {
        for typed in boxes {
            let prefix = search_prefix(typed).unwrap();
            assert!(
                keys(name).iter().any(|key| key.starts_with(&prefix)),
                "{name} by {typed}: {:?}",
                keys(name)
            );
        }
    }
    assert_eq!(search_prefix(" '- "), None);
}

/// Values that a change may carry, each with the field it belongs to.
fn any_draft() -> impl Strategy<Value = Draft> {
    (
        prop_oneof![
            Just(None),
            Just(Some(number(NUMBER))),
            Just(Some(number(OTHER_NUMBER)))
        ],
        prop_oneof![Just("1990"), Just("1990-01"), Just("1990-01-01")],
        prop_oneof![
            Just(None),
            Just(Some(Sex::Unknown)),
            Just(Some(Sex::Male)),
            Just(Some(Sex::Female))
        ],
        prop_oneof![
            Just(None),
            Just(Some("13800138000")),
            Just(Some("06358200000"))
        ],
        prop_oneof![
            Just(LifeStatus::Living),
            Just(LifeStatus::Deceased),
            Just(LifeStatus::Unknown)
        ],
    )
        .prop_map(|(citizen_number, born, sex, phone, life_status)| Draft {
            citizen_number,
            birth_date: partial(born),
            sex,
            phone: phone.map(|phone| PhoneNumber::parse(phone).unwrap()),
            life_status,
            ..draft()
        })
}

proptest! {
    /// Whatever is registered or revised, the file agrees with its number.
    #[test]
    fn a_file_never_contradicts_its_number(first in any_draft(), second in any_draft()) {
        let Ok(file) = register(first, FieldErrors::new(), &city()) else { return Ok(()) };
        let after = revise(&file, second, FieldErrors::new(), &city())
            .map_or(file, |revision| revision.file);
        if let Some(number) = &after.citizen_number {
            prop_assert_eq!(after.birth_date, PartialDate::day(number.birth_date()).unwrap());
            prop_assert_eq!(after.sex, number.sex());
        }
    }

    /// A change says nothing exactly where nothing differs.
    #[test]
    fn changes_are_empty_only_where_the_file_stays(first in any_draft(), second in any_draft()) {
        let Ok(file) = register(first, FieldErrors::new(), &city()) else { return Ok(()) };
        if let Ok(revision) = revise(&file, second, FieldErrors::new(), &city()) {
            prop_assert_eq!(revision.changes.is_empty(), revision.file == file);
        }
    }

    /// The survivor's own known values stay, and a second look takes nothing more.
    #[test]
    fn merging_loses_nothing_that_the_survivor_says(first in any_draft(), second in any_draft()) {
        let file = |draft| register(draft, FieldErrors::new(), &city()).ok();
        let (Some(first), Some(second)) = (file(first), file(second)) else { return Ok(()) };
        let (survivor, absorbed) = (person(1, first), person(2, second));
        if let Ok(merged) = merge(&survivor, &absorbed) {
            for change in &merged.taken {
                let refined = matches!(change.field, Field::BirthDate | Field::Sex | Field::LifeStatus);
                prop_assert!(change.from.is_none() || refined, "{:?}", change);
            }
            let again = merge(&person(1, merged.file.clone()), &absorbed).unwrap();
            prop_assert_eq!(again.taken, vec![]);
            if let Some(number) = &merged.file.citizen_number {
                prop_assert_eq!(merged.file.birth_date, PartialDate::day(number.birth_date()).unwrap());
            }
        }
    }

    /// No inner character of a sensitive value is left in a masked change.
    #[test]
    fn masked_changes_never_leak(digits in "[1-9][0-9]{16}", field in 0_usize..3) {
        let field = [Field::CitizenNumber, Field::Phone, Field::Address][field];
        let change = FieldChange { field, from: None, to: Some(digits.clone()) }.masked();
        let masked = change.to.unwrap();
        prop_assert_eq!(masked.len(), digits.len());
        prop_assert!(masked[1..digits.len() - 1].chars().all(|char| char == '*'));
        let born = FieldChange { field: Field::BirthDate, from: None, to: Some(digits) }.masked();
        prop_assert_eq!(born.to.unwrap(), "****");
    }
}
