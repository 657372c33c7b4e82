use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Command, DocumentNumber, Party, Procedure, Reason, Signer};

/// A written decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound = "")]
pub struct Decision<P: Procedure> {
    /// What was decided.
    pub kind: P::Outcome,
    /// Its document number.
    pub number: DocumentNumber,
    /// The number of the certificate that comes with it.
    pub certificate: Option<DocumentNumber>,
    /// Why, for a refusal.
    pub refusal: Option<Refusal<P::RefusalCode>>,
    /// The day.
    pub on: NaiveDate,
    /// Who signed, in the order of signing.
    pub signers: Vec<Signer>,
    /// Whom it has reached.
    pub deliveries: Vec<Delivery>,
}

/// A decision that reached a party (送达).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delivery {
    /// The party.
    pub party: Party,
    /// The day; deadlines run from it.
    pub on: NaiveDate,
}

/// Why something is refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal<C> {
    /// In a word; where a rule finds against the case, the code of its finding.
    pub code: C,
    /// In the officer's words.
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

    /// The same, with a certificate.
    pub(crate) fn certified(self, certificate: DocumentNumber) -> Self {
        Self {
            certificate: Some(certificate),
            ..self
        }
    }
}
