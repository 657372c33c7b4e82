use proptest::prelude::*;

use super::*;

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
        if let Ok(merged) = merge(&survivor, &absorbed, None) {
            for change in &merged.taken {
                let refined = matches!(change.field, Field::BirthDate | Field::Sex | Field::LifeStatus);
                prop_assert!(change.from.is_none() || refined, "{:?}", change);
            }
            let again = merge(&person(1, merged.file.clone()), &absorbed, None).unwrap();
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
