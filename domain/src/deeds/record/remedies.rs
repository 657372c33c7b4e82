use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    named_enum,
    procedure::{OutsideDocument, Party, Reason},
};

/// A request that the next level look at a refusal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reconfirmation {
    pub party: Party,
    pub received_on: NaiveDate,
    pub reason: Reason,
    pub end: Option<(ReconfirmationEnd, NaiveDate)>,
    /// What a level above the city decided, which does not work with this service.
    pub recorded: Option<OutsideDocument>,
}

named_enum! {
    /// 复核结果 / How a request for reconfirmation ended
    ReconfirmationEnd {
        Approved = "approved", "拟确认", "approved";
        Refused = "refused", "维持不予确认", "refused";
        Withdrawn = "withdrawn", "撤回", "withdrawn";
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reopening {
    pub on: NaiveDate,
    pub new_facts: Reason,
}

/// Why a confirmation was taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Revocation {
    pub on: NaiveDate,
    pub deception: Reason,
}
