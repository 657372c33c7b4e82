use chrono::{Days, NaiveDate};

use crate::{
    calendar::HolidayCalendar,
    decisions::{Effects, Facts, Proposal, Receipt},
    deeds::eligibility::AGE_OF_MAJORITY,
    ids::DecisionId,
    policy::{DeedsPolicy, Policy},
    regions::RegionTree,
};

/// What the rules of eligibility said of the case, as far as the procedure needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Eligibility {
    /// The stored receipt.
    pub receipt: DecisionId,
    /// What it proposes.
    pub proposal: Proposal,
    /// Whether it sends the case to the review panel.
    pub panel_required: bool,
    /// Whether the deed was done against a crime.
    pub crime_related: bool,
    /// Whether the actor is known to have been of age on the day of the deed.
    pub of_age: bool,
}

impl Eligibility {
    /// What a stored receipt says; none where it answers another question.
    #[must_use]
    pub fn from_receipt(id: DecisionId, receipt: &Receipt) -> Option<Self> {
        let (Facts::Deed(facts), Effects::Deed(effects)) = (&receipt.facts, &receipt.effects)
        else {
            return None;
        };
        Some(Self {
            receipt: id,
            proposal: receipt.proposal,
            panel_required: !effects.panel_for.is_empty(),
            crime_related: facts.against_crime() == Some(true),
            of_age: facts
                .age_at_deed
                .is_some_and(|age| age.at_least >= AGE_OF_MAJORITY),
        })
    }
}

/// Everything outside the case that a step depends on.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'a> {
    /// The newest receipt on the case; none before the rules were asked.
    pub eligibility: Option<Eligibility>,
    /// The policy in force on the day of receipt.
    pub policy: &'a Policy,
    /// The tree of regions, which says who stands above whom.
    pub regions: &'a RegionTree,
    /// The published days off.
    pub calendar: &'a HolidayCalendar,
    /// The day on which the step is taken (Beijing).
    pub today: NaiveDate,
}

impl<'a> Setting<'a> {
    /// The same, but not before a day: clocks of several machines may differ around midnight, and a
    /// case never goes back.
    pub(super) fn not_before(self, day: NaiveDate) -> Self {
        Self {
            today: self.today.max(day),
            ..self
        }
    }

    /// The earliest day on which something can have been received that is registered today.
    pub(super) fn earliest_receipt(&self) -> NaiveDate {
        let limit = Days::new(self.deeds().filing.receipt_backdating_days.into());
        self.today.checked_sub_days(limit).unwrap_or(self.today)
    }

    pub(super) fn deeds(&self) -> &'a DeedsPolicy {
        &self.policy.terms().deeds
    }
}
