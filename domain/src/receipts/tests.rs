use super::*;
use crate::{
    identity::PersonName,
    policy::PolicySet,
    receipts::samples::{LIAOCHENG_FILE, day, example_city, liaocheng},
    reference::Reference,
    studios::StudioNameFacts,
};

fn studio(proposed_on: &str) -> Facts {
    Facts::StudioName(StudioNameFacts {
        proposed_name: Some("见义勇为测试甲英模工作室".to_owned()),
        leader_name: Some(PersonName::parse("测试甲").unwrap()),
        group: None,
        honours: None,
        deceased: None,
        consent: None,
        existing_studios: None,
        name_taken: None,
        proposed_on: Some(day(proposed_on)),
    })
}

fn receipt() -> Receipt {
    let today = day("2026-06-01");
    evaluate(
        &studio("2026-05-01"),
        PolicySet::builtin(),
        Reference::builtin(),
        today,
    )
    .unwrap()
}

fn codes(replay: &Replay) -> Vec<String> {
    let json = serde_json::to_value(&replay.differences).unwrap();
    json.as_array()
        .unwrap()
        .iter()
        .map(|difference| difference["code"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn a_replay_reads_nothing_but_the_receipt_and_the_policy() {
    let again = replay(&receipt(), PolicySet::builtin(), Reference::builtin());
    assert_eq!(again.differences, []);
    assert!(again.agrees);
}

#[test]
fn a_replay_shows_a_receipt_that_somebody_altered() {
    let mut altered = receipt();
    altered.proposal = Proposal::Approve;
    altered.findings[0].outcome = Outcome::Met;
    altered.decided_on = day("2013-01-01");
    let again = replay(&altered, PolicySet::builtin(), Reference::builtin());
    assert!(!again.agrees);
    assert_eq!(codes(&again), ["header", "finding", "proposal"]);
}

#[test]
fn a_replay_agrees_with_a_receipt_whose_reasons_were_put_in_other_words() {
    let mut older = receipt();
    older.findings[1].reason = text!("旧的说法。", "An older wording.");
    let again = replay(&older, PolicySet::builtin(), Reference::builtin());
    assert_eq!(codes(&again), ["wording"]);
    assert!(again.agrees);
}

#[test]
fn a_replay_shows_facts_that_somebody_altered() {
    let mut altered = receipt();
    if let Facts::StudioName(facts) = &mut altered.facts {
        facts.leader_name = Some(PersonName::parse("测试乙").unwrap());
    }
    let again = replay(&altered, PolicySet::builtin(), Reference::builtin());
    assert_eq!(codes(&again), ["finding", "proposal", "effects"]);
}

#[test]
fn a_replay_shows_a_finding_that_was_cut_off() {
    let mut cut = receipt();
    cut.findings.pop();
    let again = replay(&cut, PolicySet::builtin(), Reference::builtin());
    assert_eq!(codes(&again), ["finding"]);
}

#[test]
fn a_replay_says_when_the_policy_is_missing_or_was_changed() {
    let missing = replay(&receipt(), example_city(), Reference::builtin());
    assert_eq!(codes(&missing), ["policy_missing"]);
    let edited = LIAOCHENG_FILE.replace("window_years = 2", "window_years = 3");
    let edited = PolicySet::parse(&edited).unwrap();
    let changed = replay(&receipt(), &edited, Reference::builtin());
    assert_eq!(codes(&changed), ["policy_changed"]);
}

#[test]
fn the_policy_of_the_day_of_the_case_applies() {
    let later = crate::policy::samples::with_later_version();
    let judge = |date| {
        let today = day("2026-06-01");
        evaluate(&studio(date), &later, Reference::builtin(), today).unwrap()
    };
    assert_eq!(judge("2025-12-31").policy.version, "3");
    assert_eq!(judge("2026-01-01").policy.version, "4");
    assert_eq!(judge("2025-12-31").decided_on, day("2025-12-31"));
    let today = day("2026-06-01");
    let early = evaluate(&studio("2012-11-30"), &later, Reference::builtin(), today);
    assert!(early.unwrap_err().to_string().contains("2012-12-01"));
}

#[test]
fn a_no_without_binding_source_becomes_a_question_that_says_so() {
    let law = liaocheng().on(day("2026-06-01"));
    let verdict = || Verdict::not_met(ReasonCode::HonourTooLow, text!("不足。", "Too low."));
    let finding = verdict().conclude(RuleId::StudioLeader, law);
    assert_eq!(finding.outcome, Outcome::Unknown);
    assert!(finding.reason.zh.contains("请人工核查"));
    let binding = Verdict::not_met(
        ReasonCode::NotConfirmed,
        text!("未确认。", "Not confirmed."),
    );
    let finding = binding.conclude(RuleId::TierBase, law);
    assert_eq!(finding.outcome, Outcome::NotMet);
}

#[test]
fn rule_ids_and_reason_codes_are_unique_and_keep_their_form() {
    let ids: std::collections::BTreeSet<_> = RuleId::ALL.iter().map(|rule| rule.as_str()).collect();
    assert_eq!(ids.len(), RuleId::ALL.len());
    assert!(RuleId::ALL.iter().map(|rule| rule.number()).is_sorted());
    let codes: std::collections::BTreeSet<_> =
        ReasonCode::ALL.iter().map(|code| code.as_str()).collect();
    assert_eq!(codes.len(), ReasonCode::ALL.len());
    assert!(codes.iter().all(|code| {
        code.bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte == b'_')
    }));
    assert!("OUT-NOTHING".parse::<RuleId>().is_err());
    for rule in RuleId::ALL {
        assert_eq!(rule.as_str().parse(), Ok(*rule));
    }
}

#[test]
fn a_finding_names_only_what_its_reader_reaches_and_counts_the_rest() {
    let ids: [uuid::Uuid; 3] = [1, 2, 3].map(uuid::Uuid::from_u128);
    let mut finding = receipt().findings[0].clone();
    let all = ids.iter().map(ToString::to_string).collect::<Vec<_>>();
    finding.facts = vec![Fact {
        name: "possible_duplicates".into(),
        value: all.clone().into(),
    }];
    let facts = |reached: &[uuid::Uuid]| {
        let shown = finding.naming_only(&reached.iter().copied().collect());
        let facts = shown.facts.into_iter();
        facts
            .map(|fact| (fact.name.into_owned(), fact.value))
            .collect::<Vec<_>>()
    };
    let names = |names: &[String]| ("possible_duplicates".to_owned(), names.to_vec().into());
    assert_eq!(facts(&ids), [names(&all)]);
    assert_eq!(
        facts(&ids[..1]),
        [
            names(&all[..1]),
            (ELSEWHERE.to_owned(), FactValue::Number(2))
        ]
    );
}
