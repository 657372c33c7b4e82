//! The table of rounds, as it is served.

use crate::deeds::table::rows;
use crate::harness::CITY;
use crate::rounds::Hall;

#[test]
fn the_table_of_rounds_is_served_with_its_scopes() {
    let hall = Hall::open();
    let rows = rows(&hall.city.caller, "round");
    let scope = |step: &str| {
        let row = rows.iter().find(|row| row["step"] == step);
        row.unwrap_or_else(|| panic!("{step}"))["scope"].clone()
    };
    assert_eq!(scope("candidate_objection"), "commendations:nominate");
    assert_eq!(scope("ballots"), "commendations:review");
    assert_eq!(scope("decision"), "commendations:decide");
}

#[test]
fn what_is_due_in_a_round_stands_on_the_worklist_of_its_organiser() {
    let hall = Hall::open();
    hall.called();
    let mine = hall.server.county(CITY);
    let due = mine.all("/v1/worklist?procedure=round");
    assert_eq!(due.len(), 1, "{due:?}");
}
