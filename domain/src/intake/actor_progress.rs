use crate::{deeds::State, policy::named_enum};

named_enum! {
    /// How far the case of one actor has come, as an applicant is told: what a body only intends is
    /// not said before it is made known.
    ActorProgress {
        /// On file, and not accepted yet.
        Registered = "registered", "已登记，待受理", "registered, not accepted yet";
        /// Looked into.
        UnderReview = "under_review", "审查核实中", "under review";
        /// The public notice stands.
        InPublication = "in_publication", "公示中", "in publication";
        /// Confirmed.
        Confirmed = "confirmed", "已确认", "confirmed";
        /// Refused in writing.
        Refused = "refused", "不予确认", "refused";
        /// The next level looks at a refusal.
        InReconfirmation = "in_reconfirmation", "复核中", "in reconfirmation";
        /// Waiting for another body's finding.
        Suspended = "suspended", "中止", "suspended";
        /// On its way to another body.
        Transferred = "transferred", "移送中", "on its way to another body";
        /// Withdrawn.
        Withdrawn = "withdrawn", "已撤回", "withdrawn";
        /// A confirmation that was taken back.
        Revoked = "revoked", "已撤销", "revoked";
    }
}

impl From<State> for ActorProgress {
    fn from(state: State) -> Self {
        match state {
            State::Reported => Self::Registered,
            State::InAssessment | State::IntendedConfirmation | State::IntendedRefusal => {
                Self::UnderReview
            }
            State::InPublication => Self::InPublication,
            State::Confirmed => Self::Confirmed,
            State::Refused | State::RefusedFinally => Self::Refused,
            State::InReconfirmation => Self::InReconfirmation,
            State::Suspended => Self::Suspended,
            State::Transferred => Self::Transferred,
            State::Withdrawn => Self::Withdrawn,
            State::Revoked => Self::Revoked,
        }
    }
}
