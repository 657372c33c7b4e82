//! How the panel voted, and what was resolved on it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    ids::CommendationId,
    policy::{RoundTerms, TitleId},
    procedure::{DocumentNumber, Reason},
    text::Line,
};

/// The ballots on one candidate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    pub commendation: CommendationId,
    pub given: u32,
    pub valid: u32,
    pub void: u32,
    pub in_favour: u32,
    pub against: u32,
    pub abstained: u32,
}

/// One session of the panel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    /// How many members the panel has.
    pub members: u32,
    pub present: u32,
    pub counts: Vec<Count>,
    pub note: Option<Reason>,
}

/// A session as it stands in the record of the ballots.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ballots {
    pub number: DocumentNumber,
    pub held_on: NaiveDate,
    pub session: Session,
}

/// What somebody is to get.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Granted {
    pub commendation: CommendationId,
    pub title: TitleId,
}

/// What was resolved after the ballots.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resolution {
    pub passed_on: NaiveDate,
    /// Who passed it, such as the board of the foundation.
    pub passed_by: Line<100>,
    pub text: Reason,
    pub granted: Vec<Granted>,
    /// Why it departs from the ballots or from the title that was asked for, where it does.
    pub departure: Option<Reason>,
}

impl Count {
    /// Whether the numbers of one candidate agree with each other and with who was there.
    pub fn adds_up(&self, present: u32) -> bool {
        let sum = |parts: &[u32]| parts.iter().map(|part| u64::from(*part)).sum::<u64>();
        sum(&[self.valid, self.void]) == u64::from(self.given)
            && sum(&[self.in_favour, self.against, self.abstained]) == u64::from(self.valid)
            && self.given <= present
    }
}

impl Session {
    pub fn adds_up(&self) -> bool {
        let each = self.counts.iter().all(|count| count.adds_up(self.present));
        each && self.present <= self.members
    }

    pub fn has_quorum(&self, policy: &RoundTerms) -> bool {
        self.members > 0 && policy.quorum.is_reached(self.present, self.members)
    }

    /// Whether the panel chose a candidate.
    pub fn chose(&self, id: CommendationId, policy: &RoundTerms) -> bool {
        let mut counts = self.counts.iter();
        let count = counts.find(|count| count.commendation == id);
        count.is_some_and(|count| policy.majority.is_exceeded(count.in_favour, self.present))
    }
}
