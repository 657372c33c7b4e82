//! An honour that was revoked takes along what rests on it (Shandong Regulation on Rewarding and
//! Protecting People Who Act Bravely, article 43).

use domain::ids::PersonId;
use persistence::audit::Change;

use crate::commands::Acting;
use crate::commendations;
use crate::plaques;
use crate::policy::Policies;
use crate::problems::Problem;
use crate::procedure::Signed;
use crate::studios;

/// Reaches everything that rests on an honour of these people, in the transaction in which it was revoked and
/// for those who signed that. What another honour holds stays.
pub(crate) fn ended(
    acting: &mut Acting<'_, '_>,
    policies: &Policies,
    people: &[PersonId],
    signed: Option<Signed>,
) -> Result<Vec<Change>, Problem> {
    let Some(signed) = signed else {
        return Ok(Vec::new());
    };
    let mut changes = commendations::basis_fallen(acting, policies, people, &signed)?;
    changes.extend(plaques::honour_ended(acting, policies, people, &signed)?);
    changes.extend(studios::honour_ended(acting, policies, people, &signed)?);
    Ok(changes)
}
