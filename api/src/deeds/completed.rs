//! The facts of a deed together with the person's file and the other deeds on file.

use domain::deeds::eligibility::DeedFacts;
use domain::people::Person;

use super::Actor;

/// The facts, completed from the person's file and the other deeds on file.
pub(crate) fn completed(facts: &DeedFacts, person: &Person, others: &[Actor]) -> DeedFacts {
    let others = others
        .iter()
        .map(|other| (other.file, other.case.record().occurred_on));
    facts.completed(&person.file, others)
}
