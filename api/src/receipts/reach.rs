//! Which of the other files that a receipt names its reader reaches. Of the others no more is told than how
//! many they are: a county learns of no file of another.

use std::collections::BTreeSet;

use domain::receipts::{ELSEWHERE, Finding, Receipt};
use persistence::{Reader, RegionScope, StoreError, cases};
use serde_json::Value;
use uuid::Uuid;

use crate::http::{EntityTag, hash};
use crate::problems::Problem;

/// The files named by a receipt that its reader reaches.
pub(crate) struct Reach {
    reached: BTreeSet<Uuid>,
    elsewhere: usize,
}

impl Reach {
    /// Those that somebody with this scope reaches.
    pub(crate) fn load(
        reader: &mut Reader<'_>,
        scope: &RegionScope,
        receipt: &Receipt,
    ) -> Result<Self, StoreError> {
        let named = receipt.named_files();
        let reached = cases::readable(reader, scope, &named)?;
        Ok(Self {
            elsewhere: named.len() - reached.len(),
            reached,
        })
    }

    /// The facts as they are shown, with the number of those that are left out.
    pub(super) fn facts(&self, receipt: &Receipt) -> Result<Value, Problem> {
        let facts = receipt.facts.naming_only(&self.reached);
        let mut shown = serde_json::to_value(facts).map_err(Problem::internal)?;
        let values = shown.get_mut("values").and_then(Value::as_object_mut);
        if let Some(values) = values.filter(|_| self.elsewhere > 0) {
            values.insert(ELSEWHERE.to_owned(), self.elsewhere.into());
        }
        Ok(shown)
    }

    /// A finding as it is shown.
    pub(super) fn finding(&self, finding: &Finding) -> Finding {
        finding.naming_only(&self.reached)
    }

    /// The tag of the receipt as it is shown: it never changes, but who reaches what it names does.
    pub(super) fn tag(&self) -> EntityTag {
        let tag = EntityTag::new(1, "full");
        match self.elsewhere {
            0 => tag,
            _ => tag.beside(hash(&self.reached)),
        }
    }
}
