use serde::{Deserialize, Serialize};

/// Studios that carry a hero's name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct StudioTerms {
    /// STUDIO-SETUP: working days in which a proposal is decided.
    pub decision_working_days: u32,
}

impl Default for StudioTerms {
    fn default() -> Self {
        Self {
            decision_working_days: 20,
        }
    }
}
