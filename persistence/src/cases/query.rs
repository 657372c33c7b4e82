//! The cases of files.

use std::collections::{BTreeMap, BTreeSet};

use diesel::dsl::exists;
use domain::ids::{CaseId, PersonId};
use uuid::Uuid;

use super::CaseOnFile;
use super::row::{Row, opened};
use crate::people;
use crate::prelude::*;
use crate::schema::{case_regions, case_sight, cases, person_history as files};
use crate::stored::StoredProcedure;

/// The cases of a file that the caller has been shown to reach, in the order of the file.
pub fn of_file<P: StoredProcedure>(
    reader: &mut Reader<'_>,
    file: P::FileId,
) -> Result<Vec<CaseOnFile<P>>, StoreError> {
    let mut found = of_files(reader, &[file])?;
    Ok(found.remove(&file).unwrap_or_default())
}

/// The same for several files, in one statement.
pub fn of_files<P: StoredProcedure>(
    reader: &mut Reader<'_>,
    files: &[P::FileId],
) -> Result<BTreeMap<P::FileId, Vec<CaseOnFile<P>>>, StoreError> {
    let ids: Vec<String> = files.iter().map(ToString::to_string).collect();
    let rows: Vec<Row> = cases::table
        .filter(cases::file_id.eq_any(ids))
        .order(cases::number.asc())
        .select(Row::as_select())
        .load(reader.connection)?;
    let mut found: BTreeMap<P::FileId, Vec<CaseOnFile<P>>> = BTreeMap::new();
    for case in opened(reader, rows)? {
        found.entry(case.file).or_default().push(case);
    }
    Ok(found)
}

/// The cases of these ids, in their order.
pub(super) fn of_ids<P: StoredProcedure>(
    reader: &mut Reader<'_>,
    ids: Vec<String>,
) -> Result<Vec<CaseOnFile<P>>, StoreError> {
    let rows: Vec<Row> = cases::table
        .filter(cases::id.eq_any(ids))
        .order(cases::id.asc())
        .select(Row::as_select())
        .load(reader.connection)?;
    opened(reader, rows)
}

/// Those of some files, of whatever procedure, that the caller may read.
pub fn readable(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    files: &BTreeSet<Uuid>,
) -> Result<BTreeSet<Uuid>, StoreError> {
    let Some(codes) = scope.codes().filter(|_| !files.is_empty()) else {
        return Ok(files.clone());
    };
    let ids: Vec<String> = files.iter().map(ToString::to_string).collect();
    let readable: Vec<Uuid> = case_regions::table
        .filter(case_regions::file_id.eq_any(ids))
        .filter(case_regions::region_code.eq_any(codes))
        .select(case_regions::file_id)
        .load(reader.connection)?;
    Ok(readable.into_iter().collect())
}

/// Those of some cases, of whatever procedure, that a scope sees.
pub fn seen(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    ids: &BTreeSet<CaseId>,
) -> Result<BTreeSet<CaseId>, StoreError> {
    let Some(codes) = scope.codes().filter(|_| !ids.is_empty()) else {
        return Ok(ids.clone());
    };
    let seen: Vec<CaseId> = case_sight::table
        .filter(case_sight::case_id.eq_any(texts(ids)))
        .filter(case_sight::region_code.eq_any(codes))
        .select(case_sight::case_id)
        .load(reader.connection)?;
    Ok(seen.into_iter().collect())
}

/// The cases of each of some people that a scope sees, under whichever of the person's files, by the id
/// that was named, which may be one that was merged.
pub fn of_people<P: StoredProcedure>(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    named: &[PersonId],
) -> Result<BTreeMap<PersonId, Vec<CaseOnFile<P>>>, StoreError> {
    let survivors = people::survivors(reader, named)?;
    let wanted = survivors.values().copied().collect();
    let found = of_survivors(reader, scope, &wanted)?;
    Ok(survivors
        .into_iter()
        .filter_map(|(named, survivor)| Some((named, found.get(&survivor)?.clone())))
        .collect())
}

/// The cases of each of some people in all regions, those of every file with the same citizen number among
/// them: any may be the same once more.
pub fn others_of<P: StoredProcedure>(
    reader: &mut Reader<'_>,
    named: &[PersonId],
) -> Result<BTreeMap<PersonId, Vec<CaseOnFile<P>>>, StoreError> {
    let survivors = people::survivors(reader, named)?;
    let alike = people::alike(reader, &survivors.values().copied().collect())?;
    let wanted = alike.iter().map(|(_, other)| *other).collect();
    let found = of_survivors::<P>(reader, &RegionScope::City, &wanted)?;
    let of_one = |survivor| {
        let theirs = alike.iter().filter(move |(one, _)| *one == survivor);
        let mut cases: Vec<CaseOnFile<P>> = theirs
            .filter_map(|(_, other)| found.get(other))
            .flatten()
            .cloned()
            .collect();
        cases.sort_by_key(|case| case.id);
        cases
    };
    Ok(survivors
        .into_iter()
        .map(|(named, survivor)| (named, of_one(survivor)))
        .collect())
}

/// The cases of each of some files that survive.
fn of_survivors<P: StoredProcedure>(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    wanted: &BTreeSet<PersonId>,
) -> Result<BTreeMap<PersonId, Vec<CaseOnFile<P>>>, StoreError> {
    // The entry of a file's registration went along with every merge.
    let mut query = cases::table
        .inner_join(files::table.on(files::written_in.nullable().eq(cases::person_id)))
        .filter(files::person_id.eq_any(texts(wanted)))
        .filter(files::version.eq(1))
        .filter(cases::procedure.eq(P::NAME))
        .into_boxed();
    if let Some(codes) = scope.codes() {
        let seen = case_sight::table
            .filter(case_sight::case_id.eq(cases::id))
            .filter(case_sight::region_code.eq_any(codes));
        query = query.filter(exists(seen));
    }
    let rows: Vec<(PersonId, Row)> = query
        .order(cases::id.asc())
        .select((files::person_id, Row::as_select()))
        .load(reader.connection)?;
    let (people, rows): (Vec<PersonId>, Vec<Row>) = rows.into_iter().unzip();
    let mut found: BTreeMap<PersonId, Vec<CaseOnFile<P>>> = BTreeMap::new();
    for (person, case) in people.into_iter().zip(opened(reader, rows)?) {
        let theirs = found.entry(person).or_default();
        // A file that was taken over from a publication has two entries of its first version.
        if theirs.last().is_none_or(|last| last.id != case.id) {
            theirs.push(case);
        }
    }
    Ok(found)
}
