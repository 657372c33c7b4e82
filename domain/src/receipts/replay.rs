use serde::Serialize;

use super::{Finding, Receipt, RuleId, Text};
use crate::{policy::PolicySet, reference::Reference};

/// How a replayed receipt differs from the stored one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Difference {
    /// The policy or version is not loaded here, so nothing could be recomputed.
    PolicyMissing {
        id: String,
        version: String,
    },
    /// The version is loaded, but its content is not what it was.
    PolicyChanged {
        stored: String,
        loaded: String,
    },
    /// A rule says something else, or is there on one side only.
    Finding {
        rule: RuleId,
        stored: Option<Box<Finding>>,
        recomputed: Option<Box<Finding>>,
    },
    /// The rule says the same in other words: a later release may put a reason better. This alone
    /// is no disagreement.
    Wording {
        rule: RuleId,
        stored: Text,
        recomputed: Text,
    },
    Proposal,
    Effects,
    /// The kind or the day of the case does not belong to the stored facts.
    Header,
}

/// The result of computing a receipt again from its own facts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Replay {
    /// Whether everything but the wording is as it was.
    pub agrees: bool,
    pub differences: Vec<Difference>,
}

/// Computes a stored receipt again, from its facts, under its version of the policy and as of its
/// day, and compares findings, proposal and effects. `reference` holds the calendar in the version of the
/// receipt.
pub fn replay(receipt: &Receipt, policies: &PolicySet, reference: Reference<'_>) -> Replay {
    let differences = match policies.find(&receipt.policy.id, &receipt.policy.version) {
        None => vec![Difference::PolicyMissing {
            id: receipt.policy.id.clone(),
            version: receipt.policy.version.clone(),
        }],
        Some(policy) => {
            let again = receipt
                .facts
                .evaluate(policy, reference, receipt.evaluated_on);
            compare(receipt, &again)
        }
    };
    Replay {
        agrees: differences
            .iter()
            .all(|difference| matches!(difference, Difference::Wording { .. })),
        differences,
    }
}

fn compare(stored: &Receipt, again: &Receipt) -> Vec<Difference> {
    let mut differences = Vec::new();
    if stored.policy.hash != again.policy.hash {
        differences.push(Difference::PolicyChanged {
            stored: stored.policy.hash.clone(),
            loaded: again.policy.hash.clone(),
        });
    }
    if (stored.kind, stored.decided_on) != (again.kind, again.decided_on) {
        differences.push(Difference::Header);
    }
    differences.extend(compare_findings(&stored.findings, &again.findings));
    if stored.proposal != again.proposal {
        differences.push(Difference::Proposal);
    }
    if stored.effects != again.effects {
        differences.push(Difference::Effects);
    }
    differences
}

/// Position by position: a receipt lists its rules in a fixed order.
fn compare_findings(stored: &[Finding], again: &[Finding]) -> Vec<Difference> {
    (0..stored.len().max(again.len()))
        .filter_map(|position| difference(stored.get(position), again.get(position)))
        .collect()
}

fn difference(stored: Option<&Finding>, again: Option<&Finding>) -> Option<Difference> {
    if stored == again {
        return None;
    }
    if let (Some(stored), Some(again)) = (stored, again)
        && same_substance(stored, again)
    {
        return Some(Difference::Wording {
            rule: stored.rule,
            stored: stored.reason.clone(),
            recomputed: again.reason.clone(),
        });
    }
    Some(Difference::Finding {
        rule: stored.or(again)?.rule,
        stored: stored.cloned().map(Box::new),
        recomputed: again.cloned().map(Box::new),
    })
}

fn same_substance(one: &Finding, other: &Finding) -> bool {
    let substance = |finding: &Finding| Finding {
        reason: one.reason.clone(),
        ..finding.clone()
    };
    substance(one) == substance(other)
}
