//! The case as it is sent.

use chrono::NaiveDate;
use domain::error::FieldErrors;
use domain::identity::PersonName;
use domain::studios::{Consent, GroupName, HeldHonour, StudioNameFacts};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::http::whole_number;
use crate::problems::Problem;
use crate::wire::{case_day, line};
use crate::words::{ConsentGiverWord, HonourLevelWord};

/// 英模的一项荣誉 / An honour of the leader.
#[derive(Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
struct HonourHeld {
    /// 级别 / Its level.
    level: HonourLevelWord,
    /// 是否已被撤销 / Whether it was revoked.
    revoked: bool,
}

/// 对使用姓名的意见 / What somebody said about the use of the name.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
struct ConsentSaid {
    /// 是否同意 / Yes or no.
    given: bool,
    /// 谁的意见 / Who said so.
    by: ConsentGiverWord,
}

/// 以群体命名 / The group whose name the studio is to carry.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
struct GroupNamed {
    /// 群体名称 / The name under which it is known.
    #[validate(length(min = 1, max = 100))]
    #[schema(min_length = 1, max_length = 100)]
    name: String,
    /// 市级是否同意；未定时不填 / Whether the city approved; left out while it has not decided.
    city_approval: Option<bool>,
}

/// 工作室名称案件；未写的事实视为不详 / A studio that is to be named; what is left out is not known.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "proposed_name": "见义勇为测试甲英模工作室",
    "leader_name": "测试甲",
    "honours": [{ "level": "municipal", "revoked": false }],
    "deceased": false,
    "consent": { "given": true, "by": "leader" },
    "existing_studios": 0,
    "name_taken": false,
    "proposed_on": "2024-09-01"
}))]
pub(super) struct StudioNameCase {
    /// 拟用名称 / The name as proposed.
    #[validate(length(min = 1, max = 100))]
    #[schema(min_length = 1, max_length = 100)]
    proposed_name: Option<String>,
    /// 英模的登记姓名 / The leader's name as it is registered.
    #[validate(length(min = 1, max = 50))]
    #[schema(min_length = 1, max_length = 50)]
    leader_name: Option<String>,
    /// 以群体命名时填写 / The group, if the studio is to carry its name.
    #[validate(nested)]
    group: Option<GroupNamed>,
    /// 英模的荣誉 / Honours of the leader.
    #[validate(length(max = 50), nested)]
    #[schema(max_items = 50)]
    honours: Option<Vec<HonourHeld>>,
    /// 英模是否已去世 / Whether the leader has died.
    deceased: Option<bool>,
    /// 对使用姓名的意见 / Consent to the use of the name.
    #[validate(nested)]
    consent: Option<ConsentSaid>,
    /// 已以其命名的工作室数 / Studios that carry the hero's name already.
    #[serde(default, deserialize_with = "whole_number")]
    #[validate(range(max = 1000))]
    #[schema(minimum = 0, maximum = 1000)]
    existing_studios: Option<u32>,
    /// 是否已有同名工作室 / Whether another studio has the proposed name.
    name_taken: Option<bool>,
    /// 提出日期，即案件日期；不填则为今天 / The day of the proposal, which is the day of the case; today if left out.
    #[schema(format = Date)]
    proposed_on: Option<String>,
}

impl StudioNameCase {
    /// The facts, or every fault of the case at once.
    pub(super) fn parse(&self, today: NaiveDate) -> Result<StudioNameFacts, Problem> {
        let mut errors = FieldErrors::new();
        let facts = StudioNameFacts {
            proposed_name: line(self.proposed_name.as_deref(), "/proposed_name", &mut errors),
            leader_name: self
                .leader_name
                .as_deref()
                .and_then(|name| errors.take("/leader_name", PersonName::parse(name))),
            group: self.group.as_ref().and_then(|group| {
                Some(GroupName {
                    name: line(Some(&group.name), "/group/name", &mut errors)?,
                    city_approval: group.city_approval,
                })
            }),
            honours: self.honours(),
            deceased: self.deceased,
            consent: self.consent.as_ref().map(|consent| Consent {
                given: consent.given,
                by: consent.by.0,
            }),
            existing_studios: self.existing_studios,
            name_taken: self.name_taken,
            proposed_on: case_day(
                self.proposed_on.as_deref(),
                "/proposed_on",
                today,
                &mut errors,
            ),
        };
        errors.into_result().map_err(Problem::invalid_data)?;
        Ok(facts)
    }

    fn honours(&self) -> Option<Vec<HeldHonour>> {
        let held = |honour: &HonourHeld| HeldHonour {
            level: honour.level.0,
            revoked: honour.revoked,
        };
        Some(self.honours.as_ref()?.iter().map(held).collect())
    }
}
