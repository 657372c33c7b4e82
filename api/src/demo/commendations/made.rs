//! What was done in the synthetic commendations, and how many days ago.

use domain::commendations::money::PayerShare;
use domain::commendations::{
    Accepted, Act, Conferral, OpinionOf, PaymentPlan, RefusalCode, Revocation, Secrecy,
};
use domain::identity::PersonName;
use domain::money::Fen;
use domain::policy::{CommendationForm, TitleId};
use domain::procedure::{OutsideDocument, Reason, SharedAct, Word};
use domain::text::Line;
use persistence::Tx;

use super::Steps;
use crate::contract::examples::ids;
use crate::demo::cases::{Words, with};
use crate::demo::{DemoError, literal};

/// A title of the province.
pub(super) const PROVINCE_TITLE: &str = "shandong_model";

/// The steps that commendations have in common, each list beginning with the one before it.
pub(super) struct Made {
    pub(super) words: Words,
    name: PersonName,
    foundation: Line<100>,
    above: Line<100>,
    place: Line<100>,
}

impl Made {
    pub(super) fn new(tx: &Tx<'_>) -> Result<Self, DemoError> {
        Ok(Self {
            words: Words::new(tx, "测试称号文号")?,
            name: literal(PersonName::parse("测试甲"))?,
            foundation: literal(Line::parse("聊城市见义勇为基金会"))?,
            above: literal(Line::parse("测试省委政法委员会"))?,
            place: literal(Line::parse("测试会场"))?,
        })
    }

    fn reason(&self) -> Reason {
        self.words.reason.clone()
    }

    fn acceptance(&self, days_ago: u64) -> Act {
        Act::NomineeAcceptance {
            accepted: Accepted {
                by: self.name.clone(),
                secrecy: Secrecy::Open,
                copy: None,
            },
            received: self.words.on(days_ago),
        }
    }

    pub(super) fn accepted(&self) -> Steps {
        with(reviewed(), [(18, self.acceptance(18))])
    }

    pub(super) fn asked() -> Result<Steps, DemoError> {
        let request = Act::OpinionRequest {
            body: literal(Line::parse("测试公安机关"))?,
            of: OpinionOf::PublicSecurity,
            number: None,
        };
        Ok(with(reviewed(), [(17, request)]))
    }

    pub(super) fn recommended(&self) -> Steps {
        let recommendation = Act::Recommendation {
            opinion: self.reason(),
            reason: Some(self.reason()),
            number: None,
        };
        with(reviewed(), [(16, recommendation)])
    }

    pub(super) fn submitted(&self) -> Steps {
        let submission = Act::Submission {
            organ: self.above.clone(),
            opinion: self.reason(),
            reason: Some(self.reason()),
            number: None,
        };
        with(reviewed(), [(15, submission)])
    }

    pub(super) fn in_round(&self) -> Result<Steps, DemoError> {
        let entry = Act::RoundEntry {
            round: literal(ids::ROUND_OPEN.parse())?,
            terms: None,
            reason: Some(self.reason()),
        };
        Ok(with(self.accepted(), [(9, entry)]))
    }

    /// Nominated and accepted in time for the round that was decided.
    pub(super) fn of_round(&self) -> Result<Steps, DemoError> {
        let entry = Act::RoundEntry {
            round: literal(ids::ROUND_DECIDED_WRONGLY.parse())?,
            terms: None,
            reason: Some(self.reason()),
        };
        Ok(with(
            Vec::new(),
            [
                (24, Act::Acceptance),
                (24, self.acceptance(24)),
                (24, entry),
            ],
        ))
    }

    /// Suspended while that round was decided.
    pub(super) fn held_up(&self) -> Result<Steps, DemoError> {
        let resumption = SharedAct::Resumption {
            finding: self.reason(),
        };
        let pause = [(7, self.words.suspension()), (4, resumption)];
        Ok(with(self.of_round()?, pause))
    }

    pub(super) fn deferred(&self) -> Steps {
        let deferral = Act::Deferral {
            reason: self.reason(),
        };
        with(reviewed(), [(10, deferral)])
    }

    pub(super) fn not_granted(&self) -> Steps {
        let refusal = Act::NotGranted {
            reason: self.reason(),
        };
        with(reviewed(), [(10, refusal)])
    }

    pub(super) fn declined(&self) -> Result<Steps, DemoError> {
        let copy = ids::paper_in(ids::COMMENDATION_DECLINED).map(str::parse);
        let word = Word {
            received: self.words.on(17),
            copy: literal(copy.transpose())?,
        };
        Ok(with(reviewed(), [(17, Act::Declination { word })]))
    }

    pub(super) fn taken_off(&self) -> Result<Steps, DemoError> {
        let removal = Act::TakeOff {
            decision: self.words.number(),
            reason: self.reason(),
        };
        Ok(with(self.planned()?, [(3, removal)]))
    }

    pub(super) fn awarded(&self) -> Result<Steps, DemoError> {
        let committee = literal(Line::parse("中共聊城市委政法委员会"))?;
        let award = Act::ImmediateAward {
            number: self.words.number(),
            bodies: vec![committee, self.foundation.clone()],
            certificate: None,
            approval: None,
            reason: Some(self.reason()),
        };
        Ok(with(self.accepted(), [(12, award)]))
    }

    fn planned(&self) -> Result<Steps, DemoError> {
        let plan = Act::PaymentPlan {
            plan: PaymentPlan {
                total: literal(Fen::new(1_000_000))?,
                payers: vec![PayerShare {
                    name: self.foundation.clone(),
                    permille: 1000,
                }],
            },
            basis: Some(literal(Line::parse("测试奖金文件"))?),
            reason: None,
            members: Vec::new(),
            number: None,
        };
        Ok(with(self.awarded()?, [(10, plan)]))
    }

    pub(super) fn conferred(&self) -> Result<Steps, DemoError> {
        let conferral = Act::Conferral {
            conferral: Box::new(Conferral {
                recipient: self.name.clone(),
                place: self.place.clone(),
                presented_by: None,
                form: CommendationForm::HomeDelivery,
                ceremony: None,
            }),
            conferred: self.words.on(9),
        };
        Ok(with(self.planned()?, [(9, conferral)]))
    }

    pub(super) fn told(&self) -> Result<Steps, DemoError> {
        let notice = Act::RevocationNotice {
            facts: self.reason(),
            reasons: self.reason(),
            notified: self.words.on(6),
            number: None,
        };
        Ok(with(self.planned()?, [(6, notice)]))
    }

    pub(super) fn heard(&self) -> Result<Steps, DemoError> {
        let statement = Act::DefenceStatement {
            statement: self.reason(),
            received: self.words.on(5),
        };
        Ok(with(self.told()?, [(5, statement)]))
    }

    pub(super) fn revoked(&self) -> Result<Steps, DemoError> {
        let revocation = Act::Revocation {
            number: None,
            revocation: Revocation {
                code: RefusalCode::Deception,
                reason: self.reason(),
                deviation: None,
            },
        };
        Ok(with(self.heard()?, [(3, revocation)]))
    }

    pub(super) fn granted_above(&self) -> Steps {
        let award = Act::OutsideAward {
            title: TitleId::new(PROVINCE_TITLE),
            document: OutsideDocument {
                organ: self.above.clone(),
                number: self.words.number(),
                issued: self.words.on(8),
                copy: None,
            },
        };
        with(self.submitted(), [(8, award)])
    }
}

pub(super) fn reviewed() -> Steps {
    vec![(19, Act::Acceptance.into())]
}
