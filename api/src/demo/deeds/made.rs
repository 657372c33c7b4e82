//! What was done in the synthetic deeds, and how many days ago.

use domain::deeds::{Act, Refusal, RefusalCode};
use domain::ids::EvidenceId;
use domain::policy::{EvidenceKind, PublicationWaiverReason};
use domain::procedure::{Party, Reason, SharedAct};
use persistence::Tx;

use super::Steps;
use crate::demo::cases::{Words, with};

/// The steps that deeds have in common, each list beginning with the one before it.
pub(super) struct Made<'t> {
    pub(super) tx: &'t Tx<'t>,
    pub(super) words: Words,
}

impl Made<'_> {
    pub(super) fn reason(&self) -> Reason {
        self.words.reason.clone()
    }

    pub(super) fn refusal(&self) -> Refusal {
        Refusal {
            code: RefusalCode::StatutoryDuty,
            reason: self.reason(),
            deviation: Some(self.reason()),
        }
    }

    pub(super) fn proven(&self) -> Steps {
        let (id, verified) = (self.tx.new_id(), true);
        let verified = Act::EvidenceVerification { id, verified };
        let steps = [(20, Act::Acceptance), (20, evidence(id)), (20, verified)];
        with(Vec::new(), steps)
    }

    pub(super) fn intended(&self) -> Steps {
        let reason = Some(self.reason());
        with(self.proven(), [(15, Act::PositiveAssessment { reason })])
    }

    pub(super) fn waived(&self) -> Steps {
        let waiver = Act::PublicationWaiver {
            reason: PublicationWaiverReason::Safety,
            note: self.reason(),
        };
        with(self.intended(), [(3, waiver)])
    }

    pub(super) fn noticed(&self) -> Steps {
        let notice = Act::Publication {
            number: Some(self.words.number()),
        };
        with(self.intended(), [(3, notice)])
    }

    pub(super) fn published(&self, objection: Act) -> Steps {
        with(self.noticed(), [(2, objection)])
    }

    pub(super) fn doubted(&self) -> Steps {
        let reason = self.reason();
        with(self.proven(), [(18, Act::NegativeAssessment { reason })])
    }

    pub(super) fn heard(&self) -> Steps {
        let notice = Act::PriorNotice {
            facts: self.reason(),
            reasons: self.reason(),
            notified: self.words.on(10),
            number: None,
        };
        with(self.doubted(), [(10, notice)])
    }

    pub(super) fn refused(&self) -> Steps {
        let stated = Act::DefenceStatement {
            statement: self.reason(),
            received: self.words.on(8),
        };
        let refusal = Act::Refusal {
            number: Some(self.words.number()),
            refusal: self.refusal(),
        };
        let delivery = SharedAct::Delivery {
            party: Party::Actor,
            delivered: self.words.on(6),
        };
        let refused = [(8, stated), (7, refusal)];
        with(with(self.heard(), refused), [(6, delivery)])
    }

    pub(super) fn appealed(&self) -> Steps {
        let request = Act::ReconfirmationRequest {
            party: Party::Actor,
            received: self.words.on(4),
            reason: self.reason(),
        };
        with(self.refused(), [(4, request)])
    }

    pub(super) fn confirmed(&self) -> Steps {
        let confirmation = Act::Confirmation {
            number: self.words.number(),
            certificate: Some(self.words.number()),
        };
        with(self.waived(), [(2, confirmation)])
    }

    /// A confirmation long enough ago that plaques followed.
    pub(super) fn confirmed_early(&self, confirmed: u64) -> Steps {
        let (id, verified) = (self.tx.new_id(), true);
        let verified = Act::EvidenceVerification { id, verified };
        let assessment = Act::PositiveAssessment {
            reason: Some(self.reason()),
        };
        let waiver = Act::PublicationWaiver {
            reason: PublicationWaiverReason::Safety,
            note: self.reason(),
        };
        let confirmation = Act::Confirmation {
            number: self.words.number(),
            certificate: None,
        };
        let steps = [
            (27, Act::Acceptance),
            (27, evidence(id)),
            (27, verified),
            (26, assessment),
            (25, waiver),
            (confirmed, confirmation),
        ];
        with(Vec::new(), steps)
    }

    /// The same, revoked since.
    pub(super) fn revoked_since(&self) -> Steps {
        let notice = Act::RevocationNotice {
            facts: self.reason(),
            reasons: self.reason(),
            notified: self.words.on(8),
            number: None,
        };
        let stated = Act::DefenceStatement {
            statement: self.reason(),
            received: self.words.on(8),
        };
        let revocation = Act::Revocation {
            number: self.words.number(),
            deception: self.reason(),
        };
        let steps = [(8, notice), (8, stated), (7, revocation)];
        with(self.confirmed_early(24), steps)
    }

    pub(super) fn to_revoke(&self) -> Steps {
        let notice = Act::RevocationNotice {
            facts: self.reason(),
            reasons: self.reason(),
            notified: self.words.on(1),
            number: None,
        };
        let stated = Act::DefenceStatement {
            statement: self.reason(),
            received: self.words.on(1),
        };
        with(self.confirmed(), [(1, notice), (1, stated)])
    }

    pub(super) fn revoked(&self) -> Steps {
        let revocation = Act::Revocation {
            number: self.words.number(),
            deception: self.reason(),
        };
        with(self.to_revoke(), [(1, revocation)])
    }

    pub(super) fn redirected(&self) -> Steps {
        let reason = self.reason();
        vec![(20, Act::Redirection { reason }.into())]
    }

    pub(super) fn refused_finally(&self) -> Steps {
        let refusal = Act::ReconfirmationRefusal {
            number: Some(self.words.number()),
            refusal: self.refusal(),
        };
        with(self.appealed(), [(1, refusal)])
    }

    pub(super) fn suspended(&self) -> Steps {
        with(self.proven(), [(5, self.words.suspension())])
    }
}

pub(super) fn evidence(id: EvidenceId) -> Act {
    let kind = EvidenceKind::PublicSecurity;
    Act::Evidence { id, kind }
}
