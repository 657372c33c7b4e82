use serde::{Deserialize, Serialize};

/// The service's own target days: no law sets them, and nothing follows from a missed one but that it
/// is reported. A policy file that names none has these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TargetsPolicy {
    /// DAYCOUNT: working days after which what is entered asks for a reason.
    pub late_entry_working_days: u32,
    /// PUBLICITY: working days after a positive opinion in which the notice goes up or is left out.
    pub notice_working_days: u32,
    /// HEARING-BEFORE-REFUSAL: working days in which the party is notified of an intended refusal.
    pub prior_notice_working_days: u32,
    /// REFUSE: working days after the party was heard in which the refusal is written.
    pub refusal_working_days: u32,
    /// EXCLUDED-TIME: natural days after which a suspended case is looked at.
    pub suspension_review_days: u32,
    /// FILE-WHERE: working days in which a transfer is accepted or disputed.
    pub transfer_acceptance_working_days: u32,
    /// OUT-ELIG: working days in which a recognition is accepted or what is missing is asked for.
    pub recognition_intake_working_days: u32,
    /// OUT-ELIG: working days in which origin and authenticity are checked.
    pub recognition_check_working_days: u32,
    /// OUT-EFFECT: working days in which the city decides on a recognition.
    pub recognition_decision_working_days: u32,
    /// OUT-EFFECT: working days in which the certificate is handed over.
    pub recognition_handover_working_days: u32,
}

impl Default for TargetsPolicy {
    fn default() -> Self {
        Self {
            late_entry_working_days: 5,
            notice_working_days: 5,
            prior_notice_working_days: 5,
            refusal_working_days: 5,
            suspension_review_days: 30,
            transfer_acceptance_working_days: 5,
            recognition_intake_working_days: 5,
            recognition_check_working_days: 20,
            recognition_decision_working_days: 10,
            recognition_handover_working_days: 10,
        }
    }
}
