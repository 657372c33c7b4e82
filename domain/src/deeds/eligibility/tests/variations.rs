//! A case of which everything is known, with one thing or another changed: every rule says everything
//! that it can.
#![expect(
    clippy::unnecessary_wraps,
    reason = "the members that they fill are optional"
)]

use uuid::Uuid;

use super::*;
use crate::{
    calendar::Precision,
    ids::DeedId,
    people::LifeConflict,
    receipts::samples::{Variation, for_each, variations},
    regions::CountryCode,
};

fn on(date: &str) -> PartialDate {
    PartialDate::day(day(date)).unwrap()
}

fn month(month: &str) -> PartialDate {
    PartialDate::parse(Precision::Month, Some(month)).unwrap()
}

fn at(code: &str) -> Option<Place> {
    Some(Place::Region(region(code)))
}

fn unverified() -> EvidenceItem {
    EvidenceItem {
        verified: false,
        ..item(EvidenceKind::PublicSecurity)
    }
}

fn obstacle(city_decision: Option<bool>) -> Option<Obstacle> {
    Some(Obstacle {
        from: day("2025-06-01"),
        to: day("2025-12-01"),
        city_decision,
    })
}

fn complex() -> Option<Complexity> {
    Some(Complexity::Complex("测试理由".to_owned()))
}

/// With one fact less.
#[rustfmt::skip]
pub(crate) fn missing() -> Vec<Variation<DeedFacts>> {
    variations!(complete();
        act_types = Vec::new();
        duty = None;
        interests = Vec::new();
        beneficiaries = None;
        caused_danger = None;
        lawfulness = None;
        age_at_deed = None;
        occurred_on = PartialDate::UNKNOWN;
        place = None;
        received_on = None;
        filer = None;
        possible_duplicates = None;
        evidence = None;
        evidence = Some(vec![unverified()]);
        crime_related = None;
        outcome = None;
        risk = None;
        volunteer_service = None;
        home = None;
        received_by = None;
        complexity = None;
    )
}

/// What the rules make of one fact or another.
#[rustfmt::skip]
pub(crate) fn all() -> Vec<Variation<DeedFacts>> {
    let complete_case = complete();
    let mut all = vec![Variation { name: "everything is known".to_owned(), facts: complete() }];
    all.extend(missing());
    all.push(Variation { name: "nothing is stated".to_owned(), facts: unsaid() });
    all.extend(for_each(&complete_case, "duty", Duty::ALL, |facts, duty| facts.duty = Some(duty)));
    all.extend(for_each(&complete_case, "act_types", ActType::ALL, |facts, act| facts.act_types = vec![act]));
    all.extend(for_each(&complete_case, "interests", Interest::ALL, |facts, interest| facts.interests = vec![interest]));
    all.extend(for_each(&complete_case, "beneficiaries", Relation::ALL, |facts, relation| facts.beneficiaries = Some(vec![relation])));
    all.extend(for_each(&complete_case, "lawfulness", Lawfulness::ALL, |facts, lawfulness| facts.lawfulness = Some(lawfulness)));
    all.extend(for_each(&complete_case, "outcome", RescueOutcome::ALL, |facts, outcome| facts.outcome = Some(outcome)));
    all.extend(for_each(&complete_case, "filer", Filer::ALL, |facts, filer| facts.filer = Some(filer)));
    all.extend(for_each(&complete_case, "life_conflict", LifeConflict::ALL, |facts, conflict| facts.life_conflict = Some(conflict)));
    all.extend(for_each(&complete_case, "risk", &[0, 1, 2, 3, 4], |facts, risk| facts.risk = Grade::new(risk)));
    all.extend(for_each(&complete_case, "age_at_deed", &[(13, 13), (13, 14), (14, 17), (17, 18), (18, 18)], |facts, (at_least, at_most)| {
        facts.age_at_deed = Some(AgeAtDeed { at_least, at_most });
    }));
    all.extend(for_each(&complete_case, "evidence", EvidenceKind::ALL, |facts, kind| facts.evidence = Some(vec![item(kind)])));
    all.extend(variations!(complete();
        act_types = vec![ActType::Other], other_act_reason = Some("测试理由".to_owned());
        interests = vec![Interest::Own, Interest::State, Interest::Public];
        beneficiaries = Some(Vec::new());
        beneficiaries = Some(vec![Relation::Ward, Relation::OtherRelative]);
        beneficiaries = Some(vec![Relation::Ward, Relation::Unrelated]);
        caused_danger = Some(true);
        volunteer_service = Some(true);
        possible_duplicates = Some(vec![DeedId::from(Uuid::from_u128(1)), DeedId::from(Uuid::from_u128(2))]);
        evidence = Some(Vec::new());
        evidence = Some(vec![item(EvidenceKind::Witness), item(EvidenceKind::Beneficiary)]);
        evidence = Some(vec![item(EvidenceKind::Witness), item(EvidenceKind::Beneficiary), item(EvidenceKind::Township)]);
        evidence = Some(vec![item(EvidenceKind::CivilAffairs)]), crime_related = Some(true);
        place = at("371502"), received_by = Some(region("371581"));
        place = at("LCDJ"), received_by = Some(region("LCDJ"));
        place = at("371502"), further_counties = vec![region("371581")];
        place = at("371523"), received_by = Some(region("371503"));
        place = at("371500");
        place = at("370000");
        place = at("999999");
        place = at("370612");
        place = at("370612"), home = Some(region("370612"));
        place = at("340104");
        place = at("340104"), home = None;
        place = at("340104"), home = Some(region("340104"));
        place = at("340104"), home = Some(region("371500"));
        place = at("340104"), received_by = Some(region("371502"));
        place = Some(Place::Abroad(CountryCode::parse("JP").unwrap()));
        place = None, home = None;
        occurred_on = on("2025-05-20"), complexity = None;
        occurred_on = on("2025-05-20");
        occurred_on = on("2025-05-20"), complexity = complex();
        occurred_on = on("2025-06-02");
        occurred_on = on("2024-05-20"), complexity = complex();
        occurred_on = month("2025-05"), complexity = complex();
        occurred_on = month("2025-06");
        occurred_on = on("2026-06-02");
        occurred_on = on("2026-05-06"), received_on = Some(day("2026-11-21"));
        occurred_on = on("2029-04-30"), received_on = Some(day("2030-05-01"));
        occurred_on = on("2029-04-30"), received_on = Some(day("2030-06-01"));
        occurred_on = PartialDate::day(chrono::NaiveDate::MIN).unwrap_or(PartialDate::UNKNOWN);
        obstacle = obstacle(None);
        occurred_on = on("2025-05-20"), obstacle = obstacle(None);
        occurred_on = on("2025-05-20"), obstacle = obstacle(Some(true));
        occurred_on = on("2025-05-20"), obstacle = obstacle(Some(false));
        occurred_on = on("2024-05-20"), obstacle = obstacle(Some(true));
        occurred_on = on("2025-05-20"), obstacle = Some(Obstacle { from: day("2025-12-01"), to: day("2025-06-01"), city_decision: Some(true) });
    ));
    all
}
