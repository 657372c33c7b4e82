use serde::{Deserialize, Serialize};

/// Plaques of honour on the doors of households.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct PlaqueTerms {
    /// PLAQUE-FLOW: working days in which a plaque is ordered.
    pub order_working_days: u32,
    /// PLAQUE-FLOW: working days in which it is made.
    pub making_working_days: u32,
    /// PLAQUE-FLOW: working days in which it is handed over.
    pub handover_working_days: u32,
    /// PLAQUE-FLOW: working days in which it is hung.
    pub hanging_working_days: u32,
    /// PLAQUE-REVOKE: days in which a plaque is recovered after the honour has ended.
    pub recovery_days: u32,
    /// PLAQUE-REPLACE: whether it is replaced for its condition after the death of its heroes.
    pub replaced_after_death: bool,
}

impl Default for PlaqueTerms {
    fn default() -> Self {
        Self {
            order_working_days: 20,
            making_working_days: 30,
            handover_working_days: 20,
            hanging_working_days: 20,
            recovery_days: 30,
            replaced_after_death: false,
        }
    }
}
