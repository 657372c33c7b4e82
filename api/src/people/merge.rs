use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use domain::error::{Coded, FieldErrors};
use domain::ids::PersonId;
use domain::people::{FileStatus, MatchStatus, Merged, Person, PersonError, PersonEvent, merge};
use domain::policy::PolicySet;
use domain::regions::RegionCode;
use domain::text::Paragraphs;
use persistence::audit::Change;
use persistence::match_tasks::{MatchTask, Repointed};
use persistence::{RegionScope, match_tasks, people};
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;
use validator::Validate;

use super::view::PersonView;
use super::{Asking, person_exists, require_active, subject, view};
use crate::auth::permissions::PeopleMerge;
use crate::auth::{Caller, Representation};
use crate::commands::{Acting, Answer, Command, Effect};
use crate::contract::examples::ids;
use crate::contract::parameters::{CommandHeaders, CommandQuery, UpdateHeaders};
use crate::http::{Body, BoundedParagraphs, IfMatch, Path, Required};
use crate::match_tasks::{closed, opened, repointed};
use crate::problems::Problem;
use crate::procedure::{Before, person_changed};
use crate::services::Services;

/// 合并 / Which file to take in, and why.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "absorbed_id": ids::PAPER_FILE, "reason": "经核对为同一人" }))]
struct PersonMerge {
    /// 被并入的档案 / The file that is taken in.
    #[schema(value_type = Uuid)]
    absorbed_id: PersonId,
    /// 认定为同一人的理由 / Why the two are one person.
    #[validate(nested)]
    reason: BoundedParagraphs<1, 500>,
}

/// 合并同一人的两份档案 / Merge the two files of one person
///
/// 仅限市级，须指明承办人。保留档案的内容不变，只补其所缺；两份历史都保留。被并入的档案不再能按姓名查到，也不再
/// 能更改；其区县仍以其编号申报、立案，以保留档案为准评估。对未办结的事迹重新评估，查对是否重复。核对任务已排除的两份档案，须先重新启动该任务。 /
/// Only the city, and only for an officer. The survivor keeps what it
/// says and takes what it lacks; both histories are kept. The absorbed file is no longer found by name nor changed; its
/// county goes on under its id, and the survivor is what counts. The
/// rules are applied again to deeds that are not decided, in search of duplicates. Of two files whose match task was
/// dismissed the task is reopened first.
#[utoipa::path(
    security(("oauth2" = ["people:merge"])),
    extensions(("x-problem-codes" = json!(["city_only", "file_merged", "not_possible", "person_exists"]))),
    params(
        ("id" = Uuid, Path, description = "保留的档案 / The file that survives", example = json!(ids::PERSON)),
        UpdateHeaders, CommandHeaders, CommandQuery,
    ),
    request_body = PersonMerge,
    responses(
        (status = 200, description = "合并后的档案，敏感信息遮盖 / The file as it is now, sensitive data masked", body = PersonView,
            headers(("ETag" = String, description = "供 If-Match 使用 / For `If-Match`"))),
    ),
)]
#[post("/v1/people/{id}/merge")]
pub(super) async fn person_merge(
    caller: Caller<PeopleMerge>,
    services: Data<Services>,
    Path(id): Path<PersonId>,
    Required(condition): Required<IfMatch>,
    command: Command,
    body: Body<PersonMerge>,
) -> Result<HttpResponse, Problem> {
    caller.require_city()?;
    let city = services.policies.city();
    let mut faults = FieldErrors::new();
    let input = faults
        .take("/reason", Paragraphs::parse(&body.value.reason))
        .map(|reason| Input {
            asking: Asking::of(&caller),
            survivor: id,
            absorbed: body.value.absorbed_id,
            reason,
        })
        .ok_or_else(|| Problem::invalid_data(faults));
    command
        .run(&caller, &body.raw, input, move |acting, input| {
            input.run(acting, &condition, services.policies.set(), city)
        })
        .await
}

struct Input {
    asking: Asking,
    survivor: PersonId,
    absorbed: PersonId,
    reason: Paragraphs<500>,
}

impl Input {
    fn run(
        &self,
        acting: &mut Acting<'_, '_>,
        condition: &IfMatch,
        policies: &PolicySet,
        city: RegionCode,
    ) -> Result<Effect, Problem> {
        people::lock_with_files(acting.tx, &[self.survivor, self.absorbed])?;
        let scope = RegionScope::City;
        people::lock_with_files(acting.tx, &[self.survivor, self.absorbed])?;
        let survivor =
            people::find(acting.tx, &scope, self.survivor)?.ok_or_else(Problem::not_found)?;
        acting.require_city_officer(city)?;
        require_active(acting.tx, &scope, &survivor)?;
        condition.require(survivor.version)?;
        let absorbed = people::find(acting.tx, &scope, self.absorbed)?
            .ok_or_else(|| PersonError::Unknown.at("/absorbed_id"))?;
        let task = match_tasks::of_pair(acting.tx, survivor.id, absorbed.id)?;
        let merged = merge(&survivor, &absorbed, task.map(|task| task.status))
            .map_err(|unmet| Problem::not_possible(&unmet, "/absorbed_id"))?;
        // The absorbed file first: its citizen number must be free for the survivor.
        let absorbed = people::absorb(acting.tx, &absorbed, survivor.id)?;
        self.require_free_number(acting, &survivor, &merged)?;
        let before = survivor.file.clone();
        let survivor = people::save(acting.tx, &survivor, &merged.file)?;
        people::adopt(acting.tx, survivor.id, absorbed.id)?;
        let reason = self.reason.to_string();
        let taken_in = PersonEvent::Merged {
            absorbed: absorbed.id,
            taken: merged.taken,
            reason: reason.clone(),
        };
        people::append(acting.tx, &survivor, acting.principal, &taken_in)?;
        let given_up = PersonEvent::Absorbed {
            into: survivor.id,
            reason,
        };
        people::append(acting.tx, &absorbed, acting.principal, &given_up)?;
        // The survivor's county must not learn of another's file, nor that one of the survivor.
        let data = if absorbed.file.region == survivor.file.region {
            json!({ "absorbed_id": absorbed.id })
        } else {
            json!({})
        };
        let mut changes = vec![
            Change::new("person.merged", subject(&survivor), data),
            Change::new("person.absorbed", subject(&absorbed), json!({})),
        ];
        changes.extend(self.settle_tasks(acting, &survivor, city)?);
        let before = Before {
            file: &before,
            absorbed: Some(&absorbed),
            client: self.asking.client,
            scope: &self.asking.scope,
            city,
        };
        changes.extend(person_changed(acting, policies, &before, &survivor)?);
        let shown = view(acting.tx, &scope, &survivor, Representation::Masked)?;
        let answer = Answer::ok(&shown)?.tagged(&Representation::Masked.tag(survivor.version));
        Ok(Effect { answer, changes })
    }

    /// Refuses a merge by which the survivor takes a citizen number that a third file in its own
    /// region holds: those two are to be merged first.
    fn require_free_number(
        &self,
        acting: &mut Acting<'_, '_>,
        survivor: &Person,
        merged: &Merged,
    ) -> Result<(), Problem> {
        let (None, Some(number)) = (&survivor.file.citizen_number, &merged.file.citizen_number)
        else {
            return Ok(());
        };
        let region = RegionScope::Regions(vec![survivor.file.region]);
        let holders = people::holders(acting.tx, &region, number, Some(survivor.id))?;
        match holders.yours {
            Some(third) if third.status == FileStatus::Active => {
                let problem = person_exists(acting.tx, &self.asking, &third)?;
                Err(problem.detail(
                    "存留档案所在区划另有同一公民身份号码的档案，见 existing。请先将存留档案与该档案合并。",
                    "Another file of the survivor's region has this citizen number; see existing. Merge the survivor with that file first.",
                ))
            }
            _ => Ok(()),
        }
    }

    /// Whether a task of the absorbed file says something of the survivor: it is open, or it was
    /// dismissed and the third file was not merged since, which is kept apart from the survivor too.
    fn still_stands(&self, acting: &mut Acting<'_, '_>, task: &MatchTask) -> Result<bool, Problem> {
        match task.status {
            MatchStatus::Open => Ok(true),
            MatchStatus::Merged => Ok(false),
            MatchStatus::Dismissed => {
                let third = task.other_than(self.absorbed);
                let third = people::find(acting.tx, &RegionScope::City, third)?;
                Ok(third.is_some_and(|third| third.status == FileStatus::Active))
            }
        }
    }

    /// Closes the open task of the two files. In every other one of the absorbed file that stands the
    /// survivor takes its place, unless it has one with that third file already. A third file that holds the
    /// number which the survivor took is matched with it too.
    fn settle_tasks(
        &self,
        acting: &mut Acting<'_, '_>,
        survivor: &Person,
        city: RegionCode,
    ) -> Result<Vec<Change>, Problem> {
        let mut changes = Vec::new();
        for task in match_tasks::of_person(acting.tx, self.absorbed)? {
            if !self.still_stands(acting, &task)? {
                continue;
            }
            if [task.person, task.other_person].contains(&survivor.id) {
                let task = match_tasks::set_status(acting.tx, &task, MatchStatus::Merged, None)?;
                changes.push(closed(&task, city));
                continue;
            }
            match match_tasks::repoint(acting.tx, &task, self.absorbed, survivor.id)? {
                Repointed::Done(task) => changes.push(repointed(&task, city)),
                // What was found of the absorbed file is on file of the survivor already.
                Repointed::Taken(_) if task.status == MatchStatus::Dismissed => {}
                Repointed::Taken(other) => {
                    let note = superseded_by(&other);
                    let status = MatchStatus::Dismissed;
                    let task = match_tasks::set_status(acting.tx, &task, status, Some(&note))?;
                    changes.push(closed(&task, city));
                }
            }
        }
        if let Some(number) = &survivor.file.citizen_number {
            let nobody = RegionScope::Regions(Vec::new());
            let holders = people::holders(acting.tx, &nobody, number, Some(survivor.id))?;
            let tasks = match_tasks::open(acting.tx, survivor.id, &holders.elsewhere)?;
            changes.extend(tasks.iter().map(|task| opened(task, city)));
        }
        Ok(changes)
    }
}

/// Why the task of an absorbed file ends where the survivor has one with the same third file.
fn superseded_by(other: &MatchTask) -> String {
    let id = other.id;
    format!("档案已合并，由任务 {id} 接替 / The file was merged; the task {id} stands in its place")
}
