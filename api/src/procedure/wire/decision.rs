//! What was decided, and whom it has reached.

use chrono::NaiveDate;
use domain::ids::OfficerId;
use domain::named::NamedEnum;
use domain::procedure::{Decision, Delivery, Procedure};
use serde::Serialize;
use serde_with::skip_serializing_none;
use utoipa::ToSchema;

use crate::procedure::words::{OutcomeCode, RefusalWord};
use crate::words::PartyWord;

/// 送达 / A decision that reached a party.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CaseDelivery)]
struct DeliveryView {
    /// 当事人 / The party.
    party: PartyWord,
    /// 送达之日，期限自此起算 / The day; deadlines run from it.
    on: NaiveDate,
}

impl From<&Delivery> for DeliveryView {
    fn from(delivery: &Delivery) -> Self {
        Self {
            party: delivery.party.into(),
            on: delivery.on,
        }
    }
}

/// 书面决定 / A written decision.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CaseDecision)]
pub(crate) struct DecidedView {
    /// 种类 / What was decided.
    kind: OutcomeCode,
    /// 文号 / Its document number.
    number: String,
    /// 证书编号，仅用于确认 / The number of the certificate; only of a confirmation.
    certificate: Option<String>,
    /// 不予确认的理由代码 / Why it was refused, in a word.
    reason_code: Option<RefusalWord>,
    /// 不予确认的理由 / Why it was refused, in the officer's words.
    reason: Option<String>,
    /// 决定之日 / The day.
    on: NaiveDate,
    /// 签署人，按签署顺序 / Who signed, in the order of signing.
    #[schema(value_type = Vec<Uuid>)]
    signer_ids: Vec<OfficerId>,
    /// 送达 / Whom it has reached.
    deliveries: Vec<DeliveryView>,
}

impl<P: Procedure> From<&Decision<P>> for DecidedView {
    fn from(decision: &Decision<P>) -> Self {
        let refusal = decision.refusal.as_ref();
        Self {
            kind: OutcomeCode(decision.kind.as_str()),
            number: decision.number.to_string(),
            certificate: decision.certificate.as_ref().map(ToString::to_string),
            reason_code: refusal.map(|refusal| RefusalWord(refusal.code.as_str())),
            reason: refusal.map(|refusal| refusal.reason.to_string()),
            on: decision.on,
            signer_ids: decision
                .signers
                .iter()
                .map(|signer| signer.officer)
                .collect(),
            deliveries: decision.deliveries.iter().map(Into::into).collect(),
        }
    }
}
