use proptest::{option, prelude::*};

use super::*;
use crate::{
    policy::PolicySet,
    receipts::samples::{assert_sound, assert_stays, binding, example_city, in_force, toothless},
    regions::RegionCode,
};

fn regions() -> impl Strategy<Value = RegionCode> {
    prop::sample::select(vec![
        "371502", "371581", "LCDJ", "371523", "372502", "371500", "370000", "370612", "340600",
        "411602", "220800", "999999",
    ])
    .prop_map(region)
}

fn dates() -> impl Strategy<Value = PartialDate> {
    prop_oneof![
        Just(PartialDate::UNKNOWN),
        (2010..2030_i32).prop_map(|year| {
            PartialDate::parse(Precision::Year, Some(&year.to_string())).unwrap()
        }),
        (2010..2030_i32, 1..=12_u32, 1..=28_u32).prop_map(|(year, month, date)| {
            PartialDate::day(chrono::NaiveDate::from_ymd_opt(year, month, date).unwrap()).unwrap()
        }),
    ]
}

fn claims() -> impl Strategy<Value = OriginClaim> {
    let basis = prop::sample::select(OriginBasis::ALL);
    (option::of(basis), regions(), any::<bool>()).prop_map(|(basis, region, proof_present)| {
        OriginClaim {
            basis,
            region,
            proof_present,
        }
    })
}

prop_compose! {
    fn documents()(
        named in any::<bool>(),
        kind in option::of(prop::sample::select(IssuerKind::ALL)),
        level in option::of(prop::sample::select(AuthorityLevel::ALL)),
        numbered in any::<bool>(),
        issuer_region in option::of(regions()),
        issued_on in dates(),
        copy_attached in any::<bool>(),
        withdrawn in any::<Option<bool>>(),
    ) -> ConfirmationDocument {
        ConfirmationDocument {
            issuer_name: named.then(|| "测试单位".to_owned()),
            issuer_region,
            issuer_kind: kind,
            issuer_level: level,
            document_number: numbered.then(|| "测试1号".to_owned()),
            issued_on,
            copy_attached,
            withdrawn,
        }
    }
}

prop_compose! {
    fn facts()(
        origin_claims in prop::collection::vec(claims(), 0..4),
        origin_hint in option::of(regions()),
        place in option::of(regions()),
        occurred_on in dates(),
        local_confirmation in option::of(prop_oneof![
            Just(LocalConfirmation::Absent),
            documents().prop_map(LocalConfirmation::Present),
        ]),
        requested_on in option::of(dates().prop_filter_map("a day", PartialDate::latest)),
        flags in any::<[Option<bool>; 4]>(),
    ) -> OutOfCityFacts {
        let [city_approved_origin, deceased, rewarded_elsewhere, household_has_plaque] = flags;
        OutOfCityFacts {
            origin_claims,
            origin_hint,
            city_approved_origin,
            place: place.map(Place::Region),
            occurred_on,
            local_confirmation,
            requested_on,
            deceased,
            rewarded_elsewhere,
            household_has_plaque,
            life_conflict: None,
            possible_duplicates: None,
        }
    }
}

/// Complete cases in which some facts are replaced by arbitrary ones.
fn cases() -> impl Strategy<Value = OutOfCityFacts> {
    let keep = || prop::bool::weighted(0.8);
    let kept = (keep(), keep(), keep(), keep(), keep());
    (facts(), kept).prop_map(|(any, (origin, place, dates, confirmation, alive))| {
        let complete = complete();
        OutOfCityFacts {
            origin_claims: if origin {
                complete.origin_claims
            } else {
                any.origin_claims
            },
            place: if place { complete.place } else { any.place },
            occurred_on: if dates {
                complete.occurred_on
            } else {
                any.occurred_on
            },
            requested_on: if dates {
                complete.requested_on
            } else {
                any.requested_on
            },
            local_confirmation: if confirmation {
                complete.local_confirmation
            } else {
                any.local_confirmation
            },
            deceased: if alive {
                complete.deceased
            } else {
                any.deceased
            },
            ..any
        }
    })
}

/// Every way to add one thing that was missing.
fn completions(facts: &OutOfCityFacts) -> Vec<OutOfCityFacts> {
    let mut better = Vec::new();
    for position in 0..facts.origin_claims.len() {
        let mut proven = facts.clone();
        proven.origin_claims[position].proof_present = true;
        better.push(proven);
    }
    let mut claimed = facts.clone();
    claimed
        .origin_claims
        .push(claim(OriginBasis::HukouPast, "371522"));
    better.push(claimed);
    better.push(OutOfCityFacts {
        city_approved_origin: Some(true),
        ..facts.clone()
    });
    match &facts.local_confirmation {
        None | Some(LocalConfirmation::Absent) => better.push(OutOfCityFacts {
            local_confirmation: Some(LocalConfirmation::Present(document())),
            ..facts.clone()
        }),
        Some(LocalConfirmation::Present(given)) => {
            let complete = document();
            let filled = ConfirmationDocument {
                issuer_name: given.issuer_name.clone().or(complete.issuer_name),
                issuer_region: given.issuer_region,
                issuer_kind: given.issuer_kind.or(complete.issuer_kind),
                issuer_level: given.issuer_level.or(complete.issuer_level),
                document_number: given.document_number.clone().or(complete.document_number),
                copy_attached: true,
                withdrawn: given.withdrawn.or(complete.withdrawn),
                issued_on: given.issued_on,
            };
            better.push(OutOfCityFacts {
                local_confirmation: Some(LocalConfirmation::Present(filled)),
                ..facts.clone()
            });
        }
    }
    better
}

/// The facts with what is not known as it stands in others. Where the body sits that confirmed a deed was
/// not asked for before, and other recognitions are searched for and not stated.
fn filled(known: &OutOfCityFacts, others: &OutOfCityFacts) -> OutOfCityFacts {
    let local_confirmation = match (&known.local_confirmation, &others.local_confirmation) {
        (Some(LocalConfirmation::Present(one)), Some(LocalConfirmation::Present(other))) => {
            Some(LocalConfirmation::Present(ConfirmationDocument {
                issuer_name: one.issuer_name.clone().or(other.issuer_name.clone()),
                issuer_kind: one.issuer_kind.or(other.issuer_kind),
                issuer_level: one.issuer_level.or(other.issuer_level),
                document_number: one
                    .document_number
                    .clone()
                    .or(other.document_number.clone()),
                withdrawn: one.withdrawn.or(other.withdrawn),
                ..one.clone()
            }))
        }
        (one, other) => one.clone().or(other.clone()),
    };
    OutOfCityFacts {
        origin_hint: known.origin_hint.or(others.origin_hint),
        city_approved_origin: known.city_approved_origin.or(others.city_approved_origin),
        place: known.place.or(others.place),
        occurred_on: match known.occurred_on {
            PartialDate::UNKNOWN => others.occurred_on,
            known => known,
        },
        local_confirmation,
        requested_on: known.requested_on.or(others.requested_on),
        deceased: known.deceased.or(others.deceased),
        rewarded_elsewhere: known.rewarded_elsewhere.or(others.rewarded_elsewhere),
        household_has_plaque: known.household_has_plaque.or(others.household_has_plaque),
        ..known.clone()
    }
}

proptest! {
    #[test]
    fn any_receipt_is_sound_and_replays(facts in cases()) {
        assert_sound(&judge(&facts), PolicySet::builtin());
        let policies = example_city();
        let policy = in_force(policies);
        let receipt = evaluate(&facts, policy, Reference::builtin(), day(TODAY));
        assert_sound(&receipt, policies);
    }

    #[test]
    fn adding_what_was_missing_never_worsens_the_proposal(facts in cases()) {
        let before = judge(&facts).proposal;
        for better in completions(&facts) {
            prop_assert!(judge(&better).proposal <= before, "{better:?}");
        }
    }

    #[test]
    fn nothing_is_refused_without_a_binding_source(facts in cases()) {
        let policies = toothless();
        let policy = in_force(policies);
        let receipt = evaluate(&facts, policy, Reference::builtin(), day(TODAY));
        prop_assert_ne!(receipt.proposal, Proposal::Refuse);
    }

    #[test]
    fn a_proposed_approval_has_proof_confirmation_and_a_place_outside(facts in cases()) {
        if judge(&facts).proposal == Proposal::Approve {
            let city = region("371500");
            let tree = RegionTree::builtin();
            prop_assert!(facts.origin_claims.iter().any(|claim| claim.proof_present && tree.is_within(&claim.region, &city)));
            prop_assert!(matches!(&facts.local_confirmation, Some(LocalConfirmation::Present(document)) if document.copy_attached));
            prop_assert!(matches!(facts.place, Some(Place::Region(place)) if !tree.is_within(&place, &city)));
        }
    }

    #[test]
    fn what_is_proposed_stays_whatever_the_unknown_facts_turn_out_to_be(
        known in cases(),
        others in facts(),
    ) {
        let mut filled = filled(&known, &others);
        assert_stays(&Facts::OutOfCity(known.clone()), &Facts::OutOfCity(filled.clone()), day(TODAY));
        // Whoever is refused may come from more places than somebody has said.
        filled.origin_claims.extend(others.origin_claims);
        if judge(&known).proposal == Proposal::Refuse {
            assert_stays(&Facts::OutOfCity(known), &Facts::OutOfCity(filled), day(TODAY));
        }
    }

    #[test]
    fn nobody_is_refused_for_an_origin(known in cases(), origin_claims in prop::collection::vec(claims(), 0..4)) {
        let elsewhere = OutOfCityFacts { origin_claims, ..known.clone() };
        let policy = in_force(binding());
        let refused = |facts: &OutOfCityFacts| {
            let receipt = evaluate(facts, policy, Reference::builtin(), day(TODAY));
            receipt.proposal == Proposal::Refuse
        };
        prop_assert_eq!(refused(&known), refused(&elsewhere));
    }
}
