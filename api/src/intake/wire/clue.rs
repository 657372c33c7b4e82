//! Clues as they are sent and shown.

use chrono::{DateTime, NaiveDate, Utc};
use domain::error::FieldErrors;
use domain::identity::{PersonName, PhoneNumber};
use domain::ids::{ApplicationId, ClueId, DeedId};
use domain::intake::{Clue, Contact, Filing, handled_by};
use domain::regions::{RegionCode, RegionTree};
use domain::text::Paragraphs;
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
use crate::words::{IntakeStateWord, NotPursuedWord};

/// 线索 / A clue.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "text": "测试线索：听说有人在河边救起一名落水儿童，\n没有留下姓名。",
    "occurred_on": { "precision": "month", "value": "2026-10" },
    "place": { "region_code": "371502" },
    "contact": { "name": "测试知情人", "phone": "19900000003" }
}))]
pub(in crate::intake) struct NewClue {
    /// 所见所闻 / What somebody saw or heard.
    #[validate(nested)]
    text: BoundedParagraphs<1, 2000>,
    /// 何时 / When.
    #[validate(nested)]
    occurred_on: Option<PartialDate>,
    /// 何地 / Where.
    #[validate(nested)]
    place: Option<Place>,
    /// 联系方式，愿意提供的填写 / Whom to ask, if you wish to be asked.
    #[validate(nested)]
    contact: Option<NewContact>,
}

/// 线索的联系方式 / Whom to ask about a clue.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewClueContact)]
struct NewContact {
    /// 姓名 / The name.
    #[validate(nested)]
    name: Option<BoundedText<1, 100>>,
    /// 电话 / A telephone number.
    #[validate(nested)]
    phone: BoundedText<1, 30>,
}

impl NewClue {
    /// The clue and the region that handles it, or every fault at once.
    pub(in crate::intake) fn parse(
        &self,
        today: NaiveDate,
        city: RegionCode,
    ) -> Result<(Clue, RegionCode), Problem> {
        let clue = wire::read(|errors| self.read(today, errors))?;
        let region = handled_by(clue.place.as_ref(), None, RegionTree::current(), city);
        Ok((clue, region))
    }

    fn read(&self, today: NaiveDate, errors: &mut FieldErrors) -> Option<Clue> {
        let text = errors.take("/text", Paragraphs::parse(&self.text));
        let occurred_on = past_date(self.occurred_on.as_ref(), "/occurred_on", today, errors);
        let place = self.place.as_ref();
        let place = place.and_then(|place| place.parse("/place", errors));
        let contact = self.contact.as_ref();
        let contact = contact.and_then(|contact| contact.parse(errors));
        Some(Clue {
            text: text?,
            occurred_on,
            place,
            contact,
        })
    }
}

impl NewContact {
    fn parse(&self, errors: &mut FieldErrors) -> Option<Contact> {
        let name = errors.optional("/contact/name", self.name.as_deref(), PersonName::parse);
        let phone = errors.take("/contact/phone", PhoneNumber::parse(&self.phone))?;
        Some(Contact { name, phone })
    }
}

/// 线索 / A clue from the public.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Clue)]
pub(crate) struct ClueView {
    /// 线索号 / Its number.
    #[schema(value_type = Uuid)]
    id: ClueId,
    /// 状态 / Its state.
    state: IntakeStateWord,
    /// 办理的区划 / The region that handles it.
    #[schema(value_type = String, example = "371502")]
    region_code: RegionCode,
    /// 收到日期 / The legal day of receipt.
    received_on: NaiveDate,
    /// 敏感信息是否已遮盖 / Whether sensitive data is masked.
    masked: bool,
    /// 所见所闻 / What somebody saw or heard.
    text: String,
    /// 何时 / When.
    occurred_on: PartialDate,
    /// 何地；不详时没有 / Where; absent where not stated.
    place: Option<Place>,
    /// 联系方式；没有留下时没有 / Whom to ask; absent where not stated.
    contact: Option<ContactView>,
    /// 经过，旧的在前 / What happened, oldest first.
    progress: Vec<ProgressView>,
    /// 不予跟进的理由 / Why it is not pursued.
    not_pursued_reason: Option<NotPursuedWord>,
    /// 所立或者所并入的事迹 / The deed that it became or was joined to.
    #[schema(value_type = Uuid)]
    deed_id: Option<DeedId>,
    /// 可能相关的在先事迹 / Earlier deeds of the region that it may tell of.
    #[schema(value_type = Vec<Uuid>)]
    likely_deed_ids: Vec<DeedId>,
    /// 可能相关的在先申请 / Earlier applications to the region that may tell of the same deed.
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

/// 线索的联系方式 / Whom to ask about a clue.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ClueContact)]
struct ContactView {
    /// 姓名 / The name.
    name: Option<String>,
    /// 电话；遮盖时只留首末两位 / A telephone number; first and last character when masked.
    #[schema(example = "1*********3")]
    phone: String,
}

impl ClueView {
    pub(in crate::intake) fn new(
        filing: &Filing<Clue>,
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
            text: content.text.to_string(),
            occurred_on: content.occurred_on.into(),
            place: content.place.as_ref().map(Into::into),
            contact: content
                .contact
                .as_ref()
                .map(|contact| ContactView::new(contact, representation)),
            progress: filing.progress.iter().map(Into::into).collect(),
            not_pursued_reason: filing.dismissal.map(Into::into),
            deed_id: filing.deed,
            likely_deed_ids: earlier.deeds.iter().copied().collect(),
            likely_application_ids: earlier.applications.iter().copied().collect(),
            version: filing.version,
            created_at: filing.created_at,
            updated_at: filing.updated_at,
        }
    }
}

impl ContactView {
    fn new(contact: &Contact, representation: Representation) -> Self {
        Self {
            name: contact.name.as_ref().map(ToString::to_string),
            phone: representation.text(&contact.phone, PhoneNumber::masked, PhoneNumber::expose),
        }
    }
}

/// 一页线索 / A page of clues.
pub(in crate::intake) type CluePage = Page<ClueView>;
