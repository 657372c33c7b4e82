//! Corrections of what a nomination says, until its round publishes it or it is decided.

use actix_web::web::Data;
use actix_web::{HttpResponse, patch};
use domain::commendations::{Commendation, Nomination, TierFacts};
use domain::error::FieldErrors;
use domain::ids::CommendationId;
use domain::text::Line;
use persistence::audit::Change;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use serde_with::skip_serializing_none;
use utoipa::ToSchema;
use validator::Validate;

use super::new::TextsGiven;
use super::view::CommendationView;
use crate::auth::Caller;
use crate::auth::permissions::CommendationsNominate;
use crate::commands::{Acting, Command};
use crate::contract::examples::ids;
use crate::contract::parameters::{CommandHeaders, CommandQuery, UpdateHeaders};
use crate::http::{Body, BoundedText, IfMatch, Patch, Patched, Path, Required};
use crate::problems::Problem;
use crate::procedure::{Correcting, File, facts_stand};
use crate::services::Services;
use crate::words::InfluenceAreaWord;

/// 推荐的可更正内容 / What of a nomination can be put right.
#[skip_serializing_none]
#[derive(Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "unit": "测试单位司机",
    "texts": {
        "brief": "测试：救起落水儿童", "summary": "测试：跳入河中救起落水儿童。",
        "story": "测试：路过河边，听到呼救，跳入河中救起落水儿童。"
    },
    "influence": "city"
}))]
pub(super) struct CommendationDetails {
    /// 群体名称 / The name of the group.
    #[validate(nested)]
    group: Option<BoundedText<1, 100>>,
    /// 行为时所在单位及职务 / Unit and post at the time of the deed.
    #[validate(nested)]
    unit: Option<BoundedText<1, 100>>,
    /// 事迹文字 / What was done, in words.
    #[validate(nested)]
    texts: TextsGiven,
    /// 影响范围 / How far the deed became known.
    influence: Option<InfluenceAreaWord>,
}

/// A patch of it.
type CommendationChange = Patch<CommendationDetails>;

impl Patched for CommendationDetails {
    const NAME: &'static str = "CommendationChange";
    const DESCRIPTION: &'static str =
        "更正推荐内容（JSON Merge Patch） / What to correct of a nomination (RFC 7396).";
    const FIXED: &'static [&'static str] = &[];

    fn example() -> Value {
        json!({ "unit": "测试单位司机" })
    }
}

impl CommendationDetails {
    fn of(nomination: &Nomination) -> Self {
        Self {
            group: nomination.group.as_ref().map(BoundedText::of),
            unit: nomination.unit.as_ref().map(BoundedText::of),
            texts: TextsGiven::of(&nomination.texts),
            influence: nomination.influence.map(Into::into),
        }
    }

    /// The nomination with what is said here; a group keeps a name, and an individual has none.
    fn parse(&self, before: &Nomination, errors: &mut FieldErrors) -> Option<Nomination> {
        let group = self.group.as_deref();
        let group = group.and_then(|group| errors.take("/group", Line::parse(group)));
        if group.is_some() != before.group.is_some() {
            errors.push("/group", &super::nominate::NominationFault::GroupUnnamed);
        }
        let unit = self.unit.as_deref();
        let unit = unit.and_then(|unit| errors.take("/unit", Line::parse(unit)));
        Some(Nomination {
            group,
            unit,
            texts: self.texts.parse("/texts", errors)?,
            influence: self.influence.map(|word| word.0),
            ..before.clone()
        })
    }
}

/// 更正推荐 / Correct a nomination
///
/// JSON Merge Patch：更正全体成员共有的内容，至批次公示、报送上级或者作出决定为止；受理后由承办单位或者市级的经办人更正。规则重新评估，期限不变。不能更正的答复 409
/// `facts_stand`。 / JSON Merge Patch: corrects what all members share, until a round publishes it, it is submitted above
/// the city or decided. Once it is accepted, an officer of the body that holds it or of the city corrects it. The rules
/// are applied again; no clock changes. Otherwise 409 `facts_stand` says why, and what to do.
#[utoipa::path(
    security(("oauth2" = ["commendations:nominate"])),
    extensions(("x-problem-codes" = json!(["facts_stand", "step_not_possible", "policy_not_in_force"]))),
    params(
        ("id" = Uuid, Path, description = "表扬推荐编号 / The commendation's id", example = json!(ids::COMMENDATION)),
        UpdateHeaders, CommandHeaders, CommandQuery,
    ),
    request_body(content(
        (CommendationChange = "application/merge-patch+json"),
        (CommendationChange = "application/json"),
    )),
    responses(
        (status = 200, description = "更正后的推荐 / The commendation as it is now", body = CommendationView,
            headers(("ETag" = String, description = "供 If-Match 使用 / For `If-Match`"))),
    ),
)]
#[patch("/v1/commendations/{id}")]
pub(super) async fn commendation_update(
    caller: Caller<CommendationsNominate>,
    services: Data<Services>,
    Path(id): Path<CommendationId>,
    Required(condition): Required<IfMatch>,
    command: Command,
    body: Body<CommendationChange>,
) -> Result<HttpResponse, Problem> {
    let scope = caller.regions().clone();
    let client = caller.client();
    command
        .run(&caller, &body.raw, Ok(body.value), move |acting, patch| {
            let mut file = File::<Commendation>::open(acting.tx, &scope, id)?;
            condition.require(file.file().version)?;
            let correcting = Correcting {
                client,
                scope: &scope,
                city: services.policies.city(),
            };
            let places: Vec<usize> = (0..file.cases().len()).collect();
            correcting.require_open(acting, &file, &places)?;
            let before = file.file().subject.clone();
            let told = patch.applied(&CommendationDetails::of(&before))?;
            let mut errors = FieldErrors::new();
            let nomination = told.parse(&before, &mut errors);
            errors.into_result().map_err(Problem::invalid_data)?;
            let nomination =
                nomination.ok_or_else(|| Problem::internal("a nomination was not read"))?;
            let changes = if nomination == before {
                Vec::new()
            } else {
                let fields: Vec<String> = patch.names().map(|name| format!("/{name}")).collect();
                keep(acting, &services, &mut file, nomination, &fields)?
            };
            file.finished(changes).corrected()
        })
        .await
}

fn keep(
    acting: &mut Acting<'_, '_>,
    services: &Services,
    file: &mut File<Commendation>,
    nomination: Nomination,
    fields: &[String],
) -> Result<Vec<Change>, Problem> {
    let policies = services.policies.set();
    let mut named = Vec::new();
    for place in 0..file.cases().len() {
        let one = file.cases().get(place);
        let Some(one) = one.filter(|one| one.case.facts_stand().is_none()) else {
            continue;
        };
        let corrected = one.case.corrected(&nomination, fields.to_vec());
        let (case, event) = corrected.map_err(facts_stand)?;
        let facts = TierFacts {
            influence: nomination.influence,
            ..one.facts.clone()
        };
        named.push(one.id);
        file.change(place, event, |one| {
            one.case = case;
            one.facts = facts;
        });
    }
    file.restate(nomination);
    file.renew(acting, policies)?;
    let data = json!({ "fields": fields, "actor_ids": named });
    file.save(acting, policies, "corrected", data)
}
