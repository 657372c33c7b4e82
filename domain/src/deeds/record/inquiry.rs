use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    deeds::PanelMember, ids::EvidenceId, named_enum, policy::EvidenceKind, procedure::Reason,
    text::Line,
};

/// What was asked for, all at once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SupplementRequest {
    pub asked_on: NaiveDate,
    pub items: Vec<Line<200>>,
    pub answered_on: Option<NaiveDate>,
    /// How often the case had been reopened by then: each time it may be asked once more.
    pub(crate) reopenings: usize,
}

named_enum! {
    /// 受益人作证情况 / What a beneficiary did
    ///
    /// What a beneficiary did (Shandong Regulation on Rewarding and Protecting People Who Act
    /// Bravely, articles 11 and 42).
    StatementKind {
        Given = "given", "已作证", "given";
        Refused = "refused", "拒绝作证", "refused";
        False = "false", "作虚假证明", "false";
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    pub on: NaiveDate,
    pub kind: StatementKind,
    pub note: Option<Reason>,
}

/// A piece of evidence, as far as the procedure looks at it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidenceItem {
    pub id: EvidenceId,
    pub kind: EvidenceKind,
    pub added_on: NaiveDate,
    /// Whether it was found to be true; none before somebody looked.
    pub verified: Option<bool>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PanelReview {
    pub on: NaiveDate,
    pub members: Vec<PanelMember>,
    /// How many of those present were in favour of confirming.
    pub in_favour: u32,
    /// Whether that is the majority that policy asks for.
    pub agreed: bool,
    pub finding: Reason,
    /// What became known since the review before this one, where there was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub new_facts: Option<Reason>,
    /// How many opinions had been formed by then: the panel speaks on the next one.
    pub(in crate::deeds) opinions: usize,
}
