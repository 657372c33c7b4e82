//! What only a commendation keeps of a case.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    Basis, Commendation, ConfirmationStatus, Nomination, Secrecy, Step, TierFacts,
    money::{PayerShare, Recovery},
};
use crate::{
    calendar::PartialDate,
    identity::PersonName,
    ids::{AttachmentId, CaseId, RoundId},
    money::Fen,
    named_enum,
    out_of_city::{KinAgreement, PriorNotice},
    policy::{CommendationForm, HonourLevel, TitleId},
    procedure::{Case, DocumentNumber, OutsideDocument, Reason},
    text::Line,
};

/// What only a commendation keeps of a case. What happened in it is only ever added to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// The deed or recognition that it rests on, and the case in it: members are confirmed one by one.
    pub rests_on: (Basis, CaseId),
    /// The title for which it is nominated.
    pub title: TitleId,
    pub occurred_on: PartialDate,
    /// Its place among the members of the group, from 0.
    pub member: u32,
    /// Its part of the group's sum, against the parts of the others.
    pub weight: u32,
    pub deceased: Option<bool>,
    pub opinions: Vec<Opinion>,
    pub acceptances: Vec<(Accepted, NaiveDate)>,
    pub kin_agreements: Vec<KinAgreement>,
    pub martyr_referrals: Vec<(Line<100>, NaiveDate)>,
    /// Levels whose body recommended it upwards.
    pub recommendations: Vec<Recommendation>,
    /// The body above the city to which it was submitted.
    pub submissions: Vec<(Line<100>, NaiveDate)>,
    pub rounds: Vec<RoundEntry>,
    pub deferrals: Vec<(Reason, NaiveDate)>,
    /// Why it was not granted.
    pub not_granted: Vec<(Reason, NaiveDate)>,
    pub awards: Vec<Award>,
    pub payments: Vec<Payment>,
    pub conferrals: Vec<(Conferral, NaiveDate)>,
    pub replacements: Vec<Replacement>,
    pub notices: Vec<PriorNotice>,
    /// The correcting decision that took it off.
    pub taken_off: Option<(DocumentNumber, Reason)>,
    /// What is to be recovered since the title was taken back.
    pub recoveries: Vec<Recovery>,
}

named_enum! {
    /// 征求意见的事项 / On what an opinion is asked
    OpinionOf {
        Unit = "unit", "所在单位意见", "of the employer";
        Grassroots = "grassroots", "村（社区）意见", "of the village or community";
        PublicSecurity = "public_security", "公安机关意见", "of the police, on obedience to the law";
        Discipline = "discipline", "纪检监察机关意见", "of discipline inspection";
        Personnel = "personnel", "组织人事部门意见", "of the personnel department";
        Other = "other", "其他单位意见", "of another body";
    }
}

/// An opinion that was asked for, and what came back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opinion {
    pub of: OpinionOf,
    pub body: Line<100>,
    pub asked_on: NaiveDate,
    pub answer: Option<OpinionAnswer>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpinionAnswer {
    pub of: OpinionOf,
    pub favourable: bool,
    pub content: Reason,
    pub document: OutsideDocument,
}

/// What the nominee, or the next of kin, said of the honour.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Accepted {
    pub by: PersonName,
    /// Whether it may be given in public (TIER-SECRET).
    pub secrecy: Secrecy,
    pub copy: Option<AttachmentId>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recommendation {
    pub by: HonourLevel,
    pub opinion: Reason,
    /// Why it goes up although the rules do not propose it.
    pub deviation: Option<Reason>,
    pub on: NaiveDate,
}

/// A round that it entered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoundEntry {
    pub round: RoundId,
    pub form: CommendationForm,
    pub on: NaiveDate,
    /// When and why it left again.
    pub left: Option<(Reason, NaiveDate)>,
}

/// What the decision of a round says of one candidate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoundGrant {
    pub round: RoundId,
    pub form: CommendationForm,
    pub decision: DocumentNumber,
    pub on: NaiveDate,
    /// The bodies in the order of signing.
    pub bodies: Vec<Line<100>>,
    /// The place in the annex, from 1.
    pub place: u32,
}

/// An award as it was decided. What it is called for somebody who died then never changes afterwards.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Award {
    pub title: TitleId,
    pub level: HonourLevel,
    /// Whether it is a place on a list and no praise, such as that of 勇士榜.
    pub listing: bool,
    pub decision: DocumentNumber,
    pub on: NaiveDate,
    pub bodies: Vec<Line<100>>,
    /// Whether it was given to somebody who had died (追授): it belongs to the award, the death to the person.
    pub posthumous: bool,
    pub form: Option<CommendationForm>,
    pub round: Option<(RoundId, u32)>,
    /// The paper of the body above the city that granted it.
    pub outside: Option<OutsideDocument>,
    pub approval: Option<DocumentNumber>,
    /// Why it was granted although the rules do not propose it.
    pub deviation: Option<Reason>,
}

/// One sum for all members, with the payers and their shares in thousandths.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaymentPlan {
    pub total: Fen,
    pub payers: Vec<PayerShare>,
}

/// A member of a group as a plan of payments counts it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaidMember {
    pub member: u32,
    pub weight: u32,
    /// Whether it died in the deed, which may add to the sum (GROUP-DEAD).
    pub deceased: bool,
}

/// What one member gets of the sum, from whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payment {
    pub on: NaiveDate,
    pub total: Fen,
    /// The document that sets the sum, where no table does.
    pub basis: Option<Line<100>>,
    pub deviation: Option<Reason>,
    pub shares: Vec<(Line<100>, Fen)>,
    /// The number of the list of payments.
    pub list: Option<DocumentNumber>,
}

/// How an award was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conferral {
    pub recipient: PersonName,
    pub place: Line<100>,
    pub presented_by: Option<Line<100>>,
    pub form: CommendationForm,
    /// The ceremony in which it was given, by the round whose agenda it stands in.
    pub ceremony: Option<RoundId>,
}

named_enum! {
    /// 换发证书的原因 / Why a certificate is replaced
    ReplacementReason {
        Lost = "lost", "遗失", "lost";
        Damaged = "damaged", "损毁", "damaged";
        WrongName = "wrong_name", "载明信息有误", "it says something wrong";
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Replacement {
    pub why: ReplacementReason,
    pub note: Reason,
    pub on: NaiveDate,
    /// The certificate that it replaces.
    pub replaces: Option<DocumentNumber>,
}

impl Record {
    /// A member who is nominated. `member` is the place in the group and the weight in its sum.
    pub fn new(
        case: CaseId,
        nomination: &Nomination,
        (member, weight): (u32, u32),
        deceased: Option<bool>,
    ) -> Self {
        Self {
            rests_on: (nomination.basis, case),
            title: nomination.title.clone(),
            occurred_on: nomination.occurred_on,
            member,
            weight,
            deceased,
            opinions: Vec::new(),
            acceptances: Vec::new(),
            kin_agreements: Vec::new(),
            martyr_referrals: Vec::new(),
            recommendations: Vec::new(),
            submissions: Vec::new(),
            rounds: Vec::new(),
            deferrals: Vec::new(),
            not_granted: Vec::new(),
            awards: Vec::new(),
            payments: Vec::new(),
            conferrals: Vec::new(),
            replacements: Vec::new(),
            notices: Vec::new(),
            taken_off: None,
            recoveries: Vec::new(),
        }
    }

    /// The award that was decided.
    pub fn award(&self) -> Option<&Award> {
        self.awards.last()
    }

    /// The round in which it is.
    pub fn round(&self) -> Option<&RoundEntry> {
        self.rounds.last().filter(|entry| entry.left.is_none())
    }

    /// The notice on which the party may state its case.
    pub fn notice(&self) -> Option<&PriorNotice> {
        self.notices
            .last()
            .filter(|notice| notice.withdrawn.is_none())
    }

    /// The opinion that was asked for and has not come.
    pub(super) fn open_opinion(&self, of: OpinionOf) -> Option<&Opinion> {
        let mut asked = self.opinions.iter().rev();
        asked.find(|opinion| opinion.of == of && opinion.answer.is_none())
    }

    /// What is still to be recovered.
    pub fn open_balance(&self) -> Fen {
        // What was paid is an amount, so that what is open of it is one.
        Fen::total(self.recoveries.iter().map(Recovery::open)).unwrap_or(Fen::MAX)
    }

    /// What is to come back of what this member got: everything, from whoever paid it. A later plan has
    /// replaced an earlier one.
    pub(super) fn to_recover(&self) -> Vec<Recovery> {
        let shares = self.payments.last().into_iter().flat_map(|one| &one.shares);
        shares
            .filter_map(|(payer, fen)| Recovery::of(payer.clone(), *fen).ok())
            .collect()
    }
}

impl Case<Commendation> {
    /// The number of the certificate that is valid.
    pub fn certificate(&self) -> Option<&DocumentNumber> {
        self.decisions()
            .iter()
            .rev()
            .find_map(|decision| decision.certificate.as_ref())
    }

    /// The facts with what the case has come to know.
    pub(super) fn known(&self, facts: &TierFacts) -> TierFacts {
        let record = self.record();
        let accepted = record.acceptances.last();
        let recommended = record.recommendations.iter().map(|one| one.by).collect();
        TierFacts {
            recommended_by: Some(recommended),
            accepted: accepted.map(|_| true).or(facts.accepted),
            secrecy: accepted
                .map(|(accepted, _)| accepted.secrecy)
                .or(facts.secrecy),
            ..facts.clone()
        }
    }

    /// Whether an award was decided, and was not taken back.
    pub fn awarded(&self) -> bool {
        super::conditions::was_awarded(self.state())
    }

    /// Whether the conferral of the valid certificate took place.
    pub(super) fn is_conferred(&self) -> bool {
        self.is_newer(Step::Conferral, &[Step::Award, Step::ImmediateAward])
    }
}

impl TierFacts {
    /// Whether what it rests on stands.
    pub(super) fn stands(&self) -> bool {
        match self.standing {
            Some(ConfirmationStatus::Confirmed | ConfirmationStatus::RecognisedOutOfCity) => true,
            Some(ConfirmationStatus::NotConfirmed) | None => false,
        }
    }
}
