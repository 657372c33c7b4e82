use super::*;
use crate::{
    policy::PolicySet,
    receipts::{
        Outcome::{Met, NotApplicable, NotMet, Unknown},
        Proposal, RuleId,
        samples::{assert_finding, assert_sound},
    },
};

fn effects(receipt: &Receipt) -> &PlaqueEffects {
    match &receipt.effects {
        Effects::Plaque(effects) => effects,
        other => panic!("{other:?}"),
    }
}

#[test]
fn plaque_elig_a_hero_with_a_standing_honour_gets_the_plaque_of_the_policy() {
    let receipt = judge(&complete());
    assert_sound(&receipt, PolicySet::builtin());
    assert_eq!(receipt.proposal, Proposal::Approve);
    assert_finding(&receipt, RuleId::PlaqueElig, Met, "honour_entitles");
    assert_finding(&receipt, RuleId::PlaqueOne, Met, "household_has_none");
    assert_finding(
        &receipt,
        RuleId::PlaqueReplace,
        NotApplicable,
        "not_a_replacement",
    );
    assert_eq!(effects(&receipt).text.zh, "见义勇为光荣之家");
}

#[test]
fn plaque_elig_a_revoked_honour_entitles_nobody() {
    let receipt = judge(&PlaqueFacts {
        honours: Some(confirmed(false)),
        ..complete()
    });
    assert_sound(&receipt, PolicySet::builtin());
    assert_finding(&receipt, RuleId::PlaqueElig, NotMet, "no_honour_stands");
    assert_eq!(receipt.proposal, Proposal::Refuse);
}

#[test]
fn plaque_elig_praise_or_a_listing_alone_is_no_confirmation() {
    for kind in [HonourKind::Commendation, HonourKind::Listing] {
        let honour = HeldHonour {
            kind,
            stands: true,
            on: day("2025-12-01"),
        };
        let receipt = judge(&PlaqueFacts {
            honours: Some(vec![honour]),
            ..complete()
        });
        assert_finding(&receipt, RuleId::PlaqueElig, NotMet, "no_honour_stands");
    }
}

#[test]
fn plaque_one_a_second_plaque_of_the_household_is_refused_as_policy_says() {
    let receipt = judge(&PlaqueFacts {
        household_has_plaque: Some(true),
        ..complete()
    });
    assert_sound(&receipt, PolicySet::builtin());
    assert_finding(&receipt, RuleId::PlaqueOne, NotMet, "household_has_plaque");
    assert_eq!(effects(&receipt).only_plaque, Some(false));
}

#[test]
fn plaque_replace_after_the_death_of_its_heroes_the_family_keeps_the_plaque() {
    let dead = |replaces| {
        judge(&PlaqueFacts {
            hero_lives: Some(false),
            replaces: Some(replaces),
            ..complete()
        })
    };
    let receipt = dead(ReplacementReason::Damaged);
    // Only the service's own standard says so: an officer looks at it.
    assert_finding(&receipt, RuleId::PlaqueReplace, Unknown, "kept_after_death");
    assert_eq!(effects(&receipt).replaceable, Some(false));
    let receipt = dead(ReplacementReason::TextChanged);
    assert_finding(&receipt, RuleId::PlaqueReplace, Met, "replacement_fits");
    assert_finding(
        &judge(&replacement()),
        RuleId::PlaqueReplace,
        Met,
        "replacement_fits",
    );
}
