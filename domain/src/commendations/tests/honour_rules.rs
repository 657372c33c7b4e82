use super::{
    variations::{death, group, of_a_group, of_the_dead},
    *,
};
use crate::{
    commendations::money::DeathBenefit,
    out_of_city::Kinship,
    receipts::{
        Outcome::{Met, NotApplicable, NotMet, Unknown},
        RuleId, replay,
        samples::{assert_finding, finding, in_force, with_sums},
    },
    reference::Reference,
};

fn with(base: TierFacts, award: Option<AwardFacts>) -> Receipt {
    let facts = TierFacts { award, ..base };
    evaluate_tier(
        &facts,
        in_force(with_sums()),
        RegionTree::builtin(),
        day(TODAY),
    )
}

fn of_group(change: impl Fn(&mut GroupFacts)) -> Receipt {
    with(of_a_group(), group(change))
}

fn of_dead(change: impl Fn(&mut DeathFacts)) -> Receipt {
    with(of_the_dead(), death(change))
}

#[test]
fn group_min_one_who_is_refused_or_declines_does_not_hold_up_the_rest() {
    let rule = RuleId::GroupMin;
    assert_finding(&of_group(|_| {}), rule, Met, "group_confirmed");
    let third = |standing, accepted| {
        of_group(|it| {
            let third = MemberFacts {
                standing: Some(standing),
                accepted: Some(accepted),
                harm: Some(Harm::None),
                share: None,
            };
            it.members.push(third);
        })
    };
    let refused = third(ConfirmationStatus::NotConfirmed, true);
    assert_finding(&refused, rule, Met, "group_confirmed");
    assert_finding(&refused, RuleId::GroupHonour, Met, "shares_add_up");
    let declines = third(ConfirmationStatus::Confirmed, false);
    assert_finding(&declines, rule, Met, "group_confirmed");
    let two = of_group(|it| it.members[1].accepted = Some(false));
    assert_finding(&two, rule, Unknown, "group_too_small");
    let open = of_group(|it| it.members[1].standing = None);
    assert_finding(&open, rule, Unknown, "members_not_confirmed");
    let incidents = of_group(|it| it.one_incident = Some(false));
    assert_finding(&incidents, rule, NotMet, "several_incidents");
    let of_one = of_dead(|_| {});
    assert_finding(&of_one, rule, NotApplicable, "award_to_one");
}

#[test]
fn group_honour_shares_are_exactly_the_sum() {
    let rule = RuleId::GroupHonour;
    assert_finding(&of_group(|_| {}), rule, Met, "shares_add_up");
    let one_fen_more = of_group(|it| {
        it.members[1].share = it.members[0].share;
    });
    assert_finding(&one_fen_more, rule, NotMet, "shares_do_not_add_up");
    let open = of_group(|it| it.members[1].share = None);
    assert_finding(&open, rule, Unknown, "shares_not_stated");
    let no_sum = of_group(|it| it.sum = None);
    assert_finding(&no_sum, rule, NotApplicable, "pending_table");
}

#[test]
fn group_dead_adds_for_each_dead_member_what_the_table_says() {
    let rule = RuleId::GroupDead;
    assert_finding(&of_group(|_| {}), rule, NotApplicable, "no_member_died");
    let died = |it: &mut GroupFacts| it.members[1].harm = Some(Harm::Died);
    let added = of_group(died);
    assert_finding(&added, rule, Met, "extra_for_the_dead");
    assert!(finding(&added, rule).reason.zh.contains("10000.00元"));
    let no_table = judge(&TierFacts {
        award: group(died),
        ..of_a_group()
    });
    assert_finding(&no_table, rule, Unknown, "pending_table");
}

#[test]
fn posthumous_the_next_of_kin_receive_as_they_agreed() {
    let rule = RuleId::Posthumous;
    assert_finding(&of_dead(|_| {}), rule, Met, "kin_receives");
    let other = |nearer| {
        of_dead(|it| {
            it.recipient = Some(Kinship::Sibling);
            it.nearer_kin = nearer;
        })
    };
    assert_finding(&other(Some(true)), rule, Unknown, "nearer_kin_first");
    assert_finding(&other(None), rule, Unknown, "nearer_kin_not_checked");
    assert_finding(&other(Some(false)), rule, Met, "kin_receives");
    let silent = of_dead(|it| it.agreed_in_writing = None);
    assert_finding(&silent, rule, Unknown, "kin_agreement_missing");
    let receipt = of_dead(|_| {});
    let title = &effects_of(&receipt).titles[0].text.zh;
    assert!(title.starts_with("追授"), "{title}");
    assert_finding(&of_group(|_| {}), rule, NotApplicable, "actor_lives");
}

#[test]
fn posthumous_a_death_of_which_only_the_harm_tells_is_asked_about() {
    let receipt = with(of_the_dead(), Some(AwardFacts::default()));
    assert_finding(&receipt, RuleId::Posthumous, Unknown, "kin_not_named");
    assert_finding(&receipt, RuleId::MartyrRefer, Unknown, "referral_missing");
    assert_finding(&receipt, RuleId::LumpSum, Unknown, "benefit_open");
}

#[test]
fn martyr_refer_one_benefit_is_granted_and_never_two() {
    let rule = RuleId::MartyrRefer;
    assert_finding(&of_dead(|_| {}), rule, Met, "benefit_decided");
    let two = of_dead(|it| it.granted = vec![DeathBenefit::Martyr, DeathBenefit::LumpSum]);
    assert_finding(&two, rule, NotMet, "benefit_twice");
    let other = of_dead(|it| it.martyr = Some(true));
    assert_finding(&other, rule, Unknown, "benefit_differs");
    let not_referred = of_dead(|it| it.referred_on = None);
    assert_finding(&not_referred, rule, Unknown, "referral_missing");
}

#[test]
fn lump_sum_waits_for_figures_that_are_not_loaded_and_is_never_zero() {
    let rule = RuleId::LumpSum;
    let due = of_dead(|_| {});
    assert_finding(&due, rule, Met, "lump_sum_due");
    assert!(finding(&due, rule).reason.zh.contains("1280000.00元"));
    let later = of_dead(|it| it.died_on = Some(day("2026-02-01")));
    assert_finding(&later, rule, Unknown, "pending_indicator");
    let liaocheng = judge(&of_the_dead());
    assert_finding(&liaocheng, rule, Unknown, "pending_indicator");
    let martyr = of_dead(|it| it.martyr = Some(true));
    assert_finding(&martyr, rule, NotApplicable, "higher_benefit");
}

#[test]
fn a_receipt_of_an_award_is_recomputed_from_its_own_facts() {
    for facts in [of_a_group(), of_the_dead()] {
        let receipt = evaluate_tier(
            &facts,
            in_force(with_sums()),
            RegionTree::builtin(),
            day(TODAY),
        );
        let numbers: Vec<u16> = receipt.findings.iter().map(|one| one.number).collect();
        assert!(numbers.is_sorted());
        let stored = serde_json::to_string(&receipt).unwrap();
        let stored: Receipt = serde_json::from_str(&stored).unwrap();
        assert!(replay(&stored, with_sums(), Reference::builtin()).agrees);
    }
}
