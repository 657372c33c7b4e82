use std::collections::BTreeMap;

use proptest::{collection::vec, prelude::*};

use super::*;
use crate::{
    money::Fen,
    policy::{CashRule, Harm, HonoursPolicy, Indicator, TitleId},
    text::Line,
};

fn fen(amount: i64) -> Fen {
    Fen::new(amount).unwrap()
}

fn sum(parts: &[Fen]) -> Fen {
    Fen::total(parts.iter().copied()).unwrap()
}

fn payer(name: &str, permille: u32) -> PayerShare {
    PayerShare {
        name: Line::parse(name).unwrap(),
        permille,
    }
}

/// Province, city and county, as one city pays: 50, 35 and 15 per cent.
fn three() -> Vec<PayerShare> {
    vec![
        payer("测试省", 500),
        payer("测试市", 350),
        payer("测试县", 150),
    ]
}

fn amounts() -> impl Strategy<Value = Fen> {
    prop_oneof![0..1000_i64, 0..=Fen::MAX.get()].prop_map(fen)
}

/// Payers whose parts are a thousand together.
fn any_payers() -> impl Strategy<Value = Vec<PayerShare>> {
    vec(0..=1000_u32, 0..8).prop_map(|mut cuts| {
        cuts.push(1000);
        cuts.sort_unstable();
        let mut before = 0;
        let parts = cuts.into_iter().enumerate();
        parts
            .map(|(at, cut)| {
                payer(
                    &format!("测试单位{at}"),
                    cut - std::mem::replace(&mut before, cut),
                )
            })
            .collect()
    })
}

#[test]
fn the_fen_that_do_not_divide_go_to_the_largest_remainders_and_of_equal_ones_to_the_first() {
    assert_eq!(shares(fen(100), &[1, 1, 1]), [fen(34), fen(33), fen(33)]);
    assert_eq!(shares(fen(10), &[1, 2, 4]), [fen(1), fen(3), fen(6)]);
    assert_eq!(shares(fen(5), &[0, 0]), [fen(3), fen(2)]);
    assert_eq!(shares(fen(5), &[0, 3]), [fen(0), fen(5)]);
    assert_eq!(shares(fen(5), &[]), []);
    assert_eq!(equal_shares(fen(1), 3), [fen(1), fen(0), fen(0)]);
}

#[test]
fn group_honour_a_sum_that_does_not_divide_adds_up_by_member_and_by_payer() {
    let members = equal_shares(fen(10_000_001), 3);
    assert_eq!(members, [fen(3_333_334), fen(3_333_334), fen(3_333_333)]);
    let paid = matrix(&members, &three()).unwrap();
    let of_payers: Vec<i64> = paid.payers.iter().map(|payer| payer.fen.get()).collect();
    // 5,000,000.5, 3,500,000.35 and 1,500,000.15 fen.
    assert_eq!(of_payers, [5_000_001, 3_500_000, 1_500_000]);
    for (row, member) in paid.rows.iter().zip(&members) {
        assert_eq!(sum(row), *member);
    }
    for (at, payer) in paid.payers.iter().enumerate() {
        let column: Vec<Fen> = paid.rows.iter().map(|row| row[at]).collect();
        assert_eq!(sum(&column), payer.fen);
    }
}

#[test]
fn payers_are_named_once_and_pay_the_whole() {
    assert_eq!(payers(fen(1), &[]), Err(PayersError::Missing));
    let half = [payer("测试市", 500)];
    assert_eq!(
        payers(fen(1), &half),
        Err(PayersError::DoNotAddUp { found: 500 })
    );
    let twice = [payer("测试市", 500), payer("测试市", 500)];
    assert_eq!(payers(fen(1), &twice), Err(PayersError::Twice));
    let many: Vec<PayerShare> = (0..=MAX_PAYERS)
        .map(|at| payer(&format!("测试单位{at}"), 1))
        .collect();
    assert_eq!(payers(fen(1), &many), Err(PayersError::TooMany));
    assert_eq!(
        matrix(&[Fen::MAX, Fen::MAX], &three()),
        Err(PayersError::TooMuch)
    );
}

fn table() -> HonoursPolicy {
    let title = TitleId::new("liaocheng_model");
    let rule = |harm, class, amount, dead| CashRule {
        title: title.clone(),
        harm,
        class,
        fen: fen(amount),
        dead_member_fen: dead,
    };
    HonoursPolicy {
        cash: vec![
            rule(None, None, 500_000, Some(fen(1_000_000))),
            rule(Some(Harm::Died), None, 3_000_000, None),
            rule(None, Some(1), 800_000, None),
        ],
        ..HonoursPolicy::default()
    }
}

#[test]
fn tier_cash_the_line_that_says_most_of_the_case_counts_and_none_is_not_zero() {
    let (table, title) = (table(), TitleId::new("liaocheng_model"));
    let base = |harm, class| award_sum(&table, &title, harm, class).map(|sum| sum.base);
    assert_eq!(base(None, None), Some(fen(500_000)));
    assert_eq!(base(Some(Harm::Injured), None), Some(fen(500_000)));
    assert_eq!(base(Some(Harm::Died), None), Some(fen(3_000_000)));
    assert_eq!(base(Some(Harm::None), Some(1)), Some(fen(800_000)));
    assert_eq!(
        award_sum(&table, &TitleId::new("county_model"), None, None),
        None
    );
    assert_eq!(
        award_sum(&HonoursPolicy::default(), &title, None, None),
        None
    );
}

#[test]
fn group_dead_each_dead_member_adds_the_sum_of_the_table() {
    let title = TitleId::new("liaocheng_model");
    let general = award_sum(&table(), &title, None, None).unwrap();
    assert_eq!(general.with_dead_members(0), Some(fen(500_000)));
    assert_eq!(general.with_dead_members(2), Some(fen(2_500_000)));
    let silent = award_sum(&table(), &title, None, Some(1)).unwrap();
    assert_eq!(silent.with_dead_members(0), Some(fen(800_000)));
    assert_eq!(silent.with_dead_members(1), None);
}

#[test]
fn tier_cash_levels_add_up_or_the_higher_goes_beyond_the_lower() {
    let (sum, paid) = (fen(800), [fen(300), fen(200)]);
    assert_eq!(beyond_lower_levels(sum, &paid, true), Some(sum));
    assert_eq!(beyond_lower_levels(sum, &paid, false), Some(fen(300)));
    assert_eq!(beyond_lower_levels(fen(400), &paid, false), Some(Fen::ZERO));
}

fn indicators(years: &[(i32, Option<i64>, Option<i64>)]) -> BTreeMap<i32, Indicator> {
    let indicator = |(year, income, pay): &(i32, Option<i64>, Option<i64>)| {
        let indicator = Indicator {
            urban_income_fen: income.map(fen),
            lieutenant_monthly_pay_fen: pay.map(fen),
        };
        (*year, indicator)
    };
    years.iter().map(indicator).collect()
}

#[test]
fn lump_sum_is_twenty_incomes_of_the_year_before_and_forty_months_of_pay() {
    let known = indicators(&[(2024, Some(5_000_000), None), (2025, None, Some(700_000))]);
    assert_eq!(lump_sum(2025, &known), LumpSum::AtLeast(fen(128_000_000)));
    assert_eq!(
        lump_sum(2026, &known),
        LumpSum::PendingIndicator { year: 2025 }
    );
    let no_pay = indicators(&[(2024, Some(5_000_000), Some(700_000))]);
    assert_eq!(
        lump_sum(2025, &no_pay),
        LumpSum::PendingIndicator { year: 2025 }
    );
    assert_eq!(
        lump_sum(2025, &BTreeMap::new()),
        LumpSum::PendingIndicator { year: 2024 }
    );
}

#[test]
fn martyr_refer_the_first_benefit_that_applies_and_none_before_it_is_decided() {
    for (martyr, work, due) in [
        (Some(true), Some(true), Some(DeathBenefit::Martyr)),
        (Some(true), None, Some(DeathBenefit::Martyr)),
        (Some(false), Some(true), Some(DeathBenefit::WorkDeath)),
        (Some(false), Some(false), Some(DeathBenefit::LumpSum)),
        (Some(false), None, None),
        (None, Some(true), None),
    ] {
        assert_eq!(death_benefit(martyr, work), due);
    }
}

proptest! {
    #[test]
    fn shares_add_up_for_every_total_and_every_weight(
        total in amounts(),
        weights in vec(any::<u32>(), 1..12),
    ) {
        let parts = shares(total, &weights);
        prop_assert_eq!(parts.len(), weights.len());
        prop_assert_eq!(sum(&parts), total);
        prop_assert_eq!(&parts, &shares(total, &weights));
        let whole: i128 = weights.iter().map(|weight| i128::from(*weight)).sum();
        for (part, weight) in parts.iter().zip(&weights) {
            let exact = i128::from(total.get()) * i128::from(*weight);
            if whole > 0 {
                prop_assert!((i128::from(part.get()) * whole - exact).abs() < whole);
            }
        }
    }

    #[test]
    fn what_members_get_and_what_payers_pay_adds_up_in_both_directions(
        total in amounts(),
        weights in vec(any::<u32>(), 1..12),
        by in any_payers(),
    ) {
        let members = shares(total, &weights);
        let paid = matrix(&members, &by).unwrap();
        prop_assert_eq!(Fen::total(paid.payers.iter().map(|payer| payer.fen)), Some(total));
        for (row, member) in paid.rows.iter().zip(&members) {
            prop_assert_eq!(sum(row), *member);
        }
        for (at, payer) in paid.payers.iter().enumerate() {
            let column: Vec<Fen> = paid.rows.iter().map(|row| row[at]).collect();
            prop_assert_eq!(sum(&column), payer.fen);
        }
    }

    #[test]
    fn nothing_is_recovered_twice_and_every_fen_is_accounted_for(
        owed in 1..1_000_000_i64,
        moves in vec((any::<bool>(), 0..400_000_i64), 0..12),
    ) {
        let mut recovery = Recovery::of(Line::parse("测试市").unwrap(), fen(owed)).unwrap();
        for (received, amount) in moves {
            let before = recovery.clone();
            let done = if received {
                recovery.receive(fen(amount))
            } else {
                recovery.write_off(fen(amount))
            };
            let fits = amount > 0 && fen(amount) <= before.open();
            prop_assert_eq!(done.is_ok(), fits);
            if fits {
                prop_assert_eq!(before.open().minus(fen(amount)), Some(recovery.open()));
            } else {
                prop_assert_eq!(&before, &recovery);
            }
            let accounted = [recovery.recovered(), recovery.written_off(), recovery.open()];
            prop_assert_eq!(sum(&accounted), recovery.fen());
            let stored = serde_json::to_string(&recovery).unwrap();
            prop_assert_eq!(serde_json::from_str::<Recovery>(&stored).unwrap(), recovery.clone());
        }
        if !recovery.is_closed() {
            recovery.write_off(recovery.open()).unwrap();
        }
        prop_assert!(recovery.is_closed());
        prop_assert_eq!(recovery.receive(fen(1)), Err(RecoveryError::Closed));
    }
}

#[test]
fn a_recovery_that_does_not_add_up_does_not_read_back() {
    let stored = r#"{"payer":"测试市","fen":100,"recovered":80,"written_off":30}"#;
    assert!(serde_json::from_str::<Recovery>(stored).is_err());
}
