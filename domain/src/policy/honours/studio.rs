use serde::{Deserialize, Serialize};

/// Studios that carry a hero's name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct StudioTerms {
    /// STUDIO-SETUP: working days in which a proposal is accepted.
    pub intake_working_days: u32,
    /// STUDIO-SETUP: working days in which an accepted proposal is decided.
    pub decision_working_days: u32,
    /// STUDIO-SETUP: the least number of members.
    pub minimum_members: u32,
    /// STUDIO-SETUP: days from the naming in which the sign is hung.
    pub opening_days: u32,
    /// STUDIO-RUN: the least number of activities in a year.
    pub minimum_activities: u32,
    /// STUDIO-RUN: days after the end of a year in which its report is handed in.
    pub report_days: u32,
    /// STUDIO-RUN: days before the end of a year from which its report is taken in and it is assessed.
    pub year_closing_days: u32,
    /// STUDIO-RUN: days after the end of a year in which it is assessed.
    pub assessment_days: u32,
    /// STUDIO-RUN: years between reviews.
    pub review_years: u32,
    /// STUDIO-RUN: days that a review takes once it is due.
    pub review_days: u32,
    /// STUDIO-RUN: missed years that ask for a rectification.
    pub missed_years: u32,
    /// STUDIO-RUN: days in which a studio puts itself right.
    pub rectification_days: u32,
    /// STUDIO-WITHDRAW: days in which a name is withdrawn.
    pub withdrawal_days: u32,
    /// STUDIO-WITHDRAW: days in which the sign is recovered.
    pub sign_recovery_days: u32,
    /// STUDIO-RUN: how a year is assessed.
    pub assessment: StudioAssessmentTerms,
}

/// The yearly sheet: the most points of each item, and what is full in those that the service counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct StudioAssessmentTerms {
    pub place_and_sign: u32,
    pub leader_and_members: u32,
    pub rules_and_ledgers: u32,
    /// Reached with the least number of activities.
    pub activities: u32,
    pub clues: u32,
    /// The number of clues that gives all their points.
    pub clues_in_full: u32,
    pub visits: u32,
    pub visits_in_full: u32,
    pub publicity: u32,
    pub publicity_in_full: u32,
    pub report_in_time: u32,
    /// The most that officers add for what no item counts.
    pub bonus: u32,
    /// The least points of an excellent year.
    pub excellent: u32,
    /// The least points of a year that passes.
    pub pass: u32,
    /// The least points with which a studio may still put itself right.
    pub rectify: u32,
}

impl Default for StudioTerms {
    fn default() -> Self {
        Self {
            intake_working_days: 5,
            decision_working_days: 20,
            minimum_members: 3,
            opening_days: 60,
            minimum_activities: 4,
            report_days: 31,
            year_closing_days: 31,
            assessment_days: 90,
            review_years: 3,
            review_days: 60,
            missed_years: 2,
            rectification_days: 90,
            withdrawal_days: 30,
            sign_recovery_days: 30,
            assessment: StudioAssessmentTerms::default(),
        }
    }
}

impl Default for StudioAssessmentTerms {
    fn default() -> Self {
        Self {
            place_and_sign: 10,
            leader_and_members: 10,
            rules_and_ledgers: 10,
            activities: 25,
            clues: 10,
            clues_in_full: 2,
            visits: 15,
            visits_in_full: 3,
            publicity: 10,
            publicity_in_full: 2,
            report_in_time: 10,
            bonus: 5,
            excellent: 90,
            pass: 60,
            rectify: 40,
        }
    }
}
