//! What the rules of a procedure ask of the world: the day, the policy of the case, the calendar, the
//! newest receipt; and who acts.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use domain::calendar::HolidayCalendar;
use domain::ids::{ClientId, OfficerId, ReceiptId};
use domain::policy::PolicySet;
use domain::procedure::{Case, Context, Holder, Procedure, Scope, Signer};
use domain::regions::RegionTree;
use persistence::cases::CaseOnFile;
use persistence::officers;
use persistence::receipts::{self, StoredReceipt};
use persistence::{Reader, RegionScope, StoreError};

use super::Served;
use crate::auth::Caller;
use crate::auth::permissions::Permission as _;
use crate::policies;
use crate::problems::{Code, Problem};

/// The context of a case that was received on a day.
pub(crate) fn context<'a, P: Procedure>(
    policies: &'a PolicySet,
    calendar: &'a HolidayCalendar,
    received_on: NaiveDate,
    today: NaiveDate,
    rules: Option<P::Rules>,
) -> Result<Context<'a, P>, Problem> {
    Ok(Context {
        rules,
        policy: policies
            .in_force_on(received_on)
            .map_err(policies::problem)?,
        regions: RegionTree::current(),
        calendar,
        today,
    })
}

/// The context of a case with its receipt.
pub(crate) fn context_of<'a, P: Procedure>(
    policies: &'a PolicySet,
    calendar: &'a HolidayCalendar,
    case: &Case<P>,
    today: NaiveDate,
    receipt: Option<&StoredReceipt>,
) -> Result<Context<'a, P>, Problem> {
    let rules = receipt.and_then(|stored| P::rules(stored.summary.id, &stored.receipt));
    context(policies, calendar, case.received_on(), today, rules)
}

/// The receipts of cases that the caller has been shown to reach, whichever region keeps them: a
/// transferred case brings along the receipts of the body that held it before.
pub(super) fn receipts<P: Procedure>(
    reader: &mut Reader<'_>,
    cases: &[CaseOnFile<P>],
) -> Result<BTreeMap<ReceiptId, StoredReceipt>, StoreError> {
    let ids: Vec<ReceiptId> = cases.iter().map(|case| case.receipt_id).collect();
    receipts::find_all(reader, &RegionScope::City, &ids)
}

/// What a token allows in a procedure.
pub(super) fn scopes<P: Served, S>(caller: &Caller<S>) -> BTreeSet<Scope> {
    [
        (P::Report::SCOPE, Scope::Report),
        (P::Investigate::SCOPE, Scope::Investigate),
        (P::Confirm::SCOPE, Scope::Confirm),
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
    let tree = RegionTree::current();
    let found = officers::signatories(reader, client, ids)?;
    Ok(found
        .into_iter()
        .filter_map(|signatory| {
            let signer = Signer {
                officer: signatory.officer,
                organisation: signatory.organisation,
                kind: signatory.kind,
                body: Holder::of(tree.get(&signatory.region)?),
            };
            Some((signatory.officer, signer))
        })
        .collect())
}

/// The officer for whom the client acts, as a signer.
pub(crate) fn signer(
    reader: &mut Reader<'_>,
    client: ClientId,
    officer: OfficerId,
) -> Result<Signer, Problem> {
    signers(reader, client, &[officer])?
        .remove(&officer)
        .ok_or_else(|| Problem::new(Code::OfficerNotAllowed))
}
