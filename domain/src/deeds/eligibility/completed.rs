//! What is known of an actor beside the report.

use std::collections::BTreeSet;

use super::{AgeAtDeed, DeedFacts};
use crate::calendar::{PartialDate, Precision};
use crate::ids::DeedId;
use crate::people::PersonFile;

impl DeedFacts {
    /// The facts with what the person's file tells, and what the person's other deeds do: each with the
    /// day on which it happened.
    #[must_use]
    pub fn completed(
        &self,
        file: &PersonFile,
        others: impl IntoIterator<Item = (DeedId, PartialDate)>,
    ) -> Self {
        let born = file.birth_date;
        let born = born
            .earliest()
            .filter(|_| born.precision() == Precision::Day);
        let duplicates: BTreeSet<DeedId> = others
            .into_iter()
            .filter(|(_, occurred_on)| occurred_on.may_be_the_day_of(self.occurred_on))
            .map(|(deed, _)| deed)
            .collect();
        Self {
            age_at_deed: born.and_then(|born| AgeAtDeed::of_birth(born, self.occurred_on)),
            life_conflict: file.life_conflict(self.occurred_on),
            home: file.household_region,
            possible_duplicates: Some(duplicates.into_iter().collect()),
            ..self.clone()
        }
    }
}
