//! The confirmation of deeds over HTTP.

use domain::deeds::{Deed, Step};
use domain::procedure::{SharedStep, Step as AnyStep};

use super::bodies::{
    CaseAcceptance, NewAssessment, NewBeneficiaryStatement, NewConfirmation, NewDefenceStatement,
    NewEvidence, NewEvidenceVerification, NewExtension, NewObjection, NewObjectionOutcome,
    NewOutsideReconfirmationDecision, NewPanelReferral, NewPanelReview, NewPriorNotice,
    NewPublication, NewPublicationWaiver, NewReconfirmation, NewReconfirmationDecision,
    NewReconfirmationWithdrawal, NewRefusal, NewReopening, NewRevocation, NewSupplement,
    NewSupplementRequest,
};
use super::wire::DeedView;
use super::{Actor, DeedFile, TAG};
use crate::auth::Representation;
use crate::auth::permissions::{DeedsConfirm, DeedsInvestigate, DeedsRead, DeedsReport};
use crate::contract::examples::ids;
use crate::procedure::{Served, StepRoute, case_operations};
use crate::routes::Routes;

impl Served for Deed {
    const TAG: &'static str = TAG;
    const PATH: &'static str = "/v1/deeds";
    const FILE: (&'static str, &'static str) = ("事迹", "deed");
    type Read = DeedsRead;
    type Report = DeedsReport;
    type Investigate = DeedsInvestigate;
    type Confirm = DeedsConfirm;
    type View = DeedView;

    fn view(deed: &DeedFile, actors: &[Actor], representation: Representation) -> DeedView {
        DeedView::new(deed, actors, representation)
    }

    #[expect(clippy::too_many_lines, reason = "one short arm for each step")]
    fn route(step: Step) -> StepRoute<Self> {
        match step {
            Step::Acceptance => StepRoute::of::<CaseAcceptance>(
                "accept",
                "受理 / Accept",
                "材料齐全，进入审查核实。 / The case is complete enough to be looked into.",
            ),
            Step::SupplementRequest => StepRoute::of::<NewSupplementRequest>(
                "supplement_request",
                "一次性告知补正 / Ask for what is missing",
                "须一次性告知，不得再次要求；等待期间是否计入确认期限依规则。 / All at once and only once; policy says whether the wait counts towards the time for the opinion.",
            ),
            Step::Supplement => StepRoute::of::<NewSupplement>(
                "supplement",
                "补正 / Supplement",
                "材料已补交。 / What was missing was handed in.",
            ),
            Step::BeneficiaryStatement => StepRoute::of::<NewBeneficiaryStatement>(
                "statement_add",
                "记录受益人作证情况 / Note a beneficiary's statement",
                "受益人有作证的义务；拒绝的也予记录。 / Beneficiaries have to testify; a refusal is noted as well.",
            ),
            Step::Evidence => StepRoute::of::<NewEvidence>(
                "evidence_add",
                "提交证据 / Add evidence",
                "证据种类见条例第十二条；提交后规则重新评估。 / The kinds are those of article 12 of the regulation; the rules are applied again.",
            ),
            Step::EvidenceVerification => StepRoute::of::<NewEvidenceVerification>(
                "evidence_verify",
                "核实证据 / Verify evidence",
                "属实的计入确认所需的最低证据；规则重新评估。 / What is true counts towards the least evidence; the rules are applied again.",
            ),
            Step::PanelReferral => StepRoute::of::<NewPanelReferral>(
                "panel_refer",
                "提请评审 / Send to the panel",
                "疑难或者有争议的案件，须经评审通过方可拟确认。 / A complex or disputed case needs the panel's consent before an intended confirmation.",
            ),
            Step::PanelReview => StepRoute::of::<NewPanelReview>(
                "panel_review",
                "评审 / Record a panel review",
                "人数、构成、到会比例和票数须符合规定。 / Number, kinds, quorum and votes have to be as policy asks.",
            ),
            Step::Extension => StepRoute::of::<NewExtension>(
                "extend",
                "延长期限 / Extend the time",
                "仅在政策允许延长、期限未届满且未曾延长时。 / Only where the policy provides for it, once, and before the time is over.",
            ),
            Step::PositiveAssessment | Step::NegativeAssessment => StepRoute::of::<NewAssessment>(
                "assess",
                "作出拟确认或者拟不予确认的意见 / Form the intended opinion",
                "法定期限内作出；与规则建议不一致的须说明理由。 / Due within the statutory time; an opinion against what the rules propose says why.",
            ),
            Step::Publication => StepRoute::of::<NewPublication>(
                "publish",
                "公示 / Publish the notice",
                "次日为公示期第一日。 / The next day is its first.",
            ),
            Step::PublicationWaiver => StepRoute::of::<NewPublicationWaiver>(
                "publication_waive",
                "不予公示 / Leave the notice out",
                "为安全、保密或者保护未成年人，两名经办人决定；公示中的提前撤下。 / For safety, secrecy or the protection of a minor, by two officers; a notice that stands is taken down.",
            ),
            Step::Objection => StepRoute::of::<NewObjection>(
                "object",
                "登记异议 / Register an objection",
                "公示期内收到的异议；处理完毕之前不得确认。 / Received while the notice stands; nothing is confirmed before it is resolved.",
            ),
            Step::ObjectionRejection | Step::ObjectionUpholding => {
                StepRoute::of::<NewObjectionOutcome>(
                    "objection_resolve",
                    "处理异议 / Resolve an objection",
                    "成立的，案件重新审查。 / If it is right, the case is assessed again.",
                )
            }
            Step::Confirmation => StepRoute::of::<NewConfirmation>(
                "confirm",
                "确认 / Confirm",
                "公示期满无未处理的异议，两名经办人和基金会（协会）共同签署，发给证书。 / The notice has stood its time and no objection is open; two officers sign, and one of the foundation or association; a certificate is given.",
            ),
            Step::PriorNotice => StepRoute::of::<NewPriorNotice>(
                "prior_notice",
                "告知陈述申辩 / Tell the party before a refusal",
                "不予确认前须告知事实、理由和陈述申辩的权利。 / Before a refusal the party is told facts, reasons and the right to state its case.",
            ),
            Step::DefenceStatement => StepRoute::of::<NewDefenceStatement>(
                "defence_state",
                "陈述申辩 / State the party's case",
                "当事人陈述，或者放弃。 / The party states its case, or waives that.",
            ),
            Step::Refusal => StepRoute::of::<NewRefusal>(
                "refuse",
                "不予确认 / Refuse",
                "书面说明理由，两名经办人签署；当事人可以申请复核。 / In writing with reasons, by two officers; the parties may ask for reconfirmation.",
            ),
            Step::ReconfirmationRequest => StepRoute::of::<NewReconfirmation>(
                "reconfirmation_request",
                "申请复核 / Ask for reconfirmation",
                "收到不予确认决定后的法定期限内，向上一级提出。 / Within the statutory time after the refusal reached the party, to the next level.",
            ),
            Step::ReconfirmationWithdrawal => StepRoute::of::<NewReconfirmationWithdrawal>(
                "reconfirmation_withdraw",
                "撤回复核申请 / Take a request for reconfirmation back",
                "不予确认的决定继续有效。 / The refusal stands.",
            ),
            Step::ReconfirmationApproval | Step::ReconfirmationRefusal => {
                StepRoute::of::<NewReconfirmationDecision>(
                    "reconfirmation_decide",
                    "作出复核决定 / Decide on reconfirmation",
                    "上一级在法定期限内拟确认或者维持。 / The next level finds for the party or refuses too, within the statutory time.",
                )
            }
            Step::OutsideApproval | Step::OutsideRefusal => {
                StepRoute::of::<NewOutsideReconfirmationDecision>(
                    "outside_reconfirmation_record",
                    "登记上级复核决定 / Record a decision of the level above the city",
                    "上级机关不使用本服务的，由初次确认单位凭其文书登记。 / A level above the city does not work with this service: the body of first instance records what it decided.",
                )
            }
            Step::Revocation => StepRoute::of::<NewRevocation>(
                "revoke",
                "撤销确认 / Revoke a confirmation",
                "以欺骗取得的确认予以撤销。 / A confirmation that was obtained by deception is taken back.",
            ),
            Step::Reopening => StepRoute::of::<NewReopening>(
                "reopen",
                "重新启动 / Reopen",
                "出现新的事实时，市级可以重新启动已结案件。 / New facts let the city reopen a closed case.",
            ),
        }
    }

    fn example(step: AnyStep<Step>) -> &'static str {
        match step {
            AnyStep::Own(
                Step::Acceptance
                | Step::SupplementRequest
                | Step::Supplement
                | Step::BeneficiaryStatement
                | Step::Evidence
                | Step::EvidenceVerification
                | Step::PanelReferral
                | Step::PanelReview
                | Step::Extension,
            )
            | AnyStep::Shared(SharedStep::Recusal | SharedStep::Suspension) => ids::DEED,
            AnyStep::Own(Step::PositiveAssessment | Step::NegativeAssessment) => ids::DEED_PROVEN,
            AnyStep::Own(Step::Publication | Step::PublicationWaiver) => ids::DEED_INTENDED,
            AnyStep::Own(Step::Objection | Step::ObjectionRejection | Step::ObjectionUpholding)
            | AnyStep::Shared(SharedStep::Withdrawal) => ids::DEED_PUBLISHED,
            AnyStep::Own(Step::Confirmation | Step::Revocation)
            | AnyStep::Shared(SharedStep::Delivery) => ids::DEED_WAIVED,
            AnyStep::Own(Step::PriorNotice) => ids::DEED_DOUBTED,
            AnyStep::Own(Step::DefenceStatement | Step::Refusal | Step::Reopening)
            | AnyStep::Shared(SharedStep::Transfer) => ids::DEED_HEARD,
            AnyStep::Own(Step::ReconfirmationRequest) => ids::DEED_REFUSED,
            AnyStep::Own(Step::OutsideApproval | Step::OutsideRefusal) => ids::DEED_ASKED_ABOVE,
            AnyStep::Own(Step::ReconfirmationWithdrawal) => ids::DEED_REGRETTED,
            AnyStep::Own(Step::ReconfirmationApproval | Step::ReconfirmationRefusal) => {
                ids::DEED_APPEALED
            }
            AnyStep::Shared(SharedStep::Resumption) => ids::DEED_SUSPENDED,
            AnyStep::Shared(SharedStep::Designation) => ids::DEED_INQUIRED,
            AnyStep::Shared(SharedStep::TransferAcceptance) => ids::DEED_TRANSFERRED,
            AnyStep::Shared(SharedStep::TransferDispute) => ids::DEED_DISPUTED,
        }
    }
}

case_operations! {
    Deed, tag TAG, scope "deeds:read", file "事迹编号 / The deed's id",
    example ids::DEED, case ids::ACTOR, papers ids::DEED_PUBLISHED, ids::DOCUMENT;
    deed_action_list "/v1/deeds/{id}/actors/{actor_id}/actions" "deed_action_list";
    deed_history_list "/v1/deeds/{id}/history" "deed_history_list";
    deed_document_list "/v1/deeds/{id}/documents" "deed_document_list" "公示、确认、不予确认和复核决定各产生一份文书，作出后内容不再更改，失效的标明失效之日。 / A notice, a confirmation, a refusal and a decision on reconfirmation each create a document, of which the words never change afterwards; what is void says since when.";
    deed_document_get "/v1/deeds/{id}/documents/{document_id}" "deed_document_get";
}

/// Adds the operations of the procedure.
pub(super) fn configure(routes: &mut Routes<'_>) {
    configure_cases(routes);
}
