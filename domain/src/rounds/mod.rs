//! Rounds of commendation (表扬批次): what is called for, the order of the candidates, the notice, the
//! ballots, the decision with its annex, and the ceremony. The nominations themselves are commendations.

mod acts;
mod annex;
mod ballots;
mod call;
mod ceremony;
mod clocks;
mod conditions;
mod entry;
mod facts;
mod procedure;
mod record;
mod rules;
mod state;
mod table;
#[cfg(test)]
pub(crate) mod tests;
mod write;

pub use acts::{Act, Step};
pub use annex::{Annex, AnnexItem, Corrected, Correction, Totals};
pub use ballots::{Ballots, Count, Granted, Resolution, Session};
pub use call::{Call, JointBody, Openness, TitlePlaces};
pub use ceremony::{Absence, AgendaItem, Ceremony, CeremonyPlan};
pub use clocks::ClockKind;
pub use conditions::Condition;
pub use entry::{Candidate, EntryTerms};
pub use facts::RoundFacts;
pub use procedure::{Eligibility, Round};
pub use record::{CandidateList, CandidateNotice, NoticeWaiver, Record};
pub use rules::{RoundEffects, RoundTitle, evaluate};
pub use state::{CancellationCode, Document, Outcome, State};
