use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use domain::deeds::{Deed, Record};
use domain::error::FieldErrors;
use domain::ids::{ClientId, DeedId, PersonId};
use domain::people::{FileStatus, Person, PersonError};
use domain::procedure::{Case, CaseEvent, Entered, Holder, Opening, Signer};
use domain::regions::RegionTree;
use persistence::cases;
use persistence::{RegionScope, intake, people};

use super::completed::completed;
use super::taking_up::TakingUp;
use super::wire::{DeedView, NewDeed, Reported};
use super::{DeedFile, TAG};
use crate::auth::Caller;
use crate::auth::permissions::DeedsReport;
use crate::commands::{Acting, Command, Effect};
use crate::contract::parameters::{CommandHeaders, CommandQuery};
use crate::http::Body;
use crate::problems::Problem;
use crate::procedure::{Opened, context, receipt_day, signer};
use crate::services::Services;

/// 申报事迹 / Report a deed
///
/// 内容完整无误的申报一律登记，待受理；规则对每名行为人的评估记为凭据（`receipt_id`），由经办人决定。行为人须先登记。
/// 公众申请或者线索由 `application_id`、`clue_id` 立为事迹。 / A well-formed report is always taken in. What the
/// rules say of each actor is kept as a receipt (`receipt_id`); an officer decides. The actors are registered as
/// people first. An application or a clue from the public becomes a deed by `application_id` or `clue_id`.
#[utoipa::path(
    tag = TAG,
    operation_id = "deed_report",
    security(("oauth2" = ["deeds:report"])),
    extensions(("x-problem-codes" = json!(["policy_not_in_force", "not_possible"]))),
    params(CommandHeaders, CommandQuery),
    request_body = NewDeed,
    responses(
        (status = 201, description = "已登记，待受理 / The deed", body = DeedView,
            headers(("Location" = String, description = "事迹的地址 / Its address"),
                    ("ETag" = String, description = "供 If-None-Match 使用 / For `If-None-Match`"))),
    ),
)]
#[post("/v1/deeds")]
pub(super) async fn deed_report(
    caller: Caller<DeedsReport>,
    services: Data<Services>,
    command: Command,
    body: Body<NewDeed>,
) -> Result<HttpResponse, Problem> {
    let (scope, client) = (caller.regions().clone(), caller.client());
    let today = services.store.clock().today();
    let input = body.value.parse(today, &scope, &services.policies.city());
    command
        .run(&caller, &body.raw, input, move |acting, reported| {
            take_in(acting, &services, (client, &scope), reported)
        })
        .await
}

fn take_in(
    acting: &mut Acting<'_, '_>,
    services: &Services,
    (client, scope): (ClientId, &RegionScope),
    reported: &Reported,
) -> Result<Effect, Problem> {
    let id: DeedId = acting.tx.new_id();
    let source = TakingUp::load(acting.tx, scope, reported)?;
    let reported = &source.dated(reported)?;
    let people = files(acting, scope, reported)?;
    let officer = acting.officer.as_ref().map(|officer| officer.id);
    let registered_by = officer
        .map(|officer| signer(acting.tx, client, officer))
        .transpose()?;
    let others = cases::others_of::<Deed>(acting.tx, scope, &ids(reported))?;
    let mut opened = Opened::new(DeedFile {
        id,
        region: reported.region,
        received_on: reported.received_on,
        subject: reported.incident.clone(),
        version: 1,
        created_at: acting.tx.now(),
        updated_at: acting.tx.now(),
    });
    for ((person_id, facts), person) in reported.actors.iter().zip(&people) {
        let others = others.get(person_id).map_or(&[][..], Vec::as_slice);
        let facts = completed(facts, person, others);
        let (case, events) = open(
            acting,
            services,
            reported,
            source.is_application(),
            registered_by,
        )?;
        let policies = services.policies.set();
        opened.add(acting, policies, *person_id, facts, (case, events))?;
    }
    let mut finished = opened.finish(acting, "reported")?;
    intake::insert_of_deed(acting.tx, &finished.file)?;
    finished.changes.extend(source.finish(acting.tx, id)?);
    finished.effect()
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
            None => errors.push(pointer, &PersonError::Unknown),
            Some(file) => match file.status {
                FileStatus::Active => files.push(file),
                FileStatus::Merged { .. } => errors.push(pointer, &PersonError::Merged),
            },
        }
    }
    errors.into_result().map_err(Problem::invalid_data)?;
    Ok(files)
}

fn open(
    acting: &Acting<'_, '_>,
    services: &Services,
    reported: &Reported,
    receipt_on_record: bool,
    registered_by: Option<Signer>,
) -> Result<(Case<Deed>, Vec<CaseEvent<Deed>>), Problem> {
    let context = context(
        services.policies.set(),
        reported.received_on,
        acting.tx.today(),
        None,
    )?;
    let region = RegionTree::builtin()
        .get(&reported.region)
        .ok_or_else(|| Problem::internal("the region of a report is not in the tree"))?;
    let opening = Opening {
        filed_by: reported.incident.filer.into(),
        received: Entered {
            on: reported.received_on,
            late_because: reported.backdating_reason.clone(),
        },
        receipt_on_record,
        holder: Holder::of(region),
        registered_by,
    };
    let record = Record::new(reported.incident.occurred_on);
    Case::open(opening, record, &context).map_err(|_| receipt_day(&context))
}
