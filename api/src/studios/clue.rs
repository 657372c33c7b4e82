//! What a studio tells of a deed (STUDIO-CLUE): a clue for intake, or the link to a deed on file. Whoever works
//! in the studio steps back from that deed.

use std::collections::BTreeSet;

use domain::calendar::PartialDate;
use domain::deeds::Deed;
use domain::error::Coded as _;
use domain::ids::{ClueId, DeedId, PersonId};
use domain::intake::Clue;
use domain::people::PersonError;
use domain::procedure::{Named, Reason, Recusal};
use domain::studios::{Act, Setup, Studio};
use persistence::audit::Change;
use persistence::{Tx, cases, people, studios};
use serde_json::json;

use crate::commands::Acting;
use crate::intake::receive_clue;
use crate::policy::Policies;
use crate::problems::Problem;
use crate::procedure::{File, signer};

domain::faults! {
    struct DeedUnknown = "deed_unknown",
        "没有此事迹，或不在您的辖区", "There is no such deed, or not in your regions.";
}

/// Why a member steps back.
const WHY: &str = "系提供线索的英模工作室成员";

/// Gives a clue its number, where the studio names no deed on file, and refuses people whose files the caller
/// does not reach.
pub(super) fn prepare(
    acting: &mut Acting<'_, '_>,
    file: &File<Studio>,
    act: &mut Act,
) -> Result<(), Problem> {
    let (person, pointer) = match act {
        Act::Clue {
            deed: None, clue, ..
        } => {
            *clue = Some(acting.tx.new_id());
            return Ok(());
        }
        Act::MemberJoined { member, .. } => (member.person, "/member/person_id"),
        Act::HeroVisit { person, .. } => (*person, "/person_id"),
        _ => return Ok(()),
    };
    let named: BTreeSet<PersonId> = person.into_iter().collect();
    let reached = people::reachable(acting.tx, file.scope(), &named)?;
    if named.is_subset(&reached) {
        Ok(())
    } else {
        Err(PersonError::Unknown.at(pointer).into())
    }
}

/// What follows from a clue.
pub(super) fn told(
    acting: &mut Acting<'_, '_>,
    policies: &Policies,
    file: &File<Studio>,
    (text, deed, clue): (&Reason, Option<DeedId>, Option<ClueId>),
) -> Result<Vec<Change>, Problem> {
    let mut changes = Vec::new();
    if let Some(clue) = clue {
        let content = Clue {
            text: text.clone(),
            occurred_on: PartialDate::UNKNOWN,
            place: None,
            contact: None,
        };
        let (_, received) = receive_clue(acting.tx, (clue, file.file().region, content))?;
        changes.push(received);
        studios::insert_clue(acting.tx, file.file().id, clue)?;
    }
    if let Some(deed) = deed {
        let setup = file.cases().first().map(|one| &one.case.record().setup);
        let recusals = setup.map_or_else(Vec::new, |setup| recusals(acting.tx, setup));
        changes.extend(step_back(acting, policies, file, deed, &recusals)?);
    }
    Ok(changes)
}

/// Enters in the cases of a deed on file who steps back.
fn step_back(
    acting: &mut Acting<'_, '_>,
    policies: &Policies,
    studio: &File<Studio>,
    deed: DeedId,
    recusals: &[Recusal],
) -> Result<Vec<Change>, Problem> {
    let scope = studio.scope().clone();
    if cases::find::<Deed>(acting.tx, &scope, deed)?.is_none() {
        return Err(DeedUnknown.at("/deed_id").into());
    }
    let mut file = File::<Deed>::open(acting.tx, &scope, deed)?;
    let client = acting.principal.client;
    let officer = acting.officer.as_ref().map(|officer| officer.id);
    let by = match client.zip(officer) {
        Some((client, officer)) => Some(signer(acting.tx, client, officer)?),
        None => None,
    };
    let mut named = Vec::new();
    for place in 0..file.cases().len() {
        for recusal in recusals {
            let Some(one) = file.cases().get(place) else {
                continue;
            };
            let id = one.id;
            if let Some((case, event)) = one.case.recused(recusal.clone(), by) {
                file.change(place, event, |one| one.case = case);
                named.push(id);
            }
        }
    }
    if named.is_empty() {
        return Ok(Vec::new());
    }
    let data = json!({ "step": "recusal", "actor_ids": named });
    file.save(acting, policies.set(), "step_taken", data)
}

/// Who steps back from the deed that a clue becomes; nobody where it came from no studio.
pub(crate) fn recusals_of(tx: &mut Tx<'_>, clue: ClueId) -> Result<Vec<Recusal>, Problem> {
    let Some(studio) = studios::of_clue(tx, clue)? else {
        return Ok(Vec::new());
    };
    let found = cases::of_file::<Studio>(tx, studio)?;
    let setup = found.first().map(|one| &one.case.record().setup);
    Ok(setup.map_or_else(Vec::new, |setup| recusals(tx, setup)))
}

/// The officers among those who work in a studio.
fn recusals(tx: &Tx<'_>, setup: &Setup) -> Vec<Recusal> {
    let Ok(reason) = Reason::parse(WHY) else {
        return Vec::new();
    };
    let officers = setup.present().filter_map(|member| member.officer);
    officers
        .map(|officer| Recusal {
            person: Named::Officer(officer),
            reason: reason.clone(),
            on: tx.today(),
        })
        .collect()
}
