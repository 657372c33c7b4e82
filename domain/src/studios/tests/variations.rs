//! A case of which everything is known, with one thing or another changed: every rule says everything
//! that it can.
#![expect(
    clippy::unnecessary_wraps,
    reason = "the members that they fill are optional"
)]

use super::*;
use crate::receipts::samples::{Variation, for_each, variations};

fn group(city_approval: Option<bool>) -> Option<GroupName> {
    Some(GroupName {
        name: "测试群体".to_owned(),
        city_approval,
    })
}

fn consent(given: bool, by: ConsentGiver) -> Option<Consent> {
    Some(Consent { given, by })
}

fn honours(level: HonourLevel, revoked: bool) -> Option<Vec<HeldHonour>> {
    Some(vec![HeldHonour { level, revoked }])
}

/// With one fact less.
#[rustfmt::skip]
pub(crate) fn missing() -> Vec<Variation<StudioNameFacts>> {
    let mut missing = variations!(complete();
        proposed_name = None;
        proposed_name = Some(" ".to_owned());
        leader_name = None;
        honours = None;
        deceased = None;
        consent = None;
        existing_studios = None;
        name_taken = None;
        proposed_on = None;
    );
    missing.extend(variations!(of_the_dead();
        deceased = None;
        consent = None;
    ));
    missing.extend(variations!(of_a_group();
        group = group(None);
    ));
    missing
}

/// The leader has died and the spouse agrees.
pub(crate) fn of_the_dead() -> StudioNameFacts {
    StudioNameFacts {
        deceased: Some(true),
        consent: consent(true, ConsentGiver::Spouse),
        ..complete()
    }
}

/// It carries the name of a group, as the city approved.
pub(crate) fn of_a_group() -> StudioNameFacts {
    StudioNameFacts {
        proposed_name: Some("见义勇为测试群体英模工作室".to_owned()),
        group: group(Some(true)),
        ..complete()
    }
}

/// What the rules make of one fact or another.
#[rustfmt::skip]
pub(crate) fn all() -> Vec<Variation<StudioNameFacts>> {
    let dead = of_the_dead();
    let mut all = vec![
        Variation { name: "everything is known".to_owned(), facts: complete() },
        Variation { name: "the leader has died".to_owned(), facts: of_the_dead() },
        Variation { name: "a group, with approval".to_owned(), facts: of_a_group() },
    ];
    all.extend(missing());
    all.extend(for_each(&dead, "consent by", ConsentGiver::ALL, |facts, by| facts.consent = consent(true, by)));
    all.extend(variations!(complete();
        consent = consent(false, ConsentGiver::Leader);
        honours = Some(Vec::new());
        honours = honours(HonourLevel::County, false);
        honours = honours(HonourLevel::Municipal, true);
        existing_studios = Some(1);
        name_taken = Some(true);
        proposed_name = Some("见义勇为测试乙英模工作室".to_owned());
        proposed_name = Some("测试甲工作室".to_owned());
        existing_studios = None, name_taken = None, honours = None, deceased = None;
    ));
    all.extend(variations!(of_a_group();
        group = group(Some(false));
        proposed_name = Some("测试群体勇者之家".to_owned());
        name_taken = Some(true);
    ));
    all
}
