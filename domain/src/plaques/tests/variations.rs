//! A hero of whom everything is known, with one thing or another changed: every rule says everything that it
//! can.

use super::*;
use crate::receipts::samples::{Variation, for_each, variations};

/// With one fact less.
#[rustfmt::skip]
pub(crate) fn missing() -> Vec<Variation<PlaqueFacts>> {
    let mut missing = variations!(complete();
        honours = None;
        household_has_plaque = None;
        household_entitled = None;
        names_fit = None;
        deceased = None;
        hero_lives = None;
        registered_on = None;
    );
    missing.extend(variations!(replacement();
        hero_lives = None;
    ));
    missing
}

/// Everything that a rule can say.
#[rustfmt::skip]
pub(crate) fn all() -> Vec<Variation<PlaqueFacts>> {
    let mut all = missing();
    all.extend(variations!(complete();
        honours = Some(confirmed(true));
        honours = Some(confirmed(false));
        honours = Some(Vec::new());
        household_has_plaque = Some(true);
    ));
    all.extend(variations!(replacement();
        hero_lives = Some(true);
        hero_lives = Some(false);
    ));
    all.extend(for_each(&complete(), "replaces", ReplacementReason::ALL, |facts, reason| {
        facts.replaces = Some(reason);
    }));
    all
}
