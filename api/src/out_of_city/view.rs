//! A recognition as it is answered, and the case of one person with what was checked, announced and
//! decided.

use chrono::{DateTime, NaiveDate, Utc};
use domain::ids::{AttachmentId, CaseId, DeedId, PersonId, ReceiptId, RecognitionId};
use domain::out_of_city::Recognition as RecognitionProcedure;
use domain::out_of_city::{
    Check, ConfirmationDocument, Fall, KinAgreement, LocalConfirmation, OriginClaim, PriorNotice,
    Recognition,
};
use domain::procedure::Context;

use super::{Actor, RecognitionFile};
use crate::contract::view;
use crate::deeds::{SupplementRequestView, stated};
use crate::http::Page;
use crate::procedure::Seen;
use crate::procedure::wire::{
    ClockView, DecidedView, GivenUpView, HolderView, IdentityChangeView, OutsideDocumentView,
    OutsideFindingView, OutsideTransferView, SuspensionView, TransferView,
};
use crate::procedure::words::StateCode;
use crate::wire::{PartialDate, Place};
use crate::words::{ActTypeWord, AuthorityLevelWord, FilerWord, IssuerKindWord, OriginBasisWord};

view! {
    /// 行为人 / A person of a recognition.
    #[schema(as = RecognitionActorSummary)]
    ActorSummary of one: &Actor {
        /// 行为人编号 / The actor's id.
        #[schema(value_type = Uuid)]
        id: CaseId = one.id,
        /// 人员档案编号 / The person's file.
        #[schema(value_type = Uuid)]
        person_id: PersonId = one.person,
        /// 状态 / The state of the case.
        state: StateCode = StateCode(one.case.state().as_str()),
        /// 承办单位所在区划 / The region of the body that holds it.
        holder_region: String = one.case.holder().region.to_string(),
        /// 最近的评估凭据 / The newest receipt of the rules.
        #[schema(value_type = Uuid)]
        receipt_id: ReceiptId = one.receipt_id,
    }
}

view! {
    /// 市域外见义勇为认定 / The recognition of people for a deed elsewhere.
    #[schema(as = Recognition)]
    pub(crate) RecognitionView of (file, seen): (&RecognitionFile, &Seen<RecognitionProcedure>) {
        /// 编号 / Its id.
        #[schema(value_type = Uuid)]
        id: RecognitionId = file.id,
        /// 初次受理单位所在区划 / The region of the body of first instance.
        region_code: String = file.region.to_string(),
        /// 收到日期 / The legal day of receipt.
        received_on: NaiveDate = file.received_on,
        /// 申请人或者举荐人类别 / Who brought it.
        filer: FilerWord = file.subject.filer.into(),
        /// 行为类型 / What was done.
        act_types: Vec<ActTypeWord> = file.subject.act_types.iter().copied().map(Into::into).collect(),
        /// 行为发生日期 / When it happened.
        occurred_on: PartialDate = file.subject.occurred_on.into(),
        /// 行为发生地 / Where it happened.
        place: Option<Place> = file.subject.place.as_ref().map(Into::into),
        /// 事迹 / What was done, in words.
        summary: String = file.subject.summary.to_string(),
        /// 行为人 / The people, in the order of the application.
        actors: Vec<ActorSummary> = seen.cases.iter().map(Into::into).collect(),
        /// 由其他单位承办而不向您显示的人数 / How many other people there are, whose cases others hold and you do not see.
        #[schema(minimum = 0, example = 0)]
        other_actors: usize = seen.others,
        /// 版本，每个步骤加一 / One more with every step.
        #[schema(minimum = 1, example = 1)]
        version: i64 = file.version,
        /// 申请时间 / When it was applied for.
        created_at: DateTime<Utc> = file.created_at,
        /// 最近步骤的时间 / When the last step was taken.
        updated_at: DateTime<Utc> = file.updated_at,
    }
}

/// 一页认定 / A page of recognitions.
pub(super) type RecognitionPage = Page<RecognitionView>;

view! {
    /// 来源地依据 / The claim that the person comes from the city.
    #[schema(as = RecognitionOrigin)]
    OriginView of (claim, proof): &(OriginClaim, Option<AttachmentId>) {
        /// 依据；来源只称“某地籍”的没有 / The basis of the claim.
        basis: Option<OriginBasisWord> = claim.basis.map(Into::into),
        /// 区划代码 / The place.
        region_code: String = claim.region.to_string(),
        /// 是否已有证明 / Whether a document that proves it is on file.
        proof_present: bool = claim.proof_present,
        /// 证明 / The proof.
        #[schema(value_type = Uuid)]
        attachment_id: Option<AttachmentId> = *proof,
    }
}

view! {
    /// 当地确认情况 / Whether and how the deed was confirmed where it happened.
    #[schema(as = RecognitionConfirmation)]
    ConfirmationView of (document, copy): (Option<&ConfirmationDocument>, Option<AttachmentId>) {
        /// 是否已确认 / Whether it was confirmed.
        confirmed: bool = document.is_some(),
        /// 出具单位 / The issuer.
        issuer_name: Option<String> = document.and_then(|it| it.issuer_name.clone()),
        /// 出具单位所在区划 / Its region.
        issuer_region_code: Option<String> = document.and_then(|it| it.issuer_region).map(|region| region.to_string()),
        /// 出具单位类别 / Its kind.
        issuer_kind: Option<IssuerKindWord> = document.and_then(|it| it.issuer_kind).map(Into::into),
        /// 出具单位级别 / Its level.
        issuer_level: Option<AuthorityLevelWord> = document.and_then(|it| it.issuer_level).map(Into::into),
        /// 文号 / The number.
        document_number: Option<String> = document.and_then(|it| it.document_number.clone()),
        /// 出具日期 / The day.
        issued_on: Option<PartialDate> = document.map(|it| it.issued_on.into()),
        /// 是否附有复印件 / Whether a copy is on file.
        copy_attached: bool = document.is_some_and(|it| it.copy_attached),
        /// 是否已被撤回，申请时所述 / Whether the issuer took it back, as the applicant said.
        withdrawn: Option<bool> = document.and_then(|it| it.withdrawn),
        /// 复印件 / The copy.
        #[schema(value_type = Uuid)]
        attachment_id: Option<AttachmentId> = copy,
    }
}

fn confirmation(
    (confirmation, copy): &(LocalConfirmation, Option<AttachmentId>),
) -> ConfirmationView {
    let document = match confirmation {
        LocalConfirmation::Present(document) => Some(document),
        LocalConfirmation::Absent => None,
    };
    (document, *copy).into()
}

view! {
    /// 核验 / The result of a check.
    #[schema(as = RecognitionCheck)]
    CheckView of check: &Check {
        /// 日期 / The day.
        on: NaiveDate = check.on,
        /// 是否属实 / Whether the claim was proven.
        passed: bool = check.passed,
        /// 说明 / How it was found.
        note: String = check.note.to_string(),
    }
}

view! {
    /// 生死核实 / The result of checking whether the person lives.
    #[schema(as = RecognitionLifeCheck)]
    LifeCheckView of check: &Check {
        /// 日期 / The day.
        on: NaiveDate = check.on,
        /// 是否已去世 / Whether the person has died.
        deceased: bool = check.passed,
        /// 说明 / How it was found.
        note: String = check.note.to_string(),
    }
}

view! {
    /// 告知 / The prior notice before a refusal or a revocation, and the answer.
    #[schema(as = RecognitionNotice)]
    pub(crate) NoticeView of notice: &PriorNotice {
        /// 告知之日 / The day.
        notified_on: NaiveDate = notice.notified_on,
        /// 事实 / The facts.
        facts: String = notice.facts.to_string(),
        /// 理由 / The reasons.
        reasons: String = notice.reasons.to_string(),
        /// 答复之日 / The day of the answer.
        answered_on: Option<NaiveDate> = notice.reply.as_ref().map(|(_, on)| *on),
        /// 陈述；放弃的没有 / The statement; absent if waived.
        statement: Option<String> = stated(notice.reply.as_ref()),
        /// 撤回之日 / The day on which the body withdrew it.
        withdrawn_on: Option<NaiveDate> = notice.withdrawn.as_ref().map(|(_, on)| *on),
    }
}

view! {
    /// 当地撤回确认 / The withdrawal of a local confirmation, and perhaps its return.
    #[schema(as = RecognitionFall)]
    FallView of fall: &Fall {
        /// 撤回文书 / The document of the withdrawal.
        document: OutsideDocumentView = (&fall.document).into(),
        /// 理由 / Why.
        reason: String = fall.reason.to_string(),
        /// 恢复文书 / The document of the return.
        returned: Option<OutsideDocumentView> = fall.returned.as_ref().map(Into::into),
    }
}

view! {
    /// 近亲属协商结果 / The agreement of the next of kin.
    #[schema(as = RecognitionKinAgreement)]
    pub(crate) KinAgreementView of agreement: &KinAgreement {
        /// 领取人 / Who receives the certificate.
        recipient: String = agreement.recipient.to_string(),
        /// 近亲属人数 / How many next of kin agreed.
        #[schema(minimum = 1)]
        kin: usize = agreement.kin.len(),
    }
}

view! {
    /// 一名行为人的认定 / The case of one person.
    #[schema(as = RecognitionCase)]
    pub(super) RecognitionCaseView of (one, deed, context): (&Actor, Option<DeedId>, &Context<'_, Recognition>) {
        /// 行为人编号 / The actor's id.
        #[schema(value_type = Uuid)]
        id: CaseId = one.id,
        /// 认定 / The recognition.
        #[schema(value_type = Uuid)]
        recognition_id: RecognitionId = one.file,
        /// 人员档案编号 / The person's file.
        #[schema(value_type = Uuid)]
        person_id: PersonId = one.person,
        /// 由此转来的事迹，仅当您可以查阅 / The deed that it was taken over from, if you may read that.
        #[schema(value_type = Uuid)]
        deed_id: Option<DeedId> = deed,
        /// 状态 / The state of the case.
        state: StateCode = StateCode(one.case.state().as_str()),
        /// 收到日期 / The legal day of receipt.
        received_on: NaiveDate = one.case.received_on(),
        /// 承办单位 / The body that holds it now.
        holder: HolderView = one.case.holder().into(),
        /// 行为人是否已去世 / Whether the person has died.
        deceased: Option<bool> = one.case.record().deceased,
        /// 最近的评估凭据 / The newest receipt of the rules.
        #[schema(value_type = Uuid)]
        receipt_id: ReceiptId = one.receipt_id,
        /// 来源地依据 / The claim that the person comes from the city.
        origin: Vec<OriginView> = one.case.record().origin.iter().map(Into::into).collect(),
        /// 当地确认情况，新的在后 / The local confirmation, newest last.
        local_confirmations: Vec<ConfirmationView> = one.case.record().confirmations.iter().map(confirmation).collect(),
        /// 补正告知 / Requests for missing material.
        supplement_requests: Vec<SupplementRequestView> = one.case.record().supplement_requests.iter().map(Into::into).collect(),
        /// 来源地核验 / Checks of the origin.
        origin_checks: Vec<CheckView> = one.case.record().origin_checks.iter().map(Into::into).collect(),
        /// 市级对来源地的意见；通过即同意 / Whether the city approved an origin that depends on it.
        origin_approvals: Vec<CheckView> = one.case.record().origin_approvals.iter().map(Into::into).collect(),
        /// 生死核实 / Checks of whether the person lives.
        life_checks: Vec<LifeCheckView> = one.case.record().life_checks.iter().map(Into::into).collect(),
        /// 当地确认文书核实 / Checks of the local confirmation.
        authenticity_checks: Vec<CheckView> = one.case.record().authenticity_checks.iter().map(Into::into).collect(),
        /// 告知 / Prior notices.
        notices: Vec<NoticeView> = one.case.record().notices.iter().map(Into::into).collect(),
        /// 当地撤回确认 / Withdrawals of the local confirmation.
        falls: Vec<FallView> = one.case.record().falls.iter().map(Into::into).collect(),
        /// 近亲属协商结果 / The agreement of the next of kin.
        kin_agreements: Vec<KinAgreementView> = one.case.record().kin_agreements.iter().map(Into::into).collect(),
        /// 证书是否为追授 / Whether the certificate is a posthumous one.
        posthumous: Option<bool> = one.case.record().posthumous,
        /// 证书领取人 / Who received the certificate.
        handed_to: Option<String> = one.case.record().handed_to.last().map(|(name, _)| name.to_string()),
        /// 重新启动之日 / The days on which it was reopened.
        reopened_on: Vec<NaiveDate> = one.case.record().reopenings.iter().map(|(on, _)| *on).collect(),
        /// 证书颁发之日 / The day on which the certificate was handed over.
        handed_on: Option<NaiveDate> = one.case.record().handed_to.last().map(|(_, on)| *on),
        /// 期限 / Its clocks.
        clocks: Vec<ClockView> = ClockView::all(&one.case, context),
        /// 决定 / Written decisions.
        decisions: Vec<DecidedView> = one.case.decisions().iter().map(Into::into).collect(),
        /// 中止 / Times of waiting.
        suspensions: Vec<SuspensionView> = one.case.suspensions().iter().map(Into::into).collect(),
        /// 移送 / Transfers to other bodies.
        transfers: Vec<TransferView> = one.case.transfers().iter().map(Into::into).collect(),
        /// 外部单位的文书 / What outside bodies found.
        outside_findings: Vec<OutsideFindingView> = one.case.outside_findings().iter().map(Into::into).collect(),
        /// 当事人的撤回和放弃 / What the party took back or gave up.
        given_up: Vec<GivenUpView> = one.case.given_up().iter().map(Into::into).collect(),
        /// 公示或者发证后对身份信息的更正 / Corrections of whom the case is about, since a notice or certificate names the person.
        identity_changes: Vec<IdentityChangeView> = one.case.identity_changes().iter().map(Into::into).collect(),
        /// 移送市外单位 / Transfers to bodies outside the service.
        outside_transfers: Vec<OutsideTransferView> = one.case.outside_transfers().iter().map(Into::into).collect(),
        /// 版本，本行为人的每个步骤加一 / One more with every step of this person.
        #[schema(minimum = 1, example = 1)]
        version: i64 = one.version,
    }
}
