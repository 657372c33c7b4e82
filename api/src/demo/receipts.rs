//! One receipt, so that the examples of reading and replaying it work.

use domain::calendar::PartialDate;
use domain::out_of_city::{LocalConfirmation, OriginClaim, OutOfCityFacts};
use domain::policy::{OriginBasis, PolicySet};
use domain::receipts::Facts;
use domain::regions::{Place, RegionCode};
use persistence::Tx;
use persistence::audit::Principal;

use super::{DemoError, command, literal};
use crate::contract::examples::ids;
use crate::receipts::propose;

/// Evaluates a made-up deed outside the city and keeps the receipt in the files of the city.
pub(super) fn fill(
    tx: &mut Tx<'_>,
    principal: &Principal,
    policies: &PolicySet,
    city: RegionCode,
) -> Result<(), DemoError> {
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
        requested_on: Some(tx.today()),
        deceased: Some(false),
        rewarded_elsewhere: None,
        household_has_plaque: Some(false),
    });
    let kept = (literal(ids::RECEIPT.parse())?, city, tx.today());
    command(tx, principal, |acting| {
        let (_, change) = propose(acting, policies, kept, &facts)?;
        Ok(((), vec![change]))
    })
}
