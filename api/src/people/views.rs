//! A file as the audit names it and as it is shown.

use std::collections::BTreeSet;

use domain::ids::PersonId;
use domain::people::{FileStatus, Person};
use persistence::audit::Subject;
use persistence::{Reader, RegionScope, StoreError, people};

use super::wire::PersonView;
use crate::auth::Representation;

pub(super) fn address(id: PersonId) -> String {
    format!("/v1/people/{id}")
}

pub(crate) fn subject(person: &Person) -> Subject {
    Subject {
        kind: "person",
        id: person.id.to_string(),
        version: person.version,
        region: person.file.region,
    }
}

/// The survivors of merged files that the caller reaches too.
pub(super) fn reachable_survivors<'a>(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    people: impl IntoIterator<Item = &'a Person>,
) -> Result<BTreeSet<PersonId>, StoreError> {
    let survivors = people
        .into_iter()
        .filter_map(|person| match person.status {
            FileStatus::Merged { into } => Some(into),
            FileStatus::Active => None,
        })
        .collect();
    people::reachable(reader, scope, &survivors)
}

/// A file as it is shown to the caller.
pub(super) fn view(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    person: &Person,
    representation: Representation,
) -> Result<PersonView, StoreError> {
    let reachable = reachable_survivors(reader, scope, [person])?;
    Ok(PersonView::new(person, representation, &reachable))
}
