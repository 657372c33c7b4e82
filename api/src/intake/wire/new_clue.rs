use chrono::NaiveDate;
use domain::error::FieldErrors;
use domain::identity::{PersonName, PhoneNumber};
use domain::intake::{Clue, Contact, handled_by};
use domain::regions::{RegionCode, RegionTree};
use domain::text::Paragraphs;
use serde::Deserialize;
use utoipa::ToSchema;
use validator::Validate;

use crate::problems::Problem;
use crate::wire::{PartialDate, Place, past_date};

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
    #[validate(length(min = 1, max = 2000))]
    #[schema(min_length = 1, max_length = 2000)]
    text: String,
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
    #[validate(length(min = 1, max = 100))]
    #[schema(min_length = 1, max_length = 100)]
    name: Option<String>,
    /// 电话 / A telephone number.
    #[validate(length(min = 1, max = 30))]
    #[schema(min_length = 1, max_length = 30)]
    phone: String,
}

impl NewClue {
    /// The clue and the region that handles it, or every fault at once.
    pub(in crate::intake) fn parse(
        &self,
        today: NaiveDate,
        city: RegionCode,
    ) -> Result<(Clue, RegionCode), Problem> {
        let mut errors = FieldErrors::new();
        let text = errors.take("/text", Paragraphs::parse(&self.text));
        let occurred_on = past_date(
            self.occurred_on.as_ref(),
            "/occurred_on",
            today,
            &mut errors,
        );
        let place = self.place.as_ref();
        let place = place.and_then(|place| place.parse("/place", &mut errors));
        let contact = self.contact.as_ref();
        let contact = contact.and_then(|contact| contact.parse(&mut errors));
        errors.into_result().map_err(Problem::invalid_data)?;
        let text = text.ok_or_else(|| Problem::internal("a clue without a fault was not read"))?;
        let region = handled_by(place.as_ref(), None, RegionTree::builtin(), city);
        let clue = Clue {
            text,
            occurred_on,
            place,
            contact,
        };
        Ok((clue, region))
    }
}

impl NewContact {
    fn parse(&self, errors: &mut FieldErrors) -> Option<Contact> {
        let name = self.name.as_deref();
        let name = name.and_then(|name| errors.take("/contact/name", PersonName::parse(name)));
        let phone = errors.take("/contact/phone", PhoneNumber::parse(&self.phone))?;
        Some(Contact { name, phone })
    }
}
