//! The steps over HTTP.

use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use domain::ids::DeedId;

use super::bodies::{
    CaseAcceptance, NewAssessment, NewBeneficiaryStatement, NewConfirmation, NewDelivery,
    NewDesignation, NewEvidence, NewEvidenceVerification, NewHearing, NewHearingStatement,
    NewObjection, NewObjectionOutcome, NewPanelReferral, NewPanelReview, NewPublication,
    NewPublicationSkip, NewReconfirmation, NewReconfirmationDecision, NewReconfirmationWithdrawal,
    NewRecusal, NewRefusal, NewRestoration, NewResumption, NewRevocation, NewSupplement,
    NewSupplementRequest, NewSuspension, NewTransfer, NewTransferAcceptance, NewTransferDispute,
    NewWithdrawal,
};
use super::take::take;
use crate::auth::Caller;
use crate::auth::permissions::{DeedsConfirm, DeedsInvestigate, DeedsReport};
use crate::commands::Command;
use crate::contract::parameters::{CommandHeaders, CommandQuery};
use crate::deeds::TAG;
use crate::deeds::wire::DeedView;
use crate::demo::ids;
use crate::http::{Body, Path};
use crate::problems::Problem;
use crate::routes::Routes;
use crate::state::State;

/// One operation for each step: texts, path, operation id, scope, body, and the deed of its example.
macro_rules! steps {
    ($($(#[$text:meta])+ $name:ident $path:tt $id:tt $permission:ident $scope:tt $body:ident $example:ident;)+) => {
        $(
            $(#[$text])+
            #[utoipa::path(
                tag = TAG,
                operation_id = $id,
                security(("oauth2" = [$scope])),
                extensions(("x-problem-codes" = json!(["step_not_possible", "policy_not_in_force"]))),
                params(
                    ("id" = Uuid, Path, description = "事迹编号 / The deed's id", example = json!(ids::$example)),
                    CommandHeaders, CommandQuery,
                ),
                request_body = $body,
                responses(
                    (status = 201, description = "办理后的事迹 / The deed after the step", body = DeedView,
                        headers(("Location" = String, description = "事迹的地址 / The deed's address"),
                                ("ETag" = String, description = "供 If-None-Match 使用 / For `If-None-Match`"))),
                ),
            )]
            #[post($path)]
            async fn $name(
                caller: Caller<$permission>,
                state: Data<State>,
                Path(id): Path<DeedId>,
                command: Command,
                body: Body<$body>,
            ) -> Result<HttpResponse, Problem> {
                take(&caller, state, id, command, &body).await
            }
        )+

        /// Adds the operations.
        pub(in crate::deeds) fn configure(routes: &mut Routes<'_>) {
            routes$(.service($name))+;
        }
    };
}

steps! {
    /// 受理 / Accept
    ///
    /// 材料齐全，进入审查核实。 / The case is complete enough to be looked into.
    deed_accept "/v1/deeds/{id}/acceptance" "deed_accept" DeedsInvestigate "deeds:investigate" CaseAcceptance DEED;
    /// 提交证据 / Add evidence
    ///
    /// 证据种类见条例第十二条；提交后规则重新评估。 / The kinds are those of article 12 of the regulation; the rules are applied anew.
    deed_evidence_add "/v1/deeds/{id}/evidence" "deed_evidence_add" DeedsReport "deeds:report" NewEvidence DEED;
    /// 核实证据 / Verify evidence
    ///
    /// 属实的计入确认所需的最低证据；规则重新评估。 / What is true counts towards the least evidence; the rules are applied anew.
    deed_evidence_verify "/v1/deeds/{id}/evidence-verifications" "deed_evidence_verify" DeedsInvestigate "deeds:investigate" NewEvidenceVerification DEED;
    /// 记录受益人作证情况 / Note a beneficiary's statement
    ///
    /// 受益人有作证的义务；拒绝的也予记录。 / Beneficiaries have to testify; a refusal is noted as well.
    deed_statement_add "/v1/deeds/{id}/beneficiary-statements" "deed_statement_add" DeedsInvestigate "deeds:investigate" NewBeneficiaryStatement DEED;
    /// 回避 / Recuse
    ///
    /// 此人不得再办理本案，也不得参加评审。 / That person may no longer work on the case or sit on its panel.
    deed_recuse "/v1/deeds/{id}/recusals" "deed_recuse" DeedsInvestigate "deeds:investigate" NewRecusal DEED;
    /// 提请评审 / Send to the panel
    ///
    /// 疑难或者有争议的案件，须经评审通过方可拟确认。 / A complex or disputed case needs the panel's consent before an intended confirmation.
    deed_panel_refer "/v1/deeds/{id}/panel-referrals" "deed_panel_refer" DeedsInvestigate "deeds:investigate" NewPanelReferral DEED;
    /// 评审 / Record a panel review
    ///
    /// 人数、构成、到会比例和票数须符合规定。 / Number, kinds, quorum and votes have to be as policy asks.
    deed_panel_review "/v1/deeds/{id}/panel-reviews" "deed_panel_review" DeedsInvestigate "deeds:investigate" NewPanelReview DEED;
    /// 作出拟确认或者拟不予确认的意见 / Form the intended opinion
    ///
    /// 法定期限内作出；与规则建议不一致的须说明理由。 / Due within the statutory time; an opinion against what the rules propose says why.
    deed_assess "/v1/deeds/{id}/assessment" "deed_assess" DeedsInvestigate "deeds:investigate" NewAssessment DEED_PROVEN;
    /// 公示 / Publish the notice
    ///
    /// 次日为公示期第一日。 / The next day is its first.
    deed_publish "/v1/deeds/{id}/publication" "deed_publish" DeedsConfirm "deeds:confirm" NewPublication DEED_INTENDED;
    /// 不予公示 / Leave the notice out
    ///
    /// 为安全、保密或者保护未成年人，两名经办人决定；公示中的提前撤下。 / For safety, secrecy or the protection of a minor, by two officers; a notice that stands is taken down.
    deed_publication_skip "/v1/deeds/{id}/publication-skip" "deed_publication_skip" DeedsConfirm "deeds:confirm" NewPublicationSkip DEED_INTENDED;
    /// 登记异议 / Register an objection
    ///
    /// 公示期内收到的异议；处理完毕之前不得确认。 / Received while the notice stands; nothing is confirmed before it is resolved.
    deed_object "/v1/deeds/{id}/objections" "deed_object" DeedsReport "deeds:report" NewObjection DEED_PUBLISHED;
    /// 处理异议 / Resolve an objection
    ///
    /// 成立的，案件重新审查。 / If it is right, the case is assessed anew.
    deed_objection_resolve "/v1/deeds/{id}/objection-outcomes" "deed_objection_resolve" DeedsInvestigate "deeds:investigate" NewObjectionOutcome DEED_PUBLISHED;
    /// 确认 / Confirm
    ///
    /// 公示期满无未处理的异议，两名经办人和基金会（协会）共同签署，发给证书。 / The notice has stood its time and no objection is open; two officers sign, and one of the foundation or association; a certificate is given.
    deed_confirm "/v1/deeds/{id}/confirmation" "deed_confirm" DeedsConfirm "deeds:confirm" NewConfirmation DEED_SKIPPED;
    /// 告知陈述申辩 / Tell the party before a refusal
    ///
    /// 不予确认前须告知事实、理由和陈述申辩的权利。 / Before a refusal the party is told facts, reasons and the right to state its case.
    deed_hearing_open "/v1/deeds/{id}/hearings" "deed_hearing_open" DeedsInvestigate "deeds:investigate" NewHearing DEED_DOUBTED;
    /// 陈述申辩 / State the party's case
    ///
    /// 当事人陈述，或者放弃。 / The party states its case, or waives that.
    deed_hearing_answer "/v1/deeds/{id}/hearing-statements" "deed_hearing_answer" DeedsReport "deeds:report" NewHearingStatement DEED_HEARD;
    /// 不予确认 / Refuse
    ///
    /// 书面说明理由，两名经办人签署；当事人可以申请复核。 / In writing with reasons, by two officers; the parties may ask for reconfirmation.
    deed_refuse "/v1/deeds/{id}/refusal" "deed_refuse" DeedsConfirm "deeds:confirm" NewRefusal DEED_HEARD;
    /// 送达 / Deliver a decision
    ///
    /// 当事人的期限自送达之日起算。 / The time of a party runs from the day of delivery.
    deed_deliver "/v1/deeds/{id}/deliveries" "deed_deliver" DeedsInvestigate "deeds:investigate" NewDelivery DEED_SKIPPED;
    /// 申请复核 / Ask for reconfirmation
    ///
    /// 收到不予确认决定后的法定期限内，向上一级提出。 / Within the statutory time after the refusal reached the party, to the next level.
    deed_reconfirmation_request "/v1/deeds/{id}/reconfirmations" "deed_reconfirmation_request" DeedsReport "deeds:report" NewReconfirmation DEED_REFUSED;
    /// 撤回复核申请 / Take a request for reconfirmation back
    ///
    /// 不予确认的决定继续有效。 / The refusal stands.
    deed_reconfirmation_withdraw "/v1/deeds/{id}/reconfirmation-withdrawals" "deed_reconfirmation_withdraw" DeedsReport "deeds:report" NewReconfirmationWithdrawal DEED_REGRETTED;
    /// 作出复核决定 / Decide on reconfirmation
    ///
    /// 上一级在法定期限内拟确认或者维持。 / The next level finds for the party or refuses too, within the statutory time.
    deed_reconfirmation_decide "/v1/deeds/{id}/reconfirmation-decisions" "deed_reconfirmation_decide" DeedsConfirm "deeds:confirm" NewReconfirmationDecision DEED_APPEALED;
    /// 撤销确认 / Revoke a confirmation
    ///
    /// 以欺骗取得的确认予以撤销。 / A confirmation that was obtained by deception is taken back.
    deed_revoke "/v1/deeds/{id}/revocation" "deed_revoke" DeedsConfirm "deeds:confirm" NewRevocation DEED_SKIPPED;
    /// 重新启动 / Reopen
    ///
    /// 出现新的事实时，市级可以重新启动已结案件。 / New facts let the city reopen a closed case.
    deed_restore "/v1/deeds/{id}/restoration" "deed_restore" DeedsConfirm "deeds:confirm" NewRestoration DEED_HEARD;
    /// 一次性告知补正 / Ask for what is missing
    ///
    /// 须一次性告知，不得再次要求；等待期间是否计入确认期限依规则。 / All at once and only once; policy says whether the wait counts towards the time for the opinion.
    deed_supplement_request "/v1/deeds/{id}/supplement-requests" "deed_supplement_request" DeedsInvestigate "deeds:investigate" NewSupplementRequest DEED;
    /// 补正 / Supplement
    ///
    /// 材料已补交。 / What was missing was handed in.
    deed_supplement "/v1/deeds/{id}/supplements" "deed_supplement" DeedsReport "deeds:report" NewSupplement DEED;
    /// 中止 / Suspend
    ///
    /// 等待其他机关的结论；期限是否中止依规则。 / Another body's finding is waited for; policy says which clocks pause.
    deed_suspend "/v1/deeds/{id}/suspension" "deed_suspend" DeedsInvestigate "deeds:investigate" NewSuspension DEED;
    /// 恢复 / Resume
    ///
    /// 回到中止前的状态。 / The case returns to the state before.
    deed_resume "/v1/deeds/{id}/resumption" "deed_resume" DeedsInvestigate "deeds:investigate" NewResumption DEED_SUSPENDED;
    /// 移送 / Transfer
    ///
    /// 移送有管辖权的单位；接收后由其承办。 / To the body that is competent, which holds it once it has taken it.
    deed_transfer "/v1/deeds/{id}/transfer" "deed_transfer" DeedsInvestigate "deeds:investigate" NewTransfer DEED_HEARD;
    /// 提出管辖争议 / Dispute a transfer
    ///
    /// 由市级指定。 / The city then names the body.
    deed_transfer_dispute "/v1/deeds/{id}/transfer-dispute" "deed_transfer_dispute" DeedsInvestigate "deeds:investigate" NewTransferDispute DEED_DISPUTED;
    /// 接收移送 / Accept a transfer
    ///
    /// 案件回到移送前的状态。 / The case returns to the state before the transfer.
    deed_transfer_accept "/v1/deeds/{id}/transfer-acceptance" "deed_transfer_accept" DeedsInvestigate "deeds:investigate" NewTransferAcceptance DEED_TRANSFERRED;
    /// 指定管辖 / Designate the body
    ///
    /// 市级指定承办单位。 / The city names the body that holds the case.
    deed_designate "/v1/deeds/{id}/designation" "deed_designate" DeedsConfirm "deeds:confirm" NewDesignation DEED_INQUIRED;
    /// 撤回 / Withdraw
    ///
    /// 申请人或者举荐人撤回；依职权启动的不能撤回。 / By whoever applied or recommended; a case that the body opened by itself cannot be withdrawn.
    deed_withdraw "/v1/deeds/{id}/withdrawal" "deed_withdraw" DeedsReport "deeds:report" NewWithdrawal DEED_PUBLISHED;
}
