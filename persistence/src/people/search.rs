//! Files by the beginning of a name, its pinyin or its initials.

use diesel::dsl::{count_star, sql};
use diesel::sql_types::Bool;
use domain::ids::PersonId;
use domain::people::Person;

use super::list::{Filter, literal, narrow};
use super::row::Row;
use crate::prelude::*;
use crate::schema::{people, person_search_keys as keys};

/// Sorts after every text that begins with the prefix before it.
const LAST_CHARACTER: char = '\u{10ffff}';

/// The files within the caller's regions that have a search key beginning with `prefix`, each once
/// under the first of its keys, in the order of key and id.
pub fn search(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    prefix: &str,
    filter: &Filter,
    keyset: &Keyset<(String, PersonId)>,
) -> Result<Page<(String, Person)>, StoreError> {
    let end = format!("{prefix}{LAST_CHARACTER}");
    let length = i16::try_from(prefix.len()).unwrap_or(i16::MAX);
    let matching = |from: &str| {
        let query = keys::table
            .inner_join(people::table)
            .filter(keys::search_key.ge(from.to_owned()))
            .filter(keys::search_key.lt(end.clone()))
            .filter(keys::shared.lt(length))
            .into_boxed();
        narrow!(query, filter, scope, keys::region_code)
    };
    let query = match &keyset.after {
        None => matching(prefix),
        Some((key, id)) => matching(key).filter(
            keys::search_key
                .gt(key.clone())
                .or(keys::person_id.gt(Col(*id))),
        ),
    };
    let rows: Vec<(String, Row)> = query
        .order((keys::search_key.asc(), keys::person_id.asc()))
        .limit(keyset.fetch())
        .select((keys::search_key, Row::as_select()))
        .load(reader.connection)?;
    let items = rows
        .into_iter()
        .map(|(key, row)| Ok((key, row.into_person(reader.keyring)?)))
        .collect::<Result<_, StoreError>>()?;
    let count = || {
        matching(prefix)
            .select(count_star())
            .get_result(reader.connection)
    };
    Ok(keyset.counted(items, count)?)
}
