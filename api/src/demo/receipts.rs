//! One receipt, so that the examples of reading and replaying it work.

use domain::calendar::PartialDate;
use domain::out_of_city::{LocalConfirmation, OriginClaim, OutOfCityFacts};
use domain::policy::OriginBasis;
use domain::receipts::Facts;
use domain::regions::{Place, RegionCode};

use super::{Demo, DemoError, literal};
use crate::contract::examples::ids;
use crate::receipts::propose;

/// Evaluates a made-up deed outside the city and keeps the receipt in the files of the city.
pub(super) fn fill(demo: &mut Demo<'_, '_>) -> Result<(), DemoError> {
    let facts = Facts::OutOfCity(OutOfCityFacts {
        origin_claims: vec![OriginClaim {
            basis: Some(OriginBasis::HukouNow),
            region: literal(RegionCode::parse("371502"))?,
            proof_present: true,
        }],
        origin_hint: None,
        city_approved_origin: None,
        place: Some(Place::Region(literal(RegionCode::parse("340104"))?)),
        occurred_on: PartialDate::UNKNOWN,
        local_confirmation: Some(LocalConfirmation::Absent),
        requested_on: Some(demo.tx.today()),
        deceased: Some(false),
        rewarded_elsewhere: None,
        household_has_plaque: Some(false),
        life_conflict: None,
        possible_duplicates: None,
    });
    let kept = (literal(ids::RECEIPT.parse())?, demo.city, demo.tx.today());
    let policies = demo.policies.set();
    demo.command(0, None, |acting| {
        let (_, change) = propose(acting, policies, kept, &facts)?;
        Ok(((), vec![change]))
    })
}
