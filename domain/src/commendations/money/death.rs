//! What follows from a death in the deed: one benefit of three, never two (Shandong Regulation on
//! Rewarding and Protecting People Who Act Bravely, article 28).

use std::collections::BTreeMap;

use crate::{money::Fen, named_enum, policy::Indicator};

named_enum! {
    /// 抚恤类别 / What the family of somebody who died in the deed receives
    ///
    /// The first that applies goes before the others.
    DeathBenefit {
        Martyr = "martyr", "烈士褒扬金和抚恤", "the benefits of a martyr";
        WorkDeath = "work_death", "因公牺牲（视同工伤）抚恤", "the benefits of a death on duty or at work";
        LumpSum = "lump_sum", "一次性补助金", "a lump sum";
    }
}

/// The benefit that is due: of a martyr before that of a death on duty or at work, and the lump sum where
/// neither applies; none while what goes before is not decided.
pub fn death_benefit(martyr: Option<bool>, work_death: Option<bool>) -> Option<DeathBenefit> {
    match (martyr, work_death) {
        (Some(true), _) => Some(DeathBenefit::Martyr),
        (Some(false), Some(true)) => Some(DeathBenefit::WorkDeath),
        (Some(false), Some(false)) => Some(DeathBenefit::LumpSum),
        _ => None,
    }
}

/// The least that the lump sum may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LumpSum {
    AtLeast(Fen),
    /// The income of this year, or the pay of the year of the death, is not loaded: it is not zero.
    PendingIndicator {
        year: i32,
    },
}

const INCOME_YEARS: u32 = 20;
const PAY_MONTHS: u32 = 40;

/// LUMP-SUM: 20 times the urban income of the year before the death, and 40 months of a lieutenant's pay.
pub fn lump_sum(died_in: i32, indicators: &BTreeMap<i32, Indicator>) -> LumpSum {
    let before = died_in - 1;
    let income = indicators
        .get(&before)
        .and_then(|year| year.urban_income_fen?.times(INCOME_YEARS));
    let pay = indicators
        .get(&died_in)
        .and_then(|year| year.lieutenant_monthly_pay_fen?.times(PAY_MONTHS));
    match (income, pay) {
        (None, _) => LumpSum::PendingIndicator { year: before },
        (_, None) => LumpSum::PendingIndicator { year: died_in },
        (Some(income), Some(pay)) => income.plus(pay).map_or(
            LumpSum::PendingIndicator { year: died_in },
            LumpSum::AtLeast,
        ),
    }
}
