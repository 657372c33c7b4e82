mod order;
mod papers;
mod properties;
mod rules;
mod tried;
pub(crate) mod variations;

use super::*;
use crate::{
    identity::PersonName,
    policy::{ConsentGiver, HonourLevel},
    receipts::samples::{day, liaocheng},
};

pub(super) const TODAY: &str = "2026-06-01";

pub(super) fn name(text: &str) -> PersonName {
    PersonName::parse(text).unwrap()
}

/// A living leader with a municipal honour who agrees, and the right name, not taken.
pub(crate) fn complete() -> StudioNameFacts {
    StudioNameFacts {
        proposed_name: Some("见义勇为测试甲英模工作室".to_owned()),
        leader_name: Some(name("测试甲")),
        group: None,
        honours: Some(vec![HeldHonour {
            level: HonourLevel::Municipal,
            revoked: false,
        }]),
        deceased: Some(false),
        consent: Some(Consent {
            given: true,
            by: ConsentGiver::Leader,
        }),
        existing_studios: Some(0),
        name_taken: Some(false),
        proposed_on: Some(day("2026-05-01")),
    }
}

pub(super) fn judge(facts: &StudioNameFacts) -> Receipt {
    evaluate_name(facts, liaocheng(), day(TODAY))
}

pub(super) fn effects_of(receipt: &Receipt) -> &StudioNameEffects {
    match &receipt.effects {
        Effects::StudioName(effects) => effects,
        other => panic!("{other:?}"),
    }
}
