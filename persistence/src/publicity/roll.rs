//! The honour roll: made anew of some people whenever a case, a consent or a name of theirs changes.

use std::collections::BTreeSet;

use domain::commendations::{Basis, Commendation, Secrecy};
use domain::deeds::{Deed, Incident};
use domain::honours::Honour;
use domain::ids::{CaseId, CommendationId, PersonId};
use domain::out_of_city::Recognition;
use domain::people::Person;
use domain::procedure::Procedure;
use domain::publicity::{
    Consent, GroupEntry, Highest, PersonEntry, Portrayal, PublicHonour, Purpose, RollDeed,
    RollEntry, shown_for,
};
use domain::regions::RegionCode;

use super::consents;
use super::entries::{self, Wanted};
use crate::cases::{self, CaseFile, CaseOnFile};
use crate::honours::GivesHonours;
use crate::people as files;
use crate::prelude::*;

/// Makes the entries of some surviving files anew, and those of the groups in which they are.
pub(crate) fn refresh(tx: &mut Tx<'_>, survivors: &BTreeSet<PersonId>) -> Result<(), StoreError> {
    let consents = consents::of_survivors(tx, survivors)?;
    let owners: Vec<String> = survivors.iter().map(ToString::to_string).collect();
    // Most people agreed to nothing, and nothing of them stands there.
    if consents.is_empty() && !entries::any_of::<RollEntry>(tx, &owners)? {
        return Ok(());
    }
    let named: Vec<PersonId> = survivors.iter().copied().collect();
    let people = files::find_surviving(tx, &named)?;
    let mut groups = BTreeSet::new();
    for (id, person) in &people {
        let agreed = consents.get(id).map_or(&[][..], Vec::as_slice);
        groups.extend(refresh_person(tx, person, agreed)?);
    }
    for group in groups {
        refresh_group(tx, group)?;
    }
    Ok(())
}

/// Withdraws whatever stands of a file that was merged into another.
pub(super) fn withdraw_all_of(tx: &mut Tx<'_>, absorbed: PersonId) -> Result<(), StoreError> {
    let owner = absorbed.to_string();
    entries::replace::<RollEntry>(tx, &owner, Vec::new())
}

/// The case of a deed or a recognition that stands and may be told of, with what was done.
struct Told {
    case: CaseId,
    region: RegionCode,
    deed: RollDeed,
    honour: Honour,
    posthumous: bool,
}

/// Makes the entries of one person anew. Answers the group commendations in which the person is.
fn refresh_person(
    tx: &mut Tx<'_>,
    person: &Person,
    consents: &[Consent],
) -> Result<BTreeSet<CommendationId>, StoreError> {
    let awards = awards_of(tx, person.id)?;
    let groups = awards.iter().filter(|award| award.group.is_some());
    let groups: BTreeSet<CommendationId> = groups.map(|award| award.one.file).collect();
    let portrayal = shown_for(Purpose::HonourRoll, &person.file, consents);
    let made = match portrayal {
        Some(portrayal) => entries_of(tx, person.id, &portrayal, &awards)?,
        None => Vec::new(),
    };
    let owner = person.id.to_string();
    let wanted = made.iter().map(|(case, entry)| wanted(case, &owner, entry));
    let wanted = wanted.collect();
    entries::replace(tx, &owner, wanted)?;
    Ok(groups)
}

fn entries_of(
    tx: &mut Tx<'_>,
    person: PersonId,
    portrayal: &Portrayal,
    awards: &[AwardOnFile],
) -> Result<Vec<(String, RollEntry)>, StoreError> {
    let mut told = told_of::<Deed>(tx, person, false)?;
    told.extend(told_of::<Recognition>(tx, person, true)?);
    let mut made = Vec::new();
    for one in told {
        let of_deed = awards.iter().filter(|award| award.rests_on() == one.case);
        let group = of_deed.clone().find_map(|award| award.group.clone());
        let own = of_deed.filter(|award| award.group.is_none());
        let praised: Vec<PublicHonour> = own.filter_map(AwardOnFile::shown).collect();
        // Who was honoured with the group alone stands in its entry.
        if group.is_some() && praised.is_empty() {
            continue;
        }
        let first = PublicHonour::of(&one.honour, None, one.posthumous);
        let honours = first.into_iter().chain(praised).collect();
        let entry = PersonEntry::new(portrayal.clone(), one.region, one.deed, honours, group);
        made.extend(entry.map(|entry| (one.case.to_string(), RollEntry::Person(entry))));
    }
    Ok(made)
}

/// The deeds of somebody that stand and are not restricted (PUB-SAFETY).
fn told_of<P>(tx: &mut Tx<'_>, person: PersonId, out_of_city: bool) -> Result<Vec<Told>, StoreError>
where
    P: GivesHonours + Procedure<Subject = Incident>,
{
    let found = cases::of_people::<P>(tx, &RegionScope::City, &[person])?;
    let mut told = Vec::new();
    for one in found.into_values().flatten() {
        let honour = P::honour(&one, None).filter(|honour| honour.stands);
        let Some(honour) = honour.filter(|_| !one.case.restricted()) else {
            continue;
        };
        let Some(file) = cases::find::<P>(tx, &RegionScope::City, one.file)? else {
            continue;
        };
        told.push(Told {
            case: one.id,
            region: file.region,
            deed: RollDeed::of(&file.subject, out_of_city),
            posthumous: P::is_posthumous(&one),
            honour,
        });
    }
    Ok(told)
}

/// An award of one person, with the name of the group that it was given to.
struct AwardOnFile {
    one: CaseOnFile<Commendation>,
    group: Option<String>,
}

impl AwardOnFile {
    fn rests_on(&self) -> CaseId {
        self.one.case.record().rests_on.1
    }

    /// The award while it stands, unless it was to be given quietly (TIER-SECRET).
    fn shown(&self) -> Option<PublicHonour> {
        let record = self.one.case.record();
        let accepted = record.acceptances.last();
        let quiet = accepted.is_some_and(|(accepted, _)| accepted.secrecy != Secrecy::Open);
        if quiet || self.one.case.restricted() {
            return None;
        }
        let honour = Commendation::honour(&self.one, None)?;
        PublicHonour::of(&honour, record.award(), false)
    }
}

/// The awards of somebody, revoked ones and those of groups among them.
fn awards_of(tx: &mut Tx<'_>, person: PersonId) -> Result<Vec<AwardOnFile>, StoreError> {
    let found = cases::of_people::<Commendation>(tx, &RegionScope::City, &[person])?;
    let mut awards = Vec::new();
    for one in found.into_values().flatten() {
        if one.case.record().award().is_none() {
            continue;
        }
        let file = cases::find::<Commendation>(tx, &RegionScope::City, one.file)?;
        let group = file.and_then(|file| file.subject.group);
        awards.push(AwardOnFile {
            one,
            group: group.map(|name| name.to_string()),
        });
    }
    Ok(awards)
}

/// Makes the entry of a group anew.
pub(super) fn refresh_group(tx: &mut Tx<'_>, id: CommendationId) -> Result<(), StoreError> {
    let file = cases::find::<Commendation>(tx, &RegionScope::City, id)?;
    let Some(file) = file else { return Ok(()) };
    let Some(name) = file.subject.group.clone() else {
        return Ok(());
    };
    let members = cases::of_file::<Commendation>(tx, id)?;
    let entry = group_entry(tx, &file, &name.to_string(), members)?;
    let owner = id.to_string();
    let wanted = entry.iter().map(|entry| wanted(&owner, &owner, entry));
    let wanted = wanted.collect();
    entries::replace(tx, &owner, wanted)
}

fn group_entry(
    tx: &mut Tx<'_>,
    file: &CaseFile<Commendation>,
    name: &str,
    members: Vec<CaseOnFile<Commendation>>,
) -> Result<Option<RollEntry>, StoreError> {
    let told = match file.subject.basis {
        Basis::Deed(deed) => members_told::<Deed>(tx, deed, false)?,
        Basis::Recognition(recognition) => members_told::<Recognition>(tx, recognition, true)?,
    };
    let group = |one: CaseOnFile<Commendation>| AwardOnFile {
        one,
        group: Some(name.to_owned()),
    };
    let honoured: Vec<(AwardOnFile, PublicHonour)> = members
        .into_iter()
        .map(group)
        .filter_map(|award| award.shown().map(|honour| (award, honour)))
        .filter(|(award, _)| told.cases.contains(&award.rests_on()))
        .collect();
    let named: Vec<PersonId> = honoured.iter().map(|(award, _)| award.one.person).collect();
    let people = files::find_surviving(tx, &named)?;
    let survivors = people.values().map(|person| person.id).collect();
    let consents = consents::of_survivors(tx, &survivors)?;
    let shown: Vec<Portrayal> = named
        .iter()
        .filter_map(|id| people.get(id))
        .filter_map(|person| {
            let agreed = consents.get(&person.id)?;
            shown_for(Purpose::HonourRoll, &person.file, agreed)
        })
        .collect();
    let honours = honoured.first().map(|(_, honour)| honour.clone());
    let (Some(region), Some(deed)) = (told.region, told.deed) else {
        return Ok(None);
    };
    let entry = GroupEntry::new(
        name.to_owned(),
        (&shown, honoured.len()),
        region,
        deed,
        honours.into_iter().collect(),
    );
    Ok(entry.map(RollEntry::Group))
}

/// The deed of a group, and the cases in it that stand and may be told of.
#[derive(Default)]
struct ToldOfGroup {
    region: Option<RegionCode>,
    deed: Option<RollDeed>,
    cases: BTreeSet<CaseId>,
}

fn members_told<P>(
    tx: &mut Tx<'_>,
    id: P::FileId,
    out_of_city: bool,
) -> Result<ToldOfGroup, StoreError>
where
    P: GivesHonours + Procedure<Subject = Incident>,
{
    let Some(file) = cases::find::<P>(tx, &RegionScope::City, id)? else {
        return Ok(ToldOfGroup::default());
    };
    let all = cases::of_file::<P>(tx, id)?;
    // One restricted case takes the whole deed along: a name beside it would tell of it.
    if all.iter().any(|one| one.case.restricted()) {
        return Ok(ToldOfGroup::default());
    }
    let stands = all.iter().filter(|one| {
        let honour = P::honour(one, None);
        honour.is_some_and(|honour| honour.stands)
    });
    Ok(ToldOfGroup {
        cases: stands.map(|one| one.id).collect(),
        region: Some(file.region),
        deed: Some(RollDeed::of(&file.subject, out_of_city)),
    })
}

fn wanted<'a>(origin: &str, owner: &str, entry: &'a RollEntry) -> Wanted<'a, RollEntry> {
    let highest = Highest::among(entry.honours());
    let keys = entry.search_keys();
    let name = keys.first().cloned();
    let name = name.unwrap_or_else(|| entry.name().to_owned());
    Wanted {
        origin: origin.to_owned(),
        owner: owner.to_owned(),
        entry,
        order: Box::new(move |id| highest.map_or_else(String::new, |it| it.order(&name, id))),
        until: None,
        facets: facets(entry, highest),
        keys,
    }
}

/// By what the roll is filtered. Neither death nor harm is among it.
fn facets(entry: &RollEntry, highest: Option<Highest>) -> Vec<String> {
    let level = highest.and_then(|it| it.level);
    let years = entry
        .honours()
        .iter()
        .map(|one| one.on.format("%Y").to_string());
    let titles = entry.honours().iter().filter_map(|one| one.title.as_ref());
    let kinds = entry.honours().iter().map(|one| one.kind);
    let acts = entry.deed().act_types.iter();
    let mut facets = BTreeSet::from([
        format!("county:{}", entry.region()),
        format!("group:{}", matches!(entry, RollEntry::Group(_))),
        format!("level:{}", level.map_or("none", |level| level.as_str())),
    ]);
    facets.extend(years.map(|year| format!("year:{year}")));
    facets.extend(titles.map(|title| format!("title:{title}")));
    facets.extend(kinds.map(|kind| format!("kind:{kind}")));
    facets.extend(acts.map(|act| format!("act:{act}")));
    facets.into_iter().collect()
}
