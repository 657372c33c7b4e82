use super::*;
use crate::{
    calendar::Precision,
    policy::PublicationWaiverReason,
    receipts::Outcome::{Met, NotApplicable, Unknown},
};

fn born(birth: &str, precision: Precision, deed: &str) -> Option<AgeAtDeed> {
    AgeAtDeed::of_birth(
        day(birth),
        PartialDate::parse(precision, Some(deed)).unwrap(),
    )
}

#[test]
fn deed_age_nobody_is_too_young_and_minors_are_protected() {
    for (age, handling, code) in [
        (6, MinorHandling::Child, "actor_minor"),
        (13, MinorHandling::Child, "actor_minor"),
        (14, MinorHandling::Minor, "actor_minor"),
        (17, MinorHandling::Minor, "actor_minor"),
        (18, MinorHandling::Adult, "actor_adult"),
    ] {
        let facts = with(|facts| facts.age_at_deed = Some(AgeAtDeed::years(age)));
        assert_says(&facts, RuleId::DeedAge, Met, code);
        let receipt = judge(&facts);
        let effects = effects_of(&receipt);
        assert_eq!(effects.minor_handling, handling, "{age}");
        assert_eq!(
            effects.restriction_suggested,
            (age < 18).then_some(PublicationWaiverReason::MinorProtection)
        );
        assert_eq!(receipt.proposal, crate::receipts::Proposal::Approve);
    }
    let unsaid = with(|facts| facts.age_at_deed = None);
    assert_says(&unsaid, RuleId::DeedAge, Unknown, "age_not_stated");
}

#[test]
fn deed_age_dates_of_a_life_that_contradict_the_deed_are_reviewed() {
    use crate::people::LifeConflict;

    for (conflict, code) in [
        (LifeConflict::BornAfter, "born_after_deed"),
        (LifeConflict::DiedBefore, "died_before_deed"),
    ] {
        let facts = with(|facts| facts.life_conflict = Some(conflict));
        assert_says(&facts, RuleId::DeedAge, Unknown, code);
        assert_eq!(judge(&facts).proposal, crate::receipts::Proposal::Review);
    }
}

#[test]
fn deed_age_is_counted_to_the_day_and_is_a_range_where_the_deed_is_not_dated_to_the_day() {
    let birth = "2008-05-07";
    assert_eq!(
        born(birth, Precision::Day, "2026-05-06"),
        Some(AgeAtDeed::years(17))
    );
    assert_eq!(
        born(birth, Precision::Day, "2026-05-07"),
        Some(AgeAtDeed::years(18))
    );
    let in_may = born(birth, Precision::Month, "2026-05");
    assert_eq!(
        in_may,
        Some(AgeAtDeed {
            at_least: 17,
            at_most: 18
        })
    );
    let unclear = with(|facts| facts.age_at_deed = in_may);
    assert_says(&unclear, RuleId::DeedAge, Unknown, "age_unclear");
    assert_eq!(
        effects_of(&judge(&unclear)).minor_handling,
        MinorHandling::NotKnown
    );
    assert_eq!(born(birth, Precision::Day, "2008-05-06"), None);
    assert_eq!(AgeAtDeed::of_birth(day(birth), PartialDate::UNKNOWN), None);
    // Born on 29 February: 18 on 1 March of a year without one.
    assert_eq!(
        born("2008-02-29", Precision::Day, "2026-02-28"),
        Some(AgeAtDeed::years(17))
    );
}

#[test]
fn deed_age_between_13_and_14_is_protected_as_a_child() {
    let facts = with(|facts| {
        facts.age_at_deed = Some(AgeAtDeed {
            at_least: 13,
            at_most: 14,
        });
    });
    assert_eq!(
        effects_of(&judge(&facts)).minor_handling,
        MinorHandling::Child
    );
}

#[test]
fn deed_volunteer_service_does_not_stand_in_the_way() {
    for (service, outcome, code) in [
        (Some(true), Met, "volunteer_counts"),
        (Some(false), NotApplicable, "not_volunteering"),
        (None, NotApplicable, "volunteering_not_stated"),
    ] {
        let facts = with(|facts| facts.volunteer_service = service);
        assert_says(&facts, RuleId::DeedVolunteer, outcome, code);
    }
}

#[test]
fn deed_nationality_people_from_elsewhere_are_confirmed_in_the_city() {
    for home in [None, Some(region("411602"))] {
        // That it was in the city is known where the county is not.
        for place in ["371502", "LCDJ", "371500", "372500", "371501"] {
            let facts = with(|facts| {
                facts.home = home;
                facts.place = Some(Place::Region(region(place)));
            });
            assert_says(
                &facts,
                RuleId::DeedNationality,
                Met,
                "origin_does_not_matter",
            );
        }
    }
}

#[test]
fn deed_nationality_a_deed_elsewhere_asks_for_a_home_in_the_city() {
    for (place, home, outcome, code) in [
        (Some("340104"), Some("371522"), Met, "actor_from_the_city"),
        (Some("340104"), Some("411602"), Unknown, "home_elsewhere"),
        (Some("340104"), None, Unknown, "home_not_stated"),
        (None, None, Unknown, "territory_open"),
        (Some("370000"), Some("411602"), Unknown, "territory_open"),
    ] {
        let facts = with(|facts| {
            facts.place = place.map(|place| Place::Region(region(place)));
            facts.home = home.map(region);
        });
        assert_says(&facts, RuleId::DeedNationality, outcome, code);
    }
}
