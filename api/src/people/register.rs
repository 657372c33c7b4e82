use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use chrono::NaiveDate;
use domain::ids::{MatchTaskId, PersonId};
use domain::people::{Person, PersonEvent, PersonFile, Registrar, register};
use domain::regions::RegionCode;
use persistence::audit::Change;
use persistence::{RegionScope, match_tasks, people};
use serde_json::json;

use super::new::NewPerson;
use super::view::PersonView;
use super::{Asking, address, person_exists, subject, view};
use crate::auth::permissions::PeopleWrite;
use crate::auth::{Caller, Representation};
use crate::commands::{Acting, Answer, Command, Effect};
use crate::contract::parameters::{CommandHeaders, CommandQuery};
use crate::http::Body;
use crate::match_tasks::opened;
use crate::problems::Problem;
use crate::services::Services;

/// Who writes, as the rules of files ask it.
pub(super) fn registrar(scope: &RegionScope, city: RegionCode, today: NaiveDate) -> Registrar<'_> {
    Registrar {
        city,
        regions: match scope {
            RegionScope::City => None,
            RegionScope::Regions(regions) => Some(regions),
        },
        today,
    }
}

/// 登记人员 / Register a person
///
/// 辖区内已有同一公民身份号码的档案时，答复 409 `person_exists`，附该档案的编号，令牌含 `people:read`
/// 时附该档案；此事记入该档案的查阅日志，试运行亦然。生僻字、间隔号均可。 / Where a file within your regions
/// has the same citizen number, the answer is 409 `person_exists` with that file's id, and with the
/// file if the token holds `people:read`; the file's access log keeps it, also for a dry run. Rare
/// characters and middle dots are welcome.
#[utoipa::path(
    security(("oauth2" = ["people:write"])),
    extensions(("x-problem-codes" = json!(["person_exists"]))),
    params(CommandHeaders, CommandQuery),
    request_body = NewPerson,
    responses(
        (status = 201, description = "已建档，敏感信息遮盖 / The file, sensitive data masked", body = PersonView,
            headers(("Location" = String, description = "档案的地址 / Its address"),
                    ("ETag" = String, description = "供 If-Match 使用 / For `If-Match`"))),
    ),
)]
#[post("/v1/people")]
pub(super) async fn person_register(
    caller: Caller<PeopleWrite>,
    services: Data<Services>,
    command: Command,
    body: Body<NewPerson>,
) -> Result<HttpResponse, Problem> {
    let asking = Asking::of(&caller);
    let city = services.policies.city();
    let (draft, faults) = body.value.draft();
    let writer = registrar(&asking.scope, city, services.store.clock().today());
    let input = register(draft, faults, &writer).map_err(Problem::from);
    command
        .run(&caller, &body.raw, input, move |acting, file| {
            open_file(acting, &asking, city, file)
        })
        .await
}

fn open_file(
    acting: &mut Acting<'_, '_>,
    asking: &Asking,
    city: RegionCode,
    file: &PersonFile,
) -> Result<Effect, Problem> {
    let mut elsewhere = Vec::new();
    if let Some(number) = &file.citizen_number {
        let holders = people::holders(acting.tx, &asking.scope, number, None)?;
        if let Some(existing) = holders.yours {
            return Err(person_exists(acting.tx, asking, &existing)?);
        }
        elsewhere = holders.elsewhere;
    }
    let id = acting.tx.new_id();
    let tasks = elsewhere.iter().map(|other| (acting.tx.new_id(), *other));
    let tasks: Vec<_> = tasks.collect();
    let (person, changes) = keep_registered(acting, city, (id, file), &tasks)?;
    let shown = view(acting.tx, &asking.scope, &person, Representation::Masked)?;
    let answer = Answer::created(address(person.id), &shown)?
        .tagged(&Representation::Masked.tag(person.version));
    Ok(Effect { answer, changes })
}

/// Writes the file of a new person, and the city's tasks to compare it with files elsewhere that have the
/// same number.
pub(crate) fn keep_registered(
    acting: &mut Acting<'_, '_>,
    city: RegionCode,
    (id, file): (PersonId, &PersonFile),
    elsewhere: &[(MatchTaskId, PersonId)],
) -> Result<(Person, Vec<Change>), Problem> {
    let person = people::insert_as(acting.tx, id, file)?;
    people::append(
        acting.tx,
        &person,
        acting.principal,
        &PersonEvent::Registered,
    )?;
    let mut changes = vec![Change::new(
        "person.registered",
        subject(&person),
        json!({}),
    )];
    for (task, other) in elsewhere {
        let task = match_tasks::open_as(acting.tx, *task, person.id, *other)?;
        changes.push(opened(&task, city));
    }
    Ok((person, changes))
}
