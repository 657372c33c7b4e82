use crate::{
    named::NamedEnum,
    named_enum,
    policy::{Period, Policy},
    procedure::CompetentBody,
    receipts::RuleId,
};

named_enum! {
    /// 期限约束的对象 / Whom a clock binds
    Bound as "ClockBound" {
        /// The body that holds the case: it is overdue when the clock has run out.
        Body = "body", "承办单位", "the body that holds the case";
        /// A party: its chance is over when the clock has run out.
        Party = "party", "当事人", "the party";
        /// Nobody: the time itself has to pass.
        Public = "public", "社会公众", "the public";
    }
}

/// What a clock measures (期限).
pub trait Term: NamedEnum {
    /// The review of a suspension.
    const SUSPENSION_REVIEW: Self;
    /// The acceptance of a transfer by its receiver.
    const TRANSFER_ACCEPTANCE: Self;
    /// The decision of the city on a transfer that its receiver disputes.
    const DESIGNATION: Self;

    /// Whom it binds, the body whose worklist holds it where it binds one, and its rule.
    fn bindings(self) -> (Bound, CompetentBody, RuleId);

    fn bound(self) -> Bound {
        self.bindings().0
    }

    fn competent_body(self) -> CompetentBody {
        self.bindings().1
    }

    fn rule(self) -> RuleId {
        self.bindings().2
    }

    /// Whether a statute sets its length. Every other clock is the service's own promise.
    fn statutory(self) -> bool {
        false
    }

    fn length(self, policy: &Policy) -> Period;

    /// The days by which it can be extended.
    fn extension(self, _: &Policy) -> u32 {
        0
    }

    /// Whether each party has a time of its own.
    fn is_per_party(self) -> bool {
        false
    }
}
