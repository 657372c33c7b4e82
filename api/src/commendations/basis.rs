//! The deed or recognition that a commendation rests on, as it stands now.

use std::collections::BTreeMap;

use domain::calendar::PartialDate;
use domain::commendations::{Basis, ConfirmationStatus, Grade};
use domain::deeds::{Deed, State as DeedState};
use domain::ids::{CaseId, PersonId};
use domain::out_of_city::{Recognition, State as RecognitionState};
use domain::regions::Place;
use persistence::{RegionScope, StoreError, Tx, cases, people};

use crate::problems::Problem;

/// What a commendation takes over from it.
pub(super) struct Grounds {
    pub(super) occurred_on: PartialDate,
    pub(super) place: Option<Place>,
    /// The case of each person in it, by the surviving file.
    of_people: BTreeMap<PersonId, Ground>,
}

/// The case of one person.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ground {
    pub(super) case: CaseId,
    pub(super) standing: ConfirmationStatus,
    pub(super) risk: Option<Grade>,
}

impl Grounds {
    /// The case of a person whose file survives; none of somebody who took no part.
    pub(super) fn of(&self, person: PersonId) -> Option<Ground> {
        self.of_people.get(&person).copied()
    }
}

/// What a caller may see of it: 422 names it where the caller may not.
pub(super) fn load(
    tx: &mut Tx<'_>,
    scope: &RegionScope,
    basis: Basis,
) -> Result<Option<Grounds>, Problem> {
    Ok(match basis {
        Basis::Deed(id) => match cases::find::<Deed>(tx, scope, id)? {
            None => None,
            Some(file) => {
                let actors = cases::of_file::<Deed>(tx, id)?;
                let grounds = actors.iter().map(|one| (one.person, deed(one)));
                Some(Grounds {
                    occurred_on: file.subject.occurred_on,
                    place: file.subject.place,
                    of_people: by_survivor(tx, grounds.collect())?,
                })
            }
        },
        Basis::Recognition(id) => match cases::find::<Recognition>(tx, scope, id)? {
            None => None,
            Some(file) => {
                let actors = cases::of_file::<Recognition>(tx, id)?;
                let grounds = actors.iter().map(|one| (one.person, recognition(one)));
                Some(Grounds {
                    occurred_on: file.subject.occurred_on,
                    place: file.subject.place,
                    of_people: by_survivor(tx, grounds.collect())?,
                })
            }
        },
    })
}

fn by_survivor(
    tx: &mut Tx<'_>,
    named: Vec<(PersonId, Ground)>,
) -> Result<BTreeMap<PersonId, Ground>, StoreError> {
    let ids: Vec<PersonId> = named.iter().map(|(person, _)| *person).collect();
    let survivors = people::survivors(tx, &ids)?;
    let of_survivor =
        |(person, ground)| (survivors.get(&person).copied().unwrap_or(person), ground);
    Ok(named.into_iter().map(of_survivor).collect())
}

fn deed(one: &cases::CaseOnFile<Deed>) -> Ground {
    let standing = match one.case.state() {
        // What is to be revoked stands until it is.
        DeedState::Confirmed | DeedState::IntendedRevocation => ConfirmationStatus::Confirmed,
        _ => ConfirmationStatus::NotConfirmed,
    };
    Ground {
        case: one.id,
        standing,
        risk: one.facts.risk,
    }
}

fn recognition(one: &cases::CaseOnFile<Recognition>) -> Ground {
    let standing = match one.case.state() {
        RecognitionState::Recognised | RecognitionState::IntendedRevocation => {
            ConfirmationStatus::RecognisedOutOfCity
        }
        _ => ConfirmationStatus::NotConfirmed,
    };
    Ground {
        case: one.id,
        standing,
        risk: None,
    }
}
