use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Answer, Command, DocumentNumber, Party, Procedure, Reason, Signer};
use crate::{
    named::NamedEnum,
    receipts::{Proposal, RuleId, RuleSet, Text, text},
};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound = "")]
pub struct Decision<P: Procedure> {
    pub kind: P::Outcome,
    pub number: DocumentNumber,
    pub certificate: Option<DocumentNumber>,
    pub refusal: Option<Refusal<P::RefusalCode>>,
    pub on: NaiveDate,
    /// Who signed, in the order of signing.
    pub signers: Vec<Signer>,
    pub deliveries: Vec<Delivery>,
}

/// A decision that reached a party (送达).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delivery {
    pub party: Party,
    /// The day; deadlines run from it.
    pub on: NaiveDate,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal<C> {
    /// In a word; where a rule finds against the case, the code of its finding.
    pub code: C,
    pub reason: Reason,
    /// Why it is refused for something that the rules found met: what the officers know and the receipt
    /// does not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deviation: Option<Reason>,
}

impl<C: NamedEnum> Refusal<C> {
    /// Whether the reason agrees with what the newest receipt says of the rule behind it, or, where it has
    /// none, with what the receipt proposes. Against it the facts are corrected first, or the officers say
    /// why they do not follow it.
    pub(crate) fn agrees(
        &self,
        rule: Option<RuleId>,
        satisfied: RuleSet,
        proposal: Option<Proposal>,
    ) -> Answer {
        if self.deviation.is_some() {
            return Answer::Met;
        }
        match rule {
            Some(rule) if satisfied.contains(rule) => {
                let Text { zh, en } = self.code.text();
                Answer::Because(text!(
                    "凭据中规则 {rule} 未发现问题，与理由“{zh}”不符：请更正事实，或者由两名经办人签署并说明不采信的理由。",
                    "By rule {rule} the receipt finds nothing against the case, which does not agree with the reason ({en}): please correct the facts, or let two officers sign why the receipt is not followed."
                ))
            }
            None if proposal == Some(Proposal::Approve) => {
                let Text { zh, en } = self.code.text();
                Answer::Because(text!(
                    "凭据中各规则均未发现问题，与理由“{zh}”不符：请更正事实，或者由两名经办人签署并说明不采信的理由。",
                    "The receipt finds nothing against the case, which does not agree with the reason ({en}): please correct the facts, or let two officers sign why the receipt is not followed."
                ))
            }
            _ => Answer::Met,
        }
    }
}

impl<P: Procedure> Decision<P> {
    /// A decision that those who give the command sign today.
    pub(crate) fn signed(
        kind: P::Outcome,
        number: DocumentNumber,
        command: &Command<P>,
        on: NaiveDate,
    ) -> Self {
        Self {
            kind,
            number,
            certificate: None,
            refusal: None,
            on,
            signers: command.signers(),
            deliveries: Vec::new(),
        }
    }

    /// The same, refusing for a reason.
    pub(crate) fn refusing(self, refusal: Refusal<P::RefusalCode>) -> Self {
        Self {
            refusal: Some(refusal),
            ..self
        }
    }

    pub(crate) fn certified(self, certificate: DocumentNumber) -> Self {
        Self {
            certificate: Some(certificate),
            ..self
        }
    }
}
