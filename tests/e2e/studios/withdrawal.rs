//! How a name ends.

use serde_json::json;

use super::{case, consent, hero, proposal, propose, ready, running, take};
use crate::attachments::PAPER;
use crate::deeds::{clock, text, unmet, unused_number};
use crate::out_of_city::Desk;

#[test]
fn a_revoked_honour_reaches_the_studio_in_the_same_transaction() {
    let desk = Desk::open();
    let hero = hero(&desk);
    let studio = running(&desk, &hero["person"]);
    desk.walk(
        &hero["recognition"],
        "revocation_notice defence_waiver revocation =revoked",
    );
    let ledger = case(&desk, &studio);
    assert_eq!(text(&ledger["state"]), "intended_withdrawal");
    assert_eq!(ledger["honour_lost_on"], "2026-03-02");
    let withdrawal = desk.city.co_signed(json!({
        "number": unused_number("聊工室撤"), "reason_code": "honour_lost", "reason": "测试"
    }));
    let refused = take(&desk.city, &studio, "name-withdrawal", &withdrawal);
    assert_eq!(unmet(&refused), ["defence_heard", "refusal_agrees"]);
    let notice = json!({ "reason_code": "honour_lost", "facts": "测试", "reasons": "测试" });
    take(&desk.city, &studio, "withdrawal-notices", &notice).expect(201);
    let statement = json!({ "statement": "测试" });
    take(&desk.city, &studio, "defence-statements", &statement).expect(201);
    take(&desk.city, &studio, "name-withdrawal", &withdrawal).expect(201);
    let recovery = json!({ "note": "测试" });
    take(&desk.county, &studio, "sign-recoveries", &recovery).expect(201);
    // Others may have the name now.
    propose(&desk.county, &proposal(&hero["person"])).expect(201);
}

#[test]
fn a_proposal_ends_with_the_honour_of_its_leader() {
    let desk = Desk::open();
    let hero = hero(&desk);
    let studio = ready(&desk, &hero["person"]);
    desk.walk(
        &hero["recognition"],
        "revocation_notice defence_waiver revocation =revoked",
    );
    assert_eq!(text(&case(&desk, &studio)["state"]), "lapsed");
}

#[test]
fn a_consent_that_is_withdrawn_ends_the_name() {
    let desk = Desk::open();
    let studio = running(&desk, &hero(&desk)["person"]);
    take(&desk.county, &studio, "consent-withdrawals", &consent()).expect(201);
    let running = clock(&case(&desk, &studio), "name_withdrawal");
    assert_eq!(running["status"], "running", "30 days: {running}");
    let notice = json!({ "reason_code": "consent_withdrawn", "facts": "测试", "reasons": "测试" });
    take(&desk.city, &studio, "withdrawal-notices", &notice).expect(201);
    take(
        &desk.city,
        &studio,
        "defence-waivers",
        &json!({ "copy_id": PAPER }),
    )
    .expect(201);
    let other = desk.city.co_signed(json!({
        "number": unused_number("聊工室撤"), "reason_code": "host_closed", "reason": "测试"
    }));
    let refused = take(&desk.city, &studio, "name-withdrawal", &other);
    assert_eq!(unmet(&refused), ["withdrawal_ground", "refusal_agrees"]);
    let withdrawal = desk.city.co_signed(json!({
        "number": unused_number("聊工室撤"), "reason_code": "consent_withdrawn", "reason": "测试"
    }));
    let ended = take(&desk.city, &studio, "name-withdrawal", &withdrawal);
    assert_eq!(ended.expect(201).json()["actors"][0]["state"], "withdrawn");
}
