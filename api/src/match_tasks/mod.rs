//! The city's tasks to decide whether two files are one person. Only the city sees them: nobody
//! else learns that a foreign file exists.

mod dismiss;
mod get;
mod list;
mod wire;

use domain::regions::RegionCode;
use persistence::audit::{Change, Subject};
use persistence::match_tasks::MatchTask;
use serde_json::json;

use crate::http::EntityTag;
use crate::routes::Routes;

/// The tag of these operations in the contract.
const TAG: &str = "people";

/// Adds the operations.
pub fn configure(routes: &mut Routes<'_>) {
    routes
        .service(list::match_task_list)
        .service(get::match_task_get)
        .service(dismiss::match_task_dismiss);
}

fn tag(task: &MatchTask) -> EntityTag {
    EntityTag::new(task.version, "full")
}

/// The change that a task was opened.
pub(crate) fn opened(task: &MatchTask, city: RegionCode) -> Change {
    change("match_task.opened", task, city)
}

/// The change that a task came to be of another pair.
pub(crate) fn repointed(task: &MatchTask, city: RegionCode) -> Change {
    change("match_task.repointed", task, city)
}

/// The change that a task was closed, in the one way or the other.
pub(crate) fn closed(task: &MatchTask, city: RegionCode) -> Change {
    change("match_task.closed", task, city)
}

fn change(action: &'static str, task: &MatchTask, city: RegionCode) -> Change {
    let subject = Subject {
        kind: "match_task",
        id: task.id.to_string(),
        version: task.version,
        region: city,
    };
    let data = json!({
        "person_id": task.person,
        "other_person_id": task.other_person,
        "status": task.status.as_str(),
    });
    Change::new(action, subject, data)
}
