//! Which file survives of one that is named: a merge leaves the absorbed id in use, and what is known of
//! the person stands in the survivor.

use std::collections::{BTreeSet, HashMap};

use domain::ids::PersonId;
use domain::people::{FileStatus, Person};

use super::query::find_all;
use crate::prelude::*;
use crate::schema::{people, person_history as entries};

/// The file that survives of each of these, by the id that was named: the file itself unless it was merged.
pub fn survivors(
    reader: &mut Reader<'_>,
    named: &[PersonId],
) -> Result<HashMap<PersonId, PersonId>, StoreError> {
    // The entry of a file's registration went along with every merge, also of the survivor into another.
    let merged: Vec<(PersonId, PersonId)> = entries::table
        .filter(entries::written_in.eq_any(texts(named)))
        // Said in the words of the index of what was taken over.
        .filter(entries::written_in.ne(entries::person_id))
        .filter(entries::version.eq(1))
        .select((entries::written_in, entries::person_id))
        .load(reader.connection)?;
    let mut survivors: HashMap<_, _> = named.iter().map(|id| (*id, *id)).collect();
    survivors.extend(merged);
    Ok(survivors)
}

/// The surviving files of people whom cases or a report name, whichever region keeps them, by the id that
/// was named. The caller has already been shown to reach what names them.
pub fn find_surviving(
    reader: &mut Reader<'_>,
    named: &[PersonId],
) -> Result<HashMap<PersonId, Person>, StoreError> {
    let survivors = survivors(reader, named)?;
    let wanted: BTreeSet<PersonId> = survivors.values().copied().collect();
    let wanted: Vec<PersonId> = wanted.into_iter().collect();
    let found = find_all(reader, &RegionScope::City, &wanted)?
        .into_values()
        .collect::<Result<Vec<Person>, StoreError>>()?;
    let found: HashMap<PersonId, Person> = found
        .into_iter()
        .map(|person| (person.id, person))
        .collect();
    Ok(survivors
        .into_iter()
        .filter_map(|(named, survivor)| Some((named, found.get(&survivor)?.clone())))
        .collect())
}

/// Which active files hold the same citizen number as these, each of these among them: until somebody has
/// looked at the two files they count as one person where the rules ask for other cases.
pub(crate) fn alike(
    reader: &mut Reader<'_>,
    survivors: &BTreeSet<PersonId>,
) -> Result<BTreeSet<(PersonId, PersonId)>, StoreError> {
    let of_these: Vec<(PersonId, Option<Vec<u8>>)> = people::table
        .filter(people::id.eq_any(texts(survivors)))
        .filter(people::citizen_number_index.is_not_null())
        .select((people::id, people::citizen_number_index))
        .load(reader.connection)?;
    let indexes: Vec<&[u8]> = of_these
        .iter()
        .filter_map(|(_, index)| index.as_deref())
        .collect();
    let holders: Vec<(PersonId, Option<Vec<u8>>)> = people::table
        .filter(people::citizen_number_index.eq_any(indexes))
        .filter(people::status.eq(FileStatus::Active.as_str()))
        .select((people::id, people::citizen_number_index))
        .load(reader.connection)?;
    let mut pairs: BTreeSet<_> = survivors.iter().map(|id| (*id, *id)).collect();
    for (one, index) in &of_these {
        let others = holders.iter().filter(|(_, other)| other == index);
        pairs.extend(others.map(|(other, _)| (*one, *other)));
    }
    Ok(pairs)
}

/// The files of survivors: their own, and every file that was merged into one, also by way of others.
pub fn files_of(
    reader: &mut Reader<'_>,
    survivors: &[PersonId],
) -> Result<Vec<PersonId>, StoreError> {
    let files = files_with_survivors(reader, survivors)?;
    Ok(files.into_iter().map(|(file, _)| file).collect())
}

/// The same, each with the survivor whose it is.
pub(crate) fn files_with_survivors(
    reader: &mut Reader<'_>,
    survivors: &[PersonId],
) -> Result<Vec<(PersonId, PersonId)>, StoreError> {
    let files = entries::table
        .filter(entries::person_id.eq_any(texts(survivors)))
        .filter(entries::version.eq(1))
        .select((entries::written_in, entries::person_id))
        .distinct();
    Ok(files.load(reader.connection)?)
}
