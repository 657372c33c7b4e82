use chrono::{DateTime, Utc};
use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::{
    calendar::{PartialDate, Precision},
    deeds::{self, eligibility::Filer},
    identity::{PersonName, PhoneNumber},
    ids::{ApplicationId, ClueId, DeedId},
    regions::{CountryCode, Place, RegionCode, RegionTree},
    text::Paragraphs,
};

fn code(text: &str) -> RegionCode {
    RegionCode::parse(text).unwrap()
}

fn now() -> DateTime<Utc> {
    // The next day already in Beijing.
    "2026-11-22T17:00:00Z".parse().unwrap()
}

fn application() -> Filing<Application> {
    let name = PersonName::parse("测试申请").unwrap();
    let content = Application {
        applicant: Applicant {
            filer: Filer::Actor,
            name: name.clone(),
            phone: PhoneNumber::parse("13800000000").unwrap(),
        },
        actors: vec![ToldActor {
            name,
            citizen_number: None,
        }],
        act_types: Vec::new(),
        occurred_on: PartialDate::UNKNOWN,
        place: None,
        summary: Paragraphs::parse("测试").unwrap(),
        beneficiaries: Vec::new(),
    };
    Filing::receive(
        ApplicationId::from(Uuid::from_u128(1)),
        code("371502"),
        content,
        now(),
    )
}

fn clue() -> Filing<Clue> {
    let content = Clue {
        text: Paragraphs::parse("测试").unwrap(),
        occurred_on: PartialDate::UNKNOWN,
        place: None,
        contact: None,
    };
    Filing::receive(
        ClueId::from(Uuid::from_u128(2)),
        code("371502"),
        content,
        now(),
    )
}

fn deed() -> DeedId {
    DeedId::from(Uuid::from_u128(3))
}

#[test]
fn file_where_sends_to_the_county_of_the_place_else_of_the_origin_else_to_the_city() {
    let tree = RegionTree::builtin();
    let city = code("371500");
    let at = |place: &str| Some(Place::Region(code(place)));
    let abroad = Some(Place::Abroad(CountryCode::parse("JP").unwrap()));
    let home = Some(code("371521"));
    for (place, home, expected) in [
        (at("371502"), home, "371502"),
        (at("LCKF"), None, "LCKF"),
        (at("371500"), home, "371500"),
        (at("110101"), home, "371521"),
        (at("110101"), None, "371500"),
        (at("110101"), Some(code("110101")), "371500"),
        (abroad, home, "371521"),
        (None, home, "371521"),
        (None, None, "371500"),
    ] {
        let found = handled_by(place.as_ref(), home.as_ref(), tree, city);
        assert_eq!(found.as_str(), expected, "{place:?} {home:?}");
    }
}

#[test]
fn deed_dup_needs_the_day_and_the_place() {
    let tree = RegionTree::builtin();
    let day = PartialDate::parse(Precision::Day, Some("2026-02-20")).unwrap();
    let month = PartialDate::parse(Precision::Month, Some("2026-02")).unwrap();
    let place = Place::Region(code("371502"));
    let of = |date, place| IncidentKey::of(date, place, tree);
    assert!(of(day, Some(&place)).is_some());
    assert_eq!(of(month, Some(&place)), None);
    assert_eq!(of(PartialDate::UNKNOWN, Some(&place)), None);
    assert_eq!(of(day, None), None);
    let former = tree
        .former_regions()
        .find(|former| tree.get(&former.successor).is_some())
        .unwrap();
    let (old, new) = (Place::Region(former.code), Place::Region(former.successor));
    assert_eq!(of(day, Some(&old)), of(day, Some(&new)));
    assert_ne!(of(day, Some(&old)), of(day, Some(&place)));
}

#[test]
fn what_came_in_is_sent_on_once_and_an_end_is_an_end() {
    let joined = clue().triage(Outcome::Joined(deed()), None, now()).unwrap();
    assert_eq!((joined.state, joined.deed), (State::Joined, Some(deed())));
    let left = clue()
        .triage(Outcome::NotPursued(NotPursued::NoAct), None, now())
        .unwrap();
    assert_eq!(left.dismissal, Some(NotPursued::NoAct));
    let taken = clue().take_up(deed(), now()).unwrap();
    for ended in [joined, left, taken] {
        let again = ended.clone().triage(Outcome::Joined(deed()), None, now());
        assert_eq!(again, Err(TriageFault::NotOpen));
        assert_eq!(ended.take_up(deed(), now()), Err(TriageFault::NotOpen));
    }
}

#[test]
fn an_application_that_was_forwarded_is_open_there_with_its_day() {
    let received = application();
    assert_eq!(received.received_on.to_string(), "2026-11-23");
    let later = now() + chrono::Duration::days(3);
    let there = received
        .clone()
        .triage(Outcome::Forwarded(code("371521")), None, later)
        .unwrap();
    assert_eq!(
        (there.state, there.region),
        (State::Received, code("371521"))
    );
    assert_eq!(there.received_on, received.received_on);
    assert_eq!(there.version, 2);
    let days: Vec<_> = there
        .progress
        .iter()
        .map(|step| step.on.to_string())
        .collect();
    assert_eq!(days, ["2026-11-23", "2026-11-26"]);
    let nowhere = there
        .clone()
        .triage(Outcome::Forwarded(code("371521")), None, later);
    assert_eq!(nowhere, Err(TriageFault::SentThere));
    let here = received.region;
    assert!(there.was_with(here) && !there.was_with(there.region));
    let nowhere = received.triage(Outcome::Forwarded(here), None, later);
    assert_eq!(nowhere, Err(TriageFault::SameRegion));
    assert!(there.take_up(deed(), later).is_ok());
}

#[test]
fn an_application_is_taken_back_only_before_it_became_a_deed() {
    let withdrawn = application().withdraw(now()).unwrap();
    assert_eq!(withdrawn.state, State::Withdrawn);
    assert_eq!(withdrawn.withdraw(now()), Err(TriageFault::NotOpen));
    let taken = application().take_up(deed(), now()).unwrap();
    assert_eq!(taken.withdraw(now()), Err(TriageFault::NotOpen));
}

#[test]
fn an_applicant_is_not_told_what_a_body_only_intends() {
    use deeds::State as Case;
    for intended in [Case::IntendedConfirmation, Case::IntendedRefusal] {
        assert_eq!(
            ActorProgress::from(intended),
            ActorProgress::from(Case::InAssessment)
        );
    }
}

proptest! {
    #[test]
    fn a_tracking_code_reads_back_however_it_was_copied(bytes: [u8; 32], misread: bool) {
        let code = TrackingCode::of_random(bytes);
        let shown = code.grouped();
        prop_assert_eq!(shown.len(), 39);
        prop_assert_eq!(TrackingCode::parse(&shown), Some(code.clone()));
        let copied = shown.to_lowercase().replace('-', " ");
        let copied = if misread { copied.replace('0', "o").replace('1', "l") } else { copied };
        prop_assert_eq!(TrackingCode::parse(&copied), Some(code.clone()));
        let printed = format!("{code:?}");
        prop_assert!(!printed.contains(code.expose()));
        prop_assert_eq!(TrackingCode::parse(&shown[..35]), None);
        prop_assert_eq!(TrackingCode::parse(&format!("{shown}0")), None);
    }

    #[test]
    fn no_other_text_is_a_tracking_code(text in "\\PC{0,60}") {
        if let Some(code) = TrackingCode::parse(&text) {
            prop_assert_eq!(code.expose().len(), 32);
        }
    }
}
