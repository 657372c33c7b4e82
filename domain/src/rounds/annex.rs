//! The annex of a decision: who gets what, under which place, and how many that are.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Call, Candidate, Record};
use crate::{
    ids::CommendationId,
    policy::TitleId,
    procedure::{DocumentNumber, OutsideDocument, Reason},
    text::Line,
};

/// One line of the annex.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnnexItem {
    /// Its place, counted through the whole annex from 1.
    pub place: u32,
    /// Whom, with the title that is granted.
    pub candidate: Candidate,
}

/// The annex of a decision, or of the correction of one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Annex {
    /// The number of the decision or the correction.
    pub number: DocumentNumber,
    pub on: NaiveDate,
    /// In the order of the titles of the call, then in that of the candidates.
    pub items: Vec<AnnexItem>,
    /// The papers of bodies that decided with the organiser and have no officers here.
    pub signed_outside: Vec<(Line<100>, OutsideDocument)>,
    /// What a correction changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub correction: Option<Corrected>,
}

/// What a correction of a decision changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Corrected {
    /// The number of what it corrects.
    pub corrects: DocumentNumber,
    pub renamed: Vec<CommendationId>,
    pub added: Vec<CommendationId>,
    pub removed: Vec<CommendationId>,
    pub reason: Reason,
}

/// Awards, people and deeds: none of them says how many the others are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Totals {
    pub groups: usize,
    /// Awards to a person alone.
    pub individuals: usize,
    /// All who are honoured, the members of groups among them.
    pub people: u32,
    pub deeds: usize,
}

impl Annex {
    pub fn totals(&self) -> Totals {
        let all = || self.items.iter().map(|item| &item.candidate);
        let deeds: BTreeSet<_> = all().map(|candidate| candidate.deed).collect();
        let groups = all().filter(|candidate| candidate.is_group()).count();
        Totals {
            groups,
            individuals: self.items.len() - groups,
            people: all().map(|candidate| candidate.people).sum(),
            deeds: deeds.len(),
        }
    }

    pub fn item(&self, id: CommendationId) -> Option<&AnnexItem> {
        let mut items = self.items.iter();
        items.find(|item| item.candidate.commendation == id)
    }
}

/// Candidates as an annex lists them.
pub(super) fn in_order(call: &Call, mut granted: Vec<Candidate>) -> Vec<AnnexItem> {
    let rank = |title: &TitleId| call.titles.iter().position(|places| places.title == *title);
    granted.sort_by_key(|candidate| {
        let rank = rank(&candidate.title);
        (rank.is_none(), rank, !candidate.is_group())
    });
    let places = 1..;
    let items = places.zip(granted);
    items
        .map(|(place, candidate)| AnnexItem { place, candidate })
        .collect()
}

impl Record {
    /// Those whom the last resolution means, each with the title that it gives.
    pub(super) fn granted(&self) -> Vec<Candidate> {
        let granted = self
            .resolutions
            .last()
            .into_iter()
            .flat_map(|one| &one.granted);
        granted
            .filter_map(|granted| {
                let candidate = self.candidate(granted.commendation)?;
                Some(Candidate {
                    title: granted.title.clone(),
                    ..candidate.clone()
                })
            })
            .collect()
    }

    /// The lines of the annex as a correction leaves it. `known` are the nominations as they are now.
    pub(super) fn corrected(&self, change: &Correction, known: &[Candidate]) -> Vec<AnnexItem> {
        let now = |id: CommendationId| known.iter().find(|one| one.commendation == id);
        let items = self.annex().into_iter().flat_map(|annex| &annex.items);
        let kept = items
            .map(|item| &item.candidate)
            .filter(|old| !change.removed.contains(&old.commendation));
        let mut granted: Vec<Candidate> = kept
            .map(|old| {
                let renamed = change.renamed.contains(&old.commendation);
                match now(old.commendation).filter(|_| renamed) {
                    Some(now) => Candidate {
                        title: old.title.clone(),
                        ..now.clone()
                    },
                    None => old.clone(),
                }
            })
            .collect();
        granted.extend(change.added.iter().filter_map(|id| now(*id).cloned()));
        in_order(&self.call, granted)
    }
}

/// What is wrong with a decision: names, somebody left out, somebody too many.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Correction {
    pub renamed: Vec<CommendationId>,
    pub added: Vec<CommendationId>,
    pub removed: Vec<CommendationId>,
}

impl Correction {
    pub(super) fn is_empty(&self) -> bool {
        self.renamed.is_empty() && self.added.is_empty() && self.removed.is_empty()
    }
}
