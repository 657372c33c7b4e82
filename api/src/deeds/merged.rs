//! What a merge of two files of one person means for that person's deeds.

use std::collections::BTreeSet;

use domain::deeds::Deed;
use domain::ids::DeedId;
use domain::people::Person;
use domain::policy::PolicySet;
use domain::procedure::{Happened, Procedure};
use persistence::audit::Change;
use persistence::{RegionScope, cases};
use serde_json::json;

use super::Actor;
use super::completed::completed;
use crate::commands::Acting;
use crate::problems::Problem;
use crate::procedure::File;

/// Applies the rules anew to the open cases of a person into whose file another was merged: what stood
/// in two files may be one deed, which is confirmed once (rule `DEED-DUP`).
pub(crate) fn reconsider(
    acting: &mut Acting<'_, '_>,
    policies: &PolicySet,
    person: &Person,
) -> Result<Vec<Change>, Problem> {
    let theirs = cases::others_of::<Deed>(acting.tx, &RegionScope::City, &[person.id])?;
    let theirs: Vec<Actor> = theirs.into_values().flatten().collect();
    let concerned: BTreeSet<DeedId> = theirs
        .iter()
        .filter(|actor| is_open(actor))
        .map(|actor| actor.file)
        .collect();
    let mut changes = Vec::new();
    for id in concerned {
        let file = File::<Deed>::open(acting.tx, &RegionScope::City, id)?;
        changes.extend(reconsider_deed(acting, policies, person, &theirs, file)?);
    }
    Ok(changes)
}

fn is_open(actor: &Actor) -> bool {
    !Deed::is_final(actor.case.state())
}

fn reconsider_deed(
    acting: &mut Acting<'_, '_>,
    policies: &PolicySet,
    person: &Person,
    theirs: &[Actor],
    mut file: File<Deed>,
) -> Result<Vec<Change>, Problem> {
    let mut fields = Vec::new();
    let mut named = Vec::new();
    for place in 0..file.cases().len() {
        let actor = file.cases().get(place).filter(|actor| is_open(actor));
        let is_theirs = |actor: &&Actor| theirs.iter().any(|case| case.id == actor.id);
        let Some(actor) = actor.filter(is_theirs) else {
            continue;
        };
        let others = theirs.iter().filter(|case| case.id != actor.id).cloned();
        let others: Vec<Actor> = others.collect();
        let facts = completed(&actor.facts, person, &others);
        if facts == actor.facts {
            continue;
        }
        let field = format!("/actors/{place}/person_id");
        let happened = Happened::Corrected {
            fields: vec![field.clone()],
        };
        fields.push(field);
        named.push(actor.id);
        file.change(place, happened, |actor| actor.facts = facts);
    }
    if named.is_empty() {
        return Ok(Vec::new());
    }
    file.renew(acting, policies)?;
    let data = json!({ "fields": fields, "actor_ids": named });
    file.save(acting, policies, "corrected", data)
}
