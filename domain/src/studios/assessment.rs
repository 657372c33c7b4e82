//! The yearly sheet of a studio (STUDIO-RUN): what the ledger counts, what officers saw, and the result.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Studio;
use crate::{
    named_enum,
    policy::StudioTerms,
    procedure::{Case, DocumentNumber, Reason},
};

named_enum! {
    /// 评估项目 / An item of the yearly sheet
    Item as "StudioAssessmentItem" {
        PlaceAndSign = "place_and_sign", "场所和标牌", "place and sign";
        LeaderAndMembers = "leader_and_members", "带头人和成员", "leader and members";
        RulesAndLedgers = "rules_and_ledgers", "制度和台账", "rules and ledgers";
        Activities = "activities", "开展活动", "activities";
        Clues = "clues", "提供线索", "clues";
        Visits = "visits", "走访慰问", "visits";
        Publicity = "publicity", "宣传", "publicity";
        ReportInTime = "report_in_time", "按时报送年度报告", "yearly report in time";
        Bonus = "bonus", "加分", "bonus";
    }
}

named_enum! {
    /// 评估结果 / What a yearly assessment comes to
    AssessmentResult as "StudioAssessmentResult" {
        Excellent = "excellent", "优秀", "excellent";
        Pass = "pass", "合格", "pass";
        Rectify = "rectify", "限期整改", "to be put right";
        Withdraw = "withdraw", "撤销命名", "name to be withdrawn";
    }
}

named_enum! {
    /// 一票否决情形 / What no points make up for
    Veto as "StudioVeto" {
        HonourRevoked = "honour_revoked", "带头人的荣誉已被撤销", "the leader's honour was revoked";
        FeesTaken = "fees_taken", "违规收取费用", "fees were taken";
        FalseRecords = "false_records", "台账弄虚作假", "records are false";
    }
}

/// What two officers saw at the place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OnSite {
    pub place_and_sign: u32,
    pub leader_and_members: u32,
    pub rules_and_ledgers: u32,
    /// For what no item counts.
    pub bonus: u32,
    pub fees_taken: bool,
    pub false_records: bool,
    pub note: Reason,
}

/// The assessment of a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assessment {
    pub year: i32,
    pub on: NaiveDate,
    pub visited_on: NaiveDate,
    pub points: Vec<(Item, u32)>,
    pub vetoes: BTreeSet<Veto>,
    /// What policy makes of the points.
    pub computed: AssessmentResult,
    pub result: AssessmentResult,
    /// Why the officers depart from it.
    pub reason: Option<Reason>,
    pub note: Reason,
    /// The number of the sheet.
    pub number: Option<DocumentNumber>,
}

impl Assessment {
    pub fn total(&self) -> u32 {
        total(&self.points)
    }
}

fn total(points: &[(Item, u32)]) -> u32 {
    points.iter().map(|(_, points)| points).sum()
}

/// What a year comes to before anybody departs from it.
pub(super) struct Sheet {
    pub(super) points: Vec<(Item, u32)>,
    pub(super) vetoes: BTreeSet<Veto>,
    pub(super) result: AssessmentResult,
}

impl OnSite {
    /// Whether no item has more points than policy gives it.
    pub(super) fn is_within(&self, terms: &StudioTerms) -> bool {
        let most = &terms.assessment;
        self.place_and_sign <= most.place_and_sign
            && self.leader_and_members <= most.leader_and_members
            && self.rules_and_ledgers <= most.rules_and_ledgers
            && self.bonus <= most.bonus
    }
}

/// The most points of an item.
pub fn most_points(item: Item, terms: &StudioTerms) -> u32 {
    let most = &terms.assessment;
    match item {
        Item::PlaceAndSign => most.place_and_sign,
        Item::LeaderAndMembers => most.leader_and_members,
        Item::RulesAndLedgers => most.rules_and_ledgers,
        Item::Activities => most.activities,
        Item::Clues => most.clues,
        Item::Visits => most.visits,
        Item::Publicity => most.publicity,
        Item::ReportInTime => most.report_in_time,
        Item::Bonus => most.bonus,
    }
}

/// The sheet of a year: what the ledger counts, and what officers saw.
pub(super) fn sheet(
    case: &Case<Studio>,
    year: i32,
    seen: &OnSite,
    honour_lost: bool,
    terms: &StudioTerms,
) -> Sheet {
    let counted = case.counted(year);
    let own = &terms.assessment;
    let points_of = |item| match item {
        Item::PlaceAndSign => seen.place_and_sign,
        Item::LeaderAndMembers => seen.leader_and_members,
        Item::RulesAndLedgers => seen.rules_and_ledgers,
        Item::Activities => part(own.activities, counted.activities, terms.minimum_activities),
        Item::Clues => part(own.clues, counted.clues, own.clues_in_full),
        Item::Visits => part(own.visits, counted.visits, own.visits_in_full),
        Item::Publicity => part(own.publicity, counted.publicity, own.publicity_in_full),
        Item::ReportInTime if counted.report_in_time => own.report_in_time,
        Item::ReportInTime => 0,
        Item::Bonus => seen.bonus,
    };
    let points: Vec<_> = Item::ALL
        .iter()
        .map(|item| (*item, points_of(*item)))
        .collect();
    let vetoes: BTreeSet<Veto> = [
        (honour_lost, Veto::HonourRevoked),
        (seen.fees_taken, Veto::FeesTaken),
        (seen.false_records, Veto::FalseRecords),
    ]
    .into_iter()
    .filter_map(|(is_so, veto)| is_so.then_some(veto))
    .collect();
    let total = total(&points);
    let result = if !vetoes.is_empty() || total < own.rectify {
        AssessmentResult::Withdraw
    } else if total < own.pass {
        AssessmentResult::Rectify
    } else if total < own.excellent {
        AssessmentResult::Pass
    } else {
        AssessmentResult::Excellent
    };
    Sheet {
        points,
        vetoes,
        result,
    }
}

/// So much of the points as `done` is of what is full, rounded down.
fn part(points: u32, done: u32, full: u32) -> u32 {
    points
        .saturating_mul(done.min(full))
        .checked_div(full)
        .unwrap_or(points)
}
