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

named_enum! {
    /// 撤销确认的后果 / What follows from a revocation
    ///
    /// What follows from a revocation, for everything that was given because of the confirmation (Shandong
    /// Regulation on Rewarding and Protecting People Who Act Bravely, article 43; rule `REVOKE-FRAUD`).
    RevocationEffect {
        Certificate = "certificate", "证书失效，予以收回", "the certificate is void and is taken back";
        Titles = "titles", "荣誉称号由授予机关撤销", "the granting bodies withdraw titles";
        Plaque = "plaque", "光荣牌收回，家庭另有有效荣誉的除外", "the plaque is taken back, unless the household has another valid honour";
        Benefits = "benefits", "停止享受待遇", "benefits end";
        Payments = "payments", "奖金、慰问金、抚恤等已付款项予以追回", "awards, relief and other payments are recovered";
    }
}

/// Why a confirmation was taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Revocation {
    pub on: NaiveDate,
    pub deception: Reason,
}
