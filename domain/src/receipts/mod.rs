//! Receipts: what each rule says about a case, on which facts, by which law, and in words.
//!
//! Rules propose and explain; officers decide. A receipt holds its whole input and names the
//! version of the policy, so that [`replay`] can compute it again at any time.

mod code;
mod finding;
#[cfg(test)]
mod golden;
mod reach;
mod receipt;
mod replay;
mod rule;
mod rule_set;
#[cfg(test)]
pub(crate) mod samples;
#[cfg(test)]
mod tests;
mod text;

pub use code::ReasonCode;
pub use finding::{Fact, FactValue, Finding, LegalBasis, Outcome};
pub(crate) use finding::{Verdict, verdict};
pub use reach::ELSEWHERE;
pub use receipt::{Effects, Facts, PolicyRef, Proposal, Receipt, ReceiptKind, evaluate};
pub use replay::{Difference, Replay, replay};
pub use rule::RuleId;
pub use rule_set::RuleSet;
pub use text::Text;
pub(crate) use text::text;
