use serde::{Deserialize, Serialize};

use super::super::{Harm, TitleId};
use crate::money::Fen;

/// One line of the table of sums that go with titles.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CashRule {
    pub title: TitleId,
    /// The harm that it is for; any where it is left out.
    #[serde(default)]
    pub harm: Option<Harm>,
    /// The class of the prize that it is for, 1 for the first; any where it is left out.
    #[serde(default)]
    pub class: Option<u8>,
    /// The sum; of a group one sum for all.
    pub fen: Fen,
    /// What each dead member of a group adds; not known where it is left out.
    #[serde(default)]
    pub dead_member_fen: Option<Fen>,
}

/// What the state publishes of one year. What is left out is not known here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Indicator {
    /// The disposable income of an urban resident in the year.
    pub urban_income_fen: Option<Fen>,
    /// The monthly pay of a lieutenant (排职少尉军官) in the year.
    pub lieutenant_monthly_pay_fen: Option<Fen>,
}

/// Honours of groups.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct GroupTerms {
    /// GROUP-MIN: how many confirmed members make a group.
    pub minimum_members: u32,
}

impl Default for GroupTerms {
    fn default() -> Self {
        Self { minimum_members: 2 }
    }
}
