use serde::{Deserialize, Serialize};

/// Rounds of commendation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RoundTerms {
    /// Working days after the deadline in which the candidates are proposed.
    pub review_working_days: u32,
}

impl Default for RoundTerms {
    fn default() -> Self {
        Self {
            review_working_days: 20,
        }
    }
}
