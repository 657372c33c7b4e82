mod conditions;
mod order;
mod rules;
mod tried;
pub(crate) mod variations;

use super::*;
use crate::{
    honours::HonourKind,
    receipts::samples::{day, liaocheng},
};

pub(super) const TODAY: &str = "2026-06-01";

/// A confirmation that stands, or one that was revoked.
pub(super) fn confirmed(stands: bool) -> Vec<HeldHonour> {
    vec![HeldHonour {
        kind: HonourKind::Confirmation,
        stands,
        on: day("2025-12-01"),
    }]
}

/// A hero who lives, whose household has no plaque yet, and of whom everything is known.
pub(crate) fn complete() -> PlaqueFacts {
    PlaqueFacts {
        honours: Some(confirmed(true)),
        household_entitled: Some(true),
        names_fit: Some(true),
        household_has_plaque: Some(false),
        deceased: Some(false),
        hero_lives: Some(true),
        replaces: None,
        registered_on: Some(day("2026-03-02")),
    }
}

/// A plaque in the place of one that was damaged.
pub(crate) fn replacement() -> PlaqueFacts {
    PlaqueFacts {
        replaces: Some(ReplacementReason::Damaged),
        ..complete()
    }
}

pub(super) fn judge(facts: &PlaqueFacts) -> Receipt {
    evaluate(facts, liaocheng(), day(TODAY))
}
