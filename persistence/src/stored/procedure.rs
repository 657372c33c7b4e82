use domain::procedure::{Case, CaseEvent, Procedure};

use super::Form;

/// A procedure whose cases are stored: its forms, each with the upgrades that are its own. It is listed
/// in the test of the samples too.
pub trait StoredProcedure: Procedure {
    const CASE: Form<Case<Self>>;
    /// The events of a step.
    const HISTORY: Form<Vec<CaseEvent<Self>>>;
    /// What the cases of a file share.
    const SUBJECT: Form<Self::Subject>;
    /// What is known of a case.
    const FACTS: Form<Self::Facts>;
}
