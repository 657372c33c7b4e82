use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{documents::Sheet, ids::CaseId, regions::RegionCode};

/// A statutory notice (公示) while it is up, in the words of its paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicNotice {
    pub sheet: Sheet,
    pub region: RegionCode,
    /// Its last day; none where that hangs on a calendar that is not loaded.
    pub until: Option<NaiveDate>,
    /// The cases that it is about.
    pub cases: BTreeSet<CaseId>,
}
