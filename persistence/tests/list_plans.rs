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
        "SELECT * FROM case_files WHERE procedure = ? AND id < ? ORDER BY id DESC LIMIT 21",
        "case_files_by_procedure (procedure=? AND id<?)",
    ),
    (
        "SELECT * FROM case_files WHERE procedure = ? AND id < ? AND EXISTS (SELECT 1 FROM \
         case_regions WHERE file_id = id AND case_regions.region_code IN (?, ?)) \
         ORDER BY id DESC LIMIT 21",
        "case_files_by_procedure (procedure=? AND id<?)",
    ),
    (
        "SELECT * FROM case_files WHERE procedure = ? AND id = ? AND EXISTS (SELECT 1 FROM \
         case_regions WHERE file_id = id AND case_regions.region_code IN (?, ?))",
        "case_regions_by_file (file_id=? AND region_code=?)",
    ),
    (
        "SELECT case_files.* FROM case_regions JOIN case_files ON case_files.id = file_id \
         WHERE case_regions.procedure = ? AND case_regions.region_code = ? AND file_id < ? \
         ORDER BY file_id DESC LIMIT 21",
        "PRIMARY KEY (procedure=? AND region_code=? AND file_id<?)",
    ),
    (
        "SELECT case_files.* FROM case_states JOIN case_files ON case_files.id = file_id \
         WHERE case_states.procedure = ? AND case_states.region_code = ? AND state = ? \
         AND file_id < ? ORDER BY file_id DESC LIMIT 21",
        "PRIMARY KEY (procedure=? AND region_code=? AND state=? AND file_id<?)",
    ),
    (
        "SELECT * FROM case_files WHERE procedure = ? AND id IN (SELECT file_id FROM cases \
         WHERE person_id IN (?, ?)) AND id < ? ORDER BY id DESC LIMIT 21",
        "cases_by_person (person_id=?)",
    ),
    (
        "SELECT written_in, person_id FROM person_history WHERE written_in IN (?, ?) \
         AND written_in != person_id AND version = ?",
        "person_history_by_file (written_in=?)",
    ),
    (
        "SELECT * FROM case_tasks WHERE officer_id = ? AND region_code || ? IN (?) \
         AND statutory <> ? AND due_on <= ? ORDER BY due_on, case_id, kind LIMIT 21",
        "case_tasks_by_officer (officer_id=? AND due_on<?)",
    ),
    (
        "SELECT * FROM case_tasks WHERE region_code = ? AND statutory = ? AND due_on <= ? \
         ORDER BY due_on, case_id, kind LIMIT 21",
        "case_tasks_of_region_by_statute (region_code=? AND statutory=? AND due_on<?)",
    ),
    (
        "SELECT * FROM case_tasks WHERE region_code || ? IN (?, ?) \
         ORDER BY due_on, case_id, kind LIMIT 21",
        "case_tasks_by_day",
    ),
    (
        "SELECT * FROM case_tasks WHERE procedure = ? AND statutory <> ? AND due_on <= ? \
         ORDER BY due_on, case_id, kind LIMIT 21",
        "case_tasks_by_procedure (procedure=? AND due_on<?)",
    ),
    (
        "SELECT * FROM case_tasks WHERE region_code = ? AND procedure = ? AND statutory <> ? \
         AND due_on <= ? ORDER BY due_on, case_id, kind LIMIT 21",
        "case_tasks_of_region_by_procedure (procedure=? AND region_code=? AND due_on<?)",
    ),
    (
        "SELECT * FROM case_tasks WHERE region_code || ? IN (?, ?) AND procedure = ? \
         AND due_on <= ? ORDER BY due_on, case_id, kind LIMIT 21",
        "case_tasks_by_procedure (procedure=? AND due_on<?)",
    ),
    (
        "SELECT * FROM case_tasks WHERE officer_id = ? AND region_code || ? IN (?) \
         AND procedure || ? = ? AND due_on <= ? ORDER BY due_on, case_id, kind LIMIT 21",
        "case_tasks_by_officer (officer_id=? AND due_on<?)",
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
fn lists_of_files_tasks_and_audit_come_in_the_order_of_an_index() {
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
