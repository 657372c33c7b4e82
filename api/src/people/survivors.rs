//! What a caller is told of the files into which others were merged.

use std::collections::{BTreeSet, HashMap};

use domain::ids::PersonId;
use domain::people::{FileStatus, Person};
use domain::regions::RegionCode;
use persistence::{Reader, RegionScope, StoreError, people};

/// The surviving files of merged ones, by the id of the merged file.
#[derive(Default)]
pub(super) struct Survivors(HashMap<PersonId, Survivor>);

/// A surviving file, as far as the caller may know it.
#[derive(Debug, Clone, Copy, Hash)]
pub(super) struct Survivor {
    /// Its id; none where the caller may not read it.
    pub(super) id: Option<PersonId>,
    /// The region that keeps it, which whoever holds the merged file is told: it is whom to ask.
    pub(super) kept_by: RegionCode,
}

impl Survivors {
    /// Those of the merged files among these.
    pub(super) fn load<'a>(
        reader: &mut Reader<'_>,
        scope: &RegionScope,
        files: impl IntoIterator<Item = &'a Person>,
    ) -> Result<Self, StoreError> {
        let merged = files
            .into_iter()
            .filter(|person| person.status != FileStatus::Active);
        let merged: Vec<PersonId> = merged.map(|person| person.id).collect();
        if merged.is_empty() {
            return Ok(Self::default());
        }
        let found = people::find_surviving(reader, &merged)?;
        let ids: BTreeSet<PersonId> = found.values().map(|survivor| survivor.id).collect();
        let readable = people::readable(reader, scope, &ids)?;
        let told = |survivor: Person| Survivor {
            id: Some(survivor.id).filter(|id| readable.contains(id)),
            kept_by: survivor.file.region,
        };
        Ok(Self(
            found
                .into_iter()
                .map(|(merged, survivor)| (merged, told(survivor)))
                .collect(),
        ))
    }

    /// That of a merged file; none of one that was not.
    pub(super) fn of(&self, file: &Person) -> Option<Survivor> {
        self.0.get(&file.id).copied()
    }
}
