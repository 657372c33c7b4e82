//! The list of files, newest first.

use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::{Bool, Text};
use domain::ids::PersonId;
use domain::people::{FileOrigin, LifeStatus, Person};
use domain::regions::RegionCode;

use super::row::Row;
use crate::error::StoreError;
use crate::paging::{Keyset, Page, newest_first};
use crate::schema::people;
use crate::scope::RegionScope;
use crate::store::Reader;

/// Which files are asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Those that one region keeps.
    pub region: Option<RegionCode>,
    /// Those of people of whom this is known.
    pub life_status: Option<LifeStatus>,
    /// Those that came to be in this way.
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

    /// As a literal of SQL, like the next three.
    pub(super) fn status(&self) -> &'static str {
        if self.merged { "'merged'" } else { "'active'" }
    }

    pub(super) fn life_status(&self) -> Option<&'static str> {
        self.life_status.map(|life_status| match life_status {
            LifeStatus::Living => "'living'",
            LifeStatus::Deceased => "'deceased'",
            LifeStatus::Unknown => "'unknown'",
        })
    }

    pub(super) fn file_origin(&self) -> Option<&'static str> {
        self.file_origin.map(|file_origin| match file_origin {
            FileOrigin::Registered => "'registered'",
            FileOrigin::Historic => "'historic'",
        })
    }

    pub(super) fn synthetic(&self) -> Option<&'static str> {
        self.synthetic
            .map(|synthetic| if synthetic { "TRUE" } else { "FALSE" })
    }
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
        query = query.filter(people::status.eq(sql::<Text>($filter.status())));
        if let Some(word) = $filter.life_status() {
            query = query.filter(people::life_status.eq(sql::<Text>(word)));
        }
        if let Some(word) = $filter.file_origin() {
            query = query.filter(people::file_origin.eq(sql::<Text>(word)));
        }
        if let Some(word) = $filter.synthetic() {
            query = query.filter(people::synthetic.eq(sql::<Bool>(word)));
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
    newest_first!(
        reader,
        keyset,
        matching,
        people::id,
        Row::as_select() => Row,
        |row| row.into_person(reader.keyring)
    )
}
