//! Refusals that tell of a file that is there already.

use domain::ids::ClientId;
use domain::people::Person;
use persistence::audit::{Change, NUMBER_MET};
use persistence::{Reader, RegionScope, StoreError};
use serde_json::json;

use super::{Survivor, Survivors, address, subject, view};
use crate::auth::{Caller, Representation};
use crate::credentials::Scope;
use crate::problems::{Code, Problem};

/// The caller who gives a file a citizen number.
pub(super) struct Asking {
    pub(super) scope: RegionScope,
    pub(super) client: ClientId,
    /// Whether the token also allows reading files, so that a refusal may show one.
    may_read: bool,
}

impl Asking {
    pub(super) fn of<P>(caller: &Caller<P>) -> Self {
        Self {
            scope: caller.regions().clone(),
            client: caller.client(),
            may_read: caller.grant().scopes.contains(Scope::PeopleRead),
        }
    }
}

/// The refusal of a citizen number that a file within the caller's regions holds. It tells that
/// somebody has a file, as a lookup does, and like a lookup it is kept in the access log.
pub(super) fn person_exists(
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
    let survivor = Survivors::load(reader, &asking.scope, [existing])?.of(existing);
    Ok(match survivor {
        Some(survivor) => merged(problem, survivor),
        None => problem,
    })
}

/// Says what is still done under the id of a merged file, and who keeps the one that survived; nothing else of
/// that file where it is out of the caller's reach.
fn merged(problem: Problem, survivor: Survivor) -> Problem {
    let keeper = survivor.kept_by;
    let problem = problem.with("kept_by", keeper.to_string().into());
    match survivor.id {
        Some(id) => problem.with("merged_into", id.to_string().into()).detail(
            format!("此档案已并入档案 {id}，由 {keeper} 管理。申报、立案仍可使用本编号；更改档案，请在 merged_into 所指的档案上办理。"),
            format!("This file was merged into {id}, which {keeper} keeps. Reports may go on under this id; change the file in merged_into."),
        ),
        None => problem.detail(
            format!("此档案已并入另一份档案，由 {keeper} 管理。申报、立案仍可使用本编号；更改档案，请向 {keeper} 或者市级提出。"),
            format!("This file was merged into another one, which {keeper} keeps. Reports may go on under this id; ask {keeper} or the city for changes."),
        ),
    }
}

/// The refusal of a write to a file that was merged into another.
pub(crate) fn require_active(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    person: &Person,
) -> Result<(), Problem> {
    match Survivors::load(reader, scope, [person])?.of(person) {
        Some(survivor) => Err(merged(Problem::new(Code::FileMerged), survivor)),
        None => Ok(()),
    }
}
