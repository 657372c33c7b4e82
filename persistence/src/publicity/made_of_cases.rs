//! What follows for what everybody may read when cases are saved.

use std::collections::BTreeSet;

use domain::commendations::Commendation;
use domain::deeds::{Deed, State as DeedState};
use domain::ids::{CaseId, Id as _, PersonId};
use domain::out_of_city::Recognition;
use domain::procedure::Procedure;
use domain::rounds::{Round, State as RoundState};
use domain::studios::Studio;

use super::{notices, roll, studios};
use crate::cases::{CaseFile, CaseOnFile};
use crate::honours::GivesHonours;
use crate::people;
use crate::prelude::*;

/// After deeds were saved: the roll, and notices that came down.
pub(crate) fn deeds_saved(
    tx: &mut Tx<'_>,
    file: &CaseFile<Deed>,
    cases: &[&CaseOnFile<Deed>],
) -> Result<(), StoreError> {
    honoured(tx, cases)?;
    notices_left(tx, file, cases, DeedState::InPublication)
}

pub(crate) fn recognitions_saved(
    tx: &mut Tx<'_>,
    cases: &[&CaseOnFile<Recognition>],
) -> Result<(), StoreError> {
    honoured(tx, cases)
}

/// After commendations were saved: the roll, of the members and of the group.
pub(crate) fn commendations_saved(
    tx: &mut Tx<'_>,
    file: &CaseFile<Commendation>,
    cases: &[&CaseOnFile<Commendation>],
) -> Result<(), StoreError> {
    honoured(tx, cases)?;
    if file.subject.group.is_some() && cases.iter().any(|one| has_honour(one)) {
        roll::refresh_group(tx, file.id)?;
    }
    Ok(())
}

/// After a round was saved: notices that came down.
pub(crate) fn round_saved(
    tx: &mut Tx<'_>,
    file: &CaseFile<Round>,
    cases: &[&CaseOnFile<Round>],
) -> Result<(), StoreError> {
    notices_left(tx, file, cases, RoundState::InPublication)
}

pub(crate) fn studio_saved(
    tx: &mut Tx<'_>,
    file: &CaseFile<Studio>,
    cases: &[&CaseOnFile<Studio>],
) -> Result<(), StoreError> {
    studios::refresh(tx, file, cases)
}

/// Takes the notices down of which the last step ended the publication.
fn notices_left<P: Procedure>(
    tx: &mut Tx<'_>,
    file: &CaseFile<P>,
    cases: &[&CaseOnFile<P>],
    publication: P::State,
) -> Result<(), StoreError> {
    let left = cases.iter().any(|one| {
        let last = one.case.history().last();
        last.is_some_and(|step| step.from == publication)
    });
    if !left {
        return Ok(());
    }
    let up = cases.iter().filter(|one| one.case.state() == publication);
    let up: BTreeSet<CaseId> = up.map(|one| one.id).collect();
    notices::keep_only(tx, file.id.uuid(), &up)
}

fn has_honour<P: GivesHonours>(one: &CaseOnFile<P>) -> bool {
    P::honour(one, None).is_some()
}

/// Makes the roll anew of those who hold an honour by one of these cases, or held one.
fn honoured<P: GivesHonours>(tx: &mut Tx<'_>, cases: &[&CaseOnFile<P>]) -> Result<(), StoreError> {
    let touched = cases.iter().filter(|one| has_honour(one));
    let named: Vec<PersonId> = touched.map(|one| one.person).collect();
    if named.is_empty() {
        return Ok(());
    }
    let survivors = people::survivors(tx, &named)?.into_values().collect();
    roll::refresh(tx, &survivors)
}
