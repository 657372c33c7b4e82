//! People: the files of those who acted bravely.

mod access_log;
mod get;
mod history;
mod list;
mod lookup;
mod merge;
mod patch;
mod register;
mod wire;

use std::collections::BTreeSet;

use actix_web::guard::GuardContext;
use chrono::NaiveDate;
use domain::ids::PersonId;
use domain::people::{FileStatus, Person, Registrar};
use domain::regions::RegionCode;
use persistence::audit::{Change, NUMBER_MET, Subject};
use persistence::{Reader, RegionScope, StoreError, people};
use serde_json::json;

use crate::auth::{Caller, Representation, Scope};
use crate::problems::{Code, Problem};
use crate::routes::Routes;
use wire::PersonView;

/// The tag of these operations in the contract.
const TAG: &str = "people";

/// Adds the operations.
pub fn configure(routes: &mut Routes<'_>) {
    routes
        .service(register::person_register)
        .service(list::person_list)
        .service(lookup::person_lookup)
        .service(get::person_get)
        .service(patch::person_update)
        .service(history::person_history_list)
        .service(access_log::person_access_list)
        .service(merge::person_merge);
}

/// Keeps `/v1/people/lookups` from being taken for a file, so that a wrong method there is told
/// which one is right.
fn is_no_lookup(request: &GuardContext<'_>) -> bool {
    request.head().uri.path() != "/v1/people/lookups"
}

/// Who writes, as the rules of files ask it.
fn registrar(scope: &RegionScope, city: RegionCode, today: NaiveDate) -> Registrar<'_> {
    Registrar {
        city,
        regions: match scope {
            RegionScope::City => None,
            RegionScope::Regions(regions) => Some(regions),
        },
        today,
    }
}

fn address(id: PersonId) -> String {
    format!("/v1/people/{id}")
}

pub(crate) fn subject(person: &Person) -> Subject {
    Subject {
        kind: "person",
        id: person.id.to_string(),
        version: person.version,
        region: person.file.region,
    }
}

/// The survivors of merged files that the caller reaches too.
fn reachable_survivors<'a>(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    people: impl IntoIterator<Item = &'a Person>,
) -> Result<BTreeSet<PersonId>, StoreError> {
    let survivors = people
        .into_iter()
        .filter_map(|person| match person.status {
            FileStatus::Merged { into } => Some(into),
            FileStatus::Active => None,
        })
        .collect();
    people::reachable(reader, scope, &survivors)
}

/// A file as it is shown to the caller.
fn view(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    person: &Person,
    representation: Representation,
) -> Result<PersonView, StoreError> {
    let reachable = reachable_survivors(reader, scope, [person])?;
    Ok(PersonView::new(person, representation, &reachable))
}

/// Who asks to give a file a citizen number.
struct Asking {
    scope: RegionScope,
    /// Whether the token also allows reading files, so that a refusal may show one.
    may_read: bool,
}

impl Asking {
    fn of<P>(caller: &Caller<P>) -> Self {
        Self {
            scope: caller.regions().clone(),
            may_read: caller.grant().scopes.contains(Scope::PeopleRead),
        }
    }
}

/// The refusal of a citizen number that a file within the caller's regions holds. It tells that
/// somebody has a file, as a lookup does, and like a lookup it is kept in the access log.
fn person_exists(
    reader: &mut Reader<'_>,
    asking: &Asking,
    existing: &Person,
) -> Result<Problem, StoreError> {
    let shown = if asking.may_read {
        json!(view(
            reader,
            &asking.scope,
            existing,
            Representation::Masked
        )?)
    } else {
        json!({ "id": existing.id })
    };
    let problem = Problem::new(Code::PersonExists)
        .with("existing", shown)
        .located(address(existing.id))
        .recording(Change::sensitive_read(
            NUMBER_MET,
            subject(existing),
            json!({}),
        ));
    let merged = matches!(existing.status, FileStatus::Merged { .. });
    if merged && reachable_survivors(reader, &asking.scope, [existing])?.is_empty() {
        return Ok(merged_elsewhere(problem));
    }
    Ok(problem)
}

/// Says where to turn when the file that survived is out of the caller's reach, and nothing of that
/// file.
fn merged_elsewhere(problem: Problem) -> Problem {
    problem.detail(
        "市级已将此档案并入另一份档案。如需更改，请向市级提出。",
        "The city has merged this file into another one. Ask the city for changes.",
    )
}

/// The refusal of a write to a file that was merged into another.
fn require_active(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    person: &Person,
) -> Result<(), Problem> {
    let FileStatus::Merged { into } = person.status else {
        return Ok(());
    };
    let problem = Problem::new(Code::FileMerged);
    let reachable = people::reachable(reader, scope, &BTreeSet::from([into]))?;
    Err(if reachable.is_empty() {
        merged_elsewhere(problem)
    } else {
        problem.with("merged_into", into.to_string().into())
    })
}
