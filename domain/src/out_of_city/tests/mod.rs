mod cases;
mod conditions;
mod confirmation;
mod effects;
mod order;
mod origin;
mod properties;
mod tried;
pub(crate) mod variations;
mod wording;

use super::*;
use crate::{
    calendar::{PartialDate, Precision},
    policy::{AuthorityLevel, IssuerKind, OriginBasis},
    receipts::samples::{day, liaocheng, region},
    regions::{Place, RegionTree},
};

pub(super) const TODAY: &str = "2026-06-01";

/// Proven origin in 临清市, deed in 安徽省淮北市, confirmed there, everything known.
pub(crate) fn complete() -> OutOfCityFacts {
    OutOfCityFacts {
        origin_claims: vec![claim(OriginBasis::HukouNow, "371581")],
        origin_hint: None,
        city_approved_origin: None,
        place: Some(Place::Region(region("340600"))),
        occurred_on: PartialDate::parse(Precision::Month, Some("2024-05")).unwrap(),
        local_confirmation: Some(LocalConfirmation::Present(document())),
        requested_on: Some(day("2025-03-01")),
        deceased: Some(false),
        rewarded_elsewhere: Some(true),
        household_has_plaque: Some(false),
        life_conflict: None,
        possible_duplicates: None,
    }
}

pub(super) fn claim(basis: OriginBasis, code: &str) -> OriginClaim {
    OriginClaim {
        basis: Some(basis),
        region: region(code),
        proof_present: true,
    }
}

pub(super) fn document() -> ConfirmationDocument {
    ConfirmationDocument {
        issuer_name: Some("测试市见义勇为基金会".to_owned()),
        issuer_region: Some(region("340000")),
        issuer_kind: Some(IssuerKind::Foundation),
        issuer_level: Some(AuthorityLevel::Municipal),
        document_number: Some("测试〔2024〕1号".to_owned()),
        issued_on: PartialDate::day(day("2024-09-10")).unwrap(),
        copy_attached: true,
        withdrawn: Some(false),
    }
}

pub(super) fn with_document(change: impl FnOnce(&mut ConfirmationDocument)) -> OutOfCityFacts {
    let mut document = document();
    change(&mut document);
    OutOfCityFacts {
        local_confirmation: Some(LocalConfirmation::Present(document)),
        ..complete()
    }
}

pub(super) fn judge(facts: &OutOfCityFacts) -> Receipt {
    evaluate(facts, liaocheng(), Reference::builtin(), day(TODAY))
}

pub(super) fn effects_of(receipt: &Receipt) -> &OutOfCityEffects {
    match &receipt.effects {
        Effects::OutOfCity(effects) => effects,
        other => panic!("{other:?}"),
    }
}
