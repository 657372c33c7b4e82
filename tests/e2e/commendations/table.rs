//! The table as it is served, and what somebody may do next. That every step is answered as it says is in
//! `tables`.

use super::Hall;
use crate::deeds::table::rows;

#[test]
fn who_nominates_grants_nothing_and_who_grants_answers_for_it() {
    let hall = Hall::open();
    let rows = rows(&hall.city.caller, "commendation");
    let of = |step: &str, member: &str| {
        let row = rows.iter().find(|row| row["step"] == step);
        row.unwrap_or_else(|| panic!("{step}"))[member].clone()
    };
    assert_eq!(of("declination", "scope"), "commendations:nominate");
    assert_eq!(of("immediate_award", "scope"), "commendations:decide");
    assert_eq!(of("immediate_award", "officers"), "two_and_co_signer");
    assert_eq!(of("revocation", "officers"), "two_and_co_signer");
    assert_eq!(of("basis_fall", "seat"), "anyone");
}
