use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use domain::deeds::procedure::{ActorCase, BodyTask, Happened, Holder, Report, Signer};
use domain::error::{Coded, FieldErrors, Params};
use domain::ids::{ActorId, ClientId, DeedId, PersonId};
use domain::people::{FileStatus, Person};
use domain::regions::RegionTree;
use persistence::audit::Change;
use persistence::deeds::{self, Actor, Deed};
use persistence::{RegionScope, people};
use serde_json::json;

use super::receipts::{completed, evaluated};
use super::setting::{setting, signer};
use super::taking_up::TakingUp;
use super::wire::{DeedView, NewDeed, Reported};
use super::{TAG, address, subject};
use crate::auth::permissions::DeedsReport;
use crate::auth::{Caller, Representation};
use crate::commands::{Acting, Answer, Command, Effect};
use crate::contract::parameters::{CommandHeaders, CommandQuery};
use crate::http::Body;
use crate::problems::Problem;
use crate::state::State;

/// Why a report names somebody whose file cannot be used, or a day that cannot be.
enum ReportFault {
    PersonUnknown,
    PersonMerged,
    ReceiptDay {
        /// How many days back it may lie.
        max_days: u32,
    },
}

impl Coded for ReportFault {
    fn code(&self) -> &'static str {
        match self {
            Self::PersonUnknown => "person_unknown",
            Self::PersonMerged => "person_merged",
            Self::ReceiptDay { .. } => "receipt_day",
        }
    }

    fn params(&self) -> Params {
        match self {
            Self::ReceiptDay { max_days } => Params::from([("max_days", max_days.to_string())]),
            _ => Params::new(),
        }
    }
}

/// 申报事迹 / Report a deed
///
/// 内容完整无误的申报一律受理；规则对每名行为人的评估记为凭据（`decision_id`），由经办人决定。行为人须先登记。
/// 公众申请或者线索由 `application_id`、`clue_id` 立为事迹。 / A well-formed report is always taken in. What the
/// rules say of each actor is kept as a receipt (`decision_id`); an officer decides. The actors are registered as
/// people first. An application or a clue from the public becomes a deed by `application_id` or `clue_id`.
#[utoipa::path(
    tag = TAG,
    operation_id = "deed_report",
    security(("oauth2" = ["deeds:report"])),
    extensions(("x-problem-codes" = json!(["policy_not_in_force", "not_possible"]))),
    params(CommandHeaders, CommandQuery),
    request_body = NewDeed,
    responses(
        (status = 201, description = "已受理 / The deed", body = DeedView,
            headers(("Location" = String, description = "事迹的地址 / Its address"),
                    ("ETag" = String, description = "供 If-None-Match 使用 / For `If-None-Match`"))),
    ),
)]
#[post("/v1/deeds")]
pub(super) async fn deed_report(
    caller: Caller<DeedsReport>,
    state: Data<State>,
    command: Command,
    body: Body<NewDeed>,
) -> Result<HttpResponse, Problem> {
    let (scope, client) = (caller.regions().clone(), caller.client());
    let today = state.store.clock().today();
    let input = body.value.parse(today, &scope, &state.policies.city());
    command
        .run(&caller, &body.raw, input, move |acting, reported| {
            take_in(acting, &state, (client, &scope), reported)
        })
        .await
}

fn take_in(
    acting: &mut Acting<'_, '_>,
    state: &State,
    (client, scope): (ClientId, &RegionScope),
    reported: &Reported,
) -> Result<Effect, Problem> {
    let id: DeedId = acting.tx.new_id();
    let source = TakingUp::load(acting.tx, scope, reported)?;
    let reported = &source.dated(reported)?;
    let on_record = source.is_application();
    let people = files(acting, scope, reported)?;
    let officer = acting.officer.as_ref().map(|officer| officer.id);
    let registered_by = officer
        .map(|officer| signer(acting.tx, client, officer))
        .transpose()?;
    let others = deeds::others_of(acting.tx, scope, &ids(reported))?;
    let mut changes = Vec::new();
    let mut actors: Vec<(Actor, Vec<BodyTask>)> = Vec::new();
    let mut entries: Vec<(Actor, Vec<Happened>)> = Vec::new();
    for (number, ((person_id, facts), person)) in (0..).zip(reported.actors.iter().zip(&people)) {
        let others = others.get(person_id).map_or(&[][..], Vec::as_slice);
        let facts = completed(facts, person, others);
        let (decision, proposed) = evaluated(acting, state.policies.set(), reported.region, facts)?;
        changes.push(proposed);
        let (case, happened, due) = open(acting, state, reported, on_record, registered_by)?;
        let actor = Actor {
            id: acting.tx.new_id::<ActorId>(),
            deed: id,
            number,
            person: *person_id,
            decision: decision.summary.id,
            case,
            version: 1,
        };
        entries.push((actor.clone(), happened));
        actors.push((actor, due));
    }
    let deed = Deed {
        id,
        region: reported.region,
        received_on: reported.received_on,
        incident: reported.incident.clone(),
        version: 1,
        created_at: acting.tx.now(),
        updated_at: acting.tx.now(),
    };
    deeds::insert(acting.tx, &deed, &actors)?;
    deeds::append(acting.tx, acting.actor, &entries)?;
    let actors: Vec<Actor> = actors.into_iter().map(|(actor, _)| actor).collect();
    let named: Vec<ActorId> = actors.iter().map(|actor| actor.id).collect();
    let reported = Change::new(
        "deed.reported",
        subject(&deed),
        json!({ "actor_ids": named }),
    );
    changes.insert(0, reported);
    changes.extend(source.finish(acting.tx, id)?);
    let masked = Representation::Masked;
    let view = DeedView::new(&deed, &actors, masked);
    let answer = Answer::created(address(id), &view)?.tagged(&masked.tag(deed.version));
    Ok(Effect { answer, changes })
}

fn ids(reported: &Reported) -> Vec<PersonId> {
    reported.actors.iter().map(|(id, _)| *id).collect()
}

/// The files of the actors, in their order.
fn files(
    acting: &mut Acting<'_, '_>,
    scope: &RegionScope,
    reported: &Reported,
) -> Result<Vec<Person>, Problem> {
    let mut found = people::find_all(acting.tx, scope, &ids(reported))?;
    let mut errors = FieldErrors::new();
    let mut files = Vec::new();
    for (index, (id, _)) in reported.actors.iter().enumerate() {
        let pointer = format!("/actors/{index}/person_id");
        match found.remove(id).transpose()? {
            None => errors.push(pointer, &ReportFault::PersonUnknown),
            Some(file) => match file.status {
                FileStatus::Active => files.push(file),
                FileStatus::Merged { .. } => errors.push(pointer, &ReportFault::PersonMerged),
            },
        }
    }
    errors.into_result().map_err(Problem::invalid_data)?;
    Ok(files)
}

fn open(
    acting: &Acting<'_, '_>,
    state: &State,
    reported: &Reported,
    receipt_on_record: bool,
    registered_by: Option<Signer>,
) -> Result<(ActorCase, Vec<Happened>, Vec<BodyTask>), Problem> {
    let setting = setting(
        state.policies.set(),
        reported.received_on,
        acting.tx.today(),
        None,
    )?;
    let region = RegionTree::builtin()
        .get(&reported.region)
        .ok_or_else(|| Problem::internal("the region of a report is not in the tree"))?;
    let report = Report {
        filed_by: reported.incident.filer.into(),
        occurred_on: reported.incident.occurred_on,
        received_on: reported.received_on,
        receipt_on_record,
        backdating_reason: reported.backdating_reason.clone(),
        holder: Holder::of(region),
        registered_by,
    };
    let (case, happened) = ActorCase::open(report, &setting).map_err(|_| {
        // The day of receipt is all that opening a case can refuse.
        let mut errors = FieldErrors::new();
        let filing = &setting.policy.terms().deeds.filing;
        let max_days = filing.receipt_backdating_days;
        errors.push("/received_on", &ReportFault::ReceiptDay { max_days });
        Problem::invalid_data(errors)
    })?;
    let due = case.due_of_body(&setting);
    Ok((case, happened, due))
}
