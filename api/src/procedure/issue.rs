//! The documents that a step issues, written with it.

use std::collections::BTreeMap;

use chrono::Datelike;
use domain::calendar::HolidayCalendar;
use domain::documents::{Concerned as Named, DocumentKind, Matter};
use domain::identity::PersonName;
use domain::ids::{DocumentId, Id as _, OrganisationId, PersonId};
use domain::policy::PolicySet;
use domain::procedure::{Case, DocumentNumber, ExecutedStep, Procedure, Signer};
use domain::regions::{RegionCode, RegionTree};
use persistence::audit::Change;
use persistence::cases::{CaseFile, CaseOnFile};
use persistence::documents::{self, Concerned, Document, Summary};
use persistence::receipts::StoredReceipt;
use persistence::{RegionScope, Tx, organisations, people};
use serde_json::json;

use super::subject;
use crate::policies;
use crate::problems::Problem;

/// A case to which a step gives a paper.
#[derive(Debug, Clone)]
pub(crate) struct Printed<P: Procedure> {
    /// The case after the step.
    pub(crate) case: CaseOnFile<P>,
    /// The receipt that was before the body.
    pub(crate) receipt: StoredReceipt,
    /// The number of the paper.
    pub(crate) number: DocumentNumber,
}

/// The next number of a document that the body of a region issues today.
pub(crate) fn next_number<P: Procedure>(
    tx: &mut Tx<'_>,
    policies: &PolicySet,
    case: &Case<P>,
    (kind, region): (DocumentKind, RegionCode),
) -> Result<DocumentNumber, Problem> {
    let terms = policies
        .in_force_on(case.received_on())
        .map_err(policies::problem)?
        .terms();
    let policy = &terms.deeds.documents;
    let own_name = || RegionTree::current().get(&region).map(|known| &known.name);
    let organ = policy.organ_codes.get(&region).or_else(own_name);
    let organ = organ.ok_or_else(|| Problem::internal("a region is not in the tree"))?;
    let pattern = kind.pattern(policy);
    let year = tx.today().year();
    let written = |number| pattern.fill(organ, year, number);
    documents::next_number(tx, region, kind, year, written)?
        .ok_or_else(|| Problem::internal("the number of a document is too long"))
}

/// Writes the documents that a step issued: one for all cases that it named, or one for each.
pub(crate) fn issue<P: Procedure>(
    tx: &mut Tx<'_>,
    policies: &PolicySet,
    file: &CaseFile<P>,
    kind: DocumentKind,
    printed: &[Printed<P>],
) -> Result<Vec<Change>, Problem> {
    issue_as(tx, policies, file, kind, printed, |tx| tx.new_id())
}

/// Like [`issue`], with ids that are fixed beforehand, as those of demonstration data are.
pub(crate) fn issue_as<P: Procedure>(
    tx: &mut Tx<'_>,
    policies: &PolicySet,
    file: &CaseFile<P>,
    kind: DocumentKind,
    printed: &[Printed<P>],
    mut new_id: impl FnMut(&mut Tx<'_>) -> DocumentId,
) -> Result<Vec<Change>, Problem> {
    let Some(first) = printed.first() else {
        return Ok(Vec::new());
    };
    let executed = first.case.case.history().last();
    let executed = executed.ok_or_else(|| Problem::internal("a step is not in its case"))?;
    let bodies = bodies(tx, executed)?;
    let names = names(tx, printed)?;
    let next_level = match kind {
        DocumentKind::Refusal => next_level(tx, &first.case.case)?,
        _ => None,
    };
    let whole = if kind.is_personal() { 1 } else { printed.len() };
    let mut issued = Vec::new();
    for together in printed.chunks(whole) {
        let Some(number) = together.first().map(|one| &one.number) else {
            continue;
        };
        let sheet = P::compose(
            kind,
            &Matter {
                number,
                on: executed.on,
                subject: &file.subject,
                concerned: &named(together, &names)?,
                bodies: &bodies,
                next_level: next_level.as_deref(),
                policy: policies
                    .in_force_on(first.case.case.received_on())
                    .map_err(policies::problem)?,
                regions: RegionTree::current(),
                calendar: HolidayCalendar::builtin(),
            },
        );
        issued.push(Document {
            summary: Summary {
                id: new_id(tx),
                file: file.id.uuid(),
                kind,
                number: number.clone(),
                issued_on: executed.on,
                recorded_at: tx.now(),
                concerned: together
                    .iter()
                    .map(|one| Concerned {
                        case: one.case.id,
                        receipt_id: one.receipt.summary.id,
                    })
                    .collect(),
            },
            sheet: sheet.ok_or_else(|| Problem::internal("a document has nothing to say"))?,
        });
    }
    documents::insert(tx, &issued)?;
    Ok(issued
        .iter()
        .map(|document| announced(file, &document.summary))
        .collect())
}

/// The bodies whose officers signed, each once, in the order of signing.
fn bodies<P: Procedure>(
    tx: &mut Tx<'_>,
    executed: &ExecutedStep<P>,
) -> Result<Vec<String>, Problem> {
    let signers = [executed.by, executed.second, executed.co_signer];
    let mut ids: Vec<OrganisationId> = Vec::new();
    for Signer { organisation, .. } in signers.into_iter().flatten() {
        if !ids.contains(&organisation) {
            ids.push(organisation);
        }
    }
    let mut names = organisations::names(tx, &ids)?;
    Ok(ids.iter().filter_map(|id| names.remove(id)).collect())
}

/// The name of the committee to which a refused party turns, where it is registered.
fn next_level<P: Procedure>(tx: &mut Tx<'_>, case: &Case<P>) -> Result<Option<String>, Problem> {
    let Some(above) = case.first_instance().next_higher(RegionTree::current()) else {
        return Ok(None);
    };
    Ok(organisations::committee_of(tx, above.region)?)
}

/// The names of the people. Anyone who takes the step sees the file, and with it all its cases.
fn names<P: Procedure>(
    tx: &mut Tx<'_>,
    printed: &[Printed<P>],
) -> Result<BTreeMap<PersonId, PersonName>, Problem> {
    let ids: Vec<PersonId> = printed.iter().map(|one| one.case.person).collect();
    let found = people::find_all(tx, &RegionScope::City, &ids)?;
    found
        .into_iter()
        .map(|(id, person)| Ok((id, person?.file.name)))
        .collect()
}

fn named<'a, P: Procedure>(
    printed: &'a [Printed<P>],
    names: &'a BTreeMap<PersonId, PersonName>,
) -> Result<Vec<Named<'a, P>>, Problem> {
    printed
        .iter()
        .map(|one| {
            Ok(Named {
                name: names
                    .get(&one.case.person)
                    .ok_or_else(|| Problem::internal("the file of a person is missing"))?,
                case: &one.case.case,
                receipt: &one.receipt.receipt,
            })
        })
        .collect()
}

fn announced<P: Procedure>(file: &CaseFile<P>, document: &Summary) -> Change {
    Change::new(
        "document.issued",
        subject(file),
        json!({ "document_id": document.id, "kind": document.kind }),
    )
}
