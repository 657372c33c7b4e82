use super::*;

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
    let merged = merge(&survivor, &absorbed, Some(MatchStatus::Open)).unwrap();
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
        merge(&one, &other, None),
        Err(vec![
            Unmet::AlreadyMerged,
            Unmet::CitizenNumbersDiffer,
            Unmet::BirthDatesDiffer,
            Unmet::OneIsSynthetic
        ])
    );
    assert_eq!(merge(&one, &one, None), Err(vec![Unmet::SameFile]));
}

#[test]
fn a_pair_that_the_city_left_apart_is_not_merged() {
    let (one, other) = (person(1, file_of(draft())), person(2, file_of(draft())));
    assert_eq!(
        merge(&one, &other, Some(MatchStatus::Dismissed)),
        Err(vec![Unmet::LeftApart])
    );
    assert!(merge(&one, &other, Some(MatchStatus::Open)).is_ok());
    assert!(merge(&one, &other, None).is_ok());
}
