//! A case of which everything is known, with one thing or another changed: every rule says everything
//! that it can.
#![expect(
    clippy::unnecessary_wraps,
    reason = "the members that they fill are optional"
)]

use uuid::Uuid;

use super::*;
use crate::{
    ids::RecognitionId,
    people::LifeConflict,
    receipts::samples::{Variation, for_each, variations},
    regions::CountryCode,
};

fn at(code: &str) -> Option<Place> {
    Some(Place::Region(region(code)))
}

fn on(date: &str) -> PartialDate {
    PartialDate::day(day(date)).unwrap()
}

fn unproven(basis: Option<OriginBasis>, code: &str) -> OriginClaim {
    OriginClaim {
        basis,
        region: region(code),
        proof_present: false,
    }
}

fn confirmed(change: impl FnOnce(&mut ConfirmationDocument)) -> Option<LocalConfirmation> {
    with_document(change).local_confirmation
}

/// With one fact less.
#[rustfmt::skip]
pub(crate) fn missing() -> Vec<Variation<OutOfCityFacts>> {
    variations!(complete();
        origin_claims = Vec::new();
        origin_claims = vec![unproven(Some(OriginBasis::HukouNow), "371581")];
        origin_claims = vec![OriginClaim { basis: None, ..claim(OriginBasis::HukouNow, "371581") }];
        place = None;
        occurred_on = PartialDate::UNKNOWN;
        local_confirmation = None;
        local_confirmation = confirmed(|it| it.issuer_name = None);
        local_confirmation = confirmed(|it| it.issuer_name = Some(" ".to_owned()));
        local_confirmation = confirmed(|it| it.issuer_kind = None);
        local_confirmation = confirmed(|it| it.issuer_level = None);
        local_confirmation = confirmed(|it| it.document_number = None);
        local_confirmation = confirmed(|it| it.issued_on = PartialDate::UNKNOWN);
        local_confirmation = confirmed(|it| it.copy_attached = false);
        local_confirmation = confirmed(|it| it.withdrawn = None);
        requested_on = None;
        deceased = None;
        local_confirmation = confirmed(|it| it.issuer_region = None);
        rewarded_elsewhere = None;
        household_has_plaque = None;
    )
}

/// What the rules make of one fact or another.
#[rustfmt::skip]
pub(crate) fn all() -> Vec<Variation<OutOfCityFacts>> {
    let complete_case = complete();
    let mut all = vec![Variation { name: "everything is known".to_owned(), facts: complete() }];
    all.extend(missing());
    all.extend(for_each(&complete_case, "life_conflict", LifeConflict::ALL, |facts, conflict| facts.life_conflict = Some(conflict)));
    all.extend(for_each(&complete_case, "origin by", OriginBasis::ALL, |facts, basis| facts.origin_claims = vec![claim(basis, "371522")]));
    all.extend(for_each(&complete_case, "issuer_kind", IssuerKind::ALL, |facts, kind| facts.local_confirmation = confirmed(|it| it.issuer_kind = Some(kind))));
    all.extend(for_each(&complete_case, "issuer_level", AuthorityLevel::ALL, |facts, level| facts.local_confirmation = confirmed(|it| it.issuer_level = Some(level))));
    all.extend(variations!(complete();
        origin_claims = vec![claim(OriginBasis::HukouNow, "370112")];
        origin_claims = vec![claim(OriginBasis::HukouNow, "370112")], origin_hint = Some(region("371523"));
        origin_claims = Vec::new(), origin_hint = Some(region("372527"));
        origin_claims = vec![claim(OriginBasis::HukouNow, "370000")];
        origin_claims = vec![claim(OriginBasis::HukouNow, "999999")];
        origin_claims = vec![claim(OriginBasis::BirthOnly, "371522")], city_approved_origin = Some(true);
        origin_claims = vec![claim(OriginBasis::BirthOnly, "371522")], city_approved_origin = Some(false);
        origin_claims = vec![claim(OriginBasis::HukouNow, "371581"), claim(OriginBasis::HukouNow, "340104")];
        origin_claims = vec![claim(OriginBasis::HukouNow, "340104"), claim(OriginBasis::Jiguan, "371581")];
        origin_claims = vec![claim(OriginBasis::HukouNow, "411602")];
        origin_claims = vec![claim(OriginBasis::BirthOnly, "411602")];
        origin_claims = vec![claim(OriginBasis::HukouNow, "411602")], rewarded_elsewhere = None;
        origin_claims = vec![claim(OriginBasis::HukouNow, "411602")], rewarded_elsewhere = Some(false);
        place = at("371502");
        place = at("LCDJ");
        place = at("370612");
        place = at("370000");
        place = at("999999");
        place = at("340602");
        place = Some(Place::Abroad(CountryCode::parse("JP").unwrap()));
        local_confirmation = Some(LocalConfirmation::Absent);
        local_confirmation = Some(LocalConfirmation::Absent), place = at("370612");
        local_confirmation = Some(LocalConfirmation::Absent), place = None;
        local_confirmation = Some(LocalConfirmation::Absent), place = Some(Place::Abroad(CountryCode::parse("JP").unwrap()));
        local_confirmation = Some(LocalConfirmation::Absent), origin_claims = vec![claim(OriginBasis::HukouNow, "370112")];
        local_confirmation = Some(LocalConfirmation::Absent), origin_claims = Vec::new();
        local_confirmation = confirmed(|it| it.issuer_region = Some(region("340600")));
        local_confirmation = confirmed(|it| it.issuer_region = Some(region("340602")));
        local_confirmation = confirmed(|it| it.issuer_region = Some(region("340100")));
        local_confirmation = confirmed(|it| it.withdrawn = Some(true));
        local_confirmation = confirmed(|it| it.issued_on = PartialDate::parse(Precision::Year, Some("2024")).unwrap()), requested_on = Some(day("2026-05-01"));
        local_confirmation = confirmed(|it| it.issued_on = on("2026-06-02"));
        occurred_on = on("2024-09-11");
        requested_on = Some(day("2024-09-09"));
        requested_on = Some(day("2026-06-02"));
        requested_on = Some(day("2026-09-10"));
        requested_on = Some(day("2028-09-11"));
        local_confirmation = confirmed(|it| it.issued_on = on("2028-04-30")), requested_on = Some(day("2030-05-01"));
        deceased = Some(true);
        household_has_plaque = Some(true);
        possible_duplicates = Some(Vec::new());
        possible_duplicates = Some(vec![RecognitionId::from(Uuid::from_u128(1))]);
    ));
    all
}
