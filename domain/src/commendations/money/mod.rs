//! The money of awards: what a table says, who gets and who pays which part, and what comes back.
//! Every division adds up to the fen.

mod death;
mod payers;
mod recovery;
mod shares;
mod table;
#[cfg(test)]
mod tests;

pub use death::{DeathBenefit, LumpSum, death_benefit, lump_sum};
pub use payers::{MAX_PAYERS, Matrix, PayerPart, PayerShare, PayersError, matrix, payers};
pub use recovery::{Recovery, RecoveryError};
pub use shares::{equal_shares, shares};
pub use table::{AwardSum, award_sum, beyond_lower_levels};
