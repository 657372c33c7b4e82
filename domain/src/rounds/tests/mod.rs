mod decided;
mod order;
mod papers;
mod rules;
pub(crate) mod tried;
pub(crate) mod variations;

use super::*;
use crate::{
    commendations::GrantingBody,
    ids::CommendationId,
    policy::{
        AuthorityKind, AuthorityLevel, CommendationForm, CommendationKind, HonourLevel, TitleId,
    },
    procedure::testing::{CITY, COUNTY, id},
    receipts::samples::{day, region},
    text::Line,
};

pub(super) fn line<const MAX: usize>(text: &str) -> Line<MAX> {
    Line::parse(text).unwrap()
}

pub(super) fn title(id: &str) -> TitleId {
    TitleId::new(id)
}

pub(super) fn body(name: &str, kind: AuthorityKind, code: &str) -> JointBody {
    JointBody {
        name: line(name),
        kind,
        region: Some(region(code)),
        leads: false,
        own_title: None,
    }
}

/// A county calls for its models and groups.
pub(super) fn call() -> Call {
    Call {
        title: line("2026年度测试区见义勇为评选"),
        form: CommendationForm::Collective,
        level: HonourLevel::County,
        kind: CommendationKind::Praise,
        organiser: region(COUNTY),
        deeds_from: Some(day("2025-01-01")),
        deeds_until: Some(day("2025-12-31")),
        closes_on: Some(day("2026-03-20")),
        titles: vec![
            TitlePlaces {
                title: title("county_model"),
                people: 2,
                groups: 0,
            },
            TitlePlaces {
                title: title("county_group"),
                people: 0,
                groups: 1,
            },
        ],
        unit_places: vec![(region(COUNTY), 3)],
        bodies: vec![body(
            "东昌府区委政法委",
            AuthorityKind::PoliticalLegalCommittee,
            COUNTY,
        )],
        copies_to: vec![line("测试区见义勇为协会")],
        approval_number: None,
        openness: Openness::Public,
        yearly_plan: None,
    }
}

/// A round of the city that is in order.
pub(crate) fn facts() -> RoundFacts {
    let city = |name: &str, kind| GrantingBody {
        name: name.to_owned(),
        kind,
        region: Some(region(CITY)),
    };
    RoundFacts {
        name: "2026年度聊城市见义勇为评选".to_owned(),
        form: CommendationForm::Collective,
        level: HonourLevel::Municipal,
        kind: CommendationKind::Praise,
        organiser_level: AuthorityLevel::Municipal,
        titles: vec![title("liaocheng_model"), title("liaocheng_group")],
        granting_bodies: vec![
            city("聊城市委政法委", AuthorityKind::PoliticalLegalCommittee),
            city("聊城市见义勇为基金会", AuthorityKind::Foundation),
        ],
        approval_number: None,
        projects_this_year: Some(0),
        last_held: None,
        planned_on: Some(day("2026-06-01")),
    }
}

pub(super) fn commendation(number: u128) -> CommendationId {
    id(number).into()
}

/// Somebody who was nominated for a county's title.
pub(super) fn person(number: u128, name: &str) -> Candidate {
    Candidate {
        commendation: commendation(number),
        names: vec![line(name)],
        public_names: vec![line(name)],
        group: None,
        unit: Some(line("测试单位")),
        region: region(COUNTY),
        title: title("county_model"),
        brief: line("跳入河中救起落水者"),
        posthumous: false,
        people: 1,
        accepted: true,
        deed: id(number + 5000),
    }
}

/// A group of two, one of whom is under age.
pub(super) fn group(number: u128) -> Candidate {
    Candidate {
        names: vec![line("测试丙"), line("测试丁")],
        public_names: vec![line("测试丙"), line("测某")],
        group: Some(line("测试救人群体")),
        title: title("county_group"),
        people: 2,
        ..person(number, "测试丙")
    }
}
