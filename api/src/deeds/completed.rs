//! The facts of a deed together with the person's file and the other deeds on file.

use domain::deeds::Deed;
use domain::deeds::eligibility::DeedFacts;
use domain::people::Person;
use domain::policy::PolicySet;
use persistence::audit::Change;

use super::Actor;
use crate::commands::Acting;
use crate::problems::Problem;
use crate::procedure::{Served as _, reconsider};

/// The facts, completed from the person's file and the other deeds on file.
pub(crate) fn completed(facts: &DeedFacts, person: &Person, others: &[Actor]) -> DeedFacts {
    let others = others
        .iter()
        .map(|other| (other.file, other.case.record().occurred_on));
    facts.completed(&person.file, others)
}

/// Age, home and other deeds of a person follow from the file as it is now: two entries in merged files may
/// be one deed, which is confirmed once (rule `DEED-DUP`).
pub(crate) fn person_changed(
    acting: &mut Acting<'_, '_>,
    policies: &PolicySet,
    person: &Person,
) -> Result<Vec<Change>, Problem> {
    let open_only = |_: &Actor| false;
    reconsider::<Deed>(acting, policies, person, open_only, |actor, others| {
        Deed::known_now(actor, person, others)
    })
}
