use domain::out_of_city::{OutOfCityFacts, Recognition};
use domain::people::Person;
use domain::policy::PolicySet;
use persistence::audit::Change;

use super::apply::{deceased, origin_hint};
use crate::commands::Acting;
use crate::problems::Problem;
use crate::procedure::reconsider;

/// The file into which another was merged may tell where its number was given, and whether the person
/// lives.
pub(crate) fn merged(
    acting: &mut Acting<'_, '_>,
    policies: &PolicySet,
    person: &Person,
) -> Result<Vec<Change>, Problem> {
    reconsider::<Recognition>(acting, policies, person, |one, _| OutOfCityFacts {
        origin_hint: origin_hint(&person.file),
        deceased: one.facts.deceased.or(deceased(&person.file)),
        ..one.facts.clone()
    })
}
