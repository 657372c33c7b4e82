//! What the files say of a person who acted elsewhere.

use domain::ids::PersonId;
use domain::out_of_city::{OriginClaim, OutOfCityFacts, Recognition};
use domain::receipts::Facts;
use persistence::cases::CaseOnFile;
use persistence::{RegionScope, cases};

use crate::commands::Acting;
use crate::eligibility::on_file::{Beside, Known, person};
use crate::out_of_city::{claim_of, deceased, origin_hint};
use crate::policy::Policies;
use crate::problems::Problem;

/// A case with the person's file that it names.
pub(super) struct OutOfCityAsked {
    pub(super) facts: OutOfCityFacts,
    pub(super) person: Option<PersonId>,
}

/// The facts with what the files say: origin, life, and the plaque of the household.
pub(super) fn on_file(
    acting: &mut Acting<'_, '_>,
    scope: &RegionScope,
    _policies: &Policies,
    asked: &OutOfCityAsked,
) -> Result<Known, Problem> {
    let facts = asked.facts.clone();
    let Some(id) = asked.person else {
        return Ok(Known::stated(Facts::OutOfCity(facts)));
    };
    let person = person(acting.tx, scope, id)?;
    // The recognitions that the caller sees: what they say of the person was checked in them.
    let mut theirs = cases::of_people::<Recognition>(acting.tx, scope, &[person.id])?;
    let theirs = theirs.remove(&person.id).unwrap_or_default();
    let file = &person.file;
    let claims = claims(file.origin.as_ref().map(claim_of), &theirs);
    let plaque = theirs
        .iter()
        .rev()
        .find_map(|one| one.facts.household_has_plaque);
    let mut beside = Beside::default();
    let said = Some(facts.origin_claims).filter(|claims| !claims.is_empty());
    let on_file = Some(claims).filter(|claims| !claims.is_empty());
    let facts = OutOfCityFacts {
        origin_claims: beside
            .fact("origin_claims", said, on_file)
            .unwrap_or_default(),
        origin_hint: beside.fact("origin_hint", facts.origin_hint, origin_hint(file)),
        deceased: beside.fact("deceased", facts.deceased, deceased(file)),
        household_has_plaque: beside.fact(
            "household_has_plaque",
            facts.household_has_plaque,
            plaque,
        ),
        // Nobody says it: it follows from the dates in the file.
        life_conflict: beside.fact("life_conflict", None, file.life_conflict(facts.occurred_on)),
        ..facts
    };
    beside.known(Facts::OutOfCity(facts))
}

/// Why the person comes from somewhere: what the recognitions say with proof, and what the file says where
/// they do not say it.
fn claims(of_file: Option<OriginClaim>, theirs: &[CaseOnFile<Recognition>]) -> Vec<OriginClaim> {
    let proven = theirs
        .iter()
        .flat_map(|one| &one.facts.origin_claims)
        .filter(|claim| claim.proof_present)
        .cloned();
    let mut claims: Vec<OriginClaim> = Vec::new();
    for claim in proven.chain(of_file) {
        let same = |known: &OriginClaim| known.basis == claim.basis && known.region == claim.region;
        if !claims.iter().any(same) {
            claims.push(claim);
        }
    }
    claims
}
