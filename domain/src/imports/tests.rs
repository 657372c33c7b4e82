use super::*;
use crate::{
    calendar::{PartialDate, Precision},
    error::Coded,
    identity::PersonName,
    people::{FileOrigin, LifeStatus, Origin, PersonEvent, Registrar, Source},
    policy::Harm,
    regions::RegionCode,
    text::{Line, Paragraphs},
};

fn region(code: &str) -> RegionCode {
    RegionCode::parse(code).unwrap()
}

fn name(text: &str) -> PersonName {
    PersonName::parse(text).unwrap()
}

fn city() -> Registrar<'static> {
    Registrar {
        city: region("371500"),
        regions: None,
        today: "2026-11-23".parse().unwrap(),
    }
}

fn elsewhere(origin: &str, place: &str) -> DeedPlace {
    DeedPlace::Elsewhere {
        origin: region(origin),
        origin_text: Some(Line::parse("临清籍").unwrap()),
        region: Some(region(place)),
        text: None,
    }
}

fn case() -> PublishedCase {
    PublishedCase {
        source: Source::parse("测试报").unwrap(),
        key: Line::parse("one").unwrap(),
        actors: vec![name("测试甲"), name("测试乙")],
        group: false,
        place: elsewhere("371581", "340600"),
        summary: Paragraphs::parse("测试事迹").unwrap(),
        act_type: None,
        occurred_on: PartialDate::UNKNOWN,
        harm: vec![(name("测试乙"), Harm::Died)],
        age_at_deed: None,
        nickname: None,
        listed_in: None,
        recommended_by: Vec::new(),
    }
}

/// The faults of a case as pointer and code.
fn faults(case: &PublishedCase) -> Vec<(String, &'static str)> {
    let Err(faults) = case.files(&city()) else {
        return Vec::new();
    };
    faults
        .into_iter()
        .map(|fault| (fault.pointer, fault.code))
        .collect()
}

#[test]
fn each_actor_gets_a_historic_file_kept_where_the_actor_comes_from() {
    let files = case().files(&city()).unwrap();
    let [one, other] = &files[..] else {
        panic!("{files:?}")
    };
    for imported in [one, other] {
        assert_eq!(imported.file.region, region("371581"));
        assert_eq!(imported.file.file_origin, FileOrigin::Historic);
        assert!(!imported.file.synthetic);
        let origin = Origin {
            basis: None,
            region: region("371581"),
        };
        assert_eq!(imported.file.origin, Some(origin));
        let [
            PersonEvent::Imported { source },
            PersonEvent::PublishedDeed(deed),
        ] = &imported.history
        else {
            panic!("{:?}", imported.history)
        };
        assert_eq!(source, "测试报");
        assert!(deed.group);
        assert_eq!(deed.origin_text.as_deref(), Some("临清籍"));
    }
    assert_eq!(one.file.life_status, LifeStatus::Unknown);
    assert_eq!(other.file.life_status, LifeStatus::Deceased);
    assert_eq!(other.file.died_on, PartialDate::UNKNOWN);
}

#[test]
fn a_deed_in_the_city_says_nothing_of_where_its_actors_come_from() {
    let in_city = PublishedCase {
        place: DeedPlace::InCity {
            region: region("LCKF"),
            text: None,
        },
        ..case()
    };
    for imported in in_city.files(&city()).unwrap() {
        assert_eq!(imported.file.region, region("LCKF"));
        assert_eq!(imported.file.origin, None);
        assert_eq!(imported.file.household_region, None);
    }
}

#[test]
fn only_an_actor_who_died_is_deceased() {
    for harm in Harm::ALL {
        let harmed = PublishedCase {
            harm: vec![(name("测试甲"), *harm)],
            ..case()
        };
        let files = harmed.files(&city()).unwrap();
        let died = files[0].file.life_status == LifeStatus::Deceased;
        assert_eq!(died, *harm == Harm::Died, "{harm:?}");
        assert_eq!(files[1].file.life_status, LifeStatus::Unknown);
    }
}

#[test]
fn every_fault_of_a_case_is_named_at_once() {
    let broken = PublishedCase {
        actors: vec![name("测试甲"), name("测试甲")],
        place: elsewhere("370100", "371502"),
        occurred_on: PartialDate::parse(Precision::Month, Some("2026-12")).unwrap(),
        harm: vec![(name("测试丙"), Harm::Injured)],
        age_at_deed: Some(30),
        ..case()
    };
    let expected = [
        ("/people/1", "actor_named_twice"),
        ("/harm_to_actors/0/name", "harm_of_no_actor"),
        ("/age_at_deed", "age_of_several_actors"),
        ("/occurred_on", "date_in_future"),
        ("/place_region", "place_inside_city"),
        ("/origin_region", "outside_your_regions"),
    ];
    let expected = expected.map(|(pointer, code)| (pointer.to_owned(), code));
    assert_eq!(faults(&broken), expected);
}

#[test]
fn places_in_the_city_by_any_code_are_not_elsewhere() {
    for (place, code) in [
        ("371502", Some("place_inside_city")),
        ("371581", Some("place_inside_city")),
        ("LCDJ", Some("place_inside_city")),
        ("371523", Some("place_inside_city")),
        ("372526", Some("place_inside_city")),
        ("000001", Some("region_unknown")),
        ("370100", None),
        ("370000", None),
    ] {
        let case = PublishedCase {
            place: elsewhere("371581", place),
            ..case()
        };
        let found = faults(&case).first().map(|(_, code)| *code);
        assert_eq!(found, code, "{place}");
    }
}

#[test]
fn a_deed_needs_somebody_who_did_it_and_a_region_in_force() {
    let nobody = PublishedCase {
        actors: Vec::new(),
        harm: Vec::new(),
        ..case()
    };
    assert_eq!(faults(&nobody), [("/people".to_owned(), "required")]);
    let abolished = PublishedCase {
        place: DeedPlace::InCity {
            region: region("371523"),
            text: None,
        },
        ..case()
    };
    let expected = [("/region_code".to_owned(), "outside_your_regions")];
    assert_eq!(faults(&abolished), expected);
}

#[test]
fn every_fault_has_a_text() {
    for error in [
        CaseError::ActorNamedTwice,
        CaseError::AgeOfSeveralActors,
        CaseError::HarmOfNoActor,
        CaseError::DeedKeyRepeated,
        CaseError::PlaceInsideCity,
        CaseError::MemberOfOtherList,
    ] {
        assert!(!error.fault().message.zh.is_empty(), "{}", error.code());
    }
}
