//! The event at which what was decided is given: one event may hold several rounds and forms.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    ids::{CommendationId, RoundId},
    procedure::DocumentNumber,
    text::{Line, Paragraphs},
};

/// One thing that happens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgendaItem {
    pub what: Line<100>,
    /// Who reads or speaks.
    pub reader: Option<Line<50>>,
    /// Who hands over, in their order.
    pub presenters: Vec<Line<50>>,
}

/// Somebody who does not come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Absence {
    pub commendation: CommendationId,
    pub reason: Paragraphs<200>,
    /// Who collects instead, such as the next of kin.
    pub collector: Option<Line<50>>,
}

/// What is fixed of the event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CeremonyPlan {
    pub on: NaiveDate,
    pub place: Line<200>,
    pub agenda: Vec<AgendaItem>,
    pub guests: Vec<Line<100>>,
    /// Those who come, in the order in which they receive.
    pub recipients: Vec<CommendationId>,
    pub absences: Vec<Absence>,
    /// Other rounds, such as an immediate commendation, whose awards are given in the same event.
    pub together_with: Vec<RoundId>,
}

/// The plan as it went out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ceremony {
    pub number: DocumentNumber,
    pub fixed_on: NaiveDate,
    pub plan: CeremonyPlan,
}

impl CeremonyPlan {
    /// Whether it has a place for each of those who are honoured, once, and for nobody else.
    pub(super) fn names_exactly(&self, honoured: &BTreeSet<CommendationId>) -> bool {
        let absent = self.absences.iter().map(|absence| absence.commendation);
        let all: Vec<CommendationId> = self.recipients.iter().copied().chain(absent).collect();
        let once: BTreeSet<CommendationId> = all.iter().copied().collect();
        once.len() == all.len() && once == *honoured
    }
}
