//! Applying the rules, and keeping the receipt.

use chrono::NaiveDate;
use domain::ids::ReceiptId;
use domain::policy::PolicySet;
use domain::receipts::{Facts, evaluate};
use domain::reference::Reference;
use domain::regions::RegionCode;
use persistence::audit::{Change, Subject};
use persistence::receipts::{self, StoredReceipt, Summary};
use serde_json::json;

use crate::commands::Acting;
use crate::policies;
use crate::problems::Problem;

/// Applies the rules to facts as of a day, and keeps the receipt under an id in the files of a region.
pub(crate) fn propose(
    acting: &mut Acting<'_, '_>,
    policies: &PolicySet,
    (id, region, on): (ReceiptId, RegionCode, NaiveDate),
    facts: &Facts,
) -> Result<(StoredReceipt, Change), Problem> {
    propose_known(acting, policies, (id, region, on), facts, Vec::new())
}

/// The same where some of the facts, by their names, were read from the files.
pub(crate) fn propose_known(
    acting: &mut Acting<'_, '_>,
    policies: &PolicySet,
    (id, region, on): (ReceiptId, RegionCode, NaiveDate),
    facts: &Facts,
    from_files: Vec<String>,
) -> Result<(StoredReceipt, Change), Problem> {
    let calendar = acting.tx.calendar()?;
    let reference = Reference::with(&calendar);
    let mut receipt = evaluate(facts, policies, reference, on).map_err(policies::problem)?;
    receipt.from_files = from_files;
    let summary = receipts::insert_as(acting.tx, id, acting.principal, region, &receipt)?;
    let change = Change::new(
        "receipt.created",
        subject(&summary),
        json!({ "kind": receipt.kind, "proposal": receipt.proposal }),
    );
    Ok((StoredReceipt { summary, receipt }, change))
}

/// A receipt as a subject of audit and events. It never changes.
pub(crate) fn subject(summary: &Summary) -> Subject {
    Subject::new("receipt", &summary.id, 1, summary.region)
}
