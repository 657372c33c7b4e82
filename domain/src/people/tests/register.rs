use super::*;

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
