use crate::{deeds, named_enum, out_of_city};

named_enum! {
    /// 申请人可知的办理进度 / How far the case of one actor has come, as an applicant sees it
    ActorProgress {
        Registered = "registered", "已登记，待受理", "registered, not accepted yet";
        UnderReview = "under_review", "审查核实中", "under review";
        InPublication = "in_publication", "公示中", "in publication";
        Confirmed = "confirmed", "已确认", "confirmed";
        Refused = "refused", "不予确认", "refused";
        InReconfirmation = "in_reconfirmation", "复核中", "in reconfirmation";
        Suspended = "suspended", "中止", "suspended";
        Transferred = "transferred", "移送中", "on its way to another body";
        Withdrawn = "withdrawn", "已撤回", "withdrawn";
        Recognised = "recognised", "已认定", "recognised";
        NotRecognised = "not_recognised", "不予认定", "not recognised";
        HandedOver = "handed_over", "已移送市外单位", "handed over to an outside body";
        Redirected = "redirected", "转入其他程序", "continued in another procedure";
        Revoked = "revoked", "已撤销", "revoked";
    }
}

impl From<deeds::State> for ActorProgress {
    fn from(state: deeds::State) -> Self {
        use deeds::State;

        match state {
            State::Reported => Self::Registered,
            State::InAssessment | State::IntendedConfirmation | State::IntendedRefusal => {
                Self::UnderReview
            }
            State::InPublication => Self::InPublication,
            State::Confirmed | State::IntendedRevocation => Self::Confirmed,
            State::Refused | State::RefusedFinally => Self::Refused,
            State::InReconfirmation => Self::InReconfirmation,
            State::Suspended => Self::Suspended,
            State::Transferred => Self::Transferred,
            State::Withdrawn => Self::Withdrawn,
            State::Redirected => Self::Redirected,
            State::HandedOver => Self::HandedOver,
            State::Revoked => Self::Revoked,
        }
    }
}

impl From<out_of_city::State> for ActorProgress {
    fn from(state: out_of_city::State) -> Self {
        use out_of_city::State;

        match state {
            State::Applied => Self::Registered,
            State::InCheck | State::IntendedRefusal => Self::UnderReview,
            State::Recognised | State::IntendedRevocation => Self::Recognised,
            State::Refused => Self::NotRecognised,
            State::Suspended => Self::Suspended,
            State::Transferred => Self::Transferred,
            State::Withdrawn => Self::Withdrawn,
            State::Redirected => Self::Redirected,
            State::HandedOver => Self::HandedOver,
            State::Revoked => Self::Revoked,
        }
    }
}
