use serde::{Deserialize, Serialize};

/// Plaques of honour on the doors of households.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct PlaqueTerms {
    /// PLAQUE-FLOW: working days in which a plaque is ordered.
    pub order_working_days: u32,
}

impl Default for PlaqueTerms {
    fn default() -> Self {
        Self {
            order_working_days: 20,
        }
    }
}
