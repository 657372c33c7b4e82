//! What the person's file and the other deeds on file tell of a report.

use std::collections::BTreeSet;

use domain::calendar::Precision;
use domain::deeds::eligibility::{AgeAtDeed, DeedFacts};
use domain::ids::DeedId;
use domain::people::Person;

use super::Actor;

/// The facts with what the person's file and the other deeds on file tell.
pub(crate) fn completed(facts: &DeedFacts, person: &Person, others: &[Actor]) -> DeedFacts {
    let born = person.file.birth_date;
    let born = born
        .earliest()
        .filter(|_| born.precision() == Precision::Day);
    let duplicates: BTreeSet<DeedId> = others
        .iter()
        .filter(|other| {
            let occurred_on = other.case.record().occurred_on;
            occurred_on.may_be_the_day_of(facts.occurred_on)
        })
        .map(|other| other.file)
        .collect();
    DeedFacts {
        age_at_deed: born.and_then(|born| AgeAtDeed::of_birth(born, facts.occurred_on)),
        home: person.file.household_region,
        possible_duplicates: Some(duplicates.into_iter().collect()),
        ..facts.clone()
    }
}
