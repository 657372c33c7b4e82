//! What the rules of the procedure ask of the world: the day, the policy of the case, the calendar,
//! the newest receipt; and who acts.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use domain::calendar::HolidayCalendar;
use domain::deeds::procedure::{ActorCase, Eligibility, Holder, Scope, Setting, Signer};
use domain::ids::{ClientId, DecisionId, OfficerId};
use domain::policy::PolicySet;
use domain::regions::RegionTree;
use persistence::decisions::{self, Decision};
use persistence::deeds::Actor;
use persistence::officers;
use persistence::{Reader, RegionScope, StoreError};

use crate::auth::{Caller, Scope as TokenScope};
use crate::policies;
use crate::problems::{Code, Problem};

/// The setting of a case that was received on a day.
pub(super) fn setting(
    policies: &PolicySet,
    received_on: NaiveDate,
    today: NaiveDate,
    eligibility: Option<Eligibility>,
) -> Result<Setting<'_>, Problem> {
    Ok(Setting {
        eligibility,
        policy: policies
            .in_force_on(received_on)
            .map_err(policies::problem)?,
        regions: RegionTree::builtin(),
        calendar: HolidayCalendar::builtin(),
        today,
    })
}

/// The setting of a case with its receipt.
pub(super) fn setting_of<'a>(
    policies: &'a PolicySet,
    case: &ActorCase,
    today: NaiveDate,
    receipt: Option<&Decision>,
) -> Result<Setting<'a>, Problem> {
    let eligibility = receipt
        .and_then(|decision| Eligibility::from_receipt(decision.summary.id, &decision.receipt));
    setting(policies, case.received_on(), today, eligibility)
}

/// The receipts of cases that the caller has been shown to reach, whichever region keeps them: a
/// transferred case brings along the receipts of the body that held it before.
pub(super) fn receipts(
    reader: &mut Reader<'_>,
    actors: &[Actor],
) -> Result<BTreeMap<DecisionId, Decision>, StoreError> {
    let ids: Vec<DecisionId> = actors.iter().map(|actor| actor.decision).collect();
    decisions::find_all(reader, &RegionScope::City, &ids)
}

/// What a token allows in the procedure.
pub(super) fn scopes<P>(caller: &Caller<P>) -> BTreeSet<Scope> {
    [
        (TokenScope::DeedsReport, Scope::Report),
        (TokenScope::DeedsInvestigate, Scope::Investigate),
        (TokenScope::DeedsConfirm, Scope::Confirm),
    ]
    .into_iter()
    .filter(|(held, _)| caller.grant().scopes.contains(*held))
    .map(|(_, scope)| scope)
    .collect()
}

/// The officers among these for whom the client may act, as they sign.
pub(super) fn signers(
    reader: &mut Reader<'_>,
    client: ClientId,
    ids: &[OfficerId],
) -> Result<BTreeMap<OfficerId, Signer>, StoreError> {
    let tree = RegionTree::builtin();
    let found = officers::signatories(reader, client, ids)?;
    Ok(found
        .into_iter()
        .filter_map(|signatory| {
            let signer = Signer {
                officer: signatory.officer,
                organisation: signatory.organisation,
                kind: signatory.kind,
                seat: Holder::of(tree.get(&signatory.region)?),
            };
            Some((signatory.officer, signer))
        })
        .collect())
}

/// The officer for whom the client acts, as a signer.
pub(super) fn signer(
    reader: &mut Reader<'_>,
    client: ClientId,
    officer: OfficerId,
) -> Result<Signer, Problem> {
    signers(reader, client, &[officer])?
        .remove(&officer)
        .ok_or_else(|| Problem::new(Code::OfficerNotAllowed))
}
