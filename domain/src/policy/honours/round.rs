use serde::{Deserialize, Serialize};

use crate::policy::{Period, Share};

/// Rounds of commendation. No law sets these times but that of the notice, which follows that of a
/// confirmation (Shandong Regulation on Rewarding and Protecting People Who Act Bravely, article 13).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RoundTerms {
    /// Working days in which a planned round is called out.
    pub call_working_days: u32,
    /// Working days after the deadline in which the candidates are proposed.
    pub review_working_days: u32,
    /// Working days in which candidates that are in an order are published.
    pub notice_working_days: u32,
    /// How long the notice of candidates stands.
    pub publication: Period,
    /// Working days in which an objection is resolved.
    pub objection_working_days: u32,
    /// Working days after the notice in which the panel votes.
    pub voting_working_days: u32,
    /// Working days after the ballots in which it is resolved whom they mean.
    pub resolution_working_days: u32,
    /// Working days after the resolution in which it is decided.
    pub decision_working_days: u32,
    /// Working days after the decision in which the ceremony is fixed.
    pub ceremony_working_days: u32,
    /// Working days in which a round is closed whose ceremony is fixed.
    pub closing_working_days: u32,
    /// The share of the panel's members that is present at least.
    pub quorum: Share,
    /// More than this share of those present votes in favour of who is chosen.
    pub majority: Share,
}

impl Default for RoundTerms {
    fn default() -> Self {
        Self {
            call_working_days: 20,
            review_working_days: 20,
            notice_working_days: 10,
            publication: Period::natural(7),
            objection_working_days: 10,
            voting_working_days: 20,
            resolution_working_days: 10,
            decision_working_days: 20,
            ceremony_working_days: 60,
            closing_working_days: 40,
            quorum: Share {
                numerator: 2,
                denominator: 3,
            },
            majority: Share {
                numerator: 1,
                denominator: 2,
            },
        }
    }
}
