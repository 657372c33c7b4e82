//! More time for the opinion, where a policy allows it.

use serde_json::json;

use super::committee::unmet;
use super::{Office, clock, text};
use crate::harness::{Installation, TestServer};

#[test]
fn the_time_for_the_opinion_is_extended_once_where_policy_allows_it_and_else_not() {
    let office = Office::open();
    let deed = office.report(1);
    office.done(&deed, "acceptance", &json!({}));
    let refused = office.step(&deed, "extension", &office.signed(json!({})));
    assert_eq!(unmet(&refused), ["extension_provided"]);

    let policy = include_str!("../../../domain/policies/liaocheng.toml");
    let allowing = policy.replace("opinion_extension_days = 0", "opinion_extension_days = 30");
    assert_ne!(allowing, policy);
    let installation = Installation::new();
    let file = installation.folder().join("policy.toml");
    std::fs::write(&file, allowing).unwrap();
    let installation = installation.with("YONGWEI_POLICY", file.to_str().unwrap());
    let office = Office::of(TestServer::of(installation, &["--sandbox"]));
    let deed = office.report(1);
    office.done(&deed, "acceptance", &json!({}));
    let due = || text(&clock(&office.case(&deed, 0), "opinion")["due"]["date"]["due"]);
    assert_eq!(due(), "2026-05-06");
    let alone = office.step(&deed, "extension", &json!({}));
    assert_eq!(unmet(&alone), ["second_officer"]);
    office.done(&deed, "extension", &office.signed(json!({})));
    assert_eq!(due(), "2026-06-01");
    let again = office.step(&deed, "extension", &office.signed(json!({})));
    assert_eq!(unmet(&again), ["extension_unused"]);
}
