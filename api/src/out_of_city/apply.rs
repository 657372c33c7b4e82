use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use domain::deeds::Incident;
use domain::ids::{ClientId, PersonId};
use domain::out_of_city::{OriginClaim, OutOfCityFacts, Recognition, Record, State};
use domain::people::{LifeStatus, Origin, Person, PersonFile};
use domain::policy::PolicySet;
use domain::procedure::{Entered, Opening};
use domain::regions::{RegionCode, RegionTree};
use persistence::audit::Change;
use persistence::{RegionScope, cases, people};

use super::Actor;
use super::new::{Applied, NewRecognition, PersonDetails};
use super::source::Source;
use super::view::RecognitionView;
use crate::auth::Caller;
use crate::auth::permissions::RecognitionsApply;
use crate::commands::{Acting, Command};
use crate::contract::parameters::{CommandHeaders, CommandQuery};
use crate::http::Body;
use crate::policy::Policies;
use crate::problems::Problem;
use crate::procedure::{
    Before, Finished, NewIds, Opened, body_of, people_of, reconsider, registrar,
};
use crate::services::Services;

/// 申请市域外见义勇为认定 / Apply for recognition of a deed elsewhere
///
/// 内容完整无误的申请一律登记，待受理；规则 OUT-ELIG 至 OUT-REVOKED 对每人的评估记为凭据，由经办人决定。由 `application_id`
/// 转来的不再重复填写；档案已写明的来源地、生死不再填写；已立为事迹的，办理该事迹的 `redirection`。 / A well-formed application is always taken in. What the rules OUT-ELIG to
/// OUT-REVOKED say of each person is kept as a receipt; an officer decides. With `application_id`
/// the incident is left out, and so is what the person's file says of origin and life. What is on file as a deed is taken
/// over by its `redirection`.
#[utoipa::path(
    security(("oauth2" = ["recognitions:apply"])),
    extensions(("x-problem-codes" = json!(["policy_not_in_force", "not_possible"]))),
    params(CommandHeaders, CommandQuery),
    request_body = NewRecognition,
    responses(
        (status = 201, description = "已登记，待受理 / The recognition", body = RecognitionView,
            headers(("Location" = String, description = "认定的地址 / Its address"),
                    ("ETag" = String, description = "供 If-None-Match 使用 / For `If-None-Match`"))),
    ),
)]
#[post("/v1/out-of-city-recognitions")]
pub(super) async fn recognition_apply(
    caller: Caller<RecognitionsApply>,
    services: Data<Services>,
    command: Command,
    body: Body<NewRecognition>,
) -> Result<HttpResponse, Problem> {
    let (scope, client) = (caller.regions().clone(), caller.client());
    let today = services.store.clock().today();
    let input = body.value.parse(today, &scope, &services.policies.city());
    command
        .run(&caller, &body.raw, input, move |acting, applied| {
            let ids = NewIds::new(acting.tx);
            apply(acting, &services.policies, (client, &scope), ids, applied)?.effect()
        })
        .await
}

/// Takes in an application: opens the recognition, with a case for each person.
pub(crate) fn apply(
    acting: &mut Acting<'_, '_>,
    policies: &Policies,
    (client, scope): (ClientId, &RegionScope),
    new: NewIds<Recognition>,
    applied: &Applied,
) -> Result<Finished<Recognition>, Problem> {
    let told = &applied.people;
    let ids: Vec<PersonId> = told.iter().map(|(id, _)| *id).collect();
    people::lock(acting.tx, &ids)?;
    let source = Source::load(acting.tx, scope, applied)?;
    let others = cases::others_of::<Recognition>(acting.tx, &ids)?;
    let files = people_of(acting.tx, scope, &ids)?;
    let received_on = source.received_on.unwrap_or(applied.received_on);
    let opening = Opening {
        filed_by: source.incident.filer.into(),
        received: Entered {
            on: received_on,
            late_because: applied.late_because.clone(),
        },
        receipt_on_record: source.received_on.is_some(),
        holder: body_of(&applied.region)?,
        registered_by: registrar(acting, client)?,
    };
    let incident = source.incident.clone();
    let mut opened = Opened::<Recognition>::new(acting.tx, new, applied.region, incident, opening);
    for ((id, told), person) in told.iter().zip(&files) {
        let facts = OutOfCityFacts {
            requested_on: Some(received_on),
            ..facts(applied, &source, told, &person.file)
        };
        let facts = beside(facts, others.get(id).map_or(&[], Vec::as_slice));
        let record = Record::of(&facts);
        opened.add(acting, policies.set(), *id, facts, record)?;
    }
    let mut finished = opened.finish(acting, "applied")?;
    let taken_up = source.finish(acting.tx, finished.file.id)?;
    finished.changes.extend(taken_up);
    Ok(finished)
}

/// What is said of a person, beside what the person's file says.
fn facts(
    applied: &Applied,
    source: &Source,
    told: &PersonDetails,
    file: &PersonFile,
) -> OutOfCityFacts {
    let known = facts_of(&source.incident, file);
    let is_new = |claim: &&OriginClaim| {
        let mut told = told.claims.iter();
        !told.any(|told| told.basis == claim.basis && told.region == claim.region)
    };
    let on_file = known.origin_claims.iter().filter(is_new).cloned();
    OutOfCityFacts {
        origin_claims: told.claims.iter().cloned().chain(on_file).collect(),
        local_confirmation: applied.confirmation.clone(),
        rewarded_elsewhere: told.rewarded_elsewhere,
        household_has_plaque: told.household_has_plaque,
        ..known
    }
}

/// The facts that follow from a deed and the file of a person who took part.
pub(crate) fn facts_of(incident: &Incident, file: &PersonFile) -> OutOfCityFacts {
    let origin = file.origin.as_ref().map(claim_of);
    OutOfCityFacts {
        origin_claims: origin.into_iter().collect(),
        origin_hint: origin_hint(file),
        city_approved_origin: None,
        place: incident.place,
        occurred_on: incident.occurred_on,
        local_confirmation: None,
        requested_on: None,
        deceased: deceased(file),
        rewarded_elsewhere: None,
        household_has_plaque: None,
        life_conflict: file.life_conflict(incident.occurred_on),
        possible_duplicates: None,
    }
}

/// Where the person's citizen number was first given.
pub(crate) fn origin_hint(file: &PersonFile) -> Option<RegionCode> {
    let number = file.citizen_number.as_ref()?;
    Some(number.origin_hint(RegionTree::current())?.region.code)
}

/// Whether the person has died; none where not stated.
pub(crate) fn deceased(file: &PersonFile) -> Option<bool> {
    match file.life_status {
        LifeStatus::Living => Some(false),
        LifeStatus::Deceased => Some(true),
        LifeStatus::Unknown => None,
    }
}

/// The facts beside the person's other recognitions, as far as they have not failed.
pub(super) fn beside(facts: OutOfCityFacts, others: &[Actor]) -> OutOfCityFacts {
    let standing = others.iter().filter(|one| match one.case.state() {
        State::Refused
        | State::Revoked
        | State::Withdrawn
        | State::Redirected
        | State::HandedOver => false,
        State::Applied
        | State::InCheck
        | State::IntendedRefusal
        | State::Recognised
        | State::Suspended
        | State::IntendedRevocation
        | State::Transferred => true,
    });
    let days: Vec<_> = standing
        .map(|one| (one.file, one.facts.occurred_on))
        .collect();
    facts.beside(days)
}

/// The file of a person, as it is now, may show where the number was first given, whether the person
/// lives, and recognitions of the same deed.
pub(super) fn person_changed(
    acting: &mut Acting<'_, '_>,
    policies: &PolicySet,
    before: &Before<'_>,
    person: &Person,
) -> Result<Vec<Change>, Problem> {
    let news = before.life_changed(person);
    // A certificate is handed over, and a decision delivered, to somebody who lives.
    let awaited = |one: &Actor| match one.case.state() {
        State::Recognised | State::Refused | State::Revoked => news,
        State::Applied
        | State::InCheck
        | State::IntendedRefusal
        | State::Suspended
        | State::IntendedRevocation
        | State::Transferred
        | State::Withdrawn
        | State::HandedOver
        | State::Redirected => false,
    };
    reconsider::<Recognition>(
        acting,
        policies,
        (before, person),
        awaited,
        |one, others| {
            let known = known_now(one, person, others);
            let said = deceased(&person.file).filter(|_| news);
            OutOfCityFacts {
                deceased: said.or(known.deceased),
                ..known
            }
        },
    )
}

/// What is known of a case now. What an officer looked up of life goes before what the file says.
pub(super) fn known_now(one: &Actor, person: &Person, others: &[Actor]) -> OutOfCityFacts {
    let file = &person.file;
    let known = &one.facts.origin_claims;
    let on_file = file.origin.as_ref().map(claim_of);
    let new = on_file.filter(|new| {
        let mut same = known.iter();
        !same.any(|claim| claim.basis == new.basis && claim.region == new.region)
    });
    let facts = OutOfCityFacts {
        origin_claims: known.iter().cloned().chain(new).collect(),
        origin_hint: origin_hint(file),
        life_conflict: file.life_conflict(one.facts.occurred_on),
        deceased: one.facts.deceased.or(deceased(file)),
        ..one.facts.clone()
    };
    beside(facts, others)
}

/// The claim that follows from what a file says of origin.
pub(crate) fn claim_of(origin: &Origin) -> OriginClaim {
    OriginClaim {
        basis: origin.basis,
        region: origin.region,
        proof_present: false,
    }
}
