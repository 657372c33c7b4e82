//! The case of one person, with what was checked, told and decided.

use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use chrono::NaiveDate;
use domain::deeds::DefenceReply;
use domain::ids::{AttachmentId, CaseId, DeedId, PersonId, ReceiptId, RecognitionId};
use domain::out_of_city::{Check, Fall, KinAgreement, LocalConfirmation, PriorNotice, Recognition};
use domain::procedure::{Context, OutsideDocument};
use persistence::cases;
use serde::Serialize;
use serde_with::skip_serializing_none;
use utoipa::ToSchema;

use super::{Actor, TAG};
use crate::auth::Caller;
use crate::auth::permissions::RecognitionsRead;
use crate::contract::examples::ids;
use crate::deeds::SupplementRequestView;
use crate::http::Path;
use crate::problems::Problem;
use crate::procedure::context_of;
use crate::procedure::wire::{ClockView, DecidedView, HolderView, SuspensionView, TransferView};
use crate::procedure::words::StateCode;
use crate::services::Services;
use crate::wire::PartialDate;
use crate::words::{AuthorityLevelWord, IssuerKindWord, OriginBasisWord};

/// 查询行为人的认定 / Read the case of a person
///
/// 来源地依据、当地确认文书、核验、告知、决定和证书。每个期限附其算式，随日期推移而变，故不设 `ETag`。 / Origin, local confirmation, checks,
/// notices, decisions and certificate. Every clock comes with the arithmetic of its last day, so there is no `ETag`.
#[utoipa::path(
    tag = TAG,
    operation_id = "recognition_actor_get",
    security(("oauth2" = ["recognitions:read"])),
    extensions(("x-problem-codes" = json!(["policy_not_in_force"]))),
    params(
        ("id" = Uuid, Path, description = "认定编号 / The recognition's id", example = json!(ids::RECOGNITION)),
        ("actor_id" = Uuid, Path, description = "行为人编号 / The actor's id", example = json!(ids::RECOGNITION_CASE)),
    ),
    responses((status = 200, description = "案件 / The case", body = RecognitionCaseView)),
)]
#[get("/v1/out-of-city-recognitions/{id}/actors/{actor_id}")]
pub(super) async fn recognition_actor_get(
    caller: Caller<RecognitionsRead>,
    services: Data<Services>,
    Path((id, actor)): Path<(RecognitionId, CaseId)>,
) -> Result<HttpResponse, Problem> {
    let scope = caller.regions().clone();
    let one = services
        .store
        .read(move |reader| -> Result<_, Problem> {
            cases::find::<Recognition>(reader, &scope, id)?.ok_or_else(Problem::not_found)?;
            let mut all = cases::of_file::<Recognition>(reader, id)?.into_iter();
            all.find(|one| one.id == actor)
                .ok_or_else(Problem::not_found)
        })
        .await?;
    let today = services.store.clock().today();
    let context = context_of(services.policies.set(), &one.case, today, None)?;
    Ok(HttpResponse::Ok().json(RecognitionCaseView::new(&one, &context)))
}

/// 来源地依据 / Why the person comes from the city.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = RecognitionOrigin)]
struct OriginView {
    /// 依据；来源只称“某地籍”的没有 / What it rests on.
    basis: Option<OriginBasisWord>,
    /// 区划代码 / The place.
    region_code: String,
    /// 是否已有证明 / Whether a document that proves it is on file.
    proof_present: bool,
    /// 证明 / The proof.
    #[schema(value_type = Uuid)]
    attachment_id: Option<AttachmentId>,
}

/// 当地确认情况 / Whether and how the deed was confirmed where it happened.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = RecognitionConfirmation)]
struct ConfirmationView {
    /// 是否已确认 / Whether it was confirmed.
    confirmed: bool,
    /// 出具单位 / The issuer.
    issuer_name: Option<String>,
    /// 出具单位所在区划 / Its region.
    issuer_region_code: Option<String>,
    /// 出具单位类别 / Its kind.
    issuer_kind: Option<IssuerKindWord>,
    /// 出具单位级别 / Its level.
    issuer_level: Option<AuthorityLevelWord>,
    /// 文号 / The number.
    document_number: Option<String>,
    /// 出具日期 / The day.
    issued_on: Option<PartialDate>,
    /// 复印件 / The copy.
    #[schema(value_type = Uuid)]
    attachment_id: Option<AttachmentId>,
}

/// 核验 / What came of a check.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = RecognitionCheck)]
struct CheckView {
    /// 日期 / The day.
    on: NaiveDate,
    /// 是否属实 / Whether it bore out what was said.
    passed: bool,
    /// 说明 / How it was found.
    note: String,
}

/// 告知 / What the party was told before a refusal or a revocation, and answered.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = RecognitionNotice)]
struct NoticeView {
    /// 告知之日 / The day.
    notified_on: NaiveDate,
    /// 事实 / The facts.
    facts: String,
    /// 理由 / The reasons.
    reasons: String,
    /// 答复之日 / The day of the answer.
    answered_on: Option<NaiveDate>,
    /// 陈述；放弃的没有 / What the party said; absent where it waived that.
    statement: Option<String>,
    /// 撤回之日 / The day on which the body took it back.
    withdrawn_on: Option<NaiveDate>,
}

/// 外部文书 / A document of a body outside the service.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = RecognitionOutsideDocument)]
struct OutsideView {
    /// 机关 / The organ.
    organ: String,
    /// 文号 / The number.
    number: String,
    /// 日期 / The day.
    issued_on: NaiveDate,
    /// 复印件 / The copy.
    #[schema(value_type = Uuid)]
    attachment_id: Option<AttachmentId>,
}

/// 当地撤回确认 / A local confirmation that was taken back, and perhaps given again.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = RecognitionFall)]
struct FallView {
    /// 撤回文书 / The document that took it back.
    document: OutsideView,
    /// 理由 / Why.
    reason: String,
    /// 恢复文书 / The document that gave it again.
    returned: Option<OutsideView>,
}

/// 近亲属协商结果 / On whom the next of kin agreed.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = RecognitionKinAgreement)]
struct KinAgreementView {
    /// 领取人 / Who receives the certificate.
    recipient: String,
    /// 近亲属人数 / How many next of kin agreed.
    #[schema(minimum = 1)]
    kin: usize,
}

/// 一名行为人的认定 / The case of one person.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = RecognitionCase)]
pub(super) struct RecognitionCaseView {
    /// 行为人编号 / The actor's id.
    #[schema(value_type = Uuid)]
    id: CaseId,
    /// 认定 / The recognition.
    #[schema(value_type = Uuid)]
    recognition_id: RecognitionId,
    /// 人员档案编号 / The person's file.
    #[schema(value_type = Uuid)]
    person_id: PersonId,
    /// 由此转来的事迹 / The deed that it was taken over from.
    #[schema(value_type = Uuid)]
    deed_id: Option<DeedId>,
    /// 状态 / How far it has come.
    state: StateCode,
    /// 收到日期 / The legal day of receipt.
    received_on: NaiveDate,
    /// 承办单位 / The body that holds it now.
    holder: HolderView,
    /// 行为人是否已去世 / Whether the person has died.
    deceased: Option<bool>,
    /// 最近的评估凭据 / The newest receipt of the rules.
    #[schema(value_type = Uuid)]
    receipt_id: ReceiptId,
    /// 来源地依据 / Why the person comes from the city.
    origin: Vec<OriginView>,
    /// 当地确认情况，新的在后 / The local confirmation, newest last.
    local_confirmations: Vec<ConfirmationView>,
    /// 补正告知 / What was asked for.
    supplement_requests: Vec<SupplementRequestView>,
    /// 来源地核验 / Checks of the origin.
    origin_checks: Vec<CheckView>,
    /// 市级对来源地的意见；通过即同意 / Whether the city approved an origin that depends on it.
    origin_approvals: Vec<CheckView>,
    /// 生死核实；通过即已去世 / Checks of whether the person lives; passed where the person has died.
    life_checks: Vec<CheckView>,
    /// 当地确认文书核实 / Checks of the local confirmation.
    authenticity_checks: Vec<CheckView>,
    /// 告知 / Prior notices.
    notices: Vec<NoticeView>,
    /// 当地撤回确认 / Times at which the local confirmation fell.
    falls: Vec<FallView>,
    /// 近亲属协商结果 / On whom the next of kin agreed.
    kin_agreements: Vec<KinAgreementView>,
    /// 证书领取人 / Who received the certificate.
    handed_to: Option<String>,
    /// 重新启动之日 / The days on which it was reopened.
    reopened_on: Vec<NaiveDate>,
    /// 证书颁发之日 / The day on which the certificate was handed over.
    handed_on: Option<NaiveDate>,
    /// 期限 / Its clocks.
    clocks: Vec<ClockView>,
    /// 决定 / Written decisions.
    decisions: Vec<DecidedView>,
    /// 中止、暂停 / Times of waiting.
    suspensions: Vec<SuspensionView>,
    /// 移送 / Transfers to other bodies.
    transfers: Vec<TransferView>,
    /// 版本，本行为人的每个步骤加一 / One more with every step of this person.
    #[schema(minimum = 1, example = 1)]
    version: i64,
}

impl RecognitionCaseView {
    fn new(one: &Actor, context: &Context<'_, Recognition>) -> Self {
        let (case, record) = (&one.case, one.case.record());
        let clocks = case.clocks_now(context);
        Self {
            id: one.id,
            recognition_id: one.file,
            person_id: one.person,
            deed_id: record.deed,
            state: StateCode(case.state().as_str()),
            received_on: case.received_on(),
            holder: case.holder().into(),
            deceased: record.deceased,
            receipt_id: one.receipt_id,
            origin: record
                .origin
                .iter()
                .map(|(claim, proof)| OriginView {
                    basis: claim.basis.map(Into::into),
                    region_code: claim.region.to_string(),
                    proof_present: claim.proof_present,
                    attachment_id: *proof,
                })
                .collect(),
            local_confirmations: record.confirmations.iter().map(Into::into).collect(),
            supplement_requests: record.supplement_requests.iter().map(Into::into).collect(),
            origin_approvals: record.origin_approvals.iter().map(Into::into).collect(),
            life_checks: record.life_checks.iter().map(Into::into).collect(),
            origin_checks: record.origin_checks.iter().map(Into::into).collect(),
            authenticity_checks: record.authenticity_checks.iter().map(Into::into).collect(),
            notices: record.notices.iter().map(Into::into).collect(),
            falls: record.falls.iter().map(Into::into).collect(),
            kin_agreements: record.kin_agreements.iter().map(Into::into).collect(),
            handed_to: record.handed_to.last().map(|(name, _)| name.to_string()),
            reopened_on: record.reopenings.iter().map(|(on, _)| *on).collect(),
            handed_on: record.handed_to.last().map(|(_, on)| *on),
            clocks: clocks
                .iter()
                .map(|clock| ClockView::new(clock, context))
                .collect(),
            decisions: case.decisions().iter().map(Into::into).collect(),
            suspensions: case.suspensions().iter().map(Into::into).collect(),
            transfers: case.transfers().iter().map(Into::into).collect(),
            version: one.version,
        }
    }
}

impl From<&(LocalConfirmation, Option<AttachmentId>)> for ConfirmationView {
    fn from((confirmation, copy): &(LocalConfirmation, Option<AttachmentId>)) -> Self {
        let document = match confirmation {
            LocalConfirmation::Present(document) => Some(document),
            LocalConfirmation::Absent => None,
        };
        Self {
            confirmed: document.is_some(),
            issuer_name: document.and_then(|document| document.issuer_name.clone()),
            issuer_region_code: document
                .and_then(|document| document.issuer_region)
                .map(|region| region.to_string()),
            issuer_kind: document
                .and_then(|document| document.issuer_kind)
                .map(Into::into),
            issuer_level: document
                .and_then(|document| document.issuer_level)
                .map(Into::into),
            document_number: document.and_then(|document| document.document_number.clone()),
            issued_on: document.map(|document| document.issued_on.into()),
            attachment_id: *copy,
        }
    }
}

impl From<&Check> for CheckView {
    fn from(check: &Check) -> Self {
        Self {
            on: check.on,
            passed: check.passed,
            note: check.note.to_string(),
        }
    }
}

impl From<&PriorNotice> for NoticeView {
    fn from(notice: &PriorNotice) -> Self {
        Self {
            notified_on: notice.notified_on,
            facts: notice.facts.to_string(),
            reasons: notice.reasons.to_string(),
            answered_on: notice.reply.as_ref().map(|(_, on)| *on),
            statement: notice.reply.as_ref().and_then(|(reply, _)| match reply {
                DefenceReply::Stated(text) => Some(text.to_string()),
                DefenceReply::Waived => None,
            }),
            withdrawn_on: notice.withdrawn.as_ref().map(|(_, on)| *on),
        }
    }
}

impl From<&OutsideDocument> for OutsideView {
    fn from(document: &OutsideDocument) -> Self {
        Self {
            organ: document.organ.to_string(),
            number: document.number.to_string(),
            issued_on: document.issued.on,
            attachment_id: document.copy,
        }
    }
}

impl From<&Fall> for FallView {
    fn from(fall: &Fall) -> Self {
        Self {
            document: (&fall.document).into(),
            reason: fall.reason.to_string(),
            returned: fall.returned.as_ref().map(Into::into),
        }
    }
}

impl From<&KinAgreement> for KinAgreementView {
    fn from(agreement: &KinAgreement) -> Self {
        Self {
            recipient: agreement.recipient.to_string(),
            kin: agreement.kin.len(),
        }
    }
}
