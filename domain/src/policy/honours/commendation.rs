use serde::{Deserialize, Serialize};

/// Nominations and what becomes of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CommendationTerms {
    /// TIER-CHAIN: working days in which a nomination is looked at.
    pub review_working_days: u32,
}

impl Default for CommendationTerms {
    fn default() -> Self {
        Self {
            review_working_days: 20,
        }
    }
}
