//! Who comes to live in a household, and who moves out. The text of its plaque is marked where it bears other
//! names then than those of the household's heroes.

use actix_web::web::Data;
use actix_web::{HttpResponse, delete, post};
use domain::ids::{HouseholdId, PersonId};
use persistence::households::{self, Household};
use persistence::people;
use persistence::{RegionScope, Tx};
use serde::Deserialize;
use utoipa::ToSchema;
use validator::Validate;

use super::new::newcomers;
use super::view::HouseholdView;
use super::{changed, tag};
use crate::auth::Caller;
use crate::auth::permissions::PlaquesReport;
use crate::commands::{Answer, Command, Effect};
use crate::contract::examples::ids;
use crate::contract::parameters::{CommandHeaders, CommandQuery, UpdateHeaders};
use crate::http::{Body, IfMatch, Path, Required};
use crate::plaques;
use crate::problems::Problem;
use crate::services::Services;
use crate::wire::read;

/// 迁入的家庭成员 / Somebody who comes to live in a household.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "person_id": ids::HOUSEMATE }))]
pub(super) struct NewHouseholdMember {
    /// 人员档案编号，须在您的辖区之内 / The person's file, within your regions.
    #[validate(length(max = 36))]
    #[schema(format = Uuid)]
    person_id: String,
}

domain::faults! {
    struct NoMember = "not_a_member", "该人员不是此家庭的成员", "The person is no member of this household.";
}

/// 增加家庭成员 / Add a member to a household
///
/// 迁入者有有效荣誉的，家庭光荣牌标记为文字待更换。 / Where the newcomer holds an honour that stands, the text of the
/// household's plaque is marked to be replaced.
#[utoipa::path(
    security(("oauth2" = ["plaques:report"])),
    params(
        ("id" = Uuid, Path, description = "家庭编号 / The household's id", example = json!(ids::HOUSEHOLD)),
        UpdateHeaders, CommandHeaders, CommandQuery,
    ),
    extensions(("x-problem-codes" = json!(["policy_not_in_force"]))),
    request_body = NewHouseholdMember,
    responses(
        (status = 201, description = "家庭 / The household", body = HouseholdView,
            headers(("Location" = String, description = "家庭的地址 / Its address"),
                    ("ETag" = String, description = "供 If-Match 使用 / For `If-Match`"))),
    ),
)]
#[post("/v1/households/{id}/members")]
pub(super) async fn household_member_add(
    caller: Caller<PlaquesReport>,
    services: Data<Services>,
    Path(id): Path<HouseholdId>,
    Required(condition): Required<IfMatch>,
    command: Command,
    body: Body<NewHouseholdMember>,
) -> Result<HttpResponse, Problem> {
    let scope = caller.regions().clone();
    let input = read(|errors| errors.take("/person_id", body.value.person_id.parse()));
    command
        .run(
            &caller,
            &body.raw,
            input,
            move |acting, named: &PersonId| {
                // Whoever does not reach the household learns nothing of the person.
                households::find(acting.tx, &scope, id)?.ok_or_else(Problem::not_found)?;
                let joined = newcomers(acting, &scope, &[*named], |_| "/person_id".to_owned())?;
                let mut household = opened(acting.tx, &scope, id)?;
                condition.require(household.version)?;
                for person in joined {
                    households::add(acting.tx, &mut household, person)?;
                }
                let mut changes = vec![changed("household.member_joined", &household)];
                changes.extend(plaques::members_changed(acting, &services.policies, id)?);
                let address = format!("/v1/households/{id}");
                let answer = Answer::created(address, &HouseholdView::from(&household))?;
                let answer = answer.tagged(&tag(&household));
                Ok(Effect { answer, changes })
            },
        )
        .await
}

/// 家庭成员迁出 / Remove a member from a household
///
/// 迁出者的姓名载于家庭光荣牌的，标记为文字待更换。 / Where the household's plaque bears the name, its text is marked to be
/// replaced.
#[utoipa::path(
    security(("oauth2" = ["plaques:report"])),
    params(
        ("id" = Uuid, Path, description = "家庭编号 / The household's id", example = json!(ids::HOUSEHOLD)),
        ("person_id" = Uuid, Path, description = "人员档案编号 / The person's file", example = json!(ids::HOUSEMATE)),
        UpdateHeaders, CommandHeaders, CommandQuery,
    ),
    extensions(("x-problem-codes" = json!(["policy_not_in_force", "not_possible"]))),
    responses(
        (status = 200, description = "家庭 / The household", body = HouseholdView,
            headers(("ETag" = String, description = "供 If-Match 使用 / For `If-Match`"))),
    ),
)]
#[delete("/v1/households/{id}/members/{person_id}")]
pub(super) async fn household_member_remove(
    caller: Caller<PlaquesReport>,
    services: Data<Services>,
    Path((id, named)): Path<(HouseholdId, PersonId)>,
    Required(condition): Required<IfMatch>,
    command: Command,
) -> Result<HttpResponse, Problem> {
    let scope = caller.regions().clone();
    command
        .run(&caller, &[], Ok(()), move |acting, ()| {
            people::lock(acting.tx, &[named])?;
            let mut household = opened(acting.tx, &scope, id)?;
            condition.require(household.version)?;
            let survivors = people::survivors(acting.tx, &[named])?;
            let member = survivors
                .into_values()
                .find(|id| household.members.contains(id));
            let member = member.ok_or_else(|| Problem::not_possible(&[NoMember], ""))?;
            households::remove(acting.tx, &mut household, member)?;
            let mut changes = vec![changed("household.member_left", &household)];
            changes.extend(plaques::members_changed(acting, &services.policies, id)?);
            let answer = Answer::ok(&HouseholdView::from(&household))?;
            let answer = answer.tagged(&tag(&household));
            Ok(Effect { answer, changes })
        })
        .await
}

/// A household that is about to change, under its lock.
fn opened(tx: &mut Tx<'_>, scope: &RegionScope, id: HouseholdId) -> Result<Household, Problem> {
    households::lock(tx, id)?;
    households::find(tx, scope, id)?.ok_or_else(Problem::not_found)
}
