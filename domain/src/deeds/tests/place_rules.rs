use super::*;
use crate::policy::AuthorityLevel;

#[test]
fn file_where_only_the_body_that_holds_the_case_acts() {
    let mut walk = Walk::new();
    walk.at(OTHER_COUNTY);
    assert_eq!(walk.stopped(Act::Acceptance), ["seat"]);
    walk.at(CITY);
    assert_eq!(walk.stopped(Act::Acceptance), ["seat"]);
}

#[test]
fn file_where_a_transferred_case_goes_on_with_the_receiver_and_its_time_runs_on() {
    let mut walk = Walk::new();
    assert_eq!(walk.stopped(transfer(COUNTY)), ["other_body"]);
    walk.step(Act::Acceptance).step(transfer(OTHER_COUNTY));
    assert_eq!(walk.case.state(), State::Transferred);
    assert_eq!(
        walk.stopped(SharedAct::TransferAcceptance),
        ["seat"],
        "not by the giver"
    );
    walk.later(3)
        .at(OTHER_COUNTY)
        .step(SharedAct::TransferAcceptance);
    assert_eq!(walk.case.state(), State::InAssessment);
    assert_eq!(walk.case.holder(), holder(OTHER_COUNTY));
    assert!(walk.events.contains(&CaseEvent::HolderChanged));
    assert_eq!(walk.due(ClockKind::Opinion), day("2026-05-06"));
}

#[test]
fn file_where_the_city_names_the_body_within_three_days_of_a_dispute() {
    let mut walk = Walk::new();
    walk.step(transfer(OTHER_COUNTY))
        .at(OTHER_COUNTY)
        .step(SharedAct::TransferDispute {
            reason: words("事发地不在本县"),
        });
    assert_eq!(walk.due(ClockKind::Designation), day("2026-03-05"));
    assert_eq!(walk.stopped(designation(COUNTY)), ["seat"]);
    walk.at(CITY).step(designation(COUNTY));
    assert_eq!(walk.case.state(), State::Reported);
    assert_eq!(walk.case.holder(), holder(COUNTY));
    assert_eq!(walk.status(ClockKind::Designation), ClockStatus::MetInTime);
}

#[test]
fn file_where_the_city_may_name_another_body_by_itself() {
    let mut walk = Walk::new();
    walk.at(CITY).step(designation(OTHER_COUNTY));
    assert_eq!(walk.case.state(), State::Reported);
    assert_eq!(walk.case.holder(), holder(OTHER_COUNTY));
}

#[test]
fn above_a_county_or_zone_stands_the_city_and_above_the_city_the_province() {
    let regions = RegionTree::builtin();
    for code in [COUNTY, "LCKF"] {
        assert_eq!(holder(code).next_higher(regions), Some(holder(CITY)));
    }
    let province = holder(CITY).next_higher(regions).unwrap();
    assert_eq!(province, holder("370000"));
    assert_eq!(province.level, AuthorityLevel::Provincial);
    assert_eq!(province.next_higher(regions), None);
}

#[test]
fn a_step_names_what_the_caller_lacks() {
    let walk = Walk::new();
    let mut command = walk.command(Act::Acceptance);
    command.who.scopes.clear();
    assert_eq!(walk.unmet(&command), ["scope"]);
    command.who = Who::public();
    assert_eq!(walk.unmet(&command), ["scope", "officer", "seat"]);
    command.who = all_scopes(officer(7, OrganisationKind::Police, COUNTY));
    assert_eq!(walk.unmet(&command), ["officer"]);
}
