//! The lists that everybody may read, in their order.

use chrono::NaiveDate;
use domain::ids::PublicId;

use super::Entry;
use super::entries::Published;
use crate::prelude::*;
use crate::schema::{
    public_entries as entries, public_facets as facets, public_search_keys as keys,
};

/// Sorts after every text that begins with the prefix before it.
const LAST_CHARACTER: char = '\u{10ffff}';

/// What is asked of a list.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Such as `county:371502`: all of them hold.
    pub facets: Vec<String>,
    /// The beginning of a name, of its pinyin or of its initials.
    pub prefix: Option<String>,
}

/// Entries in the order of their list, with their place in it. A notice whose last day has passed is none.
pub fn list<T: Published>(
    reader: &mut Reader<'_>,
    filter: &Filter,
    today: NaiveDate,
    keyset: &Keyset<String>,
) -> Result<Page<(String, Entry<T>)>, StoreError> {
    let matching = || {
        let mut query = entries::table
            .filter(entries::collection.eq(T::COLLECTION.as_str()))
            .filter(entries::entry.is_not_null())
            .filter(entries::until.is_null().or(entries::until.ge(today)))
            .into_boxed();
        for facet in &filter.facets {
            let having = facets::table
                .filter(facets::facet.eq(facet.clone()))
                .select(facets::entry_id);
            query = query.filter(entries::id.eq_any(having));
        }
        if let Some(prefix) = &filter.prefix {
            let named = keys::table
                .filter(keys::search_key.ge(prefix.clone()))
                .filter(keys::search_key.lt(format!("{prefix}{LAST_CHARACTER}")))
                .select(keys::entry_id);
            query = query.filter(entries::id.eq_any(named));
        }
        query
    };
    let mut query = matching();
    if let Some(after) = &keyset.after {
        query = query.filter(entries::order_key.gt(after.clone()));
    }
    let rows: Vec<(String, Col<PublicId>, Option<String>)> = query
        .order(entries::order_key.asc())
        .limit(keyset.fetch())
        .select((entries::order_key, entries::id, entries::entry))
        .load(reader.connection)?;
    let items = rows
        .into_iter()
        .map(|(order, id, text)| {
            let entry = T::FORM.read(text.unwrap_or_default().as_bytes())?;
            Ok((order, (id.0, entry)))
        })
        .collect::<Result<_, StoreError>>()?;
    keyset.counted(items, || {
        Ok(matching().count().get_result(reader.connection)?)
    })
}
