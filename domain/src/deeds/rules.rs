use chrono::NaiveDate;

use crate::{
    deeds::eligibility::AGE_OF_MAJORITY,
    ids::ReceiptId,
    receipts::{Effects, Facts, Proposal, Receipt, RuleSet},
    regions::Place,
};

/// What the rules of eligibility said of the case, as far as the procedure needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Eligibility {
    pub receipt: ReceiptId,
    pub proposal: Proposal,
    /// The day on which the rules were applied.
    pub evaluated_on: NaiveDate,
    pub panel_required: bool,
    pub crime_related: bool,
    /// Whether the actor is known to have been of age on the day of the deed.
    pub of_age: bool,
    /// Where it happened, as far as is known.
    pub place: Option<Place>,
    /// The rules that found nothing against it.
    pub satisfied: RuleSet,
    /// The rules that have something against it, or cannot tell.
    pub against: RuleSet,
}

impl Eligibility {
    /// What a stored receipt says; none where it answers another question.
    pub fn from_receipt(id: ReceiptId, receipt: &Receipt) -> Option<Self> {
        let (Facts::Deed(facts), Effects::Deed(effects)) = (&receipt.facts, &receipt.effects)
        else {
            return None;
        };
        Some(Self {
            receipt: id,
            proposal: receipt.proposal,
            evaluated_on: receipt.evaluated_on,
            panel_required: !effects.panel_for.is_empty(),
            crime_related: facts.against_crime() == Some(true),
            of_age: facts
                .age_at_deed
                .is_some_and(|age| age.at_least >= AGE_OF_MAJORITY),
            place: facts.place,
            satisfied: RuleSet::satisfied(&receipt.findings),
            against: RuleSet::against(&receipt.findings),
        })
    }
}
