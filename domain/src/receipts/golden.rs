//! One golden finding for each thing that a rule can say: outcome, facts, law and both languages, kept in
//! files that are read against the law. A reason code that occurs in none fails.

use std::{collections::BTreeSet, env, fmt::Write as _, fs, path::PathBuf};

use chrono::NaiveDate;

use super::{
    Facts, Finding, Outcome, Proposal, ReasonCode, Receipt, RuleId,
    samples::{
        LIAOCHENG_FILE, Variation, day, example_city, has_chinese, in_force, liaocheng, with_sums,
    },
};
use crate::{
    commendations,
    deeds::eligibility,
    out_of_city, plaques,
    policy::{Policy, PolicySet},
    reference::Reference,
    rounds, studios,
};

/// Codes of parts of a rule that stand behind another part of the same outcome, whose code is told: their
/// words stand in its reason, but for the last, which says nothing.
const BEHIND_ANOTHER: [ReasonCode; 5] = [
    ReasonCode::HonourHeld,
    ReasonCode::StudioCountFits,
    ReasonCode::NameFree,
    ReasonCode::GroupNameApproved,
    ReasonCode::NotAGroup,
];

/// The days on which the rules are applied: one after the cases, and one long after, when those of
/// years whose days off are not published are over.
const DAYS: [&str; 2] = ["2026-11-20", "2032-12-31"];

/// Liaocheng, a city that differs in everything, two ways to see a duty by contract, and a table of sums.
fn policies() -> Vec<(&'static str, Policy)> {
    let edited = |value: &str| {
        let file = LIAOCHENG_FILE.replace("contract_duty = \"review\"", value);
        in_force(&PolicySet::parse(&file).unwrap()).clone()
    };
    vec![
        ("liaocheng", liaocheng().clone()),
        ("example-city", in_force(example_city()).clone()),
        ("contract_duty = allow", edited("contract_duty = \"allow\"")),
        (
            "contract_duty = allow_lower_tier",
            edited("contract_duty = \"allow_lower_tier\""),
        ),
        ("with sums", in_force(with_sums()).clone()),
    ]
}

fn of<F>(variations: Vec<Variation<F>>, facts: fn(F) -> Facts) -> Vec<(String, Facts)> {
    let named = |one: Variation<F>| (one.name, facts(one.facts));
    variations.into_iter().map(named).collect()
}

/// The cases of each kind.
fn cases() -> [(&'static str, Vec<(String, Facts)>); 6] {
    [
        (
            "deed",
            of(eligibility::tests::variations::all(), Facts::Deed),
        ),
        (
            "out_of_city",
            of(out_of_city::tests::variations::all(), Facts::OutOfCity),
        ),
        (
            "tier",
            of(commendations::tests::variations::all(), Facts::Tier),
        ),
        (
            "studio_name",
            of(studios::tests::variations::all(), Facts::StudioName),
        ),
        (
            "plaque",
            of(plaques::tests::variations::all(), Facts::Plaque),
        ),
        ("round", of(rounds::tests::variations::all(), Facts::Round)),
    ]
}

/// Every receipt of some cases, with what it is of.
fn receipts(cases: &[(String, Facts)]) -> Vec<(String, Receipt)> {
    let policies = policies();
    let days: Vec<NaiveDate> = DAYS.iter().map(|text| day(text)).collect();
    let mut receipts = Vec::new();
    for (city, policy) in &policies {
        for today in &days {
            for (name, facts) in cases {
                let receipt = facts.evaluate(policy, Reference::builtin(), *today);
                receipts.push((format!("{city}, {today}: {name}"), receipt));
            }
        }
    }
    receipts
}

/// The first finding of each rule with each outcome and code.
fn first_findings(cases: &[(String, Facts)]) -> Vec<(String, Finding)> {
    let mut seen = BTreeSet::new();
    let mut found: Vec<(String, Finding)> = Vec::new();
    for (name, receipt) in receipts(cases) {
        for finding in receipt.findings {
            if seen.insert((finding.rule, finding.outcome, finding.code)) {
                found.push((name.clone(), finding));
            }
        }
    }
    found.sort_by_key(|(_, finding)| finding.number);
    found
}

fn rendered(cases: &[(String, Facts)]) -> String {
    let mut out = String::new();
    for (name, finding) in first_findings(cases) {
        let Finding {
            rule,
            outcome,
            code,
            facts,
            basis,
            reason,
            ..
        } = finding;
        let _ = writeln!(out, "{rule} {} {}", outcome.as_str(), code.as_str());
        let _ = writeln!(
            out,
            "  of: {}",
            name.split_whitespace().collect::<Vec<_>>().join(" ")
        );
        for fact in facts {
            let value = serde_json::to_string(&fact.value).unwrap();
            let _ = writeln!(out, "  fact: {} = {value}", fact.name);
        }
        for law in basis {
            let article = law.article.as_deref().unwrap_or("-");
            let _ = writeln!(
                out,
                "  law: {} {article} [{}]",
                law.law_title.zh,
                law.kind.as_str()
            );
        }
        let _ = writeln!(out, "  zh: {}", reason.zh);
        let _ = writeln!(out, "  en: {}\n", reason.en);
    }
    out
}

/// Compares with `domain/golden/findings-<kind>.txt`, or renews it.
fn compare(kind: &str, now: &str) {
    let name = format!("findings-{kind}.txt");
    let path: PathBuf = [env!("CARGO_MANIFEST_DIR"), "golden", &name]
        .iter()
        .collect();
    if env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, now).unwrap();
        return;
    }
    let stored = fs::read_to_string(&path).unwrap_or_default();
    let (stored, now): (Vec<&str>, Vec<&str>) = (stored.lines().collect(), now.lines().collect());
    let differs = (0..stored.len().max(now.len())).find(|at| stored.get(*at) != now.get(*at));
    if let Some(at) = differs {
        panic!(
            "{path:?} differs in line {}.\n stored: {:?}\n now:    {:?}\n\
             Read what changed against the law, then renew it with `UPDATE_GOLDEN=1 cargo test -p domain golden`.",
            at + 1,
            stored.get(at).unwrap_or(&""),
            now.get(at).unwrap_or(&""),
        );
    }
}

#[test]
fn golden_findings_are_what_the_rules_say() {
    for (kind, cases) in cases() {
        compare(kind, &rendered(&cases));
    }
}

#[test]
fn no_reason_in_english_holds_chinese_but_for_names_that_it_quotes() {
    for (_, cases) in cases() {
        for (of, receipt) in receipts(&cases) {
            for finding in receipt.findings {
                let en = finding.reason.en;
                assert!(!has_chinese(&en), "{of}: {en}");
            }
        }
    }
}

#[test]
fn every_reason_code_has_a_golden_finding() {
    let mut found = BTreeSet::new();
    for (_, cases) in cases() {
        found.extend(
            first_findings(&cases)
                .iter()
                .map(|(_, finding)| finding.code),
        );
    }
    let missing: Vec<&str> = ReasonCode::ALL
        .iter()
        .filter(|code| !found.contains(code) && !BEHIND_ANOTHER.contains(code))
        .map(|code| code.as_str())
        .collect();
    assert_eq!(missing, [""; 0]);
    assert!(BEHIND_ANOTHER.iter().all(|code| !found.contains(code)));
}

/// Rules of which somebody only takes note.
const ONLY_NOTED: [RuleId; 3] = [
    RuleId::DeedNoSuccess,
    RuleId::DeedVolunteer,
    RuleId::TierBonus,
];

#[test]
fn every_rule_is_met_in_one_golden_finding_and_not_in_another() {
    let all = cases();
    let findings: Vec<Finding> = all
        .iter()
        .flat_map(|(_, cases)| first_findings(cases))
        .map(|(_, finding)| finding)
        .collect();
    let says = |rule: RuleId, outcomes: &[Outcome]| {
        let mut findings = findings.iter();
        findings.any(|finding| finding.rule == rule && outcomes.contains(&finding.outcome))
    };
    let rules: BTreeSet<RuleId> = findings.iter().map(|finding| finding.rule).collect();
    for rule in rules {
        assert!(says(rule, &[Outcome::Met]), "{rule} met");
        let open = says(rule, &[Outcome::Unknown, Outcome::NotMet]);
        assert_eq!(open, !ONLY_NOTED.contains(&rule), "{rule} open or not met");
    }
}

/// Facts without which a case is approved all the same, each with the reason.
fn not_needed(kind: &str) -> &'static [&'static str] {
    match kind {
        "deed" => &[
            // The kinds of act say whether it was against a crime, until somebody says otherwise.
            "crime_related = None",
            // Recorded only.
            "outcome = None",
            // Recorded for commendation.
            "risk = None",
            "volunteer_service = None",
            // In the city anybody's deed counts.
            "home = None",
            // The rule names who handles it, and nothing is handed over.
            "received_by = None",
            // It was filed within the ordinary time.
            "complexity = None",
        ],
        "out_of_city" => &[
            // Documents of before do not name it.
            "local_confirmation = confirmed(|it| it.issuer_region = None)",
            // Earlier rewards do not stand in the way.
            "rewarded_elsewhere = None",
            // It is looked up when the plaque is made.
            "household_has_plaque = None",
        ],
        "tier" => &[
            // What is asked for follows from the rest of the request.
            "requested_level = None",
            "requested_title = None",
            "requested_kind = None",
            "requested_form = None",
            // The rule names who grants.
            "granting_bodies = Vec::new()",
            // A case without a day is one of today.
            "nominated_on = None",
        ],
        "studio_name" => &["proposed_on = None"],
        "plaque" => &[
            // They say what becomes of a plaque that is there.
            "household_entitled = None",
            "names_fit = None",
            "deceased = None",
            "hero_lives = None",
            "registered_on = None",
        ],
        // A case without a day is one of today; praise has no quota.
        "round" => &["projects_this_year = None", "planned_on = None"],
        unknown => panic!("{unknown}"),
    }
}

#[test]
fn an_approved_case_with_one_fact_less_is_approved_no_more() {
    let all = [
        (
            "deed",
            of(eligibility::tests::variations::missing(), Facts::Deed),
        ),
        (
            "out_of_city",
            of(out_of_city::tests::variations::missing(), Facts::OutOfCity),
        ),
        (
            "tier",
            of(commendations::tests::variations::missing(), Facts::Tier),
        ),
        (
            "studio_name",
            of(studios::tests::variations::missing(), Facts::StudioName),
        ),
        (
            "plaque",
            of(plaques::tests::variations::missing(), Facts::Plaque),
        ),
        (
            "round",
            of(rounds::tests::variations::missing(), Facts::Round),
        ),
    ];
    let proposal = |facts: &Facts| {
        let receipt = facts.evaluate(liaocheng(), Reference::builtin(), day("2026-11-20"));
        receipt.proposal
    };
    let complete = [
        Facts::Deed(eligibility::tests::complete()),
        Facts::OutOfCity(out_of_city::tests::complete()),
        Facts::Tier(commendations::tests::complete()),
        Facts::Tier(commendations::tests::variations::request()),
        Facts::StudioName(studios::tests::complete()),
        Facts::StudioName(studios::tests::variations::of_the_dead()),
        Facts::StudioName(studios::tests::variations::of_a_group()),
        Facts::Plaque(plaques::tests::complete()),
        Facts::Plaque(plaques::tests::replacement()),
        Facts::Round(rounds::tests::facts()),
        Facts::Round(rounds::tests::variations::state_award()),
    ];
    for facts in &complete {
        assert_eq!(proposal(facts), Proposal::Approve, "{facts:?}");
    }
    for (kind, missing) in all {
        let still: Vec<String> = missing
            .iter()
            .filter(|(_, facts)| proposal(facts) == Proposal::Approve)
            .map(|(name, _)| name.split_whitespace().collect::<Vec<_>>().join(" "))
            .collect();
        assert_eq!(still, not_needed(kind), "{kind}");
        for (name, facts) in &missing {
            assert_ne!(proposal(facts), Proposal::Refuse, "{kind}: {name}");
        }
    }
}
