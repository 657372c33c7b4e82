//! What a merge of two files of one person means for that person's deeds.

use std::collections::BTreeSet;

use domain::decisions::Facts;
use domain::deeds::procedure::{Happened, State as CaseState};
use domain::ids::DeedId;
use domain::people::Person;
use domain::policy::PolicySet;
use persistence::audit::Change;
use persistence::decisions::Decision;
use persistence::deeds::{self, Actor, Deed};
use persistence::{RegionScope, decisions};
use serde_json::json;

use super::receipts::{completed, evaluated};
use super::setting::setting_of;
use super::subject;
use crate::commands::Acting;
use crate::problems::Problem;

/// Applies the rules anew to the open cases of a person into whose file another was merged: what stood
/// in two files may be one deed, which is confirmed once (rule `DEED-DUP`).
pub(crate) fn reconsider(
    acting: &mut Acting<'_, '_>,
    policies: &PolicySet,
    person: &Person,
) -> Result<Vec<Change>, Problem> {
    let cases = deeds::others_of(acting.tx, &RegionScope::City, &[person.id])?;
    let cases: Vec<Actor> = cases.into_values().flatten().collect();
    let concerned: BTreeSet<DeedId> = cases
        .iter()
        .filter(|actor| is_open(actor))
        .map(|actor| actor.deed)
        .collect();
    let mut changes = Vec::new();
    for id in concerned {
        acting.tx.lock(format!("deed/{id}").as_bytes())?;
        let deed = deeds::find(acting.tx, &RegionScope::City, id)?;
        let deed = deed.ok_or_else(|| Problem::internal("the deed of an actor is missing"))?;
        changes.extend(reconsider_deed(acting, policies, person, &cases, deed)?);
    }
    Ok(changes)
}

fn is_open(actor: &Actor) -> bool {
    !matches!(
        actor.case.state(),
        CaseState::Confirmed
            | CaseState::Refused
            | CaseState::RefusedFinally
            | CaseState::Withdrawn
            | CaseState::Revoked
    )
}

fn reconsider_deed(
    acting: &mut Acting<'_, '_>,
    policies: &PolicySet,
    person: &Person,
    cases: &[Actor],
    deed: Deed,
) -> Result<Vec<Change>, Problem> {
    let mut all = deeds::of_deed(acting.tx, deed.id)?;
    let mut changes = Vec::new();
    let mut saved = Vec::new();
    let mut entries = Vec::new();
    let mut fields = Vec::new();
    for (number, actor) in all.iter_mut().enumerate() {
        let is_theirs = cases.iter().any(|case| case.id == actor.id);
        if !is_theirs || !is_open(actor) {
            continue;
        }
        let Some((decision, proposed)) = reevaluated(acting, policies, person, cases, actor)?
        else {
            continue;
        };
        changes.push(proposed);
        actor.decision = decision.summary.id;
        actor.version += 1;
        let setting = setting_of(policies, &actor.case, acting.tx.today(), None)?;
        saved.push((actor.clone(), actor.case.due_of_body(&setting)));
        let field = format!("/actors/{number}/person_id");
        let happened = Happened::Corrected {
            fields: vec![field.clone()],
        };
        entries.push((actor.clone(), vec![happened]));
        fields.push(field);
    }
    if saved.is_empty() {
        return Ok(Vec::new());
    }
    let deed = Deed {
        version: deed.version + 1,
        updated_at: acting.tx.now(),
        ..deed
    };
    deeds::save(acting.tx, &deed, &saved, &all)?;
    deeds::append(acting.tx, acting.actor, &entries)?;
    let named: Vec<_> = entries.iter().map(|(actor, _)| actor.id).collect();
    let data = json!({ "fields": fields, "actor_ids": named });
    changes.insert(0, Change::new("deed.corrected", subject(&deed), data));
    Ok(changes)
}

/// The new receipt of a case, or nothing if the merge tells nothing new of it.
fn reevaluated(
    acting: &mut Acting<'_, '_>,
    policies: &PolicySet,
    person: &Person,
    cases: &[Actor],
    actor: &Actor,
) -> Result<Option<(Decision, Change)>, Problem> {
    let before = decisions::find(acting.tx, &RegionScope::City, actor.decision)?;
    let before = before.ok_or_else(|| Problem::internal("an actor has no receipt"))?;
    let Facts::Deed(known) = &before.receipt.facts else {
        return Err(Problem::internal(
            "the receipt of an actor is of another kind",
        ));
    };
    let others = cases.iter().filter(|case| case.id != actor.id).cloned();
    let others: Vec<Actor> = others.collect();
    let facts = completed(known, person, &others);
    if facts == *known {
        return Ok(None);
    }
    evaluated(acting, policies, before.summary.region, facts).map(Some)
}
