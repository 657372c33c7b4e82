//! Bodies of the call, of the decision, of its correction and of a cancellation.

use domain::procedure::{DocumentNumber, Entered, OutsideDocument, Reason};
use domain::rounds::{Act, Correction};
use domain::text::Line;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use super::nominations;
use crate::contract::examples::ids;
use crate::http::{BoundedParagraphs, BoundedText};
use crate::procedure::{Reading, step_body};
use crate::words::RoundCancellationWord;

step_body! {
    /// 发出推荐通知 / The call for nominations goes out.
    #[schema(example = json!({ "reason": "测试：情况已核对", "second_officer_id": ids::SECOND_OFFICER }))]
    NewRoundCall signed by two {
        /// 文号；不填则由本服务按年度顺序编号 / The number of the paper; left out, the service gives the next one of the year.
        #[validate(nested)]
        number: Option<BoundedText<1, 60>>,
        /// 规则建议人工核查的，仍予办理的理由 / Why, where the rules propose to look closer.
        #[validate(nested)]
        reason: Option<BoundedParagraphs<1, 2000>>,
    }
}

impl NewRoundCall {
    pub(in crate::rounds) fn act(&self, read: &mut Reading) -> Option<Act> {
        let number = read.optional("/number", self.number.as_deref());
        let reason = read.optional("/reason", self.reason.as_deref());
        Some(Act::Call {
            number: number?,
            reason: reason?,
        })
    }
}

step_body! {
    /// 不发通知直接启动 / Nominations are taken in without a call.
    #[schema(example = json!({ "reason": "测试：对象已明确", "second_officer_id": ids::SECOND_OFFICER }))]
    NewRoundOpening signed by two {
        /// 理由；即时表扬且规则建议同意的可以不填 / Why; an immediate commendation that the rules propose needs none.
        #[validate(nested)]
        reason: Option<BoundedParagraphs<1, 2000>>,
    }
}

impl NewRoundOpening {
    pub(in crate::rounds) fn act(&self, read: &mut Reading) -> Option<Act> {
        Some(Act::Opening {
            reason: read.optional("/reason", self.reason.as_deref())?,
        })
    }
}

/// 联合单位的签署文书 / The paper by which a body of the call signs.
#[derive(Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewBodySignature {
    /// 单位名称，与批次所列一致 / The body, by its name in the round.
    #[validate(nested)]
    body: BoundedText<1, 100>,
    /// 文号 / The number of its paper.
    #[validate(nested)]
    number: BoundedText<1, 60>,
    /// 文书之日；不填则为今天 / Its day; today if left out.
    #[schema(format = Date)]
    signed_on: Option<String>,
}

step_body! {
    /// 表扬决定 / The decision of commendation.
    #[schema(example = json!({
        "number": "聊见义表〔2026〕1号", "signatures": [], "reason": "测试：情况属实",
        "second_officer_id": ids::SECOND_OFFICER, "co_signer_id": ids::CO_SIGNER
    }))]
    NewRoundDecision signed by two_and_co_signer {
        /// 决定文号 / The number of the decision.
        #[validate(nested)]
        number: BoundedText<1, 60>,
        /// 本服务以外的联合单位的签署文书 / The papers by which bodies that have no officers here sign.
        #[serde(default)]
        #[validate(length(max = 20), nested)]
        #[schema(max_items = 20)]
        signatures: Vec<NewBodySignature>,
        /// 规则建议人工核查，或者超出名额的，仍予办理的理由 / Why, where the rules propose to look closer or there are more than places.
        #[validate(nested)]
        reason: Option<BoundedParagraphs<1, 2000>>,
        /// 签署文书的复印件，须为本批次已完成的附件 / The copy of the papers: a complete attachment of this round.
        #[validate(length(max = 36))]
        #[schema(format = Uuid)]
        copy_id: Option<String>,
    }
}

impl NewRoundDecision {
    pub(in crate::rounds) fn act(&self, read: &mut Reading) -> Option<Act> {
        let copy = read.copy(self.copy_id.as_deref());
        let signatures = self.signatures.iter().enumerate();
        let signed = signatures.filter_map(|(index, signature)| {
            let at = |member: &str| format!("/signatures/{index}/{member}");
            let body: Option<Line<100>> = read.text(&at("body"), &signature.body);
            let number: Option<DocumentNumber> = read.text(&at("number"), &signature.number);
            let issued = read.day(&at("signed_on"), signature.signed_on.as_deref(), None)?;
            read.require_not_after_today(issued.on, &at("signed_on"));
            let (body, number) = (body?, number?);
            let document = OutsideDocument {
                organ: body.clone(),
                number,
                issued: Entered::on(issued.on),
                copy,
            };
            Some((body, document))
        });
        let signed_outside = signed.collect();
        let number = read.text("/number", &self.number);
        let reason = read.optional("/reason", self.reason.as_deref());
        Some(Act::Decision {
            number: number?,
            signed_outside,
            reason: reason?,
        })
    }
}

step_body! {
    /// 更正表扬决定 / A correction of the decision.
    #[schema(example = json!({
        "number": "聊见义更〔2026〕1号", "removed": [ids::COMMENDATION_OF_ROUND], "reason": "测试：误列",
        "second_officer_id": ids::SECOND_OFFICER, "co_signer_id": ids::CO_SIGNER
    }))]
    NewRoundDecisionCorrection signed by two_and_co_signer {
        /// 更正决定的文号 / The number of the correction.
        #[validate(nested)]
        number: BoundedText<1, 60>,
        /// 姓名或者名称有误的；现名称取自推荐 / Those whose name is wrong; the right one stands in the nomination.
        #[serde(default)]
        #[validate(length(max = 500))]
        #[schema(max_items = 500, value_type = Vec<uuid::Uuid>)]
        renamed: Vec<String>,
        /// 漏列的 / Those who were left out.
        #[serde(default)]
        #[validate(length(max = 500))]
        #[schema(max_items = 500, value_type = Vec<uuid::Uuid>)]
        added: Vec<String>,
        /// 多列的 / Those who are too many.
        #[serde(default)]
        #[validate(length(max = 500))]
        #[schema(max_items = 500, value_type = Vec<uuid::Uuid>)]
        removed: Vec<String>,
        /// 理由 / Why.
        #[validate(nested)]
        reason: BoundedParagraphs<1, 2000>,
    }
}

impl NewRoundDecisionCorrection {
    pub(in crate::rounds) fn act(&self, read: &mut Reading) -> Option<Act> {
        let correction = Correction {
            renamed: nominations("/renamed", &self.renamed, read),
            added: nominations("/added", &self.added, read),
            removed: nominations("/removed", &self.removed, read),
        };
        let number = read.text("/number", &self.number);
        let reason: Option<Reason> = read.text("/reason", &self.reason);
        Some(Act::DecisionCorrection {
            number: number?,
            correction,
            reason: reason?,
            known: Vec::new(),
        })
    }
}

step_body! {
    /// 取消批次 / A round is cancelled.
    #[schema(example = json!({
        "code": "plan_changed", "reason": "测试：计划调整", "second_officer_id": ids::SECOND_OFFICER
    }))]
    NewRoundCancellation signed by two {
        /// 理由代码 / The code of the reason.
        code: RoundCancellationWord,
        /// 理由 / Why.
        #[validate(nested)]
        reason: BoundedParagraphs<1, 2000>,
    }
}

impl NewRoundCancellation {
    pub(in crate::rounds) fn act(&self, read: &mut Reading) -> Option<Act> {
        Some(Act::Cancellation {
            code: self.code.0,
            reason: read.text("/reason", &self.reason)?,
        })
    }
}
