use chrono::{DateTime, NaiveDate, Utc};
use domain::identity::{CitizenNumber, PhoneNumber};
use domain::ids::{ApplicationId, DeedId, RecognitionId};
use domain::intake::{Application, Filing, ToldActor};
use persistence::intake::Earlier;
use serde::Serialize;
use serde_with::skip_serializing_none;
use utoipa::ToSchema;

use super::progress::ProgressView;
use crate::auth::Representation;
use crate::http::Page;
use crate::wire::{PartialDate, Place};
use crate::words::{ActTypeWord, FilerWord, IntakeStateWord};

/// 公众申请 / An application from the public.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Application)]
pub(crate) struct ApplicationView {
    /// 登记号 / Its number.
    #[schema(value_type = Uuid)]
    id: ApplicationId,
    /// 状态 / Where it stands.
    state: IntakeStateWord,
    /// 办理的区划 / The region that handles it.
    #[schema(example = "371502")]
    region_code: String,
    /// 收到日期 / The legal day of receipt.
    received_on: NaiveDate,
    /// 敏感信息是否已遮盖 / Whether sensitive data is masked.
    masked: bool,
    /// 申请人或者举荐人 / Who applies or recommends.
    applicant: ApplicantView,
    /// 行为人 / The actors, as the applicant tells of them.
    actors: Vec<ToldActorView>,
    /// 行为类型 / What was done.
    act_types: Vec<ActTypeWord>,
    /// 行为发生日期 / When it happened.
    occurred_on: PartialDate,
    /// 行为发生地；不详时没有 / Where it happened; absent where not stated.
    place: Option<Place>,
    /// 事迹 / What was done, in words.
    summary: String,
    /// 受益人 / Who was helped.
    beneficiaries: Vec<String>,
    /// 经过，旧的在前 / What happened, oldest first.
    progress: Vec<ProgressView>,
    /// 所立或者所并入的事迹 / The deed that it became or was joined to.
    #[schema(value_type = Uuid)]
    deed_id: Option<DeedId>,
    /// 转为的市域外认定 / The recognition that it became, where the deed was done elsewhere.
    #[schema(value_type = Uuid)]
    recognition_id: Option<RecognitionId>,
    /// 可能是同一事迹的在先事迹 / Earlier deeds of the region that may be the same.
    #[schema(value_type = Vec<Uuid>)]
    likely_deed_ids: Vec<DeedId>,
    /// 可能是同一事迹的在先申请 / Earlier applications to the region that may tell of the same deed.
    #[schema(value_type = Vec<Uuid>)]
    likely_application_ids: Vec<ApplicationId>,
    /// 版本，每次更新加一 / One more with every change.
    #[schema(minimum = 1, example = 1)]
    version: i64,
    /// 收到时间 / When it came in.
    created_at: DateTime<Utc>,
    /// 最近更新时间 / When it last changed.
    updated_at: DateTime<Utc>,
}

/// 申请人或者举荐人 / Who applies or recommends.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Applicant)]
struct ApplicantView {
    /// 类别 / What the applicant is.
    filer: FilerWord,
    /// 姓名 / The name.
    name: String,
    /// 电话；遮盖时只留首末两位 / A telephone number; first and last character when masked.
    #[schema(example = "1*********2")]
    phone: String,
}

/// 申请中的行为人 / An actor, as the applicant tells of one.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ToldActor)]
struct ToldActorView {
    /// 姓名 / The name.
    name: String,
    /// 公民身份号码；遮盖时只留首末两位 / The citizen number; first and last character when masked.
    #[schema(example = "3****************2")]
    citizen_number: Option<String>,
}

impl ApplicationView {
    pub(in crate::intake) fn new(
        filing: &Filing<Application>,
        earlier: &Earlier,
        representation: Representation,
    ) -> Self {
        let content = &filing.content;
        Self {
            id: filing.id,
            state: filing.state.into(),
            region_code: filing.region.to_string(),
            received_on: filing.received_on,
            masked: representation == Representation::Masked,
            applicant: ApplicantView {
                filer: content.applicant.filer.into(),
                name: content.applicant.name.to_string(),
                phone: representation.text(
                    &content.applicant.phone,
                    PhoneNumber::masked,
                    PhoneNumber::expose,
                ),
            },
            actors: content
                .actors
                .iter()
                .map(|actor| ToldActorView::new(actor, representation))
                .collect(),
            act_types: content.act_types.iter().copied().map(Into::into).collect(),
            occurred_on: content.occurred_on.into(),
            place: content.place.as_ref().map(Into::into),
            summary: content.summary.to_string(),
            beneficiaries: content
                .beneficiaries
                .iter()
                .map(ToString::to_string)
                .collect(),
            progress: filing.progress.iter().map(Into::into).collect(),
            deed_id: filing.deed,
            recognition_id: filing.recognition,
            likely_deed_ids: earlier.deeds.iter().copied().collect(),
            likely_application_ids: earlier.applications.iter().copied().collect(),
            version: filing.version,
            created_at: filing.created_at,
            updated_at: filing.updated_at,
        }
    }
}

impl ToldActorView {
    fn new(actor: &ToldActor, representation: Representation) -> Self {
        let show =
            |number| representation.text(number, CitizenNumber::masked, CitizenNumber::expose);
        Self {
            name: actor.name.to_string(),
            citizen_number: actor.citizen_number.as_ref().map(show),
        }
    }
}

/// 一页公众申请 / A page of applications.
pub(in crate::intake) type ApplicationPage = Page<ApplicationView>;
