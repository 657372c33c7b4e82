//! What a change of a person's file, or a merge of two, means for the cases of that person.

use std::collections::BTreeSet;

use domain::ids::ClientId;
use domain::people::{LifeStatus, Person, PersonFile};
use domain::policy::PolicySet;
use domain::procedure::{About, CaseEvent, IdentityMember};
use domain::regions::RegionCode;
use persistence::audit::Change;
use persistence::cases::CaseOnFile;
use persistence::{RegionScope, cases};
use serde_json::json;

use super::{File, Served, not_possible, signer};
use crate::commands::Acting;
use crate::problems::Problem;

/// What was on file of a person before, and who changed it.
pub(crate) struct Before<'a> {
    /// What the file said.
    pub(crate) file: &'a PersonFile,
    /// The file that was taken in, where two were merged.
    pub(crate) absorbed: Option<&'a Person>,
    /// The client that changes it.
    pub(crate) client: ClientId,
    /// What the client sees.
    pub(crate) scope: &'a RegionScope,
    /// The city.
    pub(crate) city: RegionCode,
}

impl Before<'_> {
    /// Whether the file says something else of life now. What a merge adds is no news.
    pub(crate) fn life_changed(&self, person: &Person) -> bool {
        let life: LifeStatus = self.file.life_status;
        self.absorbed.is_none() && life != person.file.life_status
    }

    /// What tells the person of a case from who it was before.
    fn differing(&self, of: impl About, person: &Person) -> Vec<IdentityMember> {
        let absorbed = self
            .absorbed
            .filter(|absorbed| Some(absorbed.id) == of.person());
        let before = absorbed.map_or(self.file, |absorbed| &absorbed.file);
        IdentityMember::differing(before, &person.file)
    }
}

/// Applies the rules again to the cases of a person of whom something else is known now: those that are not
/// final, and those of which `concerns` says so. `facts` says what is known of a case now, beside the other
/// cases of the person. Where a paper names the person and the identity was changed, that is entered in the
/// case; only an officer who is competent for it may do so.
pub(crate) fn reconsider<P: Served>(
    acting: &mut Acting<'_, '_>,
    policies: &PolicySet,
    (before, person): (&Before<'_>, &Person),
    concerns: impl Fn(&CaseOnFile<P>) -> bool,
    facts: impl Fn(&CaseOnFile<P>, &[CaseOnFile<P>]) -> P::Facts,
) -> Result<Vec<Change>, Problem> {
    let theirs = cases::of_people::<P>(acting.tx, &RegionScope::City, &[person.id])?;
    let theirs: Vec<CaseOnFile<P>> = theirs.into_values().flatten().collect();
    let others = cases::others_of::<P>(acting.tx, &[person.id])?;
    let others: Vec<CaseOnFile<P>> = others.into_values().flatten().collect();
    let renamed = |one: &CaseOnFile<P>| {
        P::is_named(&one.case) && !before.differing(one.person, person).is_empty()
    };
    let named: Vec<&CaseOnFile<P>> = theirs.iter().filter(|one| renamed(one)).collect();
    require_officer(acting, before, &named)?;
    let judged = |one: &CaseOnFile<P>| is_open(one) || concerns(one);
    let concerned = theirs.iter().filter(|one| judged(one) || renamed(one));
    let files: BTreeSet<P::FileId> = concerned.map(|one| one.file).collect();
    let mut changes = Vec::new();
    for id in files {
        let mut file = File::<P>::open(acting.tx, &RegionScope::City, id)?;
        changes.extend(identify(acting, policies, &mut file, |one| {
            let theirs = theirs.iter().any(|case| case.id == one.id);
            let differing = before.differing(one.person, person);
            Some(differing).filter(|_| theirs && P::is_named(&one.case))
        })?);
        changes.extend(judge(
            acting,
            policies,
            (&theirs, &others),
            &mut file,
            (&judged, &facts),
        )?);
    }
    Ok(changes)
}

fn is_open<P: Served>(one: &CaseOnFile<P>) -> bool {
    !P::is_final(one.case.state())
}

/// Refuses a change of identity in cases whose papers name the person by somebody who is not competent.
fn require_officer<P: Served>(
    acting: &mut Acting<'_, '_>,
    before: &Before<'_>,
    named: &[&CaseOnFile<P>],
) -> Result<(), Problem> {
    if named.is_empty() {
        return Ok(());
    }
    acting.require_officer()?;
    let officer = acting.officer.as_ref().map(|officer| officer.id);
    let signer = officer
        .map(|officer| signer(acting.tx, before.client, officer))
        .transpose()?;
    let refused: Vec<_> = named
        .iter()
        .map(|one| (one.id, one.case.identity_unmet(signer, before.city)))
        .filter(|(_, unmet)| !unmet.is_empty())
        .collect();
    let is_seen = |one: &&CaseOnFile<P>| cases::sees(before.scope, &one.case);
    if refused.is_empty() {
        Ok(())
    } else if !named.iter().all(is_seen) {
        Err(Problem::not_possible(&[NamedElsewhere], ""))
    } else {
        Err(not_possible::<P>(&refused))
    }
}

domain::faults! {
    /// Of the case the caller, who does not see it, learns no more.
    struct NamedElsewhere = "named_elsewhere",
        "其他单位的公示或者证书已载明该人员，身份信息由该承办单位或者市级更正",
        "A notice or certificate of another body names this person. The identity is corrected by that body or by the city.";
}

/// Enters in the cases of a file that the identity of their person was corrected.
fn identify<P: Served>(
    acting: &mut Acting<'_, '_>,
    policies: &PolicySet,
    file: &mut File<P>,
    differing: impl Fn(&CaseOnFile<P>) -> Option<Vec<IdentityMember>>,
) -> Result<Vec<Change>, Problem> {
    let today = acting.tx.today();
    let officer = acting.officer.as_ref().map(|officer| officer.id);
    let mut named = Vec::new();
    for place in 0..file.cases().len() {
        let one = file.cases().get(place);
        let Some((one, members)) = one.and_then(|one| Some((one, differing(one)?))) else {
            continue;
        };
        if members.is_empty() {
            continue;
        }
        named.push(one.id);
        let (case, event) = one.case.identified(members, officer, today);
        file.change(place, event, |one| one.case = case);
    }
    if named.is_empty() {
        return Ok(Vec::new());
    }
    let data = json!({ "actor_ids": named });
    file.save(acting, policies, "identified", data)
}

fn judge<P: Served>(
    acting: &mut Acting<'_, '_>,
    policies: &PolicySet,
    (theirs, others): (&[CaseOnFile<P>], &[CaseOnFile<P>]),
    file: &mut File<P>,
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
        let others = others.iter().filter(|case| case.id != one.id).cloned();
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
