use serde::{Deserialize, Serialize};

use super::FieldChange;
use crate::{calendar::PartialDate, ids::PersonId, regions::RegionCode};

/// A deed as it was published, kept with the file of the person who did it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublishedDeed {
    /// What was done, in the words of the publication.
    pub summary: String,
    /// The kind of act, such as `rescue`.
    pub act_type: Option<String>,
    /// The region in which it happened.
    pub place_region: Option<RegionCode>,
    /// The place, in the words of the publication.
    pub place_text: Option<String>,
    /// From where the actor comes, in the words of the publication, such as `临清籍`.
    pub origin_text: Option<String>,
    /// When it happened; unknown unless published.
    pub occurred_on: PartialDate,
    /// What the actor suffered.
    pub harm: Option<String>,
    /// How old the actor was.
    pub age_at_deed: Option<u8>,
    /// Whether several acted together.
    pub group: bool,
    /// What the actor or the group is called.
    pub nickname: Option<String>,
    /// A list on which the actor stands, such as the national list of the brave.
    pub listed_in: Option<String>,
    /// Who recommended the actor for that list.
    pub recommended_by: Vec<String>,
    /// Where it was published.
    pub source: String,
}

/// What happened to a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum PersonEvent {
    /// It was opened.
    Registered,
    /// It was opened by an import.
    Imported {
        /// From where it was taken over.
        source: String,
    },
    /// What it says was changed.
    Changed {
        /// What differs.
        changes: Vec<FieldChange>,
    },
    /// It took another file in.
    Merged {
        /// That file.
        absorbed: PersonId,
        /// What it took from it.
        taken: Vec<FieldChange>,
        /// Why the two are one person, in the officer's words.
        reason: String,
    },
    /// It was taken in by another file.
    Absorbed {
        /// That file.
        into: PersonId,
        /// Why the two are one person, in the officer's words.
        reason: String,
    },
    /// A deed of the person was published.
    PublishedDeed(PublishedDeed),
}

impl PersonEvent {
    /// The word for what happened.
    #[must_use]
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
