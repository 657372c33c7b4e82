use super::*;
use crate::{money::Fen, policy::TitleId, receipts::samples::with_sums};

/// The faults of the built-in file with more in its last correction.
fn faults(more: &str) -> String {
    PolicySet::parse(&format!("{LIAOCHENG_FILE}\n{more}"))
        .unwrap_err()
        .to_string()
}

#[test]
fn the_city_has_no_sums_and_a_listing_is_told_from_praise() {
    let policy = in_force(PolicySet::builtin());
    let honours = &policy.terms().honours;
    assert!(honours.cash.is_empty() && honours.indicators.is_empty());
    assert!(policy.is_listing(&TitleId::new("national_brave")));
    assert!(!policy.is_listing(&TitleId::new("national_hero")));
}

#[test]
fn versions_of_before_ask_nothing_of_a_title() {
    for version in ["1", "2"] {
        let policy = PolicySet::builtin().find("liaocheng", version).unwrap();
        assert!(policy.terms().honours.titles.is_empty(), "{version}");
    }
}

#[test]
fn sums_and_the_figures_of_a_year_are_read_from_the_file() {
    let honours = &in_force(with_sums()).terms().honours;
    assert_eq!(honours.cash.len(), 4);
    let of_2024 = &honours.indicators[&2024];
    assert_eq!(of_2024.urban_income_fen, Fen::new(5_000_000).ok());
    assert_eq!(of_2024.lieutenant_monthly_pay_fen, None);
}

#[test]
fn terms_of_titles_that_lead_nowhere_are_named_with_their_place() {
    let titles = "[corrections.honours.titles.";
    for (more, at, what) in [
        (
            format!("{titles}nobody]\nlisting = true"),
            "titles.nobody",
            "no title nobody",
        ),
        (
            format!("{titles}county_model]\nrequires = [\"nobody\"]"),
            "titles.county_model",
            "no title nobody",
        ),
        (
            format!("{titles}county_model]\nexcludes = [\"nobody\"]"),
            "titles.county_model",
            "no title nobody",
        ),
        (
            format!(
                "{titles}liaocheng_model]\nrequires = [\"county_model\"]\nexcludes = [\"county_model\"]"
            ),
            "titles.liaocheng_model",
            "and excludes it",
        ),
        (
            format!("{titles}national_hero]\nrequires = [\"national_brave\"]"),
            "titles.national_hero",
            "a listing and no praise",
        ),
        (
            format!("{titles}county_model]\nrequires = [\"county_model\"]"),
            "titles.county_model.requires",
            "leads back",
        ),
        (
            format!(
                "{titles}county_model]\nrequires = [\"liaocheng_model\"]\n{titles}liaocheng_model]\nrequires = [\"county_model\"]"
            ),
            "titles.liaocheng_model.requires",
            "leads back",
        ),
        (
            format!("{titles}county_model]\nprize_classes = 1"),
            "titles.county_model",
            "prize_classes",
        ),
    ] {
        let error = faults(&more);
        assert!(
            error.contains(&format!("corrections[1].honours.{at}: ")) && error.contains(what),
            "{error}"
        );
    }
}

#[test]
fn lines_of_the_table_that_make_no_sense_are_named_with_their_place() {
    let line = |rest: &str| format!("[[corrections.honours.cash]]\n{rest}\n");
    let model = line("title = \"county_model\"\nfen = 100");
    for (more, at, what) in [
        (line("title = \"nobody\"\nfen = 1"), 0, "no title nobody"),
        (format!("{model}{model}"), 1, "must differ"),
        (
            line("title = \"county_model\"\nfen = 0"),
            0,
            "more than nothing",
        ),
        (
            line("title = \"county_model\"\nfen = 1\ndead_member_fen = 0"),
            0,
            "more than nothing",
        ),
        (
            line("title = \"county_model\"\nclass = 1\nfen = 1"),
            0,
            "prize_classes",
        ),
    ] {
        let error = faults(&more);
        assert!(
            error.contains(&format!("corrections[1].honours.cash[{at}]: ")) && error.contains(what),
            "{error}"
        );
    }
    let negative = faults(&line("title = \"county_model\"\nfen = -1"));
    assert!(negative.contains("less than nothing"), "{negative}");
    let figures = faults("[corrections.honours.indicators]\n2024 = { urban_income_fen = 0 }");
    assert!(figures.contains("honours.indicators.2024"), "{figures}");
    let group = faults("[corrections.honours.group]\nminimum_members = 1");
    assert!(group.contains("honours.group.minimum_members"), "{group}");
}
