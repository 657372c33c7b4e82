use super::*;
use crate::receipts::{
    Outcome::{Met, NotApplicable, NotMet, Unknown},
    RuleId,
    samples::{assert_finding, finding},
};

fn held(title: &str, same_deed: bool) -> Vec<HeldTitle> {
    vec![HeldTitle {
        level: HonourLevel::Municipal,
        title: TitleId::new(title),
        same_deed,
    }]
}

#[test]
fn tier_base_only_the_confirmed_can_be_commended() {
    let with = |standing| {
        judge(&TierFacts {
            standing,
            ..complete()
        })
    };
    let rule = RuleId::TierBase;
    assert_finding(
        &with(Some(ConfirmationStatus::Confirmed)),
        rule,
        Met,
        "standing_established",
    );
    let recognised = with(Some(ConfirmationStatus::RecognisedOutOfCity));
    assert_finding(&recognised, rule, Met, "standing_established");
    assert_finding(&with(None), rule, Unknown, "standing_not_stated");
    let refused = with(Some(ConfirmationStatus::NotConfirmed));
    assert_finding(&refused, rule, NotMet, "not_confirmed");
    assert_eq!(refused.proposal, Proposal::Refuse);
    assert_eq!(effects_of(&refused).titles, []);
}

#[test]
fn tier_chain_a_missing_recommendation_stops_a_request_but_not_advice() {
    let without = |facts: TierFacts| {
        judge(&TierFacts {
            recommended_by: Some(Vec::new()),
            ..facts
        })
    };
    let rule = RuleId::TierChain;
    assert_finding(
        &without(complete()),
        rule,
        Unknown,
        "recommendation_missing",
    );
    let request = without(asking_for("liaocheng_model"));
    assert_finding(&request, rule, NotMet, "recommendation_missing");
    let receipt = judge(&asking_for("liaocheng_model"));
    assert_finding(&receipt, rule, Met, "recommended");
    let basis = &finding(&receipt, rule).basis[0];
    assert_eq!(basis.article.as_deref(), Some("第十八条"));
}

#[test]
fn tier_chain_only_the_next_lower_level_recommends() {
    let receipt = judge(&asking_for("shandong_model"));
    assert_finding(
        &receipt,
        RuleId::TierChain,
        NotMet,
        "recommendation_missing",
    );
    let reason = &finding(&receipt, RuleId::TierChain).reason.zh;
    assert!(reason.contains("由市级推荐"), "{reason}");
}

#[test]
fn tier_chain_the_county_needs_nobody_below() {
    let receipt = judge(&TierFacts {
        recommended_by: None,
        ..asking_for("county_model")
    });
    assert_finding(
        &receipt,
        RuleId::TierChain,
        NotApplicable,
        "no_recommendation_needed",
    );
}

#[test]
fn tier_once_the_same_title_for_the_same_deed_is_questioned() {
    let with = |titles_held| {
        judge(&TierFacts {
            titles_held,
            ..asking_for("liaocheng_model")
        })
    };
    let rule = RuleId::TierOnce;
    let again = with(Some(held("liaocheng_model", true)));
    assert_finding(&again, rule, Unknown, "already_granted");
    assert_eq!(effects_of(&again).titles, []);
    assert_finding(
        &with(Some(held("liaocheng_model", false))),
        rule,
        Met,
        "not_granted_before",
    );
    assert_finding(
        &with(Some(held("county_model", true))),
        rule,
        Met,
        "not_granted_before",
    );
    assert_finding(&with(None), rule, Unknown, "titles_held_not_stated");
}

#[test]
fn tier_once_a_suggestion_leaves_out_what_was_granted() {
    let receipt = judge(&TierFacts {
        titles_held: Some(held("liaocheng_model", true)),
        ..complete()
    });
    let titles = &effects_of(&receipt).titles;
    assert!(
        titles
            .iter()
            .all(|title| title.id.as_str() != "liaocheng_model")
    );
    assert_eq!(titles.len(), 3, "neither as praise nor as a state award");
}

#[test]
fn tier_cash_is_pending_until_a_table_is_loaded_and_never_zero() {
    let receipt = judge(&complete());
    assert_finding(&receipt, RuleId::TierCash, NotApplicable, "pending_table");
    let json = serde_json::to_value(effects_of(&receipt)).unwrap();
    assert_eq!(
        json["cash"],
        serde_json::json!({ "status": "pending_table", "levels_add_up": true })
    );
}

#[test]
fn tier_secret_the_nominee_is_asked_before_anything_is_published() {
    let with = |accepted, secrecy| {
        judge(&TierFacts {
            accepted,
            secrecy,
            ..complete()
        })
    };
    let rule = RuleId::TierSecret;
    let quiet = with(Some(true), Some(Secrecy::AskedByPerson));
    assert_finding(&quiet, rule, Met, "quiet_ceremony");
    assert_eq!(effects_of(&quiet).ceremony, Ceremony::Quiet);
    let open = with(Some(true), Some(Secrecy::Open));
    assert_finding(&open, rule, Met, "public_ceremony");
    let declined = with(Some(false), Some(Secrecy::Open));
    assert_finding(&declined, rule, Unknown, "acceptance_declined");
    let silent = with(None, Some(Secrecy::Open));
    assert_finding(&silent, rule, Unknown, "acceptance_not_recorded");
    assert_finding(&with(Some(true), None), rule, Unknown, "secrecy_not_stated");
}

#[test]
fn tier_bonus_a_provincial_hero_is_treated_as_a_model_worker() {
    let receipt = judge(&asking_for("shandong_hero"));
    assert_finding(&receipt, RuleId::TierBonus, Met, "treatment_follows");
    let reason = &finding(&receipt, RuleId::TierBonus).reason.zh;
    assert!(reason.contains("省级劳动模范待遇"), "{reason}");
    let receipt = judge(&asking_for("shandong_model"));
    assert_finding(&receipt, RuleId::TierBonus, NotApplicable, "no_treatment");
}
