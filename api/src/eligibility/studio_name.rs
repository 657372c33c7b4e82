//! Whether a studio may carry the name.

use std::collections::BTreeSet;

use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use chrono::NaiveDate;
use domain::error::{Coded as _, FieldErrors};
use domain::identity::{PersonName, usual_dots};
use domain::ids::PersonId;
use domain::people::PersonError;
use domain::policy::PolicySet;
use domain::receipts::Facts;
use domain::studios::{Consent, GroupName, HeldHonour, StudioNameFacts};
use persistence::{RegionScope, people};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use super::answer_known;
use super::on_file::Known;
use crate::auth::Caller;
use crate::auth::permissions::RulesEvaluate;
use crate::commands::{Acting, Command};
use crate::contract::parameters::{CommandHeaders, CommandQuery};
use crate::http::{Body, BoundedText, whole_number};
use crate::problems::Problem;
use crate::receipts::ReceiptView;
use crate::services::Services;
use crate::studios::stored_facts;
use crate::wire::read;
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
    #[validate(nested)]
    name: BoundedText<1, 100>,
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
struct StudioNameCase {
    /// 英模的人员档案编号，须在您的辖区之内；姓名、生死、荣誉、已有工作室和名称是否被使用即以档案为准，不再填写 / The leader's file, within your
    /// regions: name, life, honours, other studios and whether the name is taken are then those on file, and left out.
    #[validate(length(max = 36))]
    #[schema(format = Uuid)]
    person_id: Option<String>,
    /// 拟用名称 / The name as proposed.
    #[validate(nested)]
    proposed_name: Option<BoundedText<1, 100>>,
    /// 英模的登记姓名 / The leader's name as it is registered.
    #[validate(nested)]
    leader_name: Option<BoundedText<1, 50>>,
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

domain::faults! {
    struct OnFile = "known_from_file",
        "已填 person_id 的，以档案为准，不再填写", "With person_id this is known from what is on file: leave it out.";
}

impl StudioNameCase {
    /// The leader's file, where the caller names one instead of telling what stands in it.
    fn leader(&self, errors: &mut FieldErrors) -> Option<PersonId> {
        let id = self.person_id.as_deref()?;
        for (told, pointer) in [
            (self.leader_name.is_some(), "/leader_name"),
            (self.honours.is_some(), "/honours"),
            (self.deceased.is_some(), "/deceased"),
            (self.existing_studios.is_some(), "/existing_studios"),
            (self.name_taken.is_some(), "/name_taken"),
        ] {
            if told {
                errors.push(pointer, &OnFile);
            }
        }
        errors.take("/person_id", id.parse())
    }

    /// The facts; what cannot be read is noted among the errors.
    fn facts(&self, today: NaiveDate, errors: &mut FieldErrors) -> StudioNameFacts {
        StudioNameFacts {
            proposed_name: line(self.proposed_name.as_deref(), "/proposed_name", errors)
                .map(|name| usual_dots(&name)),
            leader_name: self
                .leader_name
                .as_deref()
                .and_then(|name| errors.take("/leader_name", PersonName::parse(name))),
            group: self.group.as_ref().and_then(|group| {
                Some(GroupName {
                    name: line(Some(&group.name), "/group/name", errors)?,
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
            proposed_on: case_day(self.proposed_on.as_deref(), "/proposed_on", today, errors),
        }
    }

    fn honours(&self) -> Option<Vec<HeldHonour>> {
        let held = |honour: &HonourHeld| HeldHonour {
            level: honour.level.0,
            revoked: honour.revoked,
        };
        Some(self.honours.as_ref()?.iter().map(held).collect())
    }
}

/// 评估工作室名称 / Evaluate the name of a studio
///
/// 依规则 STUDIO-LEADER 和 STUDIO-NAME 逐条说明：英模的荣誉、同意、每人一个工作室、名称格式与唯一性；
/// 名称不合格式时给出规范名称。 / Explains by the rules STUDIO-LEADER and STUDIO-NAME: honour held, consent,
/// one studio for a hero, pattern and uniqueness of the name; where the name does not fit, it gives the
/// right one.
#[utoipa::path(
    security(("oauth2" = ["rules:evaluate"])),
    params(CommandHeaders, CommandQuery),
    request_body = StudioNameCase,
    extensions(("x-problem-codes" = json!(["policy_not_in_force"]))),
    responses(
        (status = 201, description = "凭据 / The receipt", body = ReceiptView,
            headers(("Location" = String, description = "凭据的地址 / Its address"))),
    ),
)]
#[post("/v1/eligibility/studio-name")]
pub(super) async fn eligibility_studio_name(
    caller: Caller<RulesEvaluate>,
    services: Data<Services>,
    command: Command,
    body: Body<StudioNameCase>,
) -> Result<HttpResponse, Problem> {
    let today = services.store.clock().today();
    let told = read(|errors| {
        let leader = body.value.leader(errors);
        Some((leader, body.value.facts(today, errors)))
    });
    answer_known(
        &caller,
        services,
        command,
        &body.raw,
        told,
        |acting, scope, policies, (leader, facts)| {
            let Some(leader) = *leader else {
                return Ok(Known::stated(Facts::StudioName(facts.clone())));
            };
            let facts = on_file(acting, policies.set(), (scope, leader), facts.clone())?;
            Ok(Known {
                facts: Facts::StudioName(facts),
                from_files: FROM_FILES.map(str::to_owned).to_vec(),
            })
        },
    )
    .await
}

/// What comes from what is on file, by the names of the facts.
const FROM_FILES: [&str; 5] = [
    "leader_name",
    "honours",
    "deceased",
    "existing_studios",
    "name_taken",
];

/// The facts with what stands in the leader's file and elsewhere.
fn on_file(
    acting: &mut Acting<'_, '_>,
    policies: &PolicySet,
    (scope, leader): (&RegionScope, PersonId),
    facts: StudioNameFacts,
) -> Result<StudioNameFacts, Problem> {
    let reached = people::reachable(acting.tx, scope, &BTreeSet::from([leader]))?;
    let unknown = || Problem::from(PersonError::Unknown.at("/person_id"));
    if !reached.contains(&leader) {
        return Err(unknown());
    }
    stored_facts(acting.tx, policies, leader, facts)?.ok_or_else(unknown)
}
