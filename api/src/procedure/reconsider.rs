//! What a change of a person's file, or a merge of two, means for the open cases of that person.

use std::collections::BTreeSet;

use domain::people::Person;
use domain::policy::PolicySet;
use domain::procedure::CaseEvent;
use persistence::audit::Change;
use persistence::cases::CaseOnFile;
use persistence::{RegionScope, cases};
use serde_json::json;

use super::{File, Served};
use crate::commands::Acting;
use crate::problems::Problem;

/// Applies the rules again to the cases of a person of whom something else is known now: those that are not
/// final, and those of which `concerns` says so. `facts` says what is known of a case now, beside the other
/// cases of the person.
pub(crate) fn reconsider<P: Served>(
    acting: &mut Acting<'_, '_>,
    policies: &PolicySet,
    person: &Person,
    concerns: impl Fn(&CaseOnFile<P>) -> bool,
    facts: impl Fn(&CaseOnFile<P>, &[CaseOnFile<P>]) -> P::Facts,
) -> Result<Vec<Change>, Problem> {
    let theirs = cases::others_of::<P>(acting.tx, &RegionScope::City, &[person.id])?;
    let theirs: Vec<CaseOnFile<P>> = theirs.into_values().flatten().collect();
    let concerned = |one: &CaseOnFile<P>| is_open(one) || concerns(one);
    let open = theirs.iter().filter(|one| concerned(one));
    let files: BTreeSet<P::FileId> = open.map(|one| one.file).collect();
    let mut changes = Vec::new();
    for id in files {
        let file = File::<P>::open(acting.tx, &RegionScope::City, id)?;
        changes.extend(reconsider_file(
            acting,
            policies,
            &theirs,
            file,
            (&concerned, &facts),
        )?);
    }
    Ok(changes)
}

fn is_open<P: Served>(one: &CaseOnFile<P>) -> bool {
    !P::is_final(one.case.state())
}

fn reconsider_file<P: Served>(
    acting: &mut Acting<'_, '_>,
    policies: &PolicySet,
    theirs: &[CaseOnFile<P>],
    mut file: File<P>,
    (concerned, facts): (
        &impl Fn(&CaseOnFile<P>) -> bool,
        &impl Fn(&CaseOnFile<P>, &[CaseOnFile<P>]) -> P::Facts,
    ),
) -> Result<Vec<Change>, Problem> {
    let mut fields = Vec::new();
    let mut named = Vec::new();
    for place in 0..file.cases().len() {
        let one = file.cases().get(place).filter(|one| concerned(one));
        let is_theirs = |one: &&CaseOnFile<P>| theirs.iter().any(|case| case.id == one.id);
        let Some(one) = one.filter(is_theirs) else {
            continue;
        };
        let others = theirs.iter().filter(|case| case.id != one.id).cloned();
        let others: Vec<CaseOnFile<P>> = others.collect();
        let facts = facts(one, &others);
        if facts == one.facts {
            continue;
        }
        let field = format!("/actors/{place}/person_id");
        let event = CaseEvent::Corrected {
            fields: vec![field.clone()],
        };
        fields.push(field);
        named.push(one.id);
        file.change(place, event, |one| {
            one.case = one.case.learned(&facts);
            one.facts = facts;
        });
    }
    if named.is_empty() {
        return Ok(Vec::new());
    }
    file.renew(acting, policies)?;
    let data = json!({ "fields": fields, "actor_ids": named });
    file.save(acting, policies, "corrected", data)
}
