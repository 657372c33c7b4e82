use serde::{Deserialize, Serialize};

/// Nominations and what becomes of them. No law sets these times.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CommendationTerms {
    /// TIER-CHAIN: working days in which a nomination is accepted or sent back.
    pub intake_working_days: u32,
    /// TIER-CHAIN: working days in which an accepted one is reviewed.
    pub review_working_days: u32,
    /// TIER-CHAIN: working days after which a body that was asked for its opinion is reminded.
    pub opinion_working_days: u32,
    /// TIER-FORM: natural days in which the round decides on what entered it.
    pub round_result_days: u32,
    /// TIER-AUTHORITY: natural days after which a body above the city is asked for the result.
    pub outside_answer_days: u32,
    /// TIER-FORM: natural days after which one that was deferred is looked at.
    pub next_round_days: u32,
    /// TIER-FORM: natural days in which an award is conferred.
    pub conferral_days: u32,
    /// REVOKE-FRAUD: natural days in which what was paid is recovered or written off.
    pub recovery_days: u32,
}

impl Default for CommendationTerms {
    fn default() -> Self {
        Self {
            intake_working_days: 5,
            review_working_days: 20,
            opinion_working_days: 10,
            round_result_days: 180,
            outside_answer_days: 180,
            next_round_days: 365,
            conferral_days: 60,
            recovery_days: 90,
        }
    }
}
