//! Registering a household, and what a merge of two files of people means for one.

use std::collections::BTreeSet;

use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use domain::error::FieldErrors;
use domain::ids::{HouseholdId, PersonId};
use domain::people::PersonError;
use domain::regions::RegionCode;
use persistence::audit::Change;
use persistence::households::{self, Household};
use persistence::{RegionScope, people};
use serde::Deserialize;
use utoipa::ToSchema;
use validator::Validate;

use super::view::HouseholdView;
use super::{changed, tag};
use crate::auth::Caller;
use crate::auth::permissions::PlaquesReport;
use crate::commands::{Acting, Answer, Command, Effect};
use crate::contract::examples::ids;
use crate::contract::parameters::{CommandHeaders, CommandQuery};
use crate::http::{Body, BoundedText};
use crate::problems::Problem;
use crate::regions::within_reach;
use crate::services::Services;
use crate::wire::read;

/// 登记家庭 / A household to be registered.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "region_code": "371502", "person_ids": [ids::HOUSEHOLDER] }))]
pub(super) struct NewHousehold {
    /// 所在区划，须在您的辖区之内 / The region where it lives, one of yours.
    #[validate(nested)]
    region_code: BoundedText<2, 6>,
    /// 共同生活的配偶、父母、子女的档案 / The files of spouses, parents and children who live together.
    #[validate(length(min = 1, max = 20))]
    #[schema(min_items = 1, max_items = 20, value_type = BTreeSet<uuid::Uuid>)]
    person_ids: Vec<String>,
}

impl NewHousehold {
    fn parse(
        &self,
        scope: &RegionScope,
        city: &RegionCode,
    ) -> Result<(RegionCode, Vec<PersonId>), Problem> {
        read(|errors| {
            let region = within_reach(&self.region_code, scope, city);
            let region = errors.take("/region_code", region);
            let people = errors.set("/person_ids", &self.person_ids, str::parse);
            Some((region?, people.into_iter().collect()))
        })
    }
}

domain::faults! {
    struct LivesElsewhere = "lives_elsewhere",
        "该人员已登记在其他家庭，须先办理迁出", "The person is on file in another household, and has to leave that one first.";
}

/// 登记家庭 / Register a household
///
/// 一人同时只属于一个家庭。住址在人员档案中加密保存，此处不登记。 / Nobody belongs to two households at a time. The
/// address stands sealed in the files of the people and is not kept here.
#[utoipa::path(
    security(("oauth2" = ["plaques:report"])),
    params(CommandHeaders, CommandQuery),
    request_body = NewHousehold,
    responses(
        (status = 201, description = "已登记 / Registered", body = HouseholdView,
            headers(("Location" = String, description = "家庭的地址 / Its address"),
                    ("ETag" = String, description = "供 If-Match 使用 / For `If-Match`"))),
    ),
)]
#[post("/v1/households")]
pub(super) async fn household_create(
    caller: Caller<PlaquesReport>,
    services: Data<Services>,
    command: Command,
    body: Body<NewHousehold>,
) -> Result<HttpResponse, Problem> {
    let scope = caller.regions().clone();
    let input = body.value.parse(&scope, &services.policies.city());
    command
        .run(&caller, &body.raw, input, move |acting, (region, named)| {
            let id = acting.tx.new_id();
            let (household, change) = keep(acting, &scope, (id, *region), named)?;
            let address = format!("/v1/households/{id}");
            let answer = Answer::created(address, &HouseholdView::from(&household))?;
            Ok(Effect::of(change, answer.tagged(&tag(&household))))
        })
        .await
}

/// Registers a household with its members.
pub(crate) fn keep(
    acting: &mut Acting<'_, '_>,
    scope: &RegionScope,
    (id, region): (HouseholdId, RegionCode),
    named: &[PersonId],
) -> Result<(Household, Change), Problem> {
    let members = newcomers(acting, scope, named, |index| format!("/person_ids/{index}"))?;
    let household = households::insert(acting.tx, region, members, id)?;
    let change = changed("household.registered", &household);
    Ok((household, change))
}

/// The surviving files of people who come to live in a household: within the caller's reach, and in no other.
pub(super) fn newcomers(
    acting: &mut Acting<'_, '_>,
    scope: &RegionScope,
    named: &[PersonId],
    pointer: impl Fn(usize) -> String,
) -> Result<BTreeSet<PersonId>, Problem> {
    people::lock(acting.tx, named)?;
    let wanted: BTreeSet<PersonId> = named.iter().copied().collect();
    let reached = people::reachable(acting.tx, scope, &wanted)?;
    let files = people::find_surviving(acting.tx, named)?;
    let survivors: BTreeSet<PersonId> = files.values().map(|person| person.id).collect();
    let homes = households::of_people(acting.tx, &survivors)?;
    let mut faults = FieldErrors::new();
    let mut members = BTreeSet::new();
    for (index, id) in named.iter().enumerate() {
        match files.get(id).filter(|_| reached.contains(id)) {
            None => faults.push(pointer(index), &PersonError::Unknown),
            Some(person) if homes.iter().any(|(one, _)| *one == person.id) => {
                faults.push(pointer(index), &LivesElsewhere);
            }
            Some(person) if members.insert(person.id) => {}
            Some(_) => faults.push(pointer(index), &PersonError::NamedTwice),
        }
    }
    faults.into_result().map_err(Problem::invalid_data)?;
    Ok(members)
}

/// A file of a person was merged into another: the membership goes along.
pub(crate) fn merged(
    acting: &mut Acting<'_, '_>,
    absorbed: PersonId,
    survivor: PersonId,
) -> Result<Option<Change>, Problem> {
    let household = households::merged(acting.tx, absorbed, survivor)?;
    Ok(household.map(|household| changed("household.member_merged", &household)))
}
