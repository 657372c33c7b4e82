use domain::deeds::Deed;
use domain::people::Person;
use domain::policy::PolicySet;
use persistence::audit::Change;

use super::completed::completed;
use crate::commands::Acting;
use crate::problems::Problem;
use crate::procedure::reconsider;

/// What stood in two files of one person may be one deed, which is confirmed once (rule `DEED-DUP`).
pub(crate) fn merged(
    acting: &mut Acting<'_, '_>,
    policies: &PolicySet,
    person: &Person,
) -> Result<Vec<Change>, Problem> {
    reconsider::<Deed>(acting, policies, person, |actor, others| {
        completed(&actor.facts, person, others)
    })
}
