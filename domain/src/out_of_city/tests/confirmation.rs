use super::*;
use crate::receipts::{
    Outcome::{Met, NotApplicable, Unknown},
    RuleId,
    samples::{assert_finding, finding},
};

#[test]
fn out_issuer_township_or_another_kind_of_body_is_reviewed() {
    let low = with_document(|document| document.issuer_level = Some(AuthorityLevel::Township));
    assert_finding(
        &judge(&low),
        RuleId::OutIssuer,
        Unknown,
        "issuer_level_too_low",
    );
    let other = with_document(|document| document.issuer_kind = Some(IssuerKind::Other));
    assert_finding(
        &judge(&other),
        RuleId::OutIssuer,
        Unknown,
        "issuer_kind_not_accepted",
    );
    let unknown = with_document(|document| document.issuer_kind = None);
    assert_finding(
        &judge(&unknown),
        RuleId::OutIssuer,
        Unknown,
        "issuer_not_stated",
    );
    assert_finding(
        &judge(&complete()),
        RuleId::OutIssuer,
        Met,
        "issuer_accepted",
    );
}

#[test]
fn out_issuer_is_looked_at_unless_its_region_covers_the_place_of_the_deed() {
    let outcome_of = |code| {
        let facts = with_document(|document| document.issuer_region = Some(region(code)));
        finding(&judge(&facts), RuleId::OutIssuer).outcome
    };
    assert_eq!(outcome_of("340600"), Met);
    assert_eq!(outcome_of("340000"), Met, "the province of the place");
    assert_eq!(outcome_of("340602"), Unknown, "a county of the place");
    assert_eq!(outcome_of("340100"), Unknown, "another city");
}

#[test]
fn out_window_ends_on_the_corresponding_day_two_years_later() {
    let asked = |date| {
        let facts = OutOfCityFacts {
            requested_on: Some(day(date)),
            ..with_document(|document| {
                document.issued_on = PartialDate::day(day("2024-02-29")).unwrap();
                document.withdrawn = Some(false);
            })
        };
        judge(&OutOfCityFacts {
            occurred_on: PartialDate::day(day("2024-01-02")).unwrap(),
            ..facts
        })
    };
    assert_finding(
        &asked("2026-02-28"),
        RuleId::OutWindow,
        Met,
        "requested_in_time",
    );
    assert_finding(
        &asked("2026-03-01"),
        RuleId::OutWindow,
        Unknown,
        "requested_late",
    );
}

#[test]
fn out_window_that_ends_on_a_day_off_ends_on_the_next_working_day() {
    let asked = |issued: &str, requested: &str| {
        judge(&OutOfCityFacts {
            occurred_on: PartialDate::day(day("2024-01-02")).unwrap(),
            requested_on: Some(day(requested)),
            ..with_document(|document| {
                document.issued_on = PartialDate::day(day(issued)).unwrap();
            })
        })
    };
    // 2026-05-09 is a Saturday that is worked, 2026-05-16 one that is not, 2026-05-18 a Monday.
    for (issued, requested, code) in [
        ("2024-05-09", "2026-05-09", "requested_in_time"),
        ("2024-05-09", "2026-05-11", "requested_late"),
        ("2024-05-16", "2026-05-18", "requested_in_time"),
        ("2024-05-16", "2026-05-19", "requested_late"),
    ] {
        let receipt = asked(issued, requested);
        let found = crate::receipts::samples::finding(&receipt, RuleId::OutWindow);
        assert_eq!(found.code.as_str(), code, "{issued} {requested}");
    }
}

#[test]
fn out_window_dates_that_are_missing_coarse_or_wrong_are_asked_about() {
    let coarse = with_document(|document| {
        document.issued_on = PartialDate::parse(Precision::Year, Some("2024")).unwrap();
    });
    let late = OutOfCityFacts {
        requested_on: Some(day("2026-05-01")),
        ..coarse
    };
    assert_finding(
        &judge(&late),
        RuleId::OutWindow,
        Unknown,
        "issue_date_too_coarse",
    );
    let undated = with_document(|document| document.issued_on = PartialDate::UNKNOWN);
    assert_finding(
        &judge(&undated),
        RuleId::OutWindow,
        Unknown,
        "dates_missing",
    );
    let nobody_knows_when = OutOfCityFacts {
        occurred_on: PartialDate::UNKNOWN,
        ..complete()
    };
    assert_finding(
        &judge(&nobody_knows_when),
        RuleId::OutWindow,
        Unknown,
        "dates_missing",
    );
    let after = OutOfCityFacts {
        occurred_on: PartialDate::day(day("2024-09-11")).unwrap(),
        ..complete()
    };
    assert_finding(
        &judge(&after),
        RuleId::OutWindow,
        Unknown,
        "dates_contradict",
    );
    let before = OutOfCityFacts {
        requested_on: Some(day("2024-09-09")),
        ..complete()
    };
    assert_finding(
        &judge(&before),
        RuleId::OutWindow,
        Unknown,
        "dates_contradict",
    );
    let future = OutOfCityFacts {
        requested_on: Some(day("2026-06-02")),
        ..complete()
    };
    assert_finding(
        &judge(&future),
        RuleId::OutWindow,
        Unknown,
        "date_in_future",
    );
    let issued_tomorrow = OutOfCityFacts {
        occurred_on: PartialDate::day(day("2024-01-02")).unwrap(),
        ..with_document(|document| {
            document.issued_on = PartialDate::day(day("2026-06-02")).unwrap();
        })
    };
    assert_finding(
        &judge(&issued_tomorrow),
        RuleId::OutWindow,
        Unknown,
        "date_in_future",
    );
}

#[test]
fn out_revoked_a_withdrawn_confirmation_is_held_for_review() {
    let withdrawn = with_document(|document| document.withdrawn = Some(true));
    let receipt = judge(&withdrawn);
    assert_finding(
        &receipt,
        RuleId::OutRevoked,
        Unknown,
        "local_confirmation_withdrawn",
    );
    assert_finding(&receipt, RuleId::OutElig, Unknown, "eligibility_open");
    let reason = &finding(&receipt, RuleId::OutElig).reason;
    assert!(reason.zh.contains("撤回") && reason.en.contains("withdrawal"));
    assert_finding(
        &receipt,
        RuleId::OutEffect,
        Unknown,
        "local_confirmation_withdrawn",
    );
    assert_eq!(receipt.proposal, Proposal::Review);
    let absent = OutOfCityFacts {
        local_confirmation: Some(LocalConfirmation::Absent),
        ..complete()
    };
    assert_finding(
        &judge(&absent),
        RuleId::OutRevoked,
        NotApplicable,
        "no_local_confirmation",
    );
}
