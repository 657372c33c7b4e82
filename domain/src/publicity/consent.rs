use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Basis, Content, Giver, PublicField, Purpose};
use crate::text::Paragraphs;

/// That something of somebody is shown for a purpose, why that is so, and what of it was taken back since.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    pub purpose: Purpose,
    pub basis: Basis,
    pub content: Content,
    /// Oldest first.
    pub withdrawals: Vec<Withdrawal>,
}

/// That something is no longer to be shown: a consent that was taken back, or an objection to what the press
/// published. It needs no reason (Personal Information Protection Law, article 15).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withdrawal {
    pub by: Giver,
    /// The day on which it was said.
    pub on: NaiveDate,
    /// What is no longer shown; the name takes everything along.
    pub fields: BTreeSet<PublicField>,
    pub note: Option<Paragraphs<500>>,
}

crate::faults! {
    pub struct NothingLeft = "already_withdrawn",
        "所指事项没有公开或者已经撤回", "What is named is not shown, or was taken back before.";
}

impl Consent {
    /// What is shown beside the name; none once the name itself is not.
    pub fn shown(&self) -> Option<Content> {
        let hidden = self.hidden();
        let shows_name = !hidden.contains(&PublicField::Name);
        shows_name.then(|| self.content.without(&hidden))
    }

    /// The same consent after a withdrawal. An empty set of fields takes everything back.
    pub fn withdrawn(&self, mut withdrawal: Withdrawal) -> Result<Self, NothingLeft> {
        let shown = self.shown().ok_or(NothingLeft)?.fields();
        let named = &mut withdrawal.fields;
        if named.is_empty() || named.contains(&PublicField::Name) {
            named.clone_from(&shown);
        }
        if !named.is_subset(&shown) {
            return Err(NothingLeft);
        }
        let mut after = self.clone();
        after.withdrawals.push(withdrawal);
        Ok(after)
    }

    fn hidden(&self) -> BTreeSet<PublicField> {
        let fields = self.withdrawals.iter().flat_map(|one| &one.fields);
        fields.copied().collect()
    }
}
