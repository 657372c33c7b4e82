mod deeds;
mod honours;

use super::{PolicySet, samples::*, *};
use crate::{
    receipts::samples::{LIAOCHENG_FILE, day, example_city, in_force, region},
    regions::RegionTree,
};

#[track_caller]
fn rejected(find: &str, replace: &str) -> String {
    assert!(LIAOCHENG_FILE.contains(find), "{find}");
    PolicySet::parse(&LIAOCHENG_FILE.replacen(find, replace, 1))
        .unwrap_err()
        .to_string()
}

#[test]
fn the_built_in_policy_serves_liaocheng_from_the_day_of_the_provincial_regulation() {
    let set = PolicySet::builtin();
    assert_eq!(set.id(), "liaocheng");
    let policy = set.in_force_on(day("2012-12-01")).unwrap();
    assert_eq!(policy.version(), "3");
    assert_eq!(policy.corrects(), Some("2"));
    assert_eq!(policy.terms().city.region.as_str(), "371500");
    let early = set.in_force_on(day("2012-11-30")).unwrap_err();
    assert!(matches!(early, PolicyError::NotInForce { first, .. } if first == day("2012-12-01")));
}

#[test]
fn a_version_in_use_is_never_edited() {
    // Receipts carry this hash. Anyone who changes the rules adds a version instead.
    for (version, hash) in [
        (
            "1",
            "e8cb8df1531f0e015a0c2c5fbedd6f5740c562d1e64e5a6c1544a3506d09b128",
        ),
        (
            "2",
            "55b7b34d34a79daf870ad43d1b55ddac82a2bea5f5a1947ff204d4f06b8c615c",
        ),
    ] {
        let policy = PolicySet::builtin().find("liaocheng", version).unwrap();
        assert_eq!(policy.hash(), hash, "{version}");
    }
}

/// The first version of the built-in file, or of an edited one.
fn first(policies: &PolicySet) -> &Policy {
    policies.versions().first().unwrap()
}

#[test]
fn the_hash_is_that_of_the_data_and_not_of_the_layout_or_of_other_versions() {
    let built_in = first(PolicySet::builtin()).hash();
    let comments: Vec<&str> = LIAOCHENG_FILE
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .collect();
    let bare = PolicySet::parse(&comments.join("\n")).unwrap();
    assert_eq!(first(&bare).hash(), built_in);
    let two = with_later_version();
    let [one, correction, _, later] = two.versions() else {
        panic!("a version, its corrections and a later one");
    };
    assert_eq!(one.hash(), built_in);
    assert_ne!(correction.hash(), built_in);
    assert_ne!(later.hash(), built_in);
}

#[test]
fn the_fingerprint_tells_files_apart_that_say_different_things_and_no_others() {
    let built_in = PolicySet::builtin().fingerprint();
    let of = |text: &str| PolicySet::parse(text).unwrap().fingerprint();
    assert_eq!(of(&format!("# 测试\n{LIAOCHENG_FILE}")), built_in);
    assert_ne!(with_later_version().fingerprint(), built_in);
    let organ = LIAOCHENG_FILE.replace("{ code = \"聊\",", "{ code = \"测试\",");
    assert_ne!(of(&organ), built_in);
}

#[test]
fn the_hash_changes_with_a_source_that_is_cited_and_not_with_another() {
    let built_in = first(PolicySet::builtin()).hash();
    let edit = |find: &str, replace: &str| {
        assert!(LIAOCHENG_FILE.contains(find));
        let edited = LIAOCHENG_FILE.replacen(find, replace, 1);
        first(&PolicySet::parse(&edited).unwrap()).hash().to_owned()
    };
    assert_ne!(
        edit("in_force = \"2012-12-01\"", "in_force = \"2012-12-02\""),
        built_in
    );
    let uncited =
        "[sources.not-cited]\ntitle = { zh = \"测试\", en = \"Test\" }\n\n[sources.civil-code]";
    assert_eq!(edit("[sources.civil-code]", uncited), built_in);
}

#[test]
fn an_unreadable_file_names_the_line_and_the_key() {
    let error = rejected("window_years = 2", "window_year = 2");
    assert!(
        error.contains("window_year") && error.contains("line"),
        "{error}"
    );
    let error = rejected("level = \"national\"", "level = \"galactic\"");
    assert!(error.contains("galactic"), "{error}");
    let error = rejected(
        "covers = [\"not_confirmed_locally\"]",
        "covers = [\"no_such_code\"]",
    );
    assert!(error.contains("no_such_code"), "{error}");
    let error = rejected("[versions.rules.OUT-ELIG]", "[versions.rules.OUT-NOTHING]");
    assert!(error.contains("OUT-NOTHING"), "{error}");
    let error = rejected("见义勇为{name}英模工作室", "见义勇为英模工作室");
    assert!(error.contains("{name}"), "{error}");
}

#[test]
fn a_reference_that_leads_nowhere_is_named_with_its_place() {
    for (find, replace, at, what) in [
        (
            "title = \"liaocheng_yishi\"",
            "title = \"nobody\"",
            "versions[0].out_of_city.title",
            "nobody",
        ),
        (
            "title = \"liaocheng_yishi\"",
            "title = \"county_model\"",
            "versions[0].out_of_city.title",
            "route",
        ),
        (
            "source = \"liaocheng-opinion\"",
            "source = \"nothing\"",
            "versions[0].rules.OUT-ELIG",
            "nothing",
        ),
        (
            "region = \"371500\"",
            "region = \"999999\"",
            "versions[0].city.region",
            "999999",
        ),
        (
            "region = \"371500\"",
            "region = \"371523\"",
            "versions[0].city.region",
            "371523",
        ),
        (
            "id = \"county_group\"",
            "id = \"county_model\"",
            "versions[0].titles[13]",
            "county_model",
        ),
        (
            "id = \"liaocheng\"",
            "id = \"Liao cheng\"",
            "id",
            "lower-case",
        ),
        (
            "[\"birth_only\"]",
            "[\"jiguan\"]",
            "versions[0].out_of_city.origin_bases_with_city_approval",
            "jiguan",
        ),
    ] {
        let error = rejected(find, replace);
        assert!(
            error.contains(&format!("{at}: ")) && error.contains(what),
            "{error}"
        );
    }
}

#[test]
fn a_number_that_makes_no_sense_is_named_with_its_place() {
    for (find, replace, at, what) in [
        (
            "window_years = 2",
            "window_years = 0",
            "versions[0].out_of_city.window_years",
            "1 to 50",
        ),
        (
            "minimum_score = 34",
            "minimum_score = 20",
            "versions[0].tier.levels",
            "rise",
        ),
        (
            "national = 4 }",
            "national = 0 }",
            "versions[0].tier.influence_points",
            "fall",
        ),
        (
            ", national = 4 }",
            " }",
            "versions[0].tier.influence_points",
            "national",
        ),
        (
            "minimum_score = 34, minimum_influence = \"national\"",
            "minimum_score = 34, minimum_influence = \"county\"",
            "versions[0].tier.levels",
            "must not fall",
        ),
        (
            "died = 4",
            "died = 5",
            "versions[0].tier.cost_at_least",
            "0 to 4",
        ),
        (
            "joint_minimum_bodies = 2",
            "joint_minimum_bodies = 1",
            "versions[0].tier.joint_minimum_bodies",
            "2",
        ),
        (
            "studios_per_hero = 1",
            "studios_per_hero = 0",
            "versions[0].studio_name.studios_per_hero",
            "1",
        ),
    ] {
        let error = rejected(find, replace);
        assert!(
            error.contains(&format!("{at}: ")) && error.contains(what),
            "{error}"
        );
    }
}

#[test]
fn a_rule_without_basis_and_a_version_twice_are_faults() {
    let (before, after) = LIAOCHENG_FILE
        .split_once("[versions.rules.OUT-WINDOW]")
        .unwrap();
    let (_, after) = after.split_once("\n\n").unwrap();
    let error = PolicySet::parse(&format!("{before}{after}"))
        .unwrap_err()
        .to_string();
    assert!(
        error.contains("versions[0].rules.OUT-WINDOW: is missing"),
        "{error}"
    );
    let twice = later_version_text().replace(
        "effective_from = \"2026-01-01\"",
        "effective_from = \"2012-12-01\"",
    );
    let error = PolicySet::parse(&twice).unwrap_err().to_string();
    assert!(error.contains("versions[1].version"), "{error}");
}

#[test]
fn a_correction_says_what_was_wrong_and_keeps_the_rest() {
    let [one, correction, _] = PolicySet::builtin().versions() else {
        panic!("a version and its corrections");
    };
    assert_eq!(one.corrects(), None);
    assert_eq!(one.effective_from(), correction.effective_from());
    let (before, after) = (one.terms(), correction.terms());
    assert_ne!(before.titles, after.titles);
    assert_ne!(before.tier, after.tier);
    assert_eq!(before.city, after.city);
    assert_eq!(before.posthumous_prefix, after.posthumous_prefix);
    assert_eq!(before.out_of_city, after.out_of_city);
    assert_eq!(before.studio_name, after.studio_name);
    assert_eq!(before.deeds, after.deeds);
    assert_eq!(before.targets, after.targets);
    assert_eq!(before.rules, after.rules);
}

#[test]
fn a_correction_says_each_part_of_the_terms_in_its_stead() {
    let parts = r#"
[corrections.targets]
late_entry_working_days = 9

[corrections.rules.OUT-DOUBLE]
basis = [{ source = "proposal", kind = "proposed" }]
"#;
    let set = PolicySet::parse(&format!("{LIAOCHENG_FILE}{parts}")).unwrap();
    let terms = in_force(&set).terms();
    assert_eq!(terms.targets.late_entry_working_days, 9);
    let basis = |rule| &terms.rules[&rule].basis;
    assert_eq!(basis(crate::receipts::RuleId::OutDouble).len(), 1);
    assert_eq!(basis(crate::receipts::RuleId::OutElig).len(), 2);
    let built_in = PolicySet::builtin();
    assert_eq!(first(&set).hash(), first(built_in).hash());
    assert_ne!(in_force(&set).hash(), in_force(built_in).hash());
}

#[test]
fn the_faults_of_a_correction_are_named_with_their_place() {
    let edited = |find: &str, replace: &str| {
        let (before, after) = LIAOCHENG_FILE.split_once("\n[[corrections]]\n").unwrap();
        assert!(after.contains(find), "{find}");
        let after = after.replacen(find, replace, 1);
        let text = format!("{before}\n[[corrections]]\n{after}");
        PolicySet::parse(&text).unwrap_err().to_string()
    };
    for (find, replace, at, what) in [
        (
            "version = \"2\"",
            "version = \"1\"",
            "corrections[0].version",
            "differ",
        ),
        (
            "corrects = \"1\"",
            "corrects = \"0\"",
            "corrections[0].corrects",
            "no version 0",
        ),
        (
            "id = \"liaocheng_model_award\"",
            "id = \"liaocheng_model\"",
            "corrections[0].titles[9]",
            "liaocheng_model",
        ),
        (
            "kind = \"state_award\"\nrecipient = \"individual\"\nroute = \"tier\"\nrank = 2\nauthorities = [{ name = { zh = \"聊城市",
            "kind = \"praise\"\nrecipient = \"individual\"\nroute = \"tier\"\nrank = 2\nauthorities = [{ name = { zh = \"聊城市",
            "corrections[0].titles[11]",
            "differ in kind",
        ),
        (
            "{ died = \"municipal\" }",
            "{ injured = \"national\", died = \"municipal\" }",
            "corrections[0].tier.level_at_least",
            "must not fall",
        ),
    ] {
        let error = edited(find, replace);
        assert!(
            error.contains(&format!("{at}: ")) && error.contains(what),
            "{error}"
        );
    }
    let again = "[[corrections]]\nversion = \"4\"\ncorrects = \"1\"\n";
    let twice = format!("{LIAOCHENG_FILE}\n{again}");
    let error = PolicySet::parse(&twice).unwrap_err().to_string();
    assert!(error.contains("corrections[2].corrects: "), "{error}");
}

#[test]
fn a_correction_that_is_wrong_is_corrected_by_another() {
    let further = "[[corrections]]\nversion = \"4\"\ncorrects = \"3\"\n";
    let set = PolicySet::parse(&format!("{LIAOCHENG_FILE}\n{further}")).unwrap();
    let policy = set.in_force_on(day("2012-12-01")).unwrap();
    assert_eq!((policy.version(), policy.corrects()), ("4", Some("3")));
}

#[test]
fn every_fault_is_reported_at_once() {
    let text = LIAOCHENG_FILE
        .replace("window_years = 2", "window_years = 0")
        .replace("studios_per_hero = 1", "studios_per_hero = 0");
    match PolicySet::parse(&text).unwrap_err() {
        PolicyError::Faulty(faults) => assert_eq!(faults.len(), 2),
        other => panic!("{other}"),
    }
}

#[test]
fn another_city_is_another_file() {
    let policy = in_force(example_city());
    assert_eq!(policy.id(), "example-city");
    assert_ne!(
        policy.terms().city.region,
        first(PolicySet::builtin()).terms().city.region
    );
    assert_ne!(policy.hash(), first(PolicySet::builtin()).hash());
}

#[test]
fn the_law_of_the_day_of_the_case_is_cited() {
    let policy = first(PolicySet::builtin());
    let cited = |date| {
        let (rule, code) = (
            crate::receipts::RuleId::StudioLeader,
            crate::receipts::ReasonCode::ConsentRefused,
        );
        (
            policy.on(day(date)).basis_of(rule, code).len(),
            policy.on(day(date)).may_refuse(rule, code),
        )
    };
    assert_eq!(cited("2020-12-31"), (1, false));
    assert_eq!(cited("2021-01-01"), (3, true));
}

#[test]
fn every_body_of_the_city_has_a_code_of_its_own_for_its_numbers() {
    let city = region("371500");
    let bodies = RegionTree::builtin()
        .iter()
        .filter(|one| one.code == city || one.parent == Some(city));
    let mut codes = std::collections::BTreeSet::new();
    let mut count = 0;
    for body in bodies {
        let organ = PolicySet::builtin().organ(&body.code);
        let organ = organ.unwrap_or_else(|| panic!("{} has no code", body.name));
        codes.insert(organ.code.as_str());
        count += 1;
    }
    assert_eq!((codes.len(), count), (12, 12));
}
