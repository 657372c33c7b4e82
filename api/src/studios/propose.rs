use std::collections::BTreeSet;

use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use domain::error::{Coded as _, FieldErrors};
use domain::ids::{ClientId, PersonId};
use domain::people::{Person, PersonError};
use domain::procedure::{Entered, Opening};
use domain::studios::{Record, Setup, Studio, StudioNameFacts};
use persistence::{RegionScope, Tx, cases, people};

use super::known::{looked_up, of_leader};
use super::names;
use super::new::{NewStudio, Proposed};
use super::view::StudioView;
use crate::auth::Caller;
use crate::auth::permissions::StudiosReport;
use crate::commands::{Acting, Command};
use crate::contract::parameters::{CommandHeaders, CommandQuery};
use crate::http::Body;
use crate::policy::Policies;
use crate::problems::Problem;
use crate::procedure::{Finished, NewIds, Opened, body_of, registrar};
use crate::services::Services;

/// 申报英模工作室 / Propose a studio
///
/// 规则 STUDIO-LEADER、STUDIO-NAME 按档案评估，记为凭据，由经办人决定。名称自申报起为该工作室占用，先到先得；已被占用的，答复
/// 422。 / The rules STUDIO-LEADER and STUDIO-NAME are applied to what is on file and kept as a receipt; an officer decides. The
/// name is the studio's from the proposal on, whoever comes first; one that another studio has is answered 422.
#[utoipa::path(
    security(("oauth2" = ["studios:report"])),
    extensions(("x-problem-codes" = json!(["policy_not_in_force", "not_possible"]))),
    params(CommandHeaders, CommandQuery),
    request_body = NewStudio,
    responses(
        (status = 201, description = "已登记，待受理 / The studio", body = StudioView,
            headers(("Location" = String, description = "工作室的地址 / Its address"),
                    ("ETag" = String, description = "供 If-None-Match 使用 / For `If-None-Match`"))),
    ),
)]
#[post("/v1/studios")]
pub(super) async fn studio_propose(
    caller: Caller<StudiosReport>,
    services: Data<Services>,
    command: Command,
    body: Body<NewStudio>,
) -> Result<HttpResponse, Problem> {
    let (scope, client) = (caller.regions().clone(), caller.client());
    let today = services.store.clock().today();
    let input = body.value.parse(today, &scope, &services.policies.city());
    command
        .run(&caller, &body.raw, input, move |acting, proposed| {
            let ids = NewIds::new(acting.tx);
            propose(acting, &services.policies, (client, &scope), ids, proposed)?.effect()
        })
        .await
}

/// Takes in a proposal: opens the studio, with the case of its leader.
pub(crate) fn propose(
    acting: &mut Acting<'_, '_>,
    policies: &Policies,
    (client, scope): (ClientId, &RegionScope),
    new: NewIds<Studio>,
    proposed: &Proposed,
) -> Result<Finished<Studio>, Problem> {
    let leader = proposed.leader;
    people::lock(acting.tx, &[leader])?;
    let person = leader_of(acting.tx, scope, leader)?;
    require_members(acting.tx, scope, &proposed.setup, "/studio/members")?;
    let name = proposed.setup.name.as_str();
    names::require_free(acting, name, "/studio/name")?;
    let others = cases::others_of::<Studio>(acting.tx, &[leader])?.remove(&leader);
    let opening = Opening {
        filed_by: proposed.filer.into(),
        received: Entered {
            on: proposed.received_on,
            late_because: proposed.late_because.clone(),
        },
        receipt_on_record: false,
        holder: body_of(&proposed.region)?,
        registered_by: registrar(acting, client)?,
    };
    let facts = of_leader(told(proposed), &person, &others.unwrap_or_default());
    let studio = new.file;
    let facts = looked_up(acting.tx, policies.set(), (Some(studio), leader), facts)?;
    let setup = proposed.setup.clone();
    let mut opened = Opened::<Studio>::new(acting.tx, new, proposed.region, setup.clone(), opening);
    opened.add(acting, policies.set(), leader, facts, Record::of(setup))?;
    let finished = opened.finish(acting, "proposed")?;
    names::take(acting, studio, name, "/studio/name")?;
    Ok(finished)
}

/// What the proposal itself says of the name.
fn told(proposed: &Proposed) -> StudioNameFacts {
    let group = proposed.setup.group.as_ref();
    StudioNameFacts {
        proposed_name: Some(proposed.setup.name.to_string()),
        leader_name: None,
        group: group.map(|name| domain::studios::GroupName {
            name: name.to_string(),
            city_approval: None,
        }),
        honours: None,
        deceased: None,
        consent: None,
        existing_studios: None,
        name_taken: None,
        proposed_on: Some(proposed.received_on),
    }
}

/// The surviving file of the leader, whom the caller reaches.
fn leader_of(tx: &mut Tx<'_>, scope: &RegionScope, leader: PersonId) -> Result<Person, Problem> {
    let reached = people::reachable(tx, scope, &BTreeSet::from([leader]))?;
    let found = people::find_surviving(tx, &[leader])?.remove(&leader);
    let found = found.filter(|_| reached.contains(&leader));
    found.ok_or_else(|| PersonError::Unknown.at("/leader_id").into())
}

/// Refuses members whose files the caller does not reach.
pub(super) fn require_members(
    tx: &mut Tx<'_>,
    scope: &RegionScope,
    setup: &Setup,
    pointer: &str,
) -> Result<(), Problem> {
    let named: BTreeSet<PersonId> = setup.members.iter().filter_map(|one| one.person).collect();
    let reached = people::reachable(tx, scope, &named)?;
    let mut faults = FieldErrors::new();
    for (index, member) in setup.members.iter().enumerate() {
        if member
            .person
            .is_some_and(|person| !reached.contains(&person))
        {
            faults.push(
                format!("{pointer}/{index}/person_id"),
                &PersonError::Unknown,
            );
        }
    }
    faults.into_result().map_err(Problem::invalid_data)
}
