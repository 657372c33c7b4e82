//! What is announced of a file: every region hears of it that sees a case which it concerns.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::procedure::{CaseEvent, Procedure};
use domain::regions::RegionCode;
use persistence::audit::{Change, Subject};
use persistence::cases::{CaseFile, CaseOnFile};
use serde_json::json;

use super::{event, subject};

/// A change that these regions hear of: one of them as that of its own file.
pub(super) fn tell(mut change: Change, regions: &BTreeSet<RegionCode>) -> Change {
    if let Some(first) = regions.first()
        && !regions.contains(&change.subject.region)
    {
        change.subject.region = *first;
    }
    change.seen_by(regions)
}

/// Tells the regions that gained or lost sight of a file; the one whose file it is hears of the step itself.
pub(super) fn handed_over<P: Procedure>(
    file: &CaseFile<P>,
    before: &BTreeSet<RegionCode>,
    after: &BTreeSet<RegionCode>,
) -> Vec<Change> {
    let others = before.symmetric_difference(after);
    others
        .filter(|region| **region != file.region)
        .map(|region| {
            let subject = Subject {
                region: *region,
                ..subject(file)
            };
            let facts = json!({ "readable": after.contains(region) });
            Change::new(event::<P>("handed_over"), subject, facts)
        })
        .collect()
}

/// Tells what was entered late.
pub(super) fn late_entries<P: Procedure>(
    file: &CaseFile<P>,
    entries: &[(CaseOnFile<P>, Vec<CaseEvent<P>>)],
) -> Vec<Change> {
    let late = entries.iter().flat_map(|(one, events)| {
        let late = events.iter().filter_map(entered_late);
        late.map(|on| json!({ "actor_id": one.id, "on": on }))
    });
    late.map(|data| Change::new(event::<P>("entered_late"), subject(file), data))
        .collect()
}

/// The day that was entered late, where it was.
pub(crate) fn entered_late<P: Procedure>(event: &CaseEvent<P>) -> Option<NaiveDate> {
    match event {
        CaseEvent::EnteredLate { on } => Some(*on),
        _ => None,
    }
}
