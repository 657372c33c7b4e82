//! Deeds (事迹): what counts as an act of bravery, and the statutory procedure from the first report
//! to the confirmation, for each actor on his or her own.

pub mod clocks;
pub mod eligibility;
mod incident;
mod party;
pub mod procedure;

pub use incident::Incident;
pub use party::Party;
