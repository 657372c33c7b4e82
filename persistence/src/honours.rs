//! What people hold, read from the cases of every procedure that gives an honour.

use std::collections::BTreeMap;

use domain::commendations::Commendation;
use domain::deeds::{DecisionKind, Deed, State as DeedState};
use domain::honours::{Honour, HonourKind};
use domain::ids::{Id as _, PersonId};
use domain::out_of_city::{Outcome, Recognition, State as RecognitionState};
use domain::policy::{HonourLevel, TitleId};

use crate::cases::{self, CaseOnFile};
use crate::prelude::*;
use crate::stored::StoredProcedure;

/// The honours of each of some people in all regions, revoked ones among them, under the id that was named.
/// Every file with the same citizen number counts. `title` is that of a recognition.
pub fn of_people(
    reader: &mut Reader<'_>,
    named: &[PersonId],
    title: &TitleId,
) -> Result<BTreeMap<PersonId, Vec<Honour>>, StoreError> {
    let mut held = BTreeMap::new();
    // Every procedure that gives an honour, one line each.
    given::<Deed>(reader, named, title, &mut held)?;
    given::<Recognition>(reader, named, title, &mut held)?;
    given::<Commendation>(reader, named, title, &mut held)?;
    Ok(held)
}

/// A procedure whose cases may end in an honour of the person.
pub(crate) trait GivesHonours: StoredProcedure<About = PersonId> {
    /// The honour that a case has given, revoked or not. `title` is that of a recognition, where it is known.
    fn honour(one: &CaseOnFile<Self>, title: Option<&TitleId>) -> Option<Honour>;

    /// Whether it was given to somebody who had died.
    fn is_posthumous(_one: &CaseOnFile<Self>) -> bool {
        false
    }
}

fn given<P: GivesHonours>(
    reader: &mut Reader<'_>,
    named: &[PersonId],
    title: &TitleId,
    held: &mut BTreeMap<PersonId, Vec<Honour>>,
) -> Result<(), StoreError> {
    for (person, theirs) in cases::others_of::<P>(reader, named)? {
        let found = theirs.iter().filter_map(|one| P::honour(one, Some(title)));
        held.entry(person).or_default().extend(found);
    }
    Ok(())
}

impl GivesHonours for Deed {
    fn honour(one: &CaseOnFile<Self>, _title: Option<&TitleId>) -> Option<Honour> {
        confirmation(one)
    }
}

impl GivesHonours for Recognition {
    fn honour(one: &CaseOnFile<Self>, title: Option<&TitleId>) -> Option<Honour> {
        recognition(one, title)
    }

    fn is_posthumous(one: &CaseOnFile<Self>) -> bool {
        one.case.record().posthumous == Some(true)
    }
}

impl GivesHonours for Commendation {
    fn honour(one: &CaseOnFile<Self>, _title: Option<&TitleId>) -> Option<Honour> {
        let award = one.case.record().award()?;
        Some(Honour {
            kind: if award.listing {
                HonourKind::Listing
            } else {
                HonourKind::Commendation
            },
            title: Some(award.title.clone()),
            level: Some(award.level),
            stands: one.case.awarded(),
            on: award.on,
            file: one.file.uuid(),
            case: one.id,
            rests_on: one.case.record().rests_on.0.uuid(),
        })
    }
}

fn confirmation(one: &CaseOnFile<Deed>) -> Option<Honour> {
    let stands = match one.case.state() {
        DeedState::Confirmed | DeedState::IntendedRevocation => true,
        DeedState::Revoked => false,
        _ => return None,
    };
    let mut decisions = one.case.decisions().iter().rev();
    let decision = decisions.find(|decision| decision.kind == DecisionKind::Confirmation);
    Some(Honour {
        kind: HonourKind::Confirmation,
        title: None,
        level: None,
        stands,
        // A historic file has no decision of the service's own.
        on: decision.map_or(one.case.received_on(), |decision| decision.on),
        file: one.file.uuid(),
        case: one.id,
        rests_on: one.file.uuid(),
    })
}

fn recognition(one: &CaseOnFile<Recognition>, title: Option<&TitleId>) -> Option<Honour> {
    let mut decisions = one.case.decisions().iter().rev();
    let decision = decisions.find(|decision| decision.kind == Outcome::Recognition)?;
    let stands = match one.case.state() {
        RecognitionState::Recognised | RecognitionState::IntendedRevocation => true,
        RecognitionState::Revoked | RecognitionState::Suspended => false,
        _ => return None,
    };
    Some(Honour {
        kind: HonourKind::Recognition,
        title: title.cloned(),
        level: Some(HonourLevel::Municipal),
        stands,
        on: decision.on,
        file: one.file.uuid(),
        case: one.id,
        rests_on: one.file.uuid(),
    })
}
