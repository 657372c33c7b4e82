//! The documents that a step brings about, written with it.

use std::collections::BTreeMap;

use chrono::Datelike;
use domain::calendar::HolidayCalendar;
use domain::deeds::procedure::{Act, ActorCase, DocumentNumber, Signer, Taken};
use domain::documents::{self as sheets, DocumentKind, Matter};
use domain::identity::PersonName;
use domain::ids::{DocumentId, OrganisationId, PersonId};
use domain::policy::PolicySet;
use domain::regions::RegionTree;
use persistence::audit::{Change, Subject};
use persistence::decisions::Decision;
use persistence::deeds::{Actor, Deed};
use persistence::documents::{self, Concerned, Document, Summary};
use persistence::{RegionScope, Tx, organisations, people};
use serde_json::json;

use crate::policies;
use crate::problems::Problem;

/// The next number of a document that the body which holds a case issues today.
pub(crate) fn next_number(
    tx: &mut Tx<'_>,
    policies: &PolicySet,
    case: &ActorCase,
    kind: DocumentKind,
) -> Result<DocumentNumber, Problem> {
    let terms = policies
        .in_force_on(case.received_on())
        .map_err(policies::problem)?
        .terms();
    let policy = &terms.deeds.documents;
    let region = case.holder().region;
    let own_name = || RegionTree::builtin().get(&region).map(|known| &known.name);
    let organ = policy.organ_codes.get(&region).or_else(own_name);
    let organ = organ.ok_or_else(|| Problem::internal("a region is not in the tree"))?;
    let pattern = kind.pattern(policy);
    let year = tx.today().year();
    let written = |number| pattern.fill(organ, year, number);
    documents::next_number(tx, region, kind, year, written)?
        .ok_or_else(|| Problem::internal("the number of a document is too long"))
}

/// Writes the documents that a step brought about, if any: one for all actors that it named, or one
/// for each. The actors are as they are after the step, each with the receipt that was before the body.
pub(crate) fn issue(
    tx: &mut Tx<'_>,
    policies: &PolicySet,
    deed: &Deed,
    act: &Act,
    actors: &[(Actor, Decision)],
) -> Result<Vec<Change>, Problem> {
    issue_as(tx, policies, deed, act, actors, |tx| tx.new_id())
}

/// Like [`issue`], with ids that are fixed beforehand, as those of demonstration data are.
pub(crate) fn issue_as(
    tx: &mut Tx<'_>,
    policies: &PolicySet,
    deed: &Deed,
    act: &Act,
    actors: &[(Actor, Decision)],
    mut new_id: impl FnMut(&mut Tx<'_>) -> DocumentId,
) -> Result<Vec<Change>, Problem> {
    let (Some(kind), Some((first, _))) = (DocumentKind::of(act.step()), actors.first()) else {
        return Ok(Vec::new());
    };
    let shared = match number_of(act) {
        None if !kind.is_personal() => Some(next_number(tx, policies, &first.case, kind)?),
        given => given.cloned(),
    };
    let taken = first.case.history().last();
    let taken = taken.ok_or_else(|| Problem::internal("a step is not in its case"))?;
    let bodies = bodies(tx, taken)?;
    let names = names(tx, actors)?;
    let whole = if kind.is_personal() { 1 } else { actors.len() };
    let mut issued = Vec::new();
    for together in actors.chunks(whole) {
        let number = shared.clone().or_else(|| certificate_of(together));
        let number = number.ok_or_else(|| Problem::internal("a document has no number"))?;
        let sheet = sheets::compose(
            kind,
            &Matter {
                number: &number,
                on: taken.on,
                incident: &deed.incident,
                concerned: &concerned(together, &names)?,
                bodies: &bodies,
                policy: policies
                    .in_force_on(first.case.received_on())
                    .map_err(policies::problem)?,
                regions: RegionTree::builtin(),
                calendar: HolidayCalendar::builtin(),
            },
        );
        issued.push(Document {
            summary: Summary {
                id: new_id(tx),
                deed: deed.id,
                kind,
                number: number.clone(),
                issued_on: taken.on,
                recorded_at: tx.now(),
                concerned: together
                    .iter()
                    .map(|(actor, decision)| Concerned {
                        actor: actor.id,
                        decision: decision.summary.id,
                    })
                    .collect(),
            },
            sheet: sheet.ok_or_else(|| Problem::internal("a document has nothing to say"))?,
        });
    }
    documents::insert(tx, &issued)?;
    Ok(issued
        .iter()
        .map(|document| announced(deed, &document.summary))
        .collect())
}

/// The number that one document for all comes with; none where the service gives one.
fn number_of(act: &Act) -> Option<&DocumentNumber> {
    match act {
        Act::Publication { number }
        | Act::Refusal { number, .. }
        | Act::ReconfirmationRefusal { number, .. } => Some(number),
        _ => None,
    }
}

/// The number of the certificate of whoever was confirmed.
fn certificate_of(actors: &[(Actor, Decision)]) -> Option<DocumentNumber> {
    let (actor, _) = actors.first()?;
    actor.case.decision()?.certificate.clone()
}

/// The bodies whose officers signed, each once, in the order of signing.
fn bodies(tx: &mut Tx<'_>, taken: &Taken) -> Result<Vec<String>, Problem> {
    let signers = [taken.by, taken.second, taken.co_signer];
    let mut ids: Vec<OrganisationId> = Vec::new();
    for Signer { organisation, .. } in signers.into_iter().flatten() {
        if !ids.contains(&organisation) {
            ids.push(organisation);
        }
    }
    let mut names = organisations::names(tx, &ids)?;
    Ok(ids.iter().filter_map(|id| names.remove(id)).collect())
}

/// The names of the actors. Whoever takes the step sees the deed, and with it all its actors.
fn names(
    tx: &mut Tx<'_>,
    actors: &[(Actor, Decision)],
) -> Result<BTreeMap<PersonId, PersonName>, Problem> {
    let ids: Vec<PersonId> = actors.iter().map(|(actor, _)| actor.person).collect();
    let found = people::find_all(tx, &RegionScope::City, &ids)?;
    found
        .into_iter()
        .map(|(id, person)| Ok((id, person?.file.name)))
        .collect()
}

fn concerned<'a>(
    actors: &'a [(Actor, Decision)],
    names: &'a BTreeMap<PersonId, PersonName>,
) -> Result<Vec<sheets::Concerned<'a>>, Problem> {
    actors
        .iter()
        .map(|(actor, decision)| {
            Ok(sheets::Concerned {
                name: names
                    .get(&actor.person)
                    .ok_or_else(|| Problem::internal("the file of an actor is missing"))?,
                case: &actor.case,
                receipt: &decision.receipt,
            })
        })
        .collect()
}

fn announced(deed: &Deed, document: &Summary) -> Change {
    Change::new(
        "document.issued",
        Subject {
            kind: "deed",
            id: deed.id.to_string(),
            version: deed.version,
            region: deed.region,
        },
        json!({ "document_id": document.id, "kind": document.kind }),
    )
}
