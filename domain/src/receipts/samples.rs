//! What the tests of the three features share.

use std::sync::LazyLock;

use chrono::NaiveDate;

use super::{Finding, Outcome, Receipt, RuleId, replay};
use crate::{
    policy::{BasisKind, Policy, PolicySet},
    reference::Reference,
    regions::RegionCode,
};

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(crate) fn region(code: &str) -> RegionCode {
    RegionCode::parse(code).unwrap()
}

/// Whether an English text holds Chinese, save for names that it quotes: “聊城义士”.
pub(crate) fn has_chinese(en: &str) -> bool {
    let quoted = |part: &str| {
        part.split_once('”')
            .map_or(String::new(), |(_, after)| after.to_owned())
    };
    let mut parts = en.split('“');
    let first = parts.next().unwrap_or_default().to_owned();
    let outside: String = std::iter::once(first).chain(parts.map(quoted)).collect();
    outside
        .chars()
        .any(|symbol| matches!(symbol, '\u{2e80}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}'))
}

/// The policy of Liaocheng in force on a day of the tests.
pub(crate) fn liaocheng() -> &'static Policy {
    PolicySet::builtin().in_force_on(day("2026-06-01")).unwrap()
}

/// Facts that differ from those of a complete case in what the name says.
#[derive(Debug, Clone)]
pub(crate) struct Variation<F> {
    pub(crate) name: String,
    pub(crate) facts: F,
}

/// `variations!(complete(); duty = None; place = None, home = None;)`: the same facts over and over, each
/// time with these members changed.
macro_rules! variations {
    ($base:expr; $($($member:ident = $value:expr),+;)+) => {
        vec![$({
            let mut facts = $base;
            $(facts.$member = $value;)+
            let changes = [$(concat!(stringify!($member), " = ", stringify!($value))),+];
            $crate::receipts::samples::Variation { name: changes.join(", "), facts }
        }),+]
    };
}
pub(crate) use variations;

/// One variation for each value of an enum.
pub(crate) fn for_each<F: Clone, T: Copy + std::fmt::Debug>(
    complete: &F,
    member: &str,
    values: &[T],
    change: impl Fn(&mut F, T),
) -> Vec<Variation<F>> {
    let varied = |value: &T| {
        let mut facts = complete.clone();
        change(&mut facts, *value);
        Variation {
            name: format!("{member} = {value:?}"),
            facts,
        }
    };
    values.iter().map(varied).collect()
}

/// A city that differs from Liaocheng in every parameter.
pub(crate) fn example_city() -> &'static PolicySet {
    static CITY: LazyLock<PolicySet> = LazyLock::new(|| {
        PolicySet::parse(include_str!("../../tests/fixtures/example-city.toml")).unwrap()
    });
    &CITY
}

/// Liaocheng with titles that ask for others, a table of sums and the figures of two years.
pub(crate) fn with_sums() -> &'static PolicySet {
    static SUMS: LazyLock<PolicySet> = LazyLock::new(|| {
        let terms = include_str!("../../tests/fixtures/honours-with-sums.toml");
        PolicySet::parse(&format!("{LIAOCHENG_FILE}\n{terms}")).unwrap()
    });
    &SUMS
}

/// The version of a set that is in force on a day of the tests.
pub(crate) fn in_force(policies: &PolicySet) -> &Policy {
    policies.in_force_on(day("2026-06-01")).unwrap()
}

pub(crate) fn finding(receipt: &Receipt, rule: RuleId) -> &Finding {
    let mut of_rule = receipt.findings.iter().filter(|one| one.rule == rule);
    let found = of_rule.next().unwrap();
    assert!(of_rule.next().is_none(), "{rule} has one finding");
    found
}

#[track_caller]
pub(crate) fn assert_finding(receipt: &Receipt, rule: RuleId, outcome: Outcome, code: &str) {
    let found = finding(receipt, rule);
    assert_eq!(
        (found.outcome, found.code.as_str()),
        (outcome, code),
        "{rule}: {}",
        found.reason.zh
    );
}

/// What every receipt keeps, whatever its facts.
pub(crate) fn assert_sound(receipt: &Receipt, policies: &PolicySet) {
    for finding in &receipt.findings {
        assert!(
            !finding.basis.is_empty(),
            "{} cites something",
            finding.rule
        );
        assert!(!finding.reason.zh.is_empty() && !finding.reason.en.is_empty());
        let rule = &policies
            .find(&receipt.policy.id, &receipt.policy.version)
            .unwrap()
            .terms()
            .rules[&finding.rule];
        let binding = finding.basis.iter().any(|basis| basis.kind.binds());
        assert!(
            finding.outcome != Outcome::NotMet
                || binding
                || rule.may_refuse.contains(&finding.code),
            "{} refuses without a binding basis",
            finding.rule
        );
    }
    let numbers: Vec<u16> = receipt
        .findings
        .iter()
        .map(|finding| finding.number)
        .collect();
    assert!(
        numbers.is_sorted(),
        "findings stand in the order of the rules"
    );

    let stored = serde_json::to_string(receipt).unwrap();
    let loaded: Receipt = serde_json::from_str(&stored).unwrap();
    assert_eq!(&loaded, receipt, "a stored receipt reads back as it was");
    let again = replay(&loaded, policies, Reference::builtin());
    assert!(again.agrees, "a replay agrees: {:?}", again.differences);
}

/// Liaocheng's policy, if no source bound and no refusal were allowed explicitly.
pub(crate) fn toothless() -> &'static PolicySet {
    static TOOTHLESS: LazyLock<PolicySet> = LazyLock::new(|| {
        let mut text = LIAOCHENG_FILE.to_owned();
        for kind in BasisKind::ALL.iter().filter(|kind| kind.binds()) {
            let written = format!("kind = \"{}\"", kind.as_str());
            text = text.replace(&written, "kind = \"comparative\"");
        }
        let lines: Vec<&str> = text
            .lines()
            .filter(|line| !line.starts_with("may_refuse"))
            .collect();
        PolicySet::parse(&lines.join("\n")).unwrap()
    });
    &TOOTHLESS
}

/// Liaocheng's policy, if every source bound: whatever a rule finds against a case refuses it.
pub(crate) fn binding() -> &'static PolicySet {
    static BINDING: LazyLock<PolicySet> = LazyLock::new(|| {
        let mut text = LIAOCHENG_FILE.to_owned();
        for kind in BasisKind::ALL.iter().filter(|kind| !kind.binds()) {
            let written = format!("kind = \"{}\"", kind.as_str());
            text = text.replace(&written, "kind = \"statute\"");
        }
        PolicySet::parse(&text).unwrap()
    });
    &BINDING
}

/// What a rule set proposes stays, whatever the facts that are not known turn out to be.
#[track_caller]
pub(crate) fn assert_stays(known: &super::Facts, filled: &super::Facts, today: NaiveDate) {
    for policy in [liaocheng(), in_force(example_city()), in_force(binding())] {
        let proposal = |facts: &super::Facts| {
            facts
                .evaluate(policy, crate::reference::Reference::builtin(), today)
                .proposal
        };
        let before = proposal(known);
        if before != super::Proposal::Review {
            assert_eq!(proposal(filled), before, "{known:?}\n{filled:?}");
        }
    }
}

/// The text of the built-in policy file.
pub(crate) const LIAOCHENG_FILE: &str = include_str!("../../policies/liaocheng.toml");
