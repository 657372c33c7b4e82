//! Which reports may be of one incident (rule `DEED-DUP`): found by keyed hashes, since what they tell
//! is sealed.

use std::collections::{BTreeMap, BTreeSet};

use domain::deeds::Deed;
use domain::deeds::eligibility::ActType;
use domain::ids::{ApplicationId, DeedId, Id, PersonId};
use domain::intake::{Application, Filing, IncidentKey};
use domain::procedure::Procedure as _;
use domain::regions::{RegionCode, RegionTree};
use uuid::Uuid;

use super::row::Stored;
use crate::cases::CaseFile;
use crate::people::{files_with_survivors, survivors};
use crate::prelude::*;
use crate::schema::{case_regions, case_sight, cases, duplicate_keys, filings, people};

const DEED: &str = "deed";
/// The most rows that are looked through for one page: more reports of one day and county are a
/// disaster with a list of its own.
const MOST_ROWS: i64 = 2000;

/// What on file something that came in may tell of once more.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Earlier {
    pub deeds: BTreeSet<DeedId>,
    pub applications: BTreeSet<ApplicationId>,
}

/// The key of an incident with what was done; `""` where that is not stated.
type Key = (Vec<u8>, String);

/// The keys of an incident, one for each kind of act.
fn incident_keys(index: &[u8], act_types: &[ActType]) -> BTreeSet<Key> {
    if act_types.is_empty() {
        return BTreeSet::from([(index.to_vec(), String::new())]);
    }
    let keys = act_types.iter();
    keys.map(|act| (index.to_vec(), act.as_str().to_owned()))
        .collect()
}

/// Whether two keys can be of one incident.
fn alike(one: &Key, other: &Key) -> bool {
    one.0 == other.0 && (one.1 == other.1 || one.1.is_empty() || other.1.is_empty())
}

/// Writes by what something that came in is recognised.
pub(super) fn insert_of_filing<K: Stored>(
    tx: &mut Tx<'_>,
    filing: &Filing<K>,
) -> Result<(), StoreError> {
    let content = &filing.content;
    let tree = RegionTree::current();
    let key = IncidentKey::of(content.occurred_on(), content.place(), tree);
    let mut keys = key.map_or_else(BTreeSet::new, |key| {
        incident_keys(&tx.keyring.duplicate_index(&key), content.act_types())
    });
    let numbers = content.citizen_numbers();
    keys.extend(
        numbers
            .iter()
            .map(|number| (tx.keyring.blind_index(number), String::new())),
    );
    insert(tx, K::WORD, filing.id.uuid(), keys)
}

/// Writes by what a new deed is recognised. Its actors are found by their files.
pub fn insert_of_deed(tx: &mut Tx<'_>, deed: &CaseFile<Deed>) -> Result<(), StoreError> {
    let incident = &deed.subject;
    let place = incident.place.as_ref();
    let key = IncidentKey::of(incident.occurred_on, place, RegionTree::current());
    let keys = key.map_or_else(BTreeSet::new, |key| {
        incident_keys(&tx.keyring.duplicate_index(&key), &incident.act_types)
    });
    insert(tx, DEED, deed.id.uuid(), keys)
}

/// Writes it again for a deed whose facts were put right.
pub fn replace_of_deed(tx: &mut Tx<'_>, deed: &CaseFile<Deed>) -> Result<(), StoreError> {
    let known = duplicate_keys::table
        .filter(duplicate_keys::subject_id.eq(Col(deed.id)))
        .filter(duplicate_keys::subject_kind.eq(DEED));
    diesel::delete(known).execute(tx.connection)?;
    insert_of_deed(tx, deed)
}

fn insert(
    tx: &mut Tx<'_>,
    kind: &str,
    subject: Uuid,
    keys: BTreeSet<Key>,
) -> Result<(), StoreError> {
    if keys.is_empty() {
        return Ok(());
    }
    let rows = keys
        .into_iter()
        .map(|(key, act_type)| {
            (
                duplicate_keys::key.eq(key),
                duplicate_keys::subject_id.eq(Col(subject)),
                duplicate_keys::act_type.eq(act_type),
                duplicate_keys::subject_kind.eq(kind),
            )
        })
        .collect();
    insert_all!(&mut *tx.connection, duplicate_keys::table, rows)?;
    Ok(())
}

/// For each of some filings the deeds and applications of the same region that came earlier and may
/// be of the same incident: the same day, place and kind of act, or an actor's citizen number.
/// Anyone who reaches a filing reaches what its region holds.
pub fn likely_earlier<K: Stored>(
    reader: &mut Reader<'_>,
    of: &[Filing<K>],
) -> Result<BTreeMap<K::Id, Earlier>, StoreError> {
    let ids: Vec<String> = of.iter().map(|filing| filing.id.to_string()).collect();
    let own: Vec<(Uuid, Vec<u8>, String)> = duplicate_keys::table
        .filter(duplicate_keys::subject_id.eq_any(ids))
        .select((
            duplicate_keys::subject_id,
            duplicate_keys::key,
            duplicate_keys::act_type,
        ))
        .load(reader.connection)?;
    if own.is_empty() {
        return Ok(BTreeMap::new());
    }
    let indexes: BTreeSet<&[u8]> = own.iter().map(|(_, index, _)| index.as_slice()).collect();
    let regions: BTreeSet<&str> = of.iter().map(|filing| filing.region.as_str()).collect();
    let deeds = deeds_like(reader, &indexes, &regions)?;
    let applications = applications_like(reader, &indexes, &regions)?;
    let mut found = BTreeMap::new();
    for filing in of {
        let id = filing.id.uuid();
        let keys: Vec<Key> = own
            .iter()
            .filter(|(subject, ..)| *subject == id)
            .map(|(_, index, act)| (index.clone(), act.clone()))
            .collect();
        // Ids sort by time.
        let is_earlier = |other: &&Match| {
            other.subject < id
                && other.region == filing.region
                && keys.iter().any(|key| alike(key, &other.key))
        };
        let earlier = Earlier {
            deeds: ids_of(deeds.iter().filter(is_earlier)),
            applications: ids_of(applications.iter().filter(is_earlier)),
        };
        found.insert(filing.id, earlier);
    }
    Ok(found)
}

/// A key of something on file, what it is, and the region that sees it.
type FoundRow = (Vec<u8>, String, Uuid, RegionCode);

/// Something on file that has one of the wanted keys.
struct Match {
    key: Key,
    subject: Uuid,
    region: RegionCode,
}

impl From<FoundRow> for Match {
    fn from((index, act, subject, region): FoundRow) -> Self {
        Self {
            key: (index, act),
            subject,
            region,
        }
    }
}

fn ids_of<'a, I: Id>(matches: impl Iterator<Item = &'a Match>) -> BTreeSet<I> {
    matches.map(|found| found.subject.into()).collect()
}

fn applications_like(
    reader: &mut Reader<'_>,
    indexes: &BTreeSet<&[u8]>,
    regions: &BTreeSet<&str>,
) -> Result<Vec<Match>, StoreError> {
    let rows: Vec<FoundRow> = duplicate_keys::table
        .inner_join(filings::table.on(filings::id.eq(duplicate_keys::subject_id)))
        .filter(duplicate_keys::key.eq_any(indexes.iter().copied()))
        .filter(duplicate_keys::subject_kind.eq(Application::WORD))
        .filter(filings::region_code.eq_any(regions.iter().copied()))
        .order(duplicate_keys::subject_id.desc())
        .limit(MOST_ROWS)
        .select((
            duplicate_keys::key,
            duplicate_keys::act_type,
            duplicate_keys::subject_id,
            filings::region_code,
        ))
        .load(reader.connection)?;
    Ok(rows.into_iter().map(Match::from).collect())
}

fn deeds_like(
    reader: &mut Reader<'_>,
    indexes: &BTreeSet<&[u8]>,
    regions: &BTreeSet<&str>,
) -> Result<Vec<Match>, StoreError> {
    let mut rows: Vec<FoundRow> = duplicate_keys::table
        .inner_join(case_regions::table.on(case_regions::file_id.eq(duplicate_keys::subject_id)))
        .filter(duplicate_keys::key.eq_any(indexes.iter().copied()))
        .filter(duplicate_keys::subject_kind.eq(DEED))
        .filter(case_regions::procedure.eq(Deed::NAME))
        .filter(case_regions::region_code.eq_any(regions.iter().copied()))
        .order(duplicate_keys::subject_id.desc())
        .limit(MOST_ROWS)
        .select((
            duplicate_keys::key,
            duplicate_keys::act_type,
            duplicate_keys::subject_id,
            case_regions::region_code,
        ))
        .load(reader.connection)?;
    rows.extend(deeds_of_numbers(reader, indexes, regions)?);
    Ok(rows.into_iter().map(Match::from).collect())
}

/// The deeds of those who hold one of these numbers, under whichever of the person's files they are.
fn deeds_of_numbers(
    reader: &mut Reader<'_>,
    indexes: &BTreeSet<&[u8]>,
    regions: &BTreeSet<&str>,
) -> Result<Vec<FoundRow>, StoreError> {
    let holders: Vec<(Option<Vec<u8>>, PersonId)> = people::table
        .filter(people::citizen_number_index.eq_any(indexes.iter().copied()))
        .select((people::citizen_number_index, people::id))
        .load(reader.connection)?;
    let named: Vec<PersonId> = holders.iter().map(|(_, person)| *person).collect();
    let survivors = survivors(reader, &named)?;
    let wanted: Vec<PersonId> = survivors.values().copied().collect();
    let files = files_with_survivors(reader, &wanted)?;
    let named: Vec<PersonId> = files.iter().map(|(file, _)| *file).collect();
    let found: Vec<(PersonId, Uuid, RegionCode)> = cases::table
        .inner_join(case_sight::table.on(case_sight::case_id.eq(cases::id)))
        .filter(cases::person_id.eq_any(texts(&named)))
        .filter(cases::procedure.eq(Deed::NAME))
        .filter(case_sight::region_code.eq_any(regions.iter().copied()))
        .order(cases::file_id.desc())
        .limit(MOST_ROWS)
        .select((
            cases::person_id.assume_not_null(),
            cases::file_id,
            case_sight::region_code,
        ))
        .load(reader.connection)?;
    let files: BTreeMap<PersonId, PersonId> = files.into_iter().collect();
    let mut numbers: BTreeMap<PersonId, BTreeSet<Vec<u8>>> = BTreeMap::new();
    for (index, holder) in holders {
        if let (Some(index), Some(survivor)) = (index, survivors.get(&holder)) {
            numbers.entry(*survivor).or_default().insert(index);
        }
    }
    let numbers_of = |file: &PersonId| numbers.get(files.get(file)?);
    let mut rows = Vec::new();
    for (person, deed, region) in found {
        let indexes = numbers_of(&person).into_iter().flatten();
        rows.extend(indexes.map(|index| (index.clone(), String::new(), deed, region)));
    }
    Ok(rows)
}
