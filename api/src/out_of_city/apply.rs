use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use domain::deeds::Incident;
use domain::error::FieldErrors;
use domain::ids::{ClientId, PersonId};
use domain::out_of_city::{OriginClaim, OutOfCityFacts, Recognition, Record};
use domain::people::{FileStatus, LifeStatus, Person, PersonError, PersonFile};
use domain::procedure::{Case, Entered, Holder, Opening, Signer};
use domain::regions::{RegionCode, RegionTree};
use persistence::{RegionScope, people};

use super::new::{Applied, NewRecognition, Origin, Told};
use super::source::Source;
use super::view::RecognitionView;
use super::{RecognitionFile, TAG};
use crate::auth::Caller;
use crate::auth::permissions::RecognitionsApply;
use crate::commands::{Acting, Command, Effect};
use crate::contract::parameters::{CommandHeaders, CommandQuery};
use crate::http::Body;
use crate::problems::Problem;
use crate::procedure::{Opened, context, receipt_day, signer};
use crate::services::Services;

/// 申请市域外见义勇为认定 / Apply for recognition of a deed elsewhere
///
/// 内容完整无误的申请一律登记，待受理；规则 OUT-ELIG 至 OUT-REVOKED 对每人的评估记为凭据，由经办人决定。由 `application_id` 或者 `deed_id`
/// 转来的不再重复填写；档案已写明的来源地、生死不再填写。 / A well-formed application is always taken in. What the rules OUT-ELIG to
/// OUT-REVOKED say of each person is kept as a receipt; an officer decides. Taken over by `application_id` or `deed_id`
/// the deed is not told again, nor what the person's file says of origin and life.
#[utoipa::path(
    tag = TAG,
    operation_id = "recognition_apply",
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
            take_in(acting, &services, (client, &scope), applied)
        })
        .await
}

fn take_in(
    acting: &mut Acting<'_, '_>,
    services: &Services,
    (client, scope): (ClientId, &RegionScope),
    applied: &Applied,
) -> Result<Effect, Problem> {
    let source = Source::load(acting.tx, scope, applied)?;
    let told = of_whom(applied, &source);
    let files = files(acting, scope, &told)?;
    let officer = acting.officer.as_ref().map(|officer| officer.id);
    let registered_by = officer
        .map(|officer| signer(acting.tx, client, officer))
        .transpose()?;
    let received_on = source.received_on.unwrap_or(applied.received_on);
    let mut opened = Opened::<Recognition>::new(RecognitionFile {
        id: acting.tx.new_id(),
        region: applied.region,
        received_on,
        subject: source.incident.clone(),
        version: 1,
        created_at: acting.tx.now(),
        updated_at: acting.tx.now(),
    });
    for ((id, told), person) in told.iter().zip(&files) {
        let facts = OutOfCityFacts {
            requested_on: Some(received_on),
            ..facts(applied, &source, told, &person.file)
        };
        let record = Record {
            deed: match applied.origin {
                Origin::Deed(deed) => Some(deed),
                Origin::Told(_) | Origin::Application(_) => None,
            },
            ..Record::of(&facts)
        };
        let context = context(
            services.policies.set(),
            received_on,
            acting.tx.today(),
            None,
        )?;
        let opening = opening(applied, &source, registered_by)?;
        let case = Case::open(opening, record, &context).map_err(|_| receipt_day(&context))?;
        opened.add(acting, services.policies.set(), *id, facts, case)?;
    }
    let mut finished = opened.finish(acting, "applied")?;
    let id = finished.file.id;
    finished.changes.extend(source.finish(acting.tx, id)?);
    finished.effect()
}

/// Who is to be recognised, with what is said of each: of a deed that is taken over all of its actors,
/// where none is named.
fn of_whom(applied: &Applied, source: &Source) -> Vec<(PersonId, Told)> {
    if applied.people.is_empty() {
        let people = source.people.iter();
        people.map(|id| (*id, Told::default())).collect()
    } else {
        applied.people.clone()
    }
}

/// The files of the people, in their order.
fn files(
    acting: &mut Acting<'_, '_>,
    scope: &RegionScope,
    told: &[(PersonId, Told)],
) -> Result<Vec<Person>, Problem> {
    let ids: Vec<PersonId> = told.iter().map(|(id, _)| *id).collect();
    let mut found = people::find_all(acting.tx, scope, &ids)?;
    let mut faults = FieldErrors::new();
    let mut files = Vec::new();
    for (index, id) in ids.iter().enumerate() {
        let pointer = format!("/actors/{index}/person_id");
        match found.remove(id).transpose()? {
            None => faults.push(pointer, &PersonError::Unknown),
            Some(file) if file.status != FileStatus::Active => {
                faults.push(pointer, &PersonError::Merged);
            }
            Some(file) => files.push(file),
        }
    }
    faults.into_result()?;
    Ok(files)
}

/// What is said of a person, beside what the person's file says.
fn facts(applied: &Applied, source: &Source, told: &Told, file: &PersonFile) -> OutOfCityFacts {
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

/// What a deed and the file of a person who took part tell by themselves.
pub(crate) fn facts_of(incident: &Incident, file: &PersonFile) -> OutOfCityFacts {
    let origin = file.origin.as_ref().map(|origin| OriginClaim {
        basis: origin.basis,
        region: origin.region,
        proof_present: false,
    });
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
    }
}

/// Where the person's citizen number was first given.
pub(super) fn origin_hint(file: &PersonFile) -> Option<RegionCode> {
    let number = file.citizen_number.as_ref()?;
    Some(number.origin_hint(RegionTree::builtin())?.region.code)
}

/// Whether the person has died; none where not stated.
pub(super) fn deceased(file: &PersonFile) -> Option<bool> {
    match file.life_status {
        LifeStatus::Living => Some(false),
        LifeStatus::Deceased => Some(true),
        LifeStatus::Unknown => None,
    }
}

fn opening(
    applied: &Applied,
    source: &Source,
    registered_by: Option<Signer>,
) -> Result<Opening, Problem> {
    let region = RegionTree::builtin()
        .get(&applied.region)
        .ok_or_else(|| Problem::internal("the region of an application is not in the tree"))?;
    Ok(Opening {
        filed_by: source.incident.filer.into(),
        received: Entered {
            on: source.received_on.unwrap_or(applied.received_on),
            late_because: applied.late_because.clone(),
        },
        receipt_on_record: source.is_on_record(),
        holder: Holder::of(region),
        registered_by,
    })
}
