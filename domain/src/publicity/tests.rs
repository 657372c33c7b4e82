use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::{
    calendar::PartialDate,
    identity::{PersonName, Sex},
    named::NamedEnum as _,
    people::{FileOrigin, LifeStatus, PersonFile},
    receipts::samples::{day, region},
    text::{Line, Paragraphs},
};

fn file(born: &str) -> PersonFile {
    PersonFile {
        region: region("371502"),
        file_origin: FileOrigin::Registered,
        source: None,
        synthetic: true,
        name: PersonName::parse("测试甲").unwrap(),
        sex: Sex::Female,
        birth_date: PartialDate::day(day(born)).unwrap(),
        citizen_number: None,
        phone: None,
        address: None,
        life_status: LifeStatus::Living,
        died_on: PartialDate::UNKNOWN,
        household_region: None,
        native_place: None,
        origin: None,
    }
}

fn given(by: Giver) -> Basis {
    Basis::Consent {
        by,
        on: day("2026-03-02"),
        paper: Line::parse("测试同意书").unwrap(),
    }
}

fn consent(by: Giver) -> Consent {
    Consent {
        purpose: Purpose::HonourRoll,
        basis: given(by),
        content: Content {
            sex: true,
            unit: Some(Line::parse("测试单位").unwrap()),
            story: Some(Paragraphs::parse("测试：救起一人。").unwrap()),
        },
        withdrawals: Vec::new(),
    }
}

fn withdrawal(fields: &[PublicField]) -> Withdrawal {
    Withdrawal {
        by: Giver::Person,
        on: day("2026-03-03"),
        fields: fields.iter().copied().collect(),
        note: None,
    }
}

#[test]
fn pub_minor_the_birthday_decides_who_agrees() {
    let today = day("2026-03-02");
    for (born, by, fault) in [
        ("2008-03-02", Giver::Person, None),
        ("2008-03-03", Giver::Person, Some(BasisError::Minor)),
        ("2008-03-03", Giver::Guardian, None),
        ("2008-03-02", Giver::Guardian, Some(BasisError::NoMinor)),
    ] {
        assert_eq!(
            given(by).require_valid(&file(born), today).err(),
            fault,
            "{born} {by}"
        );
    }
    let mut known_to_the_year = file("2000-01-01");
    known_to_the_year.birth_date =
        PartialDate::parse(crate::calendar::Precision::Year, Some("2008")).unwrap();
    let unknown = given(Giver::Person).require_valid(&known_to_the_year, today);
    assert_eq!(unknown, Err(BasisError::AgeUnknown));
}

#[test]
fn the_newest_consent_for_a_purpose_counts() {
    let mut quiet = consent(Giver::Person);
    quiet.content = Content::default();
    let all = [consent(Giver::Person), quiet];
    let shown = shown_for(Purpose::HonourRoll, &file("1990-01-01"), &all).unwrap();
    assert_eq!((shown.story, shown.unit, shown.sex), (None, None, None));
    assert_eq!(shown_for(Purpose::Studio, &file("1990-01-01"), &all), None);
}

proptest! {
    /// Whatever is agreed to and taken back in whatever order: what is shown is a part of what was agreed to and
    /// not taken back, of a minor never the name, and nothing at all without the name.
    #[test]
    fn nothing_leaks(
        by_guardian: bool,
        agreed in proptest::collection::vec(any::<(bool, bool, bool)>(), 1..3),
        taken_back in proptest::collection::vec(
            (0..3_usize, proptest::collection::btree_set(0..4_usize, 0..4)),
            0..6,
        ),
    ) {
        let by = if by_guardian { Giver::Guardian } else { Giver::Person };
        let of = file(if by_guardian { "2014-01-01" } else { "1990-01-01" });
        let mut consents: Vec<Consent> = agreed
            .iter()
            .map(|(sex, unit, story)| {
                let mut one = consent(by);
                one.content.sex = *sex;
                one.content.unit = one.content.unit.filter(|_| *unit);
                one.content.story = one.content.story.filter(|_| *story);
                one
            })
            .collect();
        for (which, fields) in taken_back {
            let Some(one) = consents.get_mut(which) else { continue };
            let all = PublicField::all();
            let fields: Vec<PublicField> = fields.iter().map(|field| all[*field]).collect();
            if let Ok(after) = one.withdrawn(withdrawal(&fields)) {
                *one = after;
            }
        }
        let still: Vec<BTreeSet<PublicField>> = consents
            .iter()
            .filter_map(|one| one.shown().map(|content| content.fields()))
            .collect();
        let Some(shown) = shown_for(Purpose::HonourRoll, &of, &consents) else {
            prop_assert!(still.is_empty());
            return Ok(());
        };
        let newest = still.last().unwrap();
        prop_assert_eq!(shown.story.is_some(), newest.contains(&PublicField::Story));
        prop_assert_eq!(shown.sex.is_some(), newest.contains(&PublicField::Sex));
        let unit = newest.contains(&PublicField::Unit) && !by_guardian;
        prop_assert_eq!(shown.unit.is_some(), unit);
        if by_guardian {
            prop_assert_eq!(shown.name, "测某");
            prop_assert!(shown.searched.is_none());
        }
    }
}
