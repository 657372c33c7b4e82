use domain::deeds::eligibility::DeedFacts;
use domain::people::Person;

use super::Actor;

/// The facts with what the person's file and the other deeds on file tell.
pub(crate) fn completed(facts: &DeedFacts, person: &Person, others: &[Actor]) -> DeedFacts {
    let others = others
        .iter()
        .map(|other| (other.file, other.case.record().occurred_on));
    facts.completed(&person.file, others)
}
