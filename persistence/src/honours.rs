//! What people hold, read from the cases of every procedure that gives an honour.

use std::collections::BTreeMap;

use domain::deeds::{DecisionKind, Deed, State as DeedState};
use domain::honours::{Honour, HonourKind};
use domain::ids::{Id as _, PersonId};
use domain::out_of_city::{Outcome, Recognition, State as RecognitionState};
use domain::policy::{HonourLevel, TitleId};

use crate::cases::{self, CaseOnFile};
use crate::prelude::*;

/// The honours of each of some people in all regions, revoked ones among them, under the id that was named.
/// Every file with the same citizen number counts. `title` is that of a recognition.
pub fn of_people(
    reader: &mut Reader<'_>,
    named: &[PersonId],
    title: &TitleId,
) -> Result<BTreeMap<PersonId, Vec<Honour>>, StoreError> {
    let mut held: BTreeMap<PersonId, Vec<Honour>> = BTreeMap::new();
    for (person, theirs) in cases::others_of::<Deed>(reader, named)? {
        let found = theirs.iter().filter_map(confirmation);
        held.entry(person).or_default().extend(found);
    }
    for (person, theirs) in cases::others_of::<Recognition>(reader, named)? {
        let found = theirs.iter().filter_map(|one| recognition(one, title));
        held.entry(person).or_default().extend(found);
    }
    Ok(held)
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

fn recognition(one: &CaseOnFile<Recognition>, title: &TitleId) -> Option<Honour> {
    let mut decisions = one.case.decisions().iter().rev();
    let decision = decisions.find(|decision| decision.kind == Outcome::Recognition)?;
    let stands = match one.case.state() {
        RecognitionState::Recognised | RecognitionState::IntendedRevocation => true,
        RecognitionState::Revoked | RecognitionState::Suspended => false,
        _ => return None,
    };
    Some(Honour {
        kind: HonourKind::Recognition,
        title: Some(title.clone()),
        level: Some(HonourLevel::Municipal),
        stands,
        on: decision.on,
        file: one.file.uuid(),
        case: one.id,
        rests_on: one.file.uuid(),
    })
}
