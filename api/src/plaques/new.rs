//! A plaque as it is registered.

use chrono::NaiveDate;
use domain::ids::{HouseholdId, PersonId};
use domain::procedure::{FiledBy, Reason};
use domain::text::{Line, Paragraphs};
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;
use utoipa::ToSchema;
use validator::Validate;

use crate::contract::examples::ids;
use crate::http::{BoundedParagraphs, BoundedText};
use crate::problems::Problem;
use crate::wire::{case_day, read};

/// 牌面 / What stands on a plaque besides the names.
#[skip_serializing_none]
#[derive(Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "text": "见义勇为光荣之家" }))]
pub(super) struct PlaqueInscription {
    /// 牌面文字；不填则依政策 / The text; that of the policy if left out.
    #[validate(nested)]
    pub(super) text: Option<BoundedText<1, 60>>,
}

/// 登记光荣牌 / A plaque to be registered.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "household_id": ids::HOUSEHOLD, "hero_ids": [ids::HOUSEHOLD_HERO] }))]
pub(super) struct NewPlaque {
    /// 家庭，须在您的辖区之内 / The household, within your regions.
    #[validate(length(max = 36))]
    #[schema(format = Uuid)]
    household_id: String,
    /// 牌面人员：该家庭中持有有效荣誉的成员 / Whose names it bears: members of the household with an honour that stands.
    #[validate(length(min = 1, max = 20))]
    #[schema(min_items = 1, max_items = 20, value_type = BTreeSet<uuid::Uuid>)]
    hero_ids: Vec<String>,
    /// 牌面文字；不填则依政策 / The text; that of the policy if left out.
    #[validate(nested)]
    text: Option<BoundedText<1, 60>>,
    /// 是否由家庭申请；否则依职权登记 / Whether the family asked for it; otherwise it is registered of the body's own motion.
    #[serde(default)]
    asked_by_family: bool,
    /// 登记事由发生之日；不填则为今天 / The day on which it came in; today if left out.
    #[schema(format = Date)]
    received_on: Option<String>,
    /// 迟于规定工作日登记的理由 / Why it is entered after more than the working days of the policy.
    #[validate(nested)]
    backdating_reason: Option<BoundedParagraphs<1, 2000>>,
}

/// A plaque to be registered, parsed.
#[derive(Debug, Clone)]
pub(crate) struct Registered {
    pub(crate) household: HouseholdId,
    pub(crate) heroes: Vec<PersonId>,
    pub(crate) text: Option<Line<60>>,
    pub(crate) filed_by: FiledBy,
    pub(crate) received_on: NaiveDate,
    pub(crate) late_because: Option<Reason>,
}

impl NewPlaque {
    /// The plaque, or every fault of it at once.
    pub(super) fn parse(&self, today: NaiveDate) -> Result<Registered, Problem> {
        read(|errors| {
            let household = errors.take("/household_id", self.household_id.parse());
            let heroes = errors.set("/hero_ids", &self.hero_ids, str::parse);
            let text = errors.optional("/text", self.text.as_deref(), Line::parse);
            let received_on = case_day(self.received_on.as_deref(), "/received_on", today, errors);
            let reason = self.backdating_reason.as_deref();
            let late_because = errors.optional("/backdating_reason", reason, Paragraphs::parse);
            Some(Registered {
                household: household?,
                heroes: heroes.into_iter().collect(),
                text,
                filed_by: if self.asked_by_family {
                    FiledBy::Actor
                } else {
                    FiledBy::OwnMotion
                },
                received_on: received_on?,
                late_because,
            })
        })
    }
}
