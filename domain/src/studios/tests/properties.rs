use proptest::{option, prelude::*, sample::select};

use super::*;
use crate::{
    policy::PolicySet,
    receipts::{
        Proposal,
        samples::{assert_sound, assert_stays, example_city, in_force, toothless},
    },
};

fn names() -> impl Strategy<Value = PersonName> {
    "[\u{4e00}-\u{9fa5}\u{20bb7}]{2,6}(·[\u{4e00}-\u{9fa5}]{1,4})?"
        .prop_filter_map("a name", |text| PersonName::parse(&text).ok())
}

fn proposals() -> impl Strategy<Value = String> {
    prop_oneof![
        names().prop_map(|name| format!("见义勇为{name}英模工作室")),
        names().prop_map(|name| format!("{name}工作室")),
        ".{0,20}",
    ]
}

fn groups() -> impl Strategy<Value = GroupName> {
    (".{0,6}", any::<Option<bool>>()).prop_map(|(name, city_approval)| GroupName {
        name,
        city_approval,
    })
}

fn honours() -> impl Strategy<Value = HeldHonour> {
    (select(HonourLevel::ALL), any::<bool>())
        .prop_map(|(level, revoked)| HeldHonour { level, revoked })
}

fn consents() -> impl Strategy<Value = Consent> {
    (any::<bool>(), select(ConsentGiver::ALL)).prop_map(|(given, by)| Consent { given, by })
}

prop_compose! {
    fn facts()(
        proposed_name in option::of(proposals()),
        leader_name in option::of(names()),
        group in option::of(groups()),
        honours in option::of(prop::collection::vec(honours(), 0..3)),
        deceased in any::<Option<bool>>(),
        consent in option::of(consents()),
        existing_studios in option::of(0..3_u32),
        name_taken in any::<Option<bool>>(),
        proposed_on in select(vec![None, Some(day("2019-01-01")), Some(day("2025-01-01"))]),
    ) -> StudioNameFacts {
        StudioNameFacts {
            proposed_name,
            leader_name,
            group,
            honours,
            deceased,
            consent,
            existing_studios,
            name_taken,
            proposed_on,
        }
    }
}

/// Every way to add one thing that was missing.
fn completions(facts: &StudioNameFacts) -> Vec<StudioNameFacts> {
    let better = |change: fn(&mut StudioNameFacts)| {
        let mut facts = facts.clone();
        change(&mut facts);
        facts
    };
    let entitled = match facts.deceased {
        Some(true) => ConsentGiver::Spouse,
        Some(false) | None => ConsentGiver::Leader,
    };
    let mut all = vec![
        better(|facts| {
            facts.honours.get_or_insert_default().push(HeldHonour {
                level: HonourLevel::Municipal,
                revoked: false,
            });
        }),
        better(|facts| {
            facts.existing_studios.get_or_insert(0);
        }),
        better(|facts| {
            facts.name_taken.get_or_insert(false);
        }),
        better(|facts| {
            if let Some(group) = &mut facts.group {
                group.city_approval = Some(true);
            }
        }),
    ];
    if facts.consent.is_none() {
        let mut agreed = facts.clone();
        agreed.consent = Some(Consent {
            given: true,
            by: entitled,
        });
        all.push(agreed);
    }
    all
}

/// The facts with what is not known as it stands in others. Whether it carries the name of a group is chosen.
fn filled(known: &StudioNameFacts, others: &StudioNameFacts) -> StudioNameFacts {
    let city_approval = others.group.as_ref().and_then(|group| group.city_approval);
    StudioNameFacts {
        proposed_name: known.proposed_name.clone().or(others.proposed_name.clone()),
        leader_name: known.leader_name.clone().or(others.leader_name.clone()),
        group: known.group.clone().map(|group| GroupName {
            city_approval: group.city_approval.or(city_approval),
            ..group
        }),
        honours: known.honours.clone().or(others.honours.clone()),
        deceased: known.deceased.or(others.deceased),
        consent: known.consent.clone().or(others.consent.clone()),
        existing_studios: known.existing_studios.or(others.existing_studios),
        name_taken: known.name_taken.or(others.name_taken),
        ..known.clone()
    }
}

proptest! {
    #[test]
    fn the_pattern_with_a_name_fits_that_name_and_no_other(one in names(), other in names()) {
        let proposed = liaocheng().terms().studio_name.pattern.fill(one.as_str());
        let named_after = |leader: &PersonName| judge(&StudioNameFacts {
            proposed_name: Some(proposed.clone()),
            leader_name: Some(leader.clone()),
            ..complete()
        });
        prop_assert_eq!(named_after(&one).proposal, Proposal::Approve);
        if one != other {
            prop_assert_eq!(named_after(&other).proposal, Proposal::Refuse);
        }
    }

    #[test]
    fn the_name_that_is_proposed_is_accepted_when_it_is_taken_up(facts in facts()) {
        let receipt = judge(&facts);
        if let Some(right) = &effects_of(&receipt).name {
            let corrected = StudioNameFacts { proposed_name: Some(right.clone()), ..facts.clone() };
            let receipt = judge(&corrected);
            prop_assert_eq!(&effects_of(&receipt).differences, &[]);
        }
    }

    #[test]
    fn any_receipt_is_sound_and_replays(facts in facts()) {
        assert_sound(&judge(&facts), PolicySet::builtin());
        let policies = example_city();
        let policy = in_force(policies);
        if facts.proposed_on.is_none_or(|date| date >= policy.effective_from()) {
            assert_sound(&evaluate_name(&facts, policy, day(TODAY)), policies);
        }
    }

    #[test]
    fn adding_what_was_missing_never_worsens_the_proposal(facts in facts()) {
        let before = judge(&facts).proposal;
        for better in completions(&facts) {
            prop_assert!(judge(&better).proposal <= before, "{better:?}");
        }
    }

    #[test]
    fn nothing_is_refused_without_a_binding_source(facts in facts()) {
        let policies = toothless();
        let policy = in_force(policies);
        let receipt = evaluate_name(&facts, policy, day(TODAY));
        prop_assert_ne!(receipt.proposal, Proposal::Refuse);
    }

    #[test]
    fn what_is_proposed_stays_whatever_the_unknown_facts_turn_out_to_be(
        known in facts(),
        others in facts(),
    ) {
        let filled = filled(&known, &others);
        assert_stays(&Facts::StudioName(known), &Facts::StudioName(filled), day(TODAY));
    }
}
