//! What only a recognition keeps of a case.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{LocalConfirmation, OriginClaim, OutOfCityFacts, Recognition, RefusalCode, Step};
use crate::{
    deeds::{DefenceReply, SupplementRequest},
    identity::PersonName,
    ids::{AttachmentId, DeedId},
    named_enum,
    procedure::{Case, OutsideDocument, Reason},
};

/// What only a recognition keeps of a case. What happened in it is only ever added to.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Record {
    /// Why the person comes from the city, newest last, each with its proof.
    pub origin: Vec<(OriginClaim, Option<AttachmentId>)>,
    /// Whether and how the deed was confirmed where it happened, newest last, each with its copy.
    pub confirmations: Vec<(LocalConfirmation, Option<AttachmentId>)>,
    pub supplement_requests: Vec<SupplementRequest>,
    pub origin_checks: Vec<Check>,
    /// What came of looking up whether the person lives; passed, where the person has died.
    pub life_checks: Vec<Check>,
    /// Whether the city approved an origin by birth alone.
    pub origin_approvals: Vec<Check>,
    /// What the issuer of the local confirmation answered.
    pub authenticity_checks: Vec<Check>,
    pub notices: Vec<PriorNotice>,
    /// Times at which the local confirmation fell.
    pub falls: Vec<Fall>,
    /// On whom the next of kin agreed.
    pub kin_agreements: Vec<KinAgreement>,
    pub handed_to: Vec<(PersonName, NaiveDate)>,
    pub reopenings: Vec<(NaiveDate, Reason)>,
    pub deceased: Option<bool>,
    /// Whether the valid certificate is a posthumous one (追授).
    pub posthumous: Option<bool>,
    pub rewarded_elsewhere: Option<bool>,
    pub household_has_plaque: Option<bool>,
    /// The deed on file that it was taken over from.
    pub deed: Option<DeedId>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Check {
    pub on: NaiveDate,
    /// Whether it bore out what was said.
    pub passed: bool,
    pub note: Reason,
}

/// The notice to the party before a refusal or a revocation, and the answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PriorNotice {
    pub notified_on: NaiveDate,
    pub facts: Reason,
    pub reasons: Reason,
    pub reply: Option<(DefenceReply, NaiveDate)>,
    pub withdrawn: Option<(Reason, NaiveDate)>,
}

/// A local confirmation that was taken back, and perhaps given again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fall {
    /// How many confirmations there were: one that came later has not fallen with them.
    pub confirmations: usize,
    pub document: OutsideDocument,
    pub reason: Reason,
    /// The document that gave it again.
    pub returned: Option<OutsideDocument>,
}

named_enum! {
    /// 近亲属关系 / What a next of kin is to the person
    ///
    /// What a next of kin is to the person (Civil Code article 1045).
    Kinship {
        Spouse = "spouse", "配偶", "spouse";
        Child = "child", "子女", "child";
        Parent = "parent", "父母", "parent";
        Sibling = "sibling", "兄弟姐妹", "sibling";
        Grandparent = "grandparent", "祖父母、外祖父母", "grandparent";
        Grandchild = "grandchild", "孙子女、外孙子女", "grandchild";
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kin {
    pub name: PersonName,
    pub kinship: Kinship,
    pub agrees: bool,
}

/// On whom the next of kin agree to receive the certificate of somebody who died (追授).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KinAgreement {
    pub recipient: PersonName,
    /// All next of kin of the first order that is there.
    pub kin: Vec<Kin>,
}

impl KinAgreement {
    /// Whether all agree, and on one of them.
    pub fn is_unanimous(&self) -> bool {
        self.kin.iter().all(|kin| kin.agrees)
            && self.kin.iter().any(|kin| kin.name == self.recipient)
    }
}

impl Record {
    pub fn of(facts: &OutOfCityFacts) -> Self {
        Self {
            origin: facts
                .origin_claims
                .iter()
                .map(|claim| (claim.clone(), None))
                .collect(),
            confirmations: facts
                .local_confirmation
                .iter()
                .map(|confirmation| (confirmation.clone(), None))
                .collect(),
            deceased: facts.deceased,
            rewarded_elsewhere: facts.rewarded_elsewhere,
            household_has_plaque: facts.household_has_plaque,
            ..Self::default()
        }
    }

    /// Whether and how the deed was confirmed where it happened, as far as is known now.
    pub fn confirmation(&self) -> Option<&LocalConfirmation> {
        self.confirmations
            .last()
            .map(|(confirmation, _)| confirmation)
    }

    /// Whether a refusal for this reason leaves a deed that nobody has confirmed.
    pub(crate) fn deed_is_unconfirmed(&self, refused_for: RefusalCode) -> bool {
        match refused_for {
            RefusalCode::NotAuthentic
            | RefusalCode::IssuerNotAccepted
            | RefusalCode::ConfirmationWithdrawn => true,
            RefusalCode::NotRecognised => self.confirmation() == Some(&LocalConfirmation::Absent),
            RefusalCode::InsideCity | RefusalCode::OriginNotProven | RefusalCode::Deception => {
                false
            }
        }
    }

    /// The fall of the local confirmation, unless it was given again since.
    pub fn fallen(&self) -> Option<&Fall> {
        let last = self.falls.last()?;
        let stands = last.returned.is_some() || last.confirmations < self.confirmations.len();
        (!stands).then_some(last)
    }

    /// The notice on which the party may state its case.
    pub fn notice(&self) -> Option<&PriorNotice> {
        self.notices
            .last()
            .filter(|notice| notice.withdrawn.is_none())
    }
}

impl Case<Recognition> {
    /// What came of asking the issuer of the present local confirmation. Another document, or none, is
    /// another question, and so is a case that was reopened.
    pub(super) fn authenticity_check(&self) -> Option<&Check> {
        let asked_anew = &[
            Step::LocalConfirmation,
            Step::NoLocalConfirmation,
            Step::Reopening,
        ];
        let checks = &self.record().authenticity_checks;
        checks
            .last()
            .filter(|_| self.is_newer(Step::AuthenticityCheck, asked_anew))
    }

    /// What came of comparing the origin with the register. Another claim is another question.
    pub(super) fn origin_check(&self) -> Option<&Check> {
        let asked_anew = &[Step::OriginClaim, Step::Reopening];
        let checks = &self.record().origin_checks;
        checks
            .last()
            .filter(|_| self.is_newer(Step::OriginCheck, asked_anew))
    }

    /// Why the person comes from the city, as the check of the newest claim leaves it. A claim that was
    /// borne out settles what was said before of a basis of which a person has one place; one that was
    /// not is without proof.
    fn claims_as_checked(&self) -> Vec<OriginClaim> {
        let mut claims: Vec<OriginClaim> = self
            .record()
            .origin
            .iter()
            .map(|(claim, _)| claim.clone())
            .collect();
        if let Some(check) = self.origin_check()
            && let Some(mut newest) = claims.pop()
        {
            if check.passed {
                let basis = newest.basis.filter(|basis| basis.is_single());
                claims.retain(|claim| basis.is_none() || claim.basis != basis);
            } else {
                newest.proof_present = false;
            }
            claims.push(newest);
        }
        claims
    }

    /// What the city said of an origin that depends on its approval.
    pub(super) fn origin_approval(&self) -> Option<&Check> {
        let asked_anew = &[Step::OriginClaim];
        let approvals = &self.record().origin_approvals;
        approvals
            .last()
            .filter(|_| self.is_newer(Step::OriginApproval, asked_anew))
    }

    /// Whether the valid certificate was handed over: another one is handed over again.
    pub(super) fn is_handed_over(&self) -> bool {
        let given = &[Step::Recognition, Step::CertificateCorrection];
        self.is_newer(Step::Handover, given)
    }

    /// The facts with what the case has come to know.
    pub(super) fn known(&self, facts: &OutOfCityFacts) -> OutOfCityFacts {
        let record = self.record();
        let withdrawn = match record.fallen() {
            Some(_) => Some(true),
            None => self.authenticity_check().map(|check| !check.passed),
        };
        let confirmation = record.confirmation().cloned().map(|mut confirmation| {
            if let LocalConfirmation::Present(document) = &mut confirmation {
                document.withdrawn = withdrawn.or(document.withdrawn);
            }
            confirmation
        });
        let approval = self.origin_approval();
        OutOfCityFacts {
            origin_claims: self.claims_as_checked(),
            city_approved_origin: approval.map(|check| check.passed),
            local_confirmation: confirmation,
            deceased: record.deceased.or(facts.deceased),
            rewarded_elsewhere: record.rewarded_elsewhere,
            household_has_plaque: record.household_has_plaque,
            ..facts.clone()
        }
    }
}
