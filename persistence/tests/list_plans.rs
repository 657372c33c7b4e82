//! Lists walk an index that has their order, and sort nothing that grows with the rows of a table.

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
        "SELECT deeds.* FROM deed_states JOIN deeds ON deeds.id = deed_id \
         WHERE deed_states.region_code = ? AND state = ? AND deed_id < ? \
         ORDER BY deed_id DESC LIMIT 21",
        "PRIMARY KEY (region_code=? AND state=? AND deed_id<?)",
    ),
    (
        "SELECT * FROM deed_tasks WHERE officer_id = ? AND region_code || ? IN (?) \
         AND statutory <> ? AND due_on <= ? ORDER BY due_on, actor_id, kind LIMIT 21",
        "deed_tasks_by_officer (officer_id=? AND due_on<?)",
    ),
    (
        "SELECT * FROM deed_tasks WHERE region_code = ? AND statutory = ? AND due_on <= ? \
         ORDER BY due_on, actor_id, kind LIMIT 21",
        "deed_tasks_of_region_by_statute (region_code=? AND statutory=? AND due_on<?)",
    ),
    (
        "SELECT * FROM deed_tasks WHERE region_code || ? IN (?, ?) \
         ORDER BY due_on, actor_id, kind LIMIT 21",
        "deed_tasks_by_day",
    ),
    (
        "SELECT * FROM audit_entries WHERE region_code = ? AND sequence < ? \
         ORDER BY sequence DESC LIMIT 21",
        "audit_entries_by_region (region_code=? AND rowid<?)",
    ),
    (
        "SELECT * FROM audit_entries WHERE region_code || ? IN (?) AND subject_id = ? \
         ORDER BY sequence DESC LIMIT 21",
        "audit_entries_by_subject (subject_id=?)",
    ),
];

#[derive(diesel::QueryableByName)]
struct Step {
    #[diesel(sql_type = diesel::sql_types::Text)]
    detail: String,
}

#[test]
fn lists_of_deeds_tasks_and_audit_come_in_the_order_of_an_index() {
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
