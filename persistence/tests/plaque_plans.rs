//! Who waits for a plaque, and whom nobody has reached, come in the order of an index, however many have one.

#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot set its scene up has failed"
)]

use diesel::prelude::*;
use persistence::{DatabaseUrl, migrations};
use tempfile::TempDir;

/// Queries as the lists make them, and what their plan on SQLite names.
const QUERIES: &[(&str, &str)] = &[
    (
        "SELECT person_id, household_id, region_code FROM plaque_heroes WHERE waiting = ? \
         AND person_id < ? ORDER BY person_id DESC LIMIT 21",
        "plaque_heroes_waiting (waiting=? AND person_id<?)",
    ),
    (
        "SELECT person_id, household_id, region_code FROM plaque_heroes WHERE waiting = ? \
         AND region_code = ? AND person_id < ? ORDER BY person_id DESC LIMIT 21",
        "plaque_heroes_waiting_by_region (waiting=? AND region_code=? AND person_id<?)",
    ),
    (
        "SELECT file_id, household_id, region_code, state, unreachable_since FROM plaques \
         WHERE unreachable = ? AND file_id < ? ORDER BY file_id DESC LIMIT 21",
        "plaques_unreachable (unreachable=? AND file_id<?)",
    ),
    (
        "SELECT file_id, household_id, region_code, state, unreachable_since FROM plaques \
         WHERE unreachable = ? AND region_code = ? AND file_id < ? ORDER BY file_id DESC LIMIT 21",
        "plaques_unreachable_by_region (unreachable=? AND region_code=? AND file_id<?)",
    ),
    (
        "SELECT file_id FROM plaques WHERE household_id = ? AND active",
        "plaques_one_for_household (household_id=?)",
    ),
    (
        "SELECT id FROM households WHERE region_code = ? AND id < ? ORDER BY id DESC LIMIT 21",
        "households_by_region (region_code=? AND id<?)",
    ),
];

#[derive(diesel::QueryableByName)]
struct Step {
    #[diesel(sql_type = diesel::sql_types::Text)]
    detail: String,
}

#[test]
fn pages_of_plaques_cost_the_same_however_many_there_are() {
    let folder = TempDir::new().unwrap();
    let database = folder.path().join("yongwei.db").display().to_string();
    migrations::run(&DatabaseUrl::parse(&format!("sqlite:{database}")).unwrap()).unwrap();
    let mut connection = SqliteConnection::establish(&database).unwrap();
    for (query, index) in QUERIES {
        let steps: Vec<Step> = diesel::sql_query(format!("EXPLAIN QUERY PLAN {query}"))
            .load(&mut connection)
            .unwrap();
        let plan: String = steps.into_iter().map(|step| step.detail + "\n").collect();
        assert!(plan.contains(index), "{query}: {plan}");
        assert!(!plan.contains("TEMP B-TREE"), "{query}: {plan}");
    }
}

/// A household has one plaque that it has or is to get, whoever writes.
#[test]
fn the_database_itself_keeps_a_second_plaque_from_a_household() {
    let folder = TempDir::new().unwrap();
    let database = folder.path().join("yongwei.db").display().to_string();
    migrations::run(&DatabaseUrl::parse(&format!("sqlite:{database}")).unwrap()).unwrap();
    let mut connection = SqliteConnection::establish(&database).unwrap();
    // Of the rows that they belong to none is there.
    diesel::sql_query("PRAGMA foreign_keys = OFF")
        .execute(&mut connection)
        .unwrap();
    let mut insert = |id: &str, active: i32| {
        let values = format!(
            "INSERT INTO plaques (file_id, household_id, region_code, state, active, unreachable) \
             VALUES ('{id}', 'h', '371502', 'hung', {active}, 0)"
        );
        diesel::sql_query(values).execute(&mut connection)
    };
    insert("a", 0).unwrap();
    insert("b", 1).unwrap();
    insert("c", 1).unwrap_err();
    insert("d", 0).unwrap();
}
