//! What somebody holds for acts of bravery, whichever procedure gave it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    ids::CaseId,
    named_enum,
    policy::{HonourLevel, TitleId},
};

named_enum! {
    /// 荣誉种类 / What an honour is
    HonourKind {
        /// Confirmed at the place of the deed (见义勇为确认). It is no title.
        Confirmation = "confirmation", "确认", "confirmation";
        /// The city's title for a deed elsewhere (聊城义士).
        Recognition = "recognition", "市域外认定", "recognition";
        Commendation = "commendation", "表扬表彰", "commendation";
        /// On a list such as the roll of the Central Political and Legal Affairs Commission (勇士榜): no praise.
        Listing = "listing", "上榜", "listing";
    }
}

/// One honour of one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Honour {
    pub kind: HonourKind,
    /// Its title; none of a confirmation.
    pub title: Option<TitleId>,
    /// Its level; none of a confirmation.
    pub level: Option<HonourLevel>,
    /// Whether it holds; not once it was revoked.
    pub stands: bool,
    /// The day of the decision.
    pub on: NaiveDate,
    /// The file of the procedure, and the case in it.
    pub file: Uuid,
    pub case: CaseId,
    /// The deed or recognition that it rests on.
    pub rests_on: Uuid,
}

impl Honour {
    /// Whether it entitles a household to a plaque (PLAQUE-ELIG).
    pub fn entitles_to_plaque(&self) -> bool {
        self.stands
            && matches!(
                self.kind,
                HonourKind::Confirmation | HonourKind::Recognition
            )
    }
}
