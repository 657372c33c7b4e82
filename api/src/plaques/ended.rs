//! What follows for plaques when an honour was revoked, or when somebody joins a household or leaves it.

use std::collections::BTreeSet;

use domain::ids::{HouseholdId, PersonId, PlaqueId};
use domain::plaques::{Act, Plaque, PlaqueFacts};
use domain::procedure::{OwnOrShared::Own, Reason, row_for};
use domain::text::Paragraphs;
use persistence::audit::Change;
use persistence::{RegionScope, cases, plaques};

use super::facts::{Asked, known};
use crate::commands::Acting;
use crate::policy::Policies;
use crate::problems::Problem;
use crate::procedure::{File, Signed, follow};

/// Why a plaque comes back.
const HONOUR_REVOKED: &str = "据以颁发光荣牌的确认或者认定已被撤销，家庭已无其他有效荣誉。";
/// Why its text is to be replaced.
const OTHER_HEROES: &str = "家庭中持有有效荣誉的人员已经变化，牌面人员与其不一致。";

/// After an honour of these people was revoked: a plaque of whose household nobody holds one any more comes
/// back, or ends where it was never made; where somebody still does, it stays, and its text is marked.
pub(crate) fn honour_ended(
    acting: &mut Acting<'_, '_>,
    policies: &Policies,
    people: &[PersonId],
    signed: &Signed,
) -> Result<Vec<Change>, Problem> {
    let theirs = cases::of_people::<Plaque>(acting.tx, &RegionScope::City, people)?;
    let theirs = theirs.into_values().flatten();
    let active = theirs.filter(|one| one.case.state().is_active());
    let files: BTreeSet<PlaqueId> = active.map(|one| one.file).collect();
    let mut changes = Vec::new();
    for id in files {
        changes.extend(settle(acting, policies, (id, true), signed)?);
    }
    Ok(changes)
}

/// After somebody joined a household or left it: where its plaque bears other names then than those of its
/// heroes, that is marked.
pub(crate) fn members_changed(
    acting: &mut Acting<'_, '_>,
    policies: &Policies,
    household: HouseholdId,
) -> Result<Vec<Change>, Problem> {
    match plaques::active_of(acting.tx, household)? {
        Some(id) => {
            let signed = Signed::by_officer(acting)?;
            settle(acting, policies, (id, false), &signed)
        }
        None => Ok(Vec::new()),
    }
}

/// Takes the step in a plaque that follows from who holds an honour now.
fn settle(
    acting: &mut Acting<'_, '_>,
    policies: &Policies,
    (id, revoked): (PlaqueId, bool),
    signed: &Signed,
) -> Result<Vec<Change>, Problem> {
    let file = File::<Plaque>::open(acting.tx, &RegionScope::City, id)?;
    let heroes: Vec<PersonId> = file.cases().iter().map(|one| one.person).collect();
    let Some(first) = file.cases().first().cloned() else {
        return Ok(Vec::new());
    };
    let asked = Asked {
        household: file.file().subject.household,
        plaque: Some(id),
        heroes: &heroes,
    };
    let facts = known(acting, policies.set(), &asked, &first.facts)?;
    let act = facts
        .get(&first.person)
        .map(|facts| follows(facts, revoked));
    let marked = !first.case.record().text_marks.is_empty();
    let act = match act.transpose()?.flatten() {
        Some(Act::TextMark { .. }) if marked => return Ok(Vec::new()),
        Some(act) => act,
        None => return Ok(Vec::new()),
    };
    // Such as a text that is to be replaced of a plaque that comes back anyway.
    if row_for::<Plaque>(Own(act.step()), first.case.state()).is_none() {
        return Ok(Vec::new());
    }
    follow::<Plaque>(acting, policies, id, |_| true, (act, signed))
}

/// The step that follows; none where the plaque says what is so.
fn follows(facts: &PlaqueFacts, revoked: bool) -> Result<Option<Act>, Problem> {
    let words = |text: &str| -> Result<Reason, Problem> {
        Paragraphs::parse(text).map_err(Problem::internal)
    };
    Ok(match (facts.household_entitled, facts.names_fit) {
        (Some(false), _) if revoked => Some(Act::HonourEnd {
            reason: words(HONOUR_REVOKED)?,
        }),
        (Some(true), Some(false)) => Some(Act::TextMark {
            reason: words(OTHER_HEROES)?,
        }),
        _ => None,
    })
}
