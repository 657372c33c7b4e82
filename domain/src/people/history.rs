use serde::{Deserialize, Serialize};

use super::FieldChange;
use crate::{calendar::PartialDate, ids::PersonId, regions::RegionCode};

/// A deed as it was published, kept with the file of the person who did it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublishedDeed {
    pub summary: String,
    /// The kind of act, such as `rescue`.
    pub act_type: Option<String>,
    pub place_region: Option<RegionCode>,
    pub place_text: Option<String>,
    /// From where the actor comes, in the words of the publication, such as `临清籍`.
    pub origin_text: Option<String>,
    /// When it happened; unknown unless published.
    pub occurred_on: PartialDate,
    pub harm: Option<String>,
    pub age_at_deed: Option<u8>,
    /// Whether several acted together.
    pub group: bool,
    pub nickname: Option<String>,
    /// A list that names the actor, such as the national list of the brave.
    pub listed_in: Option<String>,
    pub recommended_by: Vec<String>,
    pub source: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum PersonEvent {
    Registered,
    Imported {
        source: String,
    },
    Changed {
        changes: Vec<FieldChange>,
    },
    /// It took another file in.
    Merged {
        absorbed: PersonId,
        taken: Vec<FieldChange>,
        reason: String,
    },
    /// It was taken in by another file.
    Absorbed {
        into: PersonId,
        reason: String,
    },
    PublishedDeed(PublishedDeed),
}

impl PersonEvent {
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Registered => "registered",
            Self::Imported { .. } => "imported",
            Self::Changed { .. } => "changed",
            Self::Merged { .. } => "merged",
            Self::Absorbed { .. } => "absorbed",
            Self::PublishedDeed(_) => "published_deed",
        }
    }
}
