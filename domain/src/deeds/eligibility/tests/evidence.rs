use super::*;
use crate::receipts::Outcome::{Met, Unknown};

fn evidence(items: Vec<EvidenceItem>) -> DeedFacts {
    with(|facts| facts.evidence = Some(items))
}

fn unverified(kind: EvidenceKind) -> EvidenceItem {
    EvidenceItem {
        kind,
        verified: false,
    }
}

#[test]
fn evidence_min_is_one_official_proof_or_two_verified_items_of_different_kinds() {
    use EvidenceKind::{
        Beneficiary, CivilAffairs, PublicSecurity, ResidentsCommittee, Township, Witness,
    };
    for (items, outcome, code) in [
        (vec![item(PublicSecurity)], Met, "proof_sufficient"),
        (vec![item(CivilAffairs)], Met, "proof_sufficient"),
        (vec![item(Witness), item(Township)], Met, "evidence_enough"),
        (
            vec![item(Witness), item(Witness)],
            Unknown,
            "evidence_insufficient",
        ),
        (
            vec![item(Beneficiary), unverified(ResidentsCommittee)],
            Unknown,
            "evidence_insufficient",
        ),
        (
            vec![unverified(PublicSecurity)],
            Unknown,
            "evidence_insufficient",
        ),
        (Vec::new(), Unknown, "evidence_insufficient"),
    ] {
        assert_says(&evidence(items), RuleId::EvidenceMin, outcome, code);
    }
    let unsaid = with(|facts| facts.evidence = None);
    assert_says(&unsaid, RuleId::EvidenceMin, Unknown, "evidence_not_stated");
}

#[test]
fn evidence_min_of_a_deed_against_a_crime_asks_for_police_material() {
    let against_crime = |kinds: &[EvidenceKind]| {
        let mut facts = evidence(kinds.iter().copied().map(item).collect());
        facts.act_types = vec![ActType::CrimeAgainstOthers];
        // The type of act shows it, whatever else is said.
        facts.crime_related = Some(false);
        facts
    };
    for kinds in [
        &[EvidenceKind::CivilAffairs][..],
        &[EvidenceKind::Witness, EvidenceKind::Beneficiary],
    ] {
        assert_says(
            &against_crime(kinds),
            RuleId::EvidenceMin,
            Unknown,
            "police_material_missing",
        );
    }
    assert_says(
        &against_crime(&[EvidenceKind::PublicSecurity]),
        RuleId::EvidenceMin,
        Met,
        "proof_sufficient",
    );
    let related = with(|facts| {
        facts.crime_related = Some(true);
        facts.evidence = Some(vec![item(EvidenceKind::CivilAffairs)]);
    });
    assert_says(
        &related,
        RuleId::EvidenceMin,
        Unknown,
        "police_material_missing",
    );
}

#[test]
fn evidence_min_is_what_the_policy_asks_for() {
    let police_only = evidence(vec![item(EvidenceKind::PublicSecurity)]);
    assert_finding(
        &judge_elsewhere(&police_only),
        RuleId::EvidenceMin,
        Unknown,
        "evidence_insufficient",
    );
    let mut against_crime = evidence(vec![
        item(EvidenceKind::Witness),
        item(EvidenceKind::Township),
        item(EvidenceKind::MassOrganisation),
    ]);
    against_crime.crime_related = Some(true);
    assert_finding(
        &judge_elsewhere(&against_crime),
        RuleId::EvidenceMin,
        Met,
        "evidence_enough",
    );
}

#[test]
fn evidence_min_a_deed_is_against_a_crime_by_its_type_or_by_what_is_said() {
    let against = |acts: &[ActType], said| {
        let facts = with(|facts| {
            facts.act_types = acts.to_vec();
            facts.crime_related = said;
        });
        facts.against_crime()
    };
    assert_eq!(
        against(&[ActType::CrimeAgainstPublic], Some(false)),
        Some(true)
    );
    assert_eq!(against(&[ActType::Rescue], Some(true)), Some(true));
    assert_eq!(against(&[ActType::Rescue], None), Some(false));
    assert_eq!(against(&[], None), None);
}
