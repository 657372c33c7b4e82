mod authority;
mod award_rules;
mod conferral;
mod confirmation_status_rules;
mod criteria_rules;
mod honour_rules;
mod papers;
mod properties;
mod terms_rules;
mod tried;
pub(crate) mod variations;

use super::*;
use crate::{
    policy::{Harm, HonourLevel, InfluenceArea, Recipient, TitleId},
    receipts::samples::{day, liaocheng},
};

pub(super) const TODAY: &str = "2026-06-01";

pub(super) fn grade(value: u8) -> Grade {
    Grade::new(value).unwrap()
}

/// A confirmed deed that was dangerous, cost nothing and became known in the city; everything known.
pub(crate) fn complete() -> TierFacts {
    TierFacts {
        standing: Some(ConfirmationStatus::Confirmed),
        recipient: Recipient::Individual,
        risk: Some(grade(3)),
        cost: Some(grade(0)),
        harm: Some(Harm::None),
        loss_averted: Some(grade(3)),
        influence: Some(InfluenceArea::City),
        titles_held: Some(Vec::new()),
        recommended_by: Some(vec![HonourLevel::County]),
        requested_level: None,
        requested_title: None,
        requested_kind: None,
        requested_form: None,
        granting_bodies: Vec::new(),
        award_name: None,
        approval_number: None,
        projects_this_year: None,
        accepted: Some(true),
        secrecy: Some(Secrecy::Open),
        nominated_on: Some(day("2026-03-01")),
        award: None,
    }
}

/// The same deed, and somebody asks for a title.
pub(super) fn asking_for(title: &str) -> TierFacts {
    TierFacts {
        requested_title: Some(TitleId::new(title)),
        ..complete()
    }
}

pub(super) fn judge(facts: &TierFacts) -> Receipt {
    evaluate_tier(facts, liaocheng(), RegionTree::builtin(), day(TODAY))
}

pub(super) fn effects_of(receipt: &Receipt) -> &TierEffects {
    match &receipt.effects {
        Effects::Tier(effects) => effects,
        other => panic!("{other:?}"),
    }
}
