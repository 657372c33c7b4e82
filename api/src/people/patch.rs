use actix_web::web::Data;
use actix_web::{HttpResponse, patch};
use domain::identity::CitizenNumber;
use domain::ids::PersonId;
use domain::people::{Field, FileStatus, Person, PersonEvent, Revision, revise};
use domain::regions::RegionCode;
use persistence::audit::{Change, Subject};
use persistence::{RegionScope, Tx, match_tasks, people};
use serde_json::json;

use super::new::{NewPerson, PersonChange};
use super::view::PersonView;
use super::{
    Asking, find_kept_elsewhere, is_no_lookup, person_exists, registrar, require_active, subject,
    view,
};
use crate::auth::permissions::PeopleWrite;
use crate::auth::{Caller, Representation};
use crate::commands::{Acting, Answer, Command, Effect};
use crate::contract::examples::ids;
use crate::contract::parameters::{CommandHeaders, CommandQuery, UpdateHeaders};
use crate::http::{Body, IfMatch, Path, Required};
use crate::match_tasks::opened;
use crate::problems::Problem;
use crate::procedure::{Before, person_changed};
use crate::services::Services;

/// 更新人员档案 / Change a person's file
///
/// JSON Merge Patch：未写的成员不变，null 表示去掉。没有实际变化时版本不变。未结案件的规则随之重新评估。承办该人员未结案件、
/// 或者公示、证书载明该人员的案件的单位，也可以更正其他区县管理的档案（`region_code` 除外）；更正联系电话、住址以外的内容须由承办人提出。已并入他档的答复 409 `file_merged`；辖区内另一档案已有此号码的答复 409
/// `person_exists`。 / JSON Merge Patch: what is left
/// out stays, `null` removes. A patch that changes nothing makes no new version. The
/// rules are applied again to open cases of the person. The body that holds an open case of the person, or one whose notice or certificate names the person, may
/// also correct a file that another county keeps, except its `region_code`; more than the telephone and the
/// address only by an officer. A merged file is 409
/// `file_merged`; a number that another file within your regions has is 409 `person_exists`.
#[utoipa::path(
    security(("oauth2" = ["people:write"])),
    extensions(("x-problem-codes" = json!(["person_exists", "file_merged", "not_possible"]))),
    params(
        ("id" = Uuid, Path, description = "档案编号 / The file's id", example = json!(ids::PERSON)),
        UpdateHeaders, CommandHeaders, CommandQuery,
    ),
    request_body(content(
        (PersonChange = "application/merge-patch+json"),
        (PersonChange = "application/json"),
    )),
    responses(
        (status = 200, description = "更新后的档案，敏感信息遮盖 / The file as it is now, sensitive data masked", body = PersonView,
            headers(("ETag" = String, description = "供 If-Match 使用 / For `If-Match`"))),
    ),
)]
#[patch("/v1/people/{id}", guard = "is_no_lookup")]
pub(super) async fn person_update(
    caller: Caller<PeopleWrite>,
    services: Data<Services>,
    Path(id): Path<PersonId>,
    Required(condition): Required<IfMatch>,
    command: Command,
    body: Body<PersonChange>,
) -> Result<HttpResponse, Problem> {
    let update = Update {
        id,
        condition,
        asking: Asking::of(&caller),
        city: services.policies.city(),
        services,
    };
    command
        .run(&caller, &body.raw, Ok(body.value), move |acting, patch| {
            update.run(acting, patch)
        })
        .await
}

struct Update {
    id: PersonId,
    condition: IfMatch,
    asking: Asking,
    city: RegionCode,
    services: Data<Services>,
}

impl Update {
    fn run(&self, acting: &mut Acting<'_, '_>, patch: &PersonChange) -> Result<Effect, Problem> {
        people::lock_with_files(acting.tx, &[self.id])?;
        let own = people::find(acting.tx, &self.asking.scope, self.id)?;
        let is_own = own.is_some();
        let current = match own {
            Some(current) => current,
            None => find_kept_elsewhere(acting.tx, &self.asking.scope, self.id)?,
        };
        require_active(acting.tx, &self.asking.scope, &current)?;
        self.condition.require(current.version)?;
        let (draft, faults) = patch.applied(&NewPerson::of(&current.file))?.draft();
        let writer = registrar(&self.asking.scope, self.city, acting.tx.today());
        let revision = revise(&current.file, draft, faults, &writer)?;
        if revision.changes.is_empty() {
            return self.effect(acting.tx, &current, Vec::new());
        }
        let more_than_contact = revision
            .changes
            .iter()
            .any(|change| !matches!(change.field, Field::Phone | Field::Address));
        if !is_own && more_than_contact {
            acting.require_officer()?;
        }
        let elsewhere = self.others_with_number(acting.tx, &current, &revision)?;
        let person = people::save(acting.tx, &current, &revision.file)?;
        let fields: Vec<_> = revision
            .changes
            .iter()
            .map(|change| change.field.pointer())
            .collect();
        let event = PersonEvent::Changed {
            changes: revision.changes,
        };
        people::append(acting.tx, &person, acting.principal, &event)?;
        let tasks = match_tasks::open(acting.tx, person.id, &elsewhere)?;
        let data = json!({ "fields": fields });
        let mut changes = vec![Change::new("person.changed", subject(&person), data)];
        if current.file.region != person.file.region {
            // The county that gave the file up no longer sees what happens to it.
            let given_up = Subject {
                region: current.file.region,
                ..subject(&person)
            };
            changes.push(Change::new("person.moved_away", given_up, json!({})));
        }
        changes.extend(tasks.iter().map(|task| opened(task, self.city)));
        let policies = self.services.policies.set();
        let before = Before {
            file: &current.file,
            absorbed: None,
            client: self.asking.client,
            scope: &self.asking.scope,
            city: self.city,
        };
        changes.extend(person_changed(acting, policies, &before, &person)?);
        self.effect(acting.tx, &person, changes)
    }

    /// The files in other regions that hold the number which this one gets; a refusal when one
    /// within the caller's regions does, or one in the region to which the file is moved. Of a file
    /// that another county keeps, its own region is the one that counts.
    fn others_with_number(
        &self,
        tx: &mut Tx<'_>,
        current: &Person,
        revision: &Revision,
    ) -> Result<Vec<PersonId>, Problem> {
        let changed = |field| revision.changes.iter().any(|change| change.field == field);
        let number: &CitizenNumber = match &revision.file.citizen_number {
            Some(number) => number,
            None => return Ok(Vec::new()),
        };
        let new_number = changed(Field::CitizenNumber);
        let kept_here = self.asking.scope.covers(&current.file.region);
        let asked = match (new_number, changed(Field::Region)) {
            (true, _) if kept_here => self.asking.scope.clone(),
            (true, _) => RegionScope::Regions(vec![current.file.region]),
            (false, true) => RegionScope::Regions(vec![revision.file.region]),
            (false, false) => return Ok(Vec::new()),
        };
        let holders = people::holders(tx, &asked, number, Some(current.id))?;
        match holders.yours {
            Some(other) if other.status == FileStatus::Active && kept_here => {
                Err(person_exists(tx, &self.asking, &other)?)
            }
            Some(other) if other.status == FileStatus::Active => {
                Err(Problem::not_possible(&[NumberTaken], "/citizen_number"))
            }
            _ if new_number => Ok(holders.elsewhere),
            _ => Ok(Vec::new()),
        }
    }

    fn effect(
        &self,
        tx: &mut Tx<'_>,
        person: &Person,
        changes: Vec<Change>,
    ) -> Result<Effect, Problem> {
        let shown = view(tx, &self.asking.scope, person, Representation::Masked)?;
        let answer = Answer::ok(&shown)?.tagged(&Representation::Masked.tag(person.version));
        Ok(Effect { answer, changes })
    }
}

domain::faults! {
    /// Of that file the caller, who does not reach it, learns no more.
    struct NumberTaken = "number_taken_where_kept",
        "管档区县另有同一公民身份号码的档案，请向管档区县或者市级提出",
        "The county that keeps the file has another file with this citizen number. Ask it or the city.";
}
