//! Registering a plaque of a household.

use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use domain::error::{Coded as _, FieldErrors};
use domain::ids::{CaseId, ClientId, PersonId};
use domain::plaques::{Condition as If, Plaque, PlaqueFacts, Predecessor, Record, Subject};
use domain::policy::PolicySet;
use domain::procedure::{Asks as _, Condition, Entered, Opening, Unmet};
use domain::text::Line;
use persistence::{RegionScope, households, people};

use super::facts::{Asked, known};
use super::new::{NewPlaque, Registered};
use super::view::PlaqueView;
use crate::auth::Caller;
use crate::auth::permissions::PlaquesReport;
use crate::commands::{Acting, Command};
use crate::contract::parameters::{CommandHeaders, CommandQuery};
use crate::http::Body;
use crate::policies;
use crate::policy::Policies;
use crate::problems::Problem;
use crate::procedure::{Finished, NewIds, Opened, body_of, not_possible, registrar};
use crate::services::Services;

domain::faults! {
    enum Fault {
        Household = "household_unknown", "没有此家庭，或不在您的辖区", "There is no such household, or not in your regions.";
        NotOfHousehold = "not_of_household", "该人员不是此家庭的成员", "The person is no member of this household.";
    }
}

/// 登记光荣牌 / Register a plaque
///
/// 牌面人员须持有有效的确认或者认定（PLAQUE-ELIG），家庭没有其他光荣牌（PLAQUE-ONE）；否则答复 409，列明不具备的条件。 / Everybody whose name it
/// bears holds a confirmation or recognition that stands, and the household has no other plaque; otherwise 409 names what is unmet.
#[utoipa::path(
    security(("oauth2" = ["plaques:report"])),
    extensions(("x-problem-codes" = json!(["policy_not_in_force", "step_not_possible"]))),
    params(CommandHeaders, CommandQuery),
    request_body = NewPlaque,
    responses(
        (status = 201, description = "已登记，待制作 / The plaque", body = PlaqueView,
            headers(("Location" = String, description = "光荣牌的地址 / Its address"),
                    ("ETag" = String, description = "供 If-None-Match 使用 / For `If-None-Match`"))),
    ),
)]
#[post("/v1/plaques")]
pub(super) async fn plaque_register(
    caller: Caller<PlaquesReport>,
    services: Data<Services>,
    command: Command,
    body: Body<NewPlaque>,
) -> Result<HttpResponse, Problem> {
    let (scope, client) = (caller.regions().clone(), caller.client());
    let today = services.store.clock().today();
    let input = body.value.parse(today);
    command
        .run(&caller, &body.raw, input, move |acting, wanted| {
            let ids = NewIds::new(acting.tx);
            register(acting, &services.policies, (client, &scope), ids, wanted)?.effect()
        })
        .await
}

/// Registers a plaque, with a case for each hero. Whoever registers another one for the household at the same
/// time finds this one.
pub(crate) fn register(
    acting: &mut Acting<'_, '_>,
    policies: &Policies,
    (client, scope): (ClientId, &RegionScope),
    new: NewIds<Plaque>,
    wanted: &Registered,
) -> Result<Finished<Plaque>, Problem> {
    people::lock(acting.tx, &wanted.heroes)?;
    households::lock(acting.tx, wanted.household)?;
    let household = households::find(acting.tx, scope, wanted.household)?;
    let household = household.ok_or_else(|| Fault::Household.at("/household_id"))?;
    let survivors = people::survivors(acting.tx, &wanted.heroes)?;
    let mut faults = FieldErrors::new();
    for (index, id) in wanted.heroes.iter().enumerate() {
        let member = survivors
            .get(id)
            .is_some_and(|id| household.members.contains(id));
        if !member {
            faults.push(format!("/hero_ids/{index}"), &Fault::NotOfHousehold);
        }
    }
    faults.into_result().map_err(Problem::invalid_data)?;
    let opening = Opening {
        filed_by: wanted.filed_by,
        received: Entered {
            on: wanted.received_on,
            late_because: wanted.late_because.clone(),
        },
        receipt_on_record: false,
        holder: body_of(&household.region)?,
        registered_by: registrar(acting, client)?,
    };
    let subject = Subject {
        household: household.id,
        text: match &wanted.text {
            Some(text) => text.clone(),
            None => text_of(policies.set(), wanted.received_on)?,
        },
        predecessor: None,
    };
    let named: Vec<PersonId> = survivors_in_order(&wanted.heroes, &survivors);
    open(acting, policies, new, (subject, opening), &named)
}

fn survivors_in_order(
    named: &[PersonId],
    survivors: &std::collections::HashMap<PersonId, PersonId>,
) -> Vec<PersonId> {
    let mut files: Vec<PersonId> = Vec::new();
    for id in named.iter().filter_map(|id| survivors.get(id)) {
        if !files.contains(id) {
            files.push(*id);
        }
    }
    files
}

/// What stands on a plaque by the policy of a day.
fn text_of(policies: &PolicySet, on: chrono::NaiveDate) -> Result<Line<60>, Problem> {
    let policy = policies.in_force_on(on).map_err(policies::problem)?;
    Line::parse(&policy.terms().out_of_city.plaque.zh).map_err(Problem::internal)
}

/// Opens the file of a plaque, or refuses it with what is unmet.
pub(super) fn open(
    acting: &mut Acting<'_, '_>,
    policies: &Policies,
    new: NewIds<Plaque>,
    (subject, opening): (Subject, Opening),
    heroes: &[PersonId],
) -> Result<Finished<Plaque>, Problem> {
    let before = blank(subject.predecessor, &opening);
    let asked = Asked {
        household: subject.household,
        plaque: None,
        heroes,
    };
    let facts = known(acting, policies.set(), &asked, &before)?;
    let refused: Vec<(CaseId, Vec<Unmet<If>>)> = facts
        .values()
        .map(|facts| (new.first_case, unmet(facts)))
        .filter(|(_, unmet)| !unmet.is_empty())
        .take(1)
        .collect();
    if !refused.is_empty() {
        return Err(not_possible::<Plaque>(&refused));
    }
    let region = opening.holder.region;
    let mut opened = Opened::<Plaque>::new(acting.tx, new, region, subject, opening);
    for id in heroes {
        let Some(facts) = facts.get(id) else {
            continue;
        };
        let record = Record {
            deceased: facts.deceased,
            ..Record::default()
        };
        opened.add(acting, policies.set(), *id, facts.clone(), record)?;
    }
    opened.finish(acting, "registered")
}

/// What is known of a plaque before anything is looked up.
fn blank(predecessor: Option<Predecessor>, opening: &Opening) -> PlaqueFacts {
    PlaqueFacts {
        honours: None,
        household_entitled: None,
        names_fit: None,
        household_has_plaque: None,
        deceased: None,
        hero_lives: None,
        replaces: predecessor.map(|before| before.reason),
        registered_on: Some(opening.received.on),
    }
}

/// What keeps a plaque from being registered, in the words of its first step.
fn unmet(facts: &PlaqueFacts) -> Vec<Unmet<If>> {
    [
        (facts.hero_entitled() == Some(true), If::HeroEntitled),
        (facts.household_has_plaque == Some(false), If::OnePlaque),
    ]
    .into_iter()
    .filter(|(holds, _)| !holds)
    .map(|(_, condition)| Unmet {
        condition: Condition::Own(condition),
        rule: condition.rule(),
        text: domain::named::NamedEnum::text(condition),
        detail: None,
    })
    .collect()
}
