//! What was done in the synthetic recognitions, and how many days ago.

use domain::identity::PersonName;
use domain::out_of_city::{Act, Kin, KinAgreement, Kinship, Refusal, RefusalCode};
use domain::procedure::{Entered, OutsideDocument, Reason};
use domain::text::Line;
use persistence::Tx;

use super::Steps;
use crate::demo::cases::{Words, with};
use crate::demo::{DemoError, literal};

/// The steps that recognitions have in common, each list beginning with the one before it.
pub(super) struct Made {
    pub(super) words: Words,
    pub(super) name: PersonName,
    pub(super) organ: Line<100>,
}

impl Made {
    pub(super) fn new(tx: &Tx<'_>) -> Result<Self, DemoError> {
        Ok(Self {
            words: Words::new(tx, "测试认定文号")?,
            name: literal(PersonName::parse("测试配偶"))?,
            organ: literal(Line::parse("测试市见义勇为基金会"))?,
        })
    }

    pub(super) fn reason(&self) -> Reason {
        self.words.reason.clone()
    }

    pub(super) fn checked(&self) -> Steps {
        let origin = Act::OriginCheck {
            proven: true,
            note: self.reason(),
        };
        let authentic = Act::AuthenticityCheck {
            authentic: true,
            note: self.reason(),
        };
        with(accepted(), [(20, origin), (20, authentic)])
    }

    pub(super) fn recognition(&self) -> Act {
        Act::Recognition {
            number: self.words.number(),
            certificate: None,
            reason: Some(self.reason()),
        }
    }

    pub(super) fn recognised(&self) -> Steps {
        let handover = Act::Handover {
            recipient: self.name.clone(),
            handed: self.words.on(12),
        };
        with(self.checked(), [(15, self.recognition()), (12, handover)])
    }

    pub(super) fn recognised_after_death(&self) -> Steps {
        let agreement = KinAgreement {
            recipient: self.name.clone(),
            kin: vec![Kin {
                name: self.name.clone(),
                kinship: Kinship::Spouse,
                agrees: true,
            }],
        };
        let agreed = Act::KinAgreement { agreement };
        with(self.checked(), [(16, agreed), (15, self.recognition())])
    }

    pub(super) fn recognised_in_error(&self) -> Steps {
        let lives = Act::LifeCheck {
            deceased: false,
            note: self.reason(),
        };
        with(self.checked(), [(15, self.recognition()), (14, lives)])
    }

    pub(super) fn told(&self) -> Steps {
        let told = Act::RefusalNotice {
            facts: self.reason(),
            reasons: self.reason(),
            notified: self.words.on(4),
            number: None,
        };
        with(accepted(), [(4, told)])
    }

    pub(super) fn refused(&self) -> Steps {
        let refusal = Act::Refusal {
            number: None,
            refusal: self.because(RefusalCode::OriginNotProven),
        };
        with(
            self.told(),
            [(3, stated(self.reason(), self.words.on(3))), (2, refusal)],
        )
    }

    pub(super) fn fallen(&self) -> Steps {
        let fall = Act::ConfirmationFall {
            document: OutsideDocument {
                organ: self.organ.clone(),
                number: self.words.number(),
                issued: self.words.on(10),
                copy: None,
            },
            reason: self.reason(),
        };
        with(self.recognised(), [(10, fall)])
    }

    pub(super) fn to_revoke(&self) -> Steps {
        let told = Act::RevocationNotice {
            facts: self.reason(),
            reasons: self.reason(),
            notified: self.words.on(8),
            number: None,
        };
        with(
            self.fallen(),
            [(8, told), (7, stated(self.reason(), self.words.on(7)))],
        )
    }

    pub(super) fn revoked(&self) -> Steps {
        let revocation = Act::Revocation {
            number: self.words.number(),
            refusal: self.because(RefusalCode::ConfirmationWithdrawn),
        };
        with(self.to_revoke(), [(5, revocation)])
    }

    pub(super) fn redirected(&self) -> Steps {
        let redirection = Act::Redirection {
            reason: self.reason(),
        };
        with(
            accepted(),
            [(20, Act::NoLocalConfirmation), (19, redirection)],
        )
    }

    pub(super) fn suspended(&self) -> Steps {
        with(accepted(), [(5, self.words.suspension())])
    }

    pub(super) fn because(&self, code: RefusalCode) -> Refusal {
        Refusal {
            code,
            reason: self.reason(),
            deviation: Some(self.reason()),
        }
    }
}

pub(super) fn accepted() -> Steps {
    vec![(23, Act::Acceptance.into())]
}

pub(super) fn asked() -> Steps {
    let items = Line::parse("请补交户籍证明").into_iter().collect();
    let number = None;
    vec![(3, Act::SupplementRequest { items, number }.into())]
}

pub(super) fn stated(statement: Reason, received: Entered) -> Act {
    Act::DefenceStatement {
        statement,
        received,
    }
}
