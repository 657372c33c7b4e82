//! One receipt, so that the examples of reading and replaying it work.

use domain::calendar::PartialDate;
use domain::decisions::Facts;
use domain::out_of_city::{LocalConfirmation, OriginClaim, OutOfCityFacts};
use domain::policy::{OriginBasis, PolicySet};
use domain::regions::{Place, RegionCode, RegionTree};
use persistence::audit::{self, Actor, Change};
use persistence::{Tx, decisions};
use serde_json::json;

use super::{DemoError, ids, literal};
use crate::decisions::subject;

/// Evaluates a made-up deed outside the city and keeps the receipt in the files of the city.
pub(super) fn fill(
    tx: &mut Tx<'_>,
    actor: &Actor,
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
    let tree = RegionTree::builtin();
    let receipt = literal(domain::decisions::evaluate(
        &facts,
        policies,
        tree,
        tx.today(),
    ))?;
    let id = literal(ids::DECISION.parse())?;
    let summary = decisions::insert_as(tx, id, actor, city, &receipt)?;
    let change = Change::new(
        "decision.proposed",
        subject(&summary),
        json!({ "kind": receipt.kind, "proposal": receipt.proposal }),
    );
    Ok(audit::record(tx, actor, &change)?)
}
