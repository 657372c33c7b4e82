//! The review panel (Shandong Regulation on Rewarding and Protecting People Who Act Bravely, article
//! 11): who sits on it, who must be there, who may not.

use serde_json::{Value, json};

use super::committee::unmet;
use super::{Office, clock, states};

/// A panel that is as policy asks: five members of all kinds, of whom so many are present.
pub(super) fn review(present: usize, in_favour: usize) -> Value {
    let kinds = [
        "agency",
        "expert",
        "congress_deputy",
        "conference_member",
        "expert",
    ];
    let names = [
        "测试评审甲",
        "测试评审乙",
        "测试评审丙",
        "测试评审丁",
        "测试评审戊",
    ];
    let members: Vec<Value> = names
        .iter()
        .zip(kinds)
        .enumerate()
        .map(|(index, (name, kind))| json!({ "name": name, "kind": kind, "present": index < present }))
        .collect();
    json!({ "members": members, "in_favour": in_favour, "finding": "测试：评审意见" })
}

/// A proven case that was sent to the panel.
fn referred(office: &Office) -> Value {
    let deed = office.report(1);
    office.prove(&deed);
    office.done(
        &deed,
        "panel-referrals",
        &json!({ "reason": "测试：情况疑难" }),
    );
    deed
}

fn positive() -> Value {
    json!({ "opinion": "positive", "reason": "测试：事实清楚" })
}

#[test]
fn a_case_sent_to_the_panel_waits_for_its_consent_and_gets_more_time_within_the_house() {
    let office = Office::open();
    let deed = office.report(1);
    office.prove(&deed);
    let target = |office: &Office| clock(&office.case(&deed, 0), "opinion_target")["due"].clone();
    assert_eq!(target(&office)["date"]["due"], "2026-03-23");
    let referral = json!({ "reason": "测试：情况疑难" });
    office.done(&deed, "panel-referrals", &referral);
    // Thirty days instead of twenty; the statutory time stays as it is.
    assert_eq!(target(&office)["date"]["due"], "2026-04-01");
    assert_eq!(target(&office)["extended_days"], 10);
    let opinion = clock(&office.case(&deed, 0), "opinion");
    assert_eq!(opinion["due"]["date"]["due"], "2026-05-06");
    let again = office.step(&deed, "panel-referrals", &referral);
    assert_eq!(unmet(&again), ["not_referred"]);

    let before = office.step(&deed, "assessment", &positive());
    assert_eq!(unmet(&before), ["panel_held", "panel_agreed"]);
    office.done(&deed, "panel-reviews", &review(5, 3));
    let kept = office.case(&deed, 0)["panel_reviews"][0].clone();
    assert_eq!(kept["members"], 5);
    assert_eq!(kept["present"], 5);
    assert_eq!(kept["agreed"], true);
    let assessed = office.done(&deed, "assessment", &positive());
    assert_eq!(states(&assessed), ["intended_confirmation"]);
}

#[test]
fn a_panel_that_does_not_agree_bars_the_confirmation_and_not_the_refusal() {
    let office = Office::open();
    let deed = referred(&office);
    // Half of those present is no majority.
    office.done(&deed, "panel-reviews", &review(4, 2));
    assert_eq!(office.case(&deed, 0)["panel_reviews"][0]["agreed"], false);
    let refused = office.step(&deed, "assessment", &positive());
    assert_eq!(unmet(&refused), ["panel_agreed"]);
    let negative = json!({ "opinion": "negative", "reason": "测试：评审未通过" });
    let assessed = office.done(&deed, "assessment", &negative);
    assert_eq!(states(&assessed), ["intended_refusal"]);
}

#[test]
fn a_panel_is_refused_that_is_too_small_one_sided_absent_or_overcounted() {
    let office = Office::open();
    let deed = referred(&office);
    let before = office.server.snapshot();
    let mut too_small = review(4, 3);
    too_small["members"].as_array_mut().unwrap().pop();
    let mut one_sided = review(5, 3);
    one_sided["members"][2]["kind"] = json!("expert");
    let mut twice = review(5, 3);
    twice["members"][4]["name"] = json!("测试评审甲");
    for (body, condition) in [
        (too_small, "panel_composition"),
        (one_sided, "panel_composition"),
        (review(3, 3), "panel_quorum"),
        (review(4, 5), "panel_votes"),
        (twice, "panel_impartial"),
    ] {
        let refused = office.step(&deed, "panel-reviews", &body);
        assert_eq!(unmet(&refused), [condition]);
    }
    assert!(before.differs_in(&office.server.snapshot()).is_empty());
}

#[test]
fn who_stepped_back_neither_votes_nor_signs() {
    let office = Office::open();
    let deed = referred(&office);
    let expert = json!({ "name": "测试评审乙", "reason": "测试：系受益人近亲属" });
    office.done(&deed, "recusals", &expert);
    let refused = office.step(&deed, "panel-reviews", &review(5, 5));
    assert_eq!(unmet(&refused), ["panel_impartial"]);
    let mut replaced = review(5, 5);
    replaced["members"][1]["name"] = json!("测试评审己");
    office.done(&deed, "panel-reviews", &replaced);
    let again = office.step(&deed, "panel-reviews", &replaced);
    assert_eq!(unmet(&again), ["panel_once"]);
    replaced["new_facts"] = json!("测试：新的证言");
    office.done(&deed, "panel-reviews", &replaced);
    let reviews = office.case(&deed, 0)["panel_reviews"].clone();
    assert_eq!(reviews[1]["new_facts"], "测试：新的证言");
    office.done(&deed, "assessment", &positive());

    // An officer of the committee and one of the foundation step back as well.
    for officer in [&office.second, &office.co_signer] {
        let recusal = json!({ "officer_id": officer, "reason": "测试：系举荐人" });
        office.done(&deed, "recusals", &recusal);
    }
    let waiver = json!({ "reason": "safety", "note": "测试" });
    let refused = office.step(&deed, "publication-waiver", &office.signed(waiver));
    assert_eq!(unmet(&refused), ["second_officer"]);
    office.done(
        &deed,
        "publication",
        &json!({ "number": "聊见义公〔2026〕1号" }),
    );
    office.today("2026-03-10");
    let refused = office.step(&deed, "confirmation", &office.confirmation());
    assert_eq!(unmet(&refused), ["second_officer", "co_signer"]);
}
