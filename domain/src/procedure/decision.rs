use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Command, DocumentNumber, Party, Procedure, Reason, Signer};

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
