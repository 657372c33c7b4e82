//! Applications as they are sent and shown.

use chrono::{DateTime, NaiveDate, Utc};
use domain::deeds::eligibility::Filer;
use domain::error::FieldErrors;
use domain::identity::{CitizenNumber, PersonName, PhoneNumber};
use domain::ids::{ApplicationId, DeedId, RecognitionId};
use domain::intake::{Applicant, Application, Filing, ToldActor, handled_by};
use domain::regions::{RegionCode, RegionTree};
use domain::text::{Line, Paragraphs};
use persistence::intake::Earlier;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;
use utoipa::ToSchema;
use validator::Validate;

use super::progress::ProgressView;
use crate::auth::Representation;
use crate::http::{BoundedParagraphs, BoundedText, Page};
use crate::problems::Problem;
use crate::wire::{self, PartialDate, Place, past_date};
use crate::words::{ActTypeWord, FilerWord, IntakeStateWord};

domain::faults! {
    struct OwnMotionByCitizen = "own_motion_by_citizen",
        "依职权立案不由公众提出", "Only the confirming body opens a case by itself.";
}

/// 公众申请或者举荐 / Somebody's own application, or a recommendation.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "applicant": { "filer": "close_relative", "name": "测试申请人", "phone": "19900000002" },
    "actors": [{ "name": "测试行为人", "citizen_number": "371502199001010012" }],
    "act_types": ["rescue"],
    "occurred_on": { "precision": "day", "value": "2026-10-08" },
    "place": { "region_code": "371502" },
    "summary": "测试：行为人跳入河中，\n救起一名落水儿童。",
    "beneficiaries": ["测试受益人"]
}))]
pub(in crate::intake) struct NewApplication {
    /// 申请人或者举荐人 / Who applies or recommends.
    #[validate(nested)]
    applicant: NewApplicant,
    /// 行为人，一名或者多名 / The actors, one or more.
    #[validate(length(min = 1, max = 20), nested)]
    #[schema(min_items = 1, max_items = 20)]
    actors: Vec<NewToldActor>,
    /// 行为类型 / What was done.
    #[serde(default)]
    #[validate(length(max = 4))]
    #[schema(max_items = 4, value_type = BTreeSet<ActTypeWord>)]
    act_types: Vec<ActTypeWord>,
    /// 行为发生日期 / When it happened.
    #[validate(nested)]
    occurred_on: Option<PartialDate>,
    /// 行为发生地 / Where it happened.
    #[validate(nested)]
    place: Option<Place>,
    /// 行为人户籍所在县（市、区）；行为发生在本市以外时据以确定由谁办理 / The county of the actor's household register: for a deed outside the city it decides who handles it.
    #[validate(nested)]
    home_region_code: Option<BoundedText<3, 6>>,
    /// 事迹 / What was done, in words.
    #[validate(nested)]
    summary: BoundedParagraphs<1, 2000>,
    /// 受益人 / Who was helped.
    #[serde(default)]
    #[validate(length(max = 100))]
    #[schema(max_items = 100, value_type = Vec<BoundedText<1, 100>>)]
    beneficiaries: Vec<String>,
}

/// 申请人或者举荐人 / Who applies or recommends.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewApplicant {
    /// 类别；依职权的除外 / What the applicant is; the body's own motion is none of these.
    filer: FilerWord,
    /// 姓名 / The name.
    #[validate(nested)]
    name: BoundedText<1, 100>,
    /// 电话 / A telephone number.
    #[validate(nested)]
    phone: BoundedText<1, 30>,
}

/// 申请中的行为人 / An actor, as the applicant tells of one.
#[derive(Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewToldActor {
    /// 姓名 / The name.
    #[validate(nested)]
    name: BoundedText<1, 100>,
    /// 公民身份号码，知道的填写 / The citizen number, if known.
    #[validate(nested)]
    citizen_number: Option<BoundedText<1, 30>>,
}

impl NewApplication {
    /// The application and the region that handles it, or every fault at once.
    pub(in crate::intake) fn parse(
        &self,
        today: NaiveDate,
        city: RegionCode,
    ) -> Result<(Application, RegionCode), Problem> {
        let (home, application) = wire::read(|errors| {
            let home = self.home_region_code.as_deref();
            let home = errors.optional("/home_region_code", home, RegionCode::parse);
            Some((home, self.read(today, errors)?))
        })?;
        let place = application.place.as_ref();
        let region = handled_by(place, home.as_ref(), RegionTree::current(), city);
        Ok((application, region))
    }

    fn read(&self, today: NaiveDate, errors: &mut FieldErrors) -> Option<Application> {
        let applicant = self.applicant.parse(errors);
        errors.distinct("/act_types", &self.act_types);
        let actors = self.actors.iter().enumerate();
        let actors: Vec<_> = actors
            .filter_map(|(index, actor)| actor.parse(index, today, errors))
            .collect();
        let occurred_on = past_date(self.occurred_on.as_ref(), "/occurred_on", today, errors);
        let place = self.place.as_ref();
        let place = place.and_then(|place| place.parse("/place", errors));
        let summary = errors.take("/summary", Paragraphs::parse(&self.summary));
        let beneficiaries =
            errors.each("/beneficiaries", &self.beneficiaries, Line::parse_unmasked);
        Some(Application {
            applicant: applicant?,
            actors,
            act_types: self.act_types.iter().map(|word| word.0).collect(),
            occurred_on,
            place,
            summary: summary?,
            beneficiaries,
        })
    }
}

impl NewApplicant {
    fn parse(&self, errors: &mut FieldErrors) -> Option<Applicant> {
        let filer = self.filer.0;
        if filer == Filer::OwnMotion {
            errors.push("/applicant/filer", &OwnMotionByCitizen);
        }
        let name = errors.take("/applicant/name", PersonName::parse(&self.name));
        let phone = errors.take("/applicant/phone", PhoneNumber::parse(&self.phone));
        Some(Applicant {
            filer,
            name: name?,
            phone: phone?,
        })
    }
}

impl NewToldActor {
    fn parse(&self, index: usize, today: NaiveDate, errors: &mut FieldErrors) -> Option<ToldActor> {
        let name = errors.take(
            format!("/actors/{index}/name"),
            PersonName::parse(&self.name),
        );
        let citizen_number = errors.optional(
            format!("/actors/{index}/citizen_number"),
            self.citizen_number.as_deref(),
            |number| {
                let number = CitizenNumber::parse(number)?;
                number.check_registrable(today).map(|()| number)
            },
        );
        Some(ToldActor {
            name: name?,
            citizen_number,
        })
    }
}

/// 公众申请 / An application from the public.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Application)]
pub(crate) struct ApplicationView {
    /// 登记号 / Its number.
    #[schema(value_type = Uuid)]
    id: ApplicationId,
    /// 状态 / Its state.
    state: IntakeStateWord,
    /// 办理的区划 / The region that handles it.
    #[schema(value_type = String, example = "371502")]
    region_code: RegionCode,
    /// 收到日期 / The legal day of receipt.
    received_on: NaiveDate,
    /// 敏感信息是否已遮盖 / Whether sensitive data is masked.
    masked: bool,
    /// 申请人或者举荐人 / Who applies or recommends.
    applicant: ApplicantView,
    /// 行为人；只承办其中部分行为人的，不给出公民身份号码 / The actors, as the applicant tells of them; without citizen numbers for who sees only the cases of some of them.
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
    #[schema(value_type = Vec<String>)]
    beneficiaries: Vec<Line<100>>,
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
            region_code: filing.region,
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
            beneficiaries: content.beneficiaries.clone(),
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
