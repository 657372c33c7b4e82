//! The documents that a step issues, written with it.

use std::collections::BTreeMap;

use chrono::Datelike;
use domain::documents::{Concerned as Named, DocumentKind, Matter};
use domain::identity::PersonName;
use domain::ids::{DocumentId, Id as _, OrganisationId, PersonId};
use domain::named::NamedEnum as _;
use domain::people::{LifeStatus, Person};
use domain::policy::PolicySet;
use domain::procedure::{About as _, Case, DocumentNumber, ExecutedStep, Party, Procedure, Signer};
use domain::publicity::PublicNotice;
use domain::regions::{RegionCode, RegionTree};
use persistence::audit::Change;
use persistence::cases::{CaseFile, CaseOnFile};
use persistence::documents::{self, Concerned, Document, Summary};
use persistence::publicity::{self, Posted};
use persistence::receipts::StoredReceipt;
use persistence::{Tx, intake, organisations, people};
use serde_json::json;

use super::subject;
use crate::policies;
use crate::problems::Problem;

/// A case to which a step gives a paper.
#[derive(Debug, Clone)]
pub(super) struct Printed<P: Procedure> {
    /// The case after the step.
    pub(super) case: CaseOnFile<P>,
    /// The receipt that was before the body.
    pub(super) receipt: StoredReceipt,
    /// The number of the paper.
    pub(super) number: DocumentNumber,
}

/// The next number of a document that the body of a region issues today.
pub(super) fn next_number<P: Procedure>(
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
    let organ = policies.organ(&region).map(|organ| &organ.code);
    let organ = organ.or_else(|| policy.organ_codes.get(&region));
    let organ = organ.or_else(own_name);
    let organ = organ.ok_or_else(|| Problem::internal("a region is not in the tree"))?;
    let pattern = kind.pattern(policy);
    let pattern = pattern.ok_or_else(|| Problem::internal("an officer brings that number"))?;
    let year = tx.today().year();
    let written = |number| pattern.fill(organ, year, number);
    documents::next_number(tx, region, kind, year, written)?
        .ok_or_else(|| Problem::internal("the number of a document is too long"))
}

/// Writes the documents that a step issued: one for all cases that it named, or one for each. The id of
/// the first may be fixed beforehand, as that of demonstration data is.
pub(super) fn issue<P: Procedure>(
    tx: &mut Tx<'_>,
    policies: &PolicySet,
    file: &CaseFile<P>,
    (kind, mut id): (DocumentKind, Option<DocumentId>),
    printed: &[Printed<P>],
) -> Result<Vec<Document>, Problem> {
    let Some(first) = printed.first() else {
        return Ok(Vec::new());
    };
    let executed = first.case.case.history().last();
    let executed = executed.ok_or_else(|| Problem::internal("a step is not in its case"))?;
    let calendar = tx.calendar()?;
    let bodies = bodies(tx, executed, first.case.case.holder().region)?;
    let organ = executed.by.map_or(first.case.case.holder(), |by| by.body);
    let red_head = policies
        .organ(&organ.region)
        .is_some_and(|organ| organ.red_head);
    let people = people(tx, printed)?;
    let applicant = intake::applicant_of(tx, file.id.uuid())?;
    let other_body = other_body(tx, kind, &first.case.case)?;
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
                applicant: applicant.as_ref(),
                concerned: &named(together, &people)?,
                bodies: &bodies,
                red_head,
                other_body: other_body.as_deref(),
                policy: policies
                    .in_force_on(first.case.case.received_on())
                    .map_err(policies::problem)?,
                regions: RegionTree::current(),
                calendar: &calendar,
            },
        );
        issued.push(Document {
            summary: Summary {
                id: id.take().unwrap_or_else(|| tx.new_id()),
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
    if matches!(
        kind,
        DocumentKind::PublicNotice | DocumentKind::CandidateNotice
    ) {
        let case = &first.case.case;
        for document in &issued {
            put_up(tx, case, file.region, document)?;
        }
    }
    Ok(issued)
}

/// Shows a statutory notice to everybody, until its last day as far as that can be reckoned.
fn put_up<P: Procedure>(
    tx: &mut Tx<'_>,
    case: &Case<P>,
    region: RegionCode,
    document: &Document,
) -> Result<(), Problem> {
    let calendar = tx.calendar()?;
    let mut clocks = case.clocks().iter().rev();
    let publicity = clocks.find(|clock| PUBLICITY.contains(&clock.kind().as_str()));
    let due = publicity.and_then(|clock| clock.due(&calendar).ok().flatten());
    let summary = &document.summary;
    let notice = PublicNotice {
        sheet: document.sheet.clone(),
        region,
        until: due.map(|due| due.date.due),
        cases: summary.concerned.iter().map(|one| one.case).collect(),
    };
    let posted = Posted {
        document: summary.id,
        file: summary.file,
        notice,
    };
    Ok(publicity::publish_notice(tx, posted)?)
}

/// The names of the clocks by which notices end.
const PUBLICITY: [&str; 2] = ["publicity", "candidate_publicity"];

/// The bodies whose officers signed, each once, in the order of signing.
fn bodies<P: Procedure>(
    tx: &mut Tx<'_>,
    executed: &ExecutedStep<P>,
    holder: RegionCode,
) -> Result<Vec<String>, Problem> {
    let signers = [executed.by, executed.second, executed.co_signer];
    let mut ids: Vec<OrganisationId> = Vec::new();
    for Signer { organisation, .. } in signers.into_iter().flatten() {
        if !ids.contains(&organisation) {
            ids.push(organisation);
        }
    }
    let mut names = organisations::names(tx, &ids)?;
    let signed: Vec<String> = ids.iter().filter_map(|id| names.remove(id)).collect();
    if signed.is_empty() {
        // Nobody signed what the applicant did alone: the body that held the case tells it.
        return Ok(organisations::committee_of(tx, holder)?
            .into_iter()
            .collect());
    }
    Ok(signed)
}

/// The name of the committee to which a refused party turns, or to which a case is transferred, where it
/// is registered.
fn other_body<P: Procedure>(
    tx: &mut Tx<'_>,
    kind: DocumentKind,
    case: &Case<P>,
) -> Result<Option<String>, Problem> {
    let body = match kind {
        DocumentKind::Refusal => case.first_instance().next_higher(RegionTree::current()),
        DocumentKind::TransferLetter => case.transfers().last().map(|transfer| transfer.receiver),
        _ => None,
    };
    let Some(body) = body else {
        return Ok(None);
    };
    Ok(organisations::committee_of(tx, body.region)?)
}

/// What papers say of somebody: the name, and whether the person has died.
type Known = (PersonName, bool);

/// The people. Anyone who takes the step sees the file, and with it all its cases.
fn people<P: Procedure>(
    tx: &mut Tx<'_>,
    printed: &[Printed<P>],
) -> Result<BTreeMap<PersonId, Known>, Problem> {
    let ids: Vec<PersonId> = printed
        .iter()
        .filter_map(|one| one.case.person.person())
        .collect();
    let found = people::find_surviving(tx, &ids)?;
    Ok(found
        .into_iter()
        .map(|(id, Person { file, .. })| {
            (id, (file.name, file.life_status == LifeStatus::Deceased))
        })
        .collect())
}

fn named<'a, P: Procedure>(
    printed: &'a [Printed<P>],
    people: &'a BTreeMap<PersonId, Known>,
) -> Result<Vec<Named<'a, P>>, Problem> {
    printed
        .iter()
        .map(|one| {
            let case = &one.case.case;
            let known = match one.case.person.person() {
                Some(id) => Some(
                    people
                        .get(&id)
                        .ok_or_else(|| Problem::internal("the file of a person is missing"))?,
                ),
                None => None,
            };
            Ok(Named {
                name: known.map(|(name, _)| name),
                deceased: known.is_some_and(|(_, deceased)| *deceased)
                    || !P::is_reached(case, Party::Actor),
                case,
                receipt: &one.receipt.receipt,
            })
        })
        .collect()
}

/// What is announced of a document.
pub(crate) fn announced<P: Procedure>(file: &CaseFile<P>, document: &Document) -> Change {
    let Summary { id, kind, .. } = document.summary;
    Change::new(
        "document.issued",
        subject(file),
        json!({ "document_id": id, "kind": kind }),
    )
}
