use std::collections::BTreeSet;

use super::{OutOfCityFacts, case::Case};
use crate::{
    calendar::PartialDate,
    ids::RecognitionId,
    receipts::{Finding, RuleId, verdict},
};

impl OutOfCityFacts {
    /// The facts with the other recognitions of the person that may be of the same deed, of which each
    /// comes with the day of its deed.
    #[must_use]
    pub fn beside(self, others: impl IntoIterator<Item = (RecognitionId, PartialDate)>) -> Self {
        let same: BTreeSet<RecognitionId> = others
            .into_iter()
            .filter(|(_, occurred_on)| occurred_on.may_be_the_day_of(self.occurred_on))
            .map(|(recognition, _)| recognition)
            .collect();
        Self {
            possible_duplicates: Some(same.into_iter().collect()),
            ..self
        }
    }
}

/// DEED-DUP: one recognition for one person and deed. Where no files were searched, nothing is said.
pub(super) fn deed_dup(case: &Case<'_>) -> Option<Finding> {
    let found = case.facts.possible_duplicates.as_deref()?;
    let verdict = if found.is_empty() {
        verdict!(met NoDuplicate,
            "没有发现同一人同一行为的其他认定。",
            "No other recognition of this person for the same deed is on file.")
    } else {
        let count = found.len();
        verdict!(unknown PossibleDuplicate,
            "有{count}份认定可能是同一人的同一行为，每人每事只认定一次，请核对。",
            "{count} recognition(s) on file may be of the same person and deed, which is recognised once only. Please check.")
    };
    let ids: Vec<String> = found.iter().map(RecognitionId::to_string).collect();
    let verdict = verdict.fact("possible_duplicates", Some(ids));
    Some(verdict.conclude(RuleId::DeedDup, case.law()))
}

/// DEED-AGE: the dates of the person's life agree with that of the deed.
pub(super) fn deed_age(case: &Case<'_>) -> Option<Finding> {
    let conflict = case.facts.life_conflict?;
    let verdict = conflict.verdict().fact("life_conflict", conflict.as_str());
    Some(verdict.conclude(RuleId::DeedAge, case.law()))
}
