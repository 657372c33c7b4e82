//! Out-of-city recognition over HTTP.

use domain::out_of_city::{Act, Recognition, Step};
use domain::procedure::{Act as AnyAct, SharedStep, Step as AnyStep};
use persistence::audit::Change;

use super::bodies::{
    NewAuthenticityCheck, NewConfirmationFall, NewConfirmationReturn, NewHandover, NewKinAgreement,
    NewLifeCheck, NewLocalConfirmation, NewMissingConfirmation, NewNoticeWithdrawal,
    NewOriginApproval, NewOriginCheck, NewOriginClaim, NewRecognitionDecision,
    NewRecognitionRefusal, NewRecognitionRevocation, NewRecognitionSupplement, NewRedirection,
    NewRevocationNotice,
};
use super::redirected::redirected;
use super::view::RecognitionView;
use super::{Actor, RecognitionFile, TAG};
use crate::auth::Representation;
use crate::auth::permissions::{
    RecognitionsApply, RecognitionsCheck, RecognitionsDecide, RecognitionsRead,
};
use crate::commands::Acting;
use crate::contract::examples::ids;
use crate::deeds::bodies::{
    CaseAcceptance, NewDefenceStatement, NewPriorNotice, NewReopening, NewSupplementRequest,
};
use crate::problems::Problem;
use crate::procedure::{File, Served, StepRoute, case_operations};
use crate::routes::Routes;
use crate::services::Services;

impl Served for Recognition {
    const TAG: &'static str = TAG;
    const PATH: &'static str = "/v1/out-of-city-recognitions";
    const FILE: (&'static str, &'static str) = ("认定", "recognition");
    type Read = RecognitionsRead;
    type Report = RecognitionsApply;
    type Investigate = RecognitionsCheck;
    type Confirm = RecognitionsDecide;
    type View = RecognitionView;

    fn view(file: &RecognitionFile, cases: &[Actor], _: Representation) -> RecognitionView {
        RecognitionView::new(file, cases)
    }

    #[rustfmt::skip]
    fn route(step: Step) -> StepRoute<Self> {
        match step {
            Step::Acceptance => StepRoute::of::<CaseAcceptance>(
                "accept", "受理 / Accept",
                "材料可以核验的，予以受理。 / The application is complete enough to be checked."),
            Step::SupplementRequest => StepRoute::of::<NewSupplementRequest>(
                "supplement_request", "一次性告知补正 / Ask for what is missing",
                "须一次性告知，不得再次要求。 / All at once and only once."),
            Step::Supplement => StepRoute::of::<NewRecognitionSupplement>(
                "supplement", "补正 / Supplement",
                "材料已补交。 / What was missing was handed in."),
            Step::OriginClaim => StepRoute::of::<NewOriginClaim>(
                "origin_claim", "提交来源地依据 / Say why the person comes from the city",
                "依据种类见政策；规则重新评估。 / Policy says which reasons count; the rules are applied again."),
            Step::LocalConfirmation => StepRoute::of::<NewLocalConfirmation>(
                "local_confirmation_add", "提交当地确认文书 / Add the local confirmation",
                "写明出具单位及其所在地、类别、级别、文号和日期；规则重新评估。 / The issuer with its region, kind and level, the number and the day; the rules are applied again."),
            Step::NoLocalConfirmation => StepRoute::of::<NewMissingConfirmation>(
                "local_confirmation_missing", "登记当地未予确认 / Record that nobody confirmed the deed there",
                "可以转入来源地的普通确认程序。 / The deed may then go the way of ordinary confirmation at the county of origin."),
            Step::OriginCheck => StepRoute::of::<NewOriginCheck>(
                "origin_check", "核验来源地 / Check the origin",
                "与户籍等登记核对。 / It is compared with the register."),
            Step::LifeCheck => StepRoute::of::<NewLifeCheck>(
                "life_check", "核实生死 / Check whether the person lives",
                "已去世的为追授，证书由近亲属商定的一人领取。 / Of somebody who died the recognition is posthumous, and the next of kin agree on who receives the certificate."),
            Step::OriginApproval => StepRoute::of::<NewOriginApproval>(
                "origin_approve", "市级同意来源地 / Approve an origin",
                "仅凭出生地等须经市级同意的依据。 / Where policy makes an origin depend on the city, such as by birth alone."),
            Step::AuthenticityCheck => StepRoute::of::<NewAuthenticityCheck>(
                "authenticity_check", "核实当地确认文书 / Check the local confirmation",
                "向出具单位核实。 / Its issuer is asked."),
            Step::KinAgreement => StepRoute::of::<NewKinAgreement>(
                "kin_agree", "近亲属协商一致 / Record the agreement of the next of kin",
                "追授的证书由近亲属商定的一人领取。 / The certificate of somebody who died goes to the one on whom they agree."),
            Step::Recognition => StepRoute::of::<NewRecognitionDecision>(
                "recognise", "认定 / Recognise",
                "市级两名经办人和基金会（协会）共同签署，发给证书；当地已奖励的不影响认定。 / Two officers of the city sign, and one of the foundation or association; a certificate is given. A reward elsewhere does not bar it."),
            Step::RefusalNotice => StepRoute::of::<NewPriorNotice>(
                "refusal_notice", "告知拟不予认定 / Tell the party before a refusal",
                "告知事实、理由和陈述申辩的权利。 / The party is told facts, reasons and the right to state its case."),
            Step::RevocationNotice => StepRoute::of::<NewRevocationNotice>(
                "revocation_notice", "告知拟撤销认定 / Tell the party before a revocation",
                "告知事实、理由和陈述申辩的权利。 / The party is told facts, reasons and the right to state its case."),
            Step::DefenceStatement => StepRoute::of::<NewDefenceStatement>(
                "defence_state", "陈述申辩 / State the party's case",
                "当事人陈述，或者放弃。 / The party states its case, or waives that."),
            Step::NoticeWithdrawal => StepRoute::of::<NewNoticeWithdrawal>(
                "notice_withdraw", "撤回告知 / Withdraw the notice",
                "回到告知之前。 / The case returns to where it was before."),
            Step::Refusal => StepRoute::of::<NewRecognitionRefusal>(
                "refuse", "不予认定 / Refuse",
                "书面说明理由，市级两名经办人签署。 / In writing with reasons, by two officers of the city."),
            Step::ConfirmationFall => StepRoute::of::<NewConfirmationFall>(
                "confirmation_fall", "登记当地撤回确认 / Record the fall of the local confirmation",
                "认定暂停，复查后恢复或者告知拟撤销。 / The recognition is suspended until the confirmation is given again, or the party is told of an intended revocation."),
            Step::ConfirmationReturn => StepRoute::of::<NewConfirmationReturn>(
                "confirmation_return", "登记当地恢复确认 / Record that the local confirmation was given again",
                "回到暂停之前。 / The case returns to where it was before."),
            Step::Handover => StepRoute::of::<NewHandover>(
                "hand_over", "颁发证书 / Hand the certificate over",
                "追授的颁给近亲属商定的领取人。 / Of somebody who died, to whom the next of kin agreed on."),
            Step::Revocation => StepRoute::of::<NewRecognitionRevocation>(
                "revoke", "撤销认定 / Revoke",
                "须先告知并听取陈述申辩；证书自撤销之日失效。 / After the party was told and heard; the certificate is void from that day."),
            Step::Reopening => StepRoute::of::<NewReopening>(
                "reopen", "重新启动 / Reopen",
                "出现新的事实时，市级可以重新启动。 / New facts let the city reopen a refused or revoked recognition."),
            Step::Redirection => StepRoute::of::<NewRedirection>(
                "redirect", "转入普通确认程序 / Redirect to ordinary confirmation",
                "在来源地立为事迹，收到日期不变。 / A deed is opened at the county of origin, with the same day of receipt."),
        }
    }

    fn example(step: AnyStep<Step>) -> &'static str {
        match step {
            AnyStep::Own(
                Step::Acceptance
                | Step::SupplementRequest
                | Step::OriginClaim
                | Step::LocalConfirmation
                | Step::OriginCheck
                | Step::LifeCheck
                | Step::AuthenticityCheck,
            )
            | AnyStep::Shared(SharedStep::Recusal | SharedStep::Suspension) => ids::RECOGNITION,
            AnyStep::Own(Step::Supplement) | AnyStep::Shared(SharedStep::Designation) => {
                ids::RECOGNITION_ASKED
            }
            AnyStep::Own(Step::OriginApproval | Step::RefusalNotice)
            | AnyStep::Shared(SharedStep::Withdrawal) => ids::RECOGNITION_BORN_HERE,
            AnyStep::Own(Step::KinAgreement | Step::Handover)
            | AnyStep::Shared(SharedStep::Delivery) => ids::RECOGNISED,
            AnyStep::Own(Step::Recognition) => ids::RECOGNITION_CHECKED,
            AnyStep::Own(Step::ConfirmationFall | Step::RevocationNotice) => {
                ids::RECOGNISED_IN_DOUBT
            }
            AnyStep::Own(Step::DefenceStatement | Step::Refusal) => ids::RECOGNITION_TOLD,
            AnyStep::Own(Step::NoticeWithdrawal) | AnyStep::Shared(SharedStep::Transfer) => {
                ids::RECOGNITION_SPARED
            }
            AnyStep::Own(Step::ConfirmationReturn) => ids::RECOGNITION_FALLEN,
            AnyStep::Own(Step::Revocation) => ids::RECOGNITION_TO_REVOKE,
            AnyStep::Own(Step::Reopening) => ids::RECOGNITION_REFUSED,
            AnyStep::Own(Step::NoLocalConfirmation | Step::Redirection) => {
                ids::RECOGNITION_UNCONFIRMED
            }
            AnyStep::Shared(SharedStep::Resumption) => ids::RECOGNITION_SUSPENDED,
            AnyStep::Shared(SharedStep::TransferAcceptance) => ids::RECOGNITION_TRANSFERRED,
            AnyStep::Shared(SharedStep::TransferDispute) => ids::RECOGNITION_DISPUTED,
        }
    }

    fn executed(
        acting: &mut Acting<'_, '_>,
        services: &Services,
        file: &File<Self>,
        (places, act): (&[usize], &AnyAct<Self>),
    ) -> Result<Vec<Change>, Problem> {
        match act {
            AnyAct::Own(Act::Redirection { .. }) => redirected(acting, services, file, places),
            _ => Ok(Vec::new()),
        }
    }
}

case_operations! {
    Recognition, tag TAG, scope "recognitions:read", file "认定编号 / The recognition's id",
    example ids::RECOGNITION, case ids::RECOGNITION_CASE, papers ids::RECOGNISED, ids::RECOGNITION_CERTIFICATE;
    recognition_action_list "/v1/out-of-city-recognitions/{id}/actors/{actor_id}/actions" "recognition_action_list";
    recognition_history_list "/v1/out-of-city-recognitions/{id}/history" "recognition_history_list";
    recognition_document_list "/v1/out-of-city-recognitions/{id}/documents" "recognition_document_list" "认定和不予认定各产生一份文书，作出后内容不再更改，失效的标明失效之日。 / A recognition and a refusal each create a document, of which the words never change afterwards; what is void says since when.";
    recognition_document_get "/v1/out-of-city-recognitions/{id}/documents/{document_id}" "recognition_document_get";
}

/// Adds the operations of the procedure.
pub(super) fn configure(routes: &mut Routes<'_>) {
    configure_cases(routes);
}
