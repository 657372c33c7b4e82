//! What rests on a confirmation or recognition ends with it.

use std::collections::BTreeSet;

use domain::commendations::{Act, Commendation, ConfirmationStatus, Step};
use domain::ids::{CommendationId, PersonId};
use domain::procedure::{OwnOrShared::Own, Reason, row_for};
use domain::text::Paragraphs;
use persistence::audit::Change;
use persistence::cases;

use super::Nominee;
use super::known::standing;
use crate::commands::Acting;
use crate::policy::Policies;
use crate::problems::Problem;
use crate::procedure::{Signed, follow};

/// What the papers say of it.
const REASON: &str = "所依据的见义勇为确认或者认定已被撤销";

/// Ends the commendations of these people that rest on something that does not stand any more: what was
/// awarded is revoked, what was not is not granted.
pub(crate) fn basis_fallen(
    acting: &mut Acting<'_, '_>,
    policies: &Policies,
    people: &[PersonId],
    signed: &Signed,
) -> Result<Vec<Change>, Problem> {
    let mut fallen = Vec::new();
    let theirs = cases::others_of::<Commendation>(acting.tx, people)?;
    for one in theirs.into_values().flatten() {
        let ends = row_for::<Commendation>(Own(Step::BasisFall), one.case.state()).is_some();
        if ends && standing(acting.tx, &one)? == Some(ConfirmationStatus::NotConfirmed) {
            fallen.push(one);
        }
    }
    let files: BTreeSet<CommendationId> = fallen.iter().map(|one| one.file).collect();
    let reason: Reason = Paragraphs::parse(REASON).map_err(Problem::internal)?;
    let mut changes = Vec::new();
    for file in files {
        let ends = |one: &Nominee| fallen.iter().any(|fallen| fallen.id == one.id);
        let act = Act::BasisFall {
            reason: reason.clone(),
            number: None,
        };
        changes.extend(follow(acting, policies, file, ends, (act, signed))?);
    }
    Ok(changes)
}
