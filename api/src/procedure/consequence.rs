//! A step that another one brings about, in the same transaction and by those who signed that one: what a
//! revocation does to what rests on it, and what the decision of a round does to its candidates.

use domain::named::NamedEnum as _;
use domain::procedure::{Act, Case, Command, ExecutedStep, Procedure, Scope, Signer, Who};
use persistence::RegionScope;
use persistence::audit::Change;
use persistence::cases::CaseOnFile;
use serde_json::json;

use super::{File, Served, signer};
use crate::commands::Acting;
use crate::policy::Policies;
use crate::problems::Problem;

/// Those who signed the step that brings the other about.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Signed {
    by: Option<Signer>,
    second: Option<Signer>,
    co_signer: Option<Signer>,
}

impl Signed {
    /// Those who took a step.
    pub(crate) fn of<P: Procedure>(executed: &ExecutedStep<P>) -> Self {
        Self {
            by: executed.by,
            second: executed.second,
            co_signer: executed.co_signer,
        }
    }

    /// The officer who acts, where a change that is no step brings the other about.
    pub(crate) fn by_officer(acting: &mut Acting<'_, '_>) -> Result<Self, Problem> {
        let officer = acting.officer.as_ref().map(|officer| officer.id);
        let by = match acting.principal.client.zip(officer) {
            Some((client, officer)) => Some(signer(acting.tx, client, officer)?),
            None => None,
        };
        Ok(Self {
            by,
            second: None,
            co_signer: None,
        })
    }

    /// Those who took the last step of a case; none where nobody of the service did.
    pub(crate) fn last_of<P: Procedure>(case: &Case<P>) -> Option<Self> {
        case.history().last().map(Self::of)
    }
}

/// Takes a step in those cases of a file of which `wanted` says so, in whichever region they are; in none
/// where it names none. Refused like any step, which then undoes what brought it about.
pub(crate) fn follow<P: Served>(
    acting: &mut Acting<'_, '_>,
    policies: &Policies,
    id: P::FileId,
    wanted: impl Fn(&CaseOnFile<P>) -> bool,
    (act, signed): (P::Act, &Signed),
) -> Result<Vec<Change>, Problem> {
    let mut file = File::<P>::open(acting.tx, &RegionScope::City, id)?;
    let places: Vec<usize> = (0..file.cases().len())
        .filter(|place| file.cases().get(*place).is_some_and(&wanted))
        .collect();
    if places.is_empty() {
        return Ok(Vec::new());
    }
    let mut command = Command {
        act: Act::Own(act),
        who: Who {
            scopes: [Scope::Report, Scope::Investigate, Scope::Confirm].into(),
            signer: signed.by,
            applicant: false,
        },
        second: signed.second,
        co_signer: signed.co_signer,
    };
    P::prepare(acting, policies, &file, &mut command.act)?;
    file.look_again(acting, policies.set(), &places, &command.act)?;
    file.execute(acting.tx, policies.set(), &places, &command)?;
    file.renew(acting, policies.set())?;
    let moved: Vec<_> = places
        .iter()
        .filter_map(|place| file.cases().get(*place))
        .map(|one| json!({ "id": one.id, "state": one.case.state() }))
        .collect();
    let data = json!({ "step": command.act.step().as_str(), "actors": moved });
    let mut changes = file.save(acting, policies.set(), "step_taken", data)?;
    let taken = (&places[..], &command.act);
    changes.extend(P::executed(acting, policies, &file, taken)?);
    Ok(changes)
}
