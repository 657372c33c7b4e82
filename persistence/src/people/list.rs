//! The list of files, newest first.

use diesel::dsl::sql;
use diesel::expression::SqlLiteral;
use diesel::sql_types::{Bool, Text};
use domain::ids::PersonId;
use domain::people::{FileOrigin, LifeStatus, Person};
use domain::regions::RegionCode;

use super::row::Row;
use crate::prelude::*;
use crate::schema::people;

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    pub region: Option<RegionCode>,
    pub life_status: Option<LifeStatus>,
    pub file_origin: Option<FileOrigin>,
    /// Those made up for demonstration, or those of real people.
    pub synthetic: Option<bool>,
    /// Those that were merged into another; otherwise the active ones.
    pub merged: bool,
}

impl Filter {
    /// The region codes to filter by: none for all, empty where nothing can be found.
    pub(super) fn codes<'a>(&'a self, scope: &'a RegionScope) -> Option<Vec<&'a str>> {
        match &self.region {
            Some(region) if scope.covers(region) => Some(vec![region.as_str()]),
            Some(_) => Some(Vec::new()),
            None => scope.codes(),
        }
    }

    /// Whether one of the kinds is asked for that have an index of their own.
    pub(super) fn is_rare(&self) -> bool {
        self.merged
            || self.synthetic == Some(true)
            || self.life_status == Some(LifeStatus::Deceased)
            || self.file_origin == Some(FileOrigin::Historic)
    }
}

/// A word of an enum as a literal of SQL.
pub(super) fn literal(word: &'static str) -> SqlLiteral<Text> {
    sql(&format!("'{word}'"))
}

/// Narrows a boxed query to what a [`Filter`] asks for within a scope.
///
/// The few-valued columns are compared with literals: a bound parameter would keep the planners
/// from the partial indexes of the rare values. One region is compared with `=`, so that an index
/// which begins with it also gives the order.
macro_rules! narrow {
    ($query:expr, $filter:expr, $scope:expr, $region_column:path) => {{
        let mut query = $query;
        match $filter.codes($scope).as_deref() {
            None => {}
            Some([code]) if !$filter.is_rare() => {
                query = query.filter($region_column.eq((*code).to_owned()));
            }
            // Written as an expression, so that SQLite does not look up region by region and sort
            // what it found, but walks the index that has the order and stops when the page is full.
            Some(codes) => {
                let codes: Vec<String> = codes.iter().map(|code| (*code).to_owned()).collect();
                query = query.filter($region_column.concat("").eq_any(codes));
            }
        }
        let status = if $filter.merged { "merged" } else { "active" };
        query = query.filter(people::status.eq(literal(status)));
        if let Some(life_status) = $filter.life_status {
            query = query.filter(people::life_status.eq(literal(life_status.as_str())));
        }
        if let Some(file_origin) = $filter.file_origin {
            query = query.filter(people::file_origin.eq(literal(file_origin.as_str())));
        }
        if let Some(synthetic) = $filter.synthetic {
            let synthetic = if synthetic { "TRUE" } else { "FALSE" };
            query = query.filter(people::synthetic.eq(sql::<Bool>(synthetic)));
        }
        query
    }};
}
pub(super) use narrow;

/// The files within the caller's regions that `filter` asks for, newest first.
pub fn list(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    filter: &Filter,
    keyset: &Keyset<PersonId>,
) -> Result<Page<Person>, StoreError> {
    let matching = || {
        narrow!(
            people::table.into_boxed(),
            filter,
            scope,
            people::region_code
        )
    };
    newest_first!(reader, keyset, matching, people::id,
        Row::as_select() => Row, |row| row.into_person(reader.keyring))
}
