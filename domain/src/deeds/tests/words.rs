//! What stands in the way of a step is said in both languages, with the state of the case instead.

use super::*;

/// What is told of the state of the case, where this stands in the way of an act.
#[track_caller]
fn told(walk: &Walk, act: Act, condition: &str) -> (String, String) {
    let unmet = walk.refusal_of(&walk.command(act)).unmet;
    let mut unmet = unmet.into_iter();
    let found = unmet.find(|one| one.condition.as_str() == condition);
    let detail = found.unwrap().detail.unwrap();
    (detail.zh, detail.en)
}

#[track_caller]
fn assert_told(walk: &Walk, act: Act, condition: &str, (zh, en): (&str, &str)) {
    let said = told(walk, act, condition);
    assert_eq!((said.0.as_str(), said.1.as_str()), (zh, en));
}

#[test]
fn of_an_opinion_that_the_rules_do_not_share() {
    let mut walk = Walk::new();
    walk.assessed();
    let positive = || Act::PositiveAssessment { reason: None };
    walk.eligibility().proposal = Proposal::Review;
    let review = (
        "规则建议人工核查，凭据中列有须由经办人查明的事项。",
        "The rules propose review: the receipt lists what an officer has to look into.",
    );
    assert_told(&walk, positive(), "deviation_reasoned", review);
    walk.eligibility().proposal = Proposal::Refuse;
    let refusal = ("规则建议不予确认。", "The rules propose refusal.");
    assert_told(&walk, positive(), "deviation_reasoned", refusal);
}

#[test]
fn of_objections_and_of_the_time_of_a_notice() {
    let mut walk = Walk::new();
    walk.published();
    let (zh, en) = told(&walk, confirmation(), "publicity_done");
    assert!(zh.contains("2026-03-09") && zh.ends_with('。'), "{zh}");
    assert!(en.contains("2026-03-09") && en.ends_with('.'), "{en}");
    walk.objected(1);
    let open = ("尚有 1 件异议未处理。", "Objections without an answer: 1.");
    assert_told(&walk, confirmation(), "no_open_objection", open);
}

#[test]
fn of_a_reason_for_no_notice_that_does_not_fit_the_actor() {
    let mut walk = Walk::new();
    walk.intended();
    let adult = (
        "行为人行为时已成年，不适用未成年人保护的理由。",
        "The actor was of age on the day of the deed, so this is no protection of a minor.",
    );
    let reason = PublicationWaiverReason::MinorProtection;
    assert_told(&walk, waiver(reason), "waiver_reason", adult);
    walk.eligibility().of_age = false;
    assert!(walk.stopped(waiver(reason)).is_empty());
    assert!(
        walk.stopped(waiver(PublicationWaiverReason::Confidential))
            .is_empty()
    );
}

#[test]
fn of_a_panel_that_is_not_whole() {
    let mut walk = Walk::new();
    walk.assessed();
    let kinds = [PanelKind::Agency, PanelKind::Agency, PanelKind::Expert];
    let missing = (
        "缺少：人大代表、政协委员。",
        "Missing: a deputy to a people's congress, a member of a consultative conference.",
    );
    assert_told(&walk, panel(&kinds, 3, 2), "panel_composition", missing);
    let few = (
        "现有 4 人，至少 5 人。",
        "There are 4 members; at least 5 are needed.",
    );
    assert_told(
        &walk,
        panel(&FULL_PANEL[..4], 4, 3),
        "panel_composition",
        few,
    );
}

#[test]
fn of_a_request_for_reconfirmation() {
    let mut walk = Walk::new();
    walk.refused().delivered(Party::Actor);
    let nobody = (
        "本案没有举荐人。",
        "Nobody recommended the actor of this case.",
    );
    let recommender = walk.request(Party::Recommender);
    assert_told(&walk, recommender, "party_in_time", nobody);
    walk.later(20);
    let (zh, en) = told(&walk, walk.request(Party::Actor), "party_in_time");
    assert!(zh.contains("2026-03-12") && zh.ends_with('。'), "{zh}");
    assert!(en.contains("2026-03-12") && en.ends_with('.'), "{en}");
}

#[test]
fn of_a_case_that_was_reopened_before() {
    let mut walk = Walk::new();
    walk.refused().at(CITY);
    walk.step(reopen()).at(COUNTY);
    walk.step(negative()).heard().step(refuse()).at(CITY);
    let used = (
        "已重新启动 1 次，至多 1 次。",
        "It was reopened 1 times; at most 1.",
    );
    assert_told(&walk, reopen(), "reopening_left", used);
}
