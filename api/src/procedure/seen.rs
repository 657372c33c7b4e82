//! What somebody sees of a file: the cases that a body of the own regions holds, held first or is to receive.

use std::collections::BTreeSet;

use domain::ids::CaseId;
use domain::procedure::Procedure;
use persistence::cases::{self, CaseOnFile};
use persistence::{Reader, RegionScope, StoreError, StoredProcedure};

/// The cases of a file as a scope sees them.
#[derive(Debug, Clone)]
pub(crate) struct Seen<P: Procedure> {
    /// Those that it sees, in the order of the file.
    pub(crate) cases: Vec<CaseOnFile<P>>,
    /// How many others there are.
    pub(crate) others: usize,
}

impl<P: Procedure> Seen<P> {
    /// What a scope sees of all cases of a file.
    pub(crate) fn of(scope: &RegionScope, all: Vec<CaseOnFile<P>>) -> Self {
        let (cases, others): (Vec<_>, Vec<_>) = all
            .into_iter()
            .partition(|one| cases::sees(scope, &one.case));
        Self {
            cases,
            others: others.len(),
        }
    }

    /// The ids of those that it sees.
    pub(crate) fn ids(&self) -> BTreeSet<CaseId> {
        self.cases.iter().map(|one| one.id).collect()
    }
}

impl<P: StoredProcedure> Seen<P> {
    /// What a scope sees of a file that it has been shown to reach.
    pub(crate) fn load(
        reader: &mut Reader<'_>,
        scope: &RegionScope,
        file: P::FileId,
    ) -> Result<Self, StoreError> {
        Ok(Self::of(scope, cases::of_file(reader, file)?))
    }
}
