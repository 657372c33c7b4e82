//! Who takes something back: the party, or the body that holds the case with the party's paper.

use serde_json::json;

use super::{Counties, actor, address, case, person, report, to};
use crate::attachments::PAPER;
use crate::deeds::{deed, states, text, unmet};

#[test]
fn a_county_that_is_only_named_as_receiver_takes_nothing_back() {
    let counties = Counties::open();
    let people: Vec<String> = (0..3)
        .map(|_| person(&counties.first, super::FIRST))
        .collect();
    let people: Vec<&str> = people.iter().map(String::as_str).collect();
    let mut told = deed(super::FIRST, &people);
    told["filer"] = json!("actor");
    let deed = report(&counties.first, &told).expect(201).json();
    let given = to(super::SECOND, &[actor(&deed, 2)]);
    counties.first.done(&deed, "transfer", &given);
    let withdrawal = json!({ "copy_id": PAPER });
    let refused = counties.second.step(&deed, "withdrawal", &withdrawal);
    assert_eq!(unmet(&refused), ["seat"]);
    let others = json!({ "copy_id": PAPER, "actor_ids": [actor(&deed, 0)] });
    let hidden = counties.second.step(&deed, "withdrawal", &others);
    assert_eq!(
        hidden.problem(422, "invalid_data")["errors"][0]["code"],
        "actor_unknown"
    );
    let strange = counties
        .third
        .caller
        .post(format!("{}/withdrawal", address(&deed)));
    let strange = strange
        .on_behalf_of(&counties.third.officer)
        .json(&json!({ "copy_id": text(&deed["id"]) }));
    strange.send().problem(404, "not_found");
    assert_eq!(
        states(
            &counties
                .first
                .caller
                .get(address(&deed))
                .send()
                .expect(200)
                .json()
        ),
        ["reported", "reported", "transferred"]
    );

    let nobody = counties
        .first
        .caller
        .post(format!("{}/withdrawal", address(&deed)));
    let paper = crate::attachments::paper(&counties.first.caller, "deed_id", &deed["id"]);
    nobody
        .json(&json!({ "copy_id": paper }))
        .send()
        .problem(403, "officer_required");
    let unwritten = counties.first.step(&deed, "withdrawal", &json!({}));
    let problem = unwritten.problem(400, "invalid_body");
    assert_eq!(problem["errors"][0]["pointer"], "/copy_id");
    let one = json!({ "copy_id": PAPER, "actor_ids": [actor(&deed, 0)] });
    let withdrawn = counties.first.done(&deed, "withdrawal", &one);
    assert_eq!(states(&withdrawn), ["withdrawn", "reported", "transferred"]);
    let kept = &case(&counties.first, &deed, 0)["given_up"][0];
    assert_eq!(kept["step"], "withdrawal");
    assert!(kept["attachment_id"].is_string());
    // What served for one is no word of another.
    let again = json!({ "copy_id": kept["attachment_id"], "actor_ids": [actor(&deed, 1)] });
    let again = counties.first.step(&deed, "withdrawal", &again);
    assert_eq!(
        again.problem(422, "invalid_data")["errors"][0]["code"],
        "attachment_used_before"
    );
}

#[test]
fn the_county_that_refused_takes_no_appeal_back_and_who_applied_does() {
    let counties = Counties::open();
    let anybody = counties.servers[0].anonymous();
    let (sent, deed) = counties.applied(1);
    let county = &counties.first;
    super::prove(county, &deed);
    county.done(
        &deed,
        "assessment",
        &json!({ "opinion": "negative", "reason": "测试" }),
    );
    county.done(
        &deed,
        "prior-notices",
        &json!({ "facts": "测试", "reasons": "测试" }),
    );
    // A waiver is the party's own: another county has nothing to say, and nobody says it without a paper.
    let unwritten = county.step(&deed, "defence-waivers", &json!({}));
    assert_eq!(
        unwritten.problem(400, "invalid_body")["errors"][0]["pointer"],
        "/copy_id"
    );
    // What the party says is recorded by an officer of the body that decides.
    let statement = json!({ "statement": "测试：无意见" });
    let said = county
        .caller
        .post(format!("{}/defence-statements", address(&deed)));
    said.json(&statement)
        .send()
        .problem(403, "officer_required");
    let said = counties.city.step(&deed, "defence-statements", &statement);
    assert_eq!(unmet(&said), ["seat"]);
    county.done(&deed, "defence-waivers", &json!({ "copy_id": PAPER }));
    let refusal = json!({
        "reason_code": "not_confirmed", "deviation_reason": "测试：证人改变陈述", "reason": "测试"
    });
    county.done(&deed, "refusal", &county.signed(refusal));
    county.done(&deed, "deliveries", &json!({ "party": "actor" }));
    county.done(
        &deed,
        "reconfirmations",
        &json!({ "party": "actor", "reason": "测试：不服" }),
    );
    let back = county.step(
        &deed,
        "reconfirmation-withdrawals",
        &json!({ "copy_id": PAPER }),
    );
    assert_eq!(unmet(&back), ["seat"]);
    let code = text(&sent["tracking_code"]);
    let taken_back = counties.servers[counties.servers.len() - 1]
        .anonymous()
        .post(format!("/v1/public/applications/{code}/withdrawal"))
        .send()
        .expect(201)
        .json();
    assert_eq!(taken_back["actors"][0]["progress"], "refused");
    assert_eq!(
        states(&county.caller.get(address(&deed)).send().expect(200).json()),
        ["refused"]
    );
    let kept = case(county, &deed, 0)["given_up"].clone();
    assert_eq!(kept[1]["step"], "reconfirmation_withdrawal");
    assert!(kept[1].get("attachment_id").is_none());
    let again = anybody
        .post(format!("/v1/public/applications/{code}/withdrawal"))
        .send();
    again.problem(409, "not_possible");
}

#[test]
fn who_applied_ends_the_case_with_the_code_after_it_was_taken_up() {
    let counties = Counties::open();
    let anybody = counties.servers[0].anonymous();
    let (sent, deed) = counties.applied(1);
    let code = text(&sent["tracking_code"]);
    let ended = anybody
        .post(format!("/v1/public/applications/{code}/withdrawal"))
        .send();
    assert_eq!(
        ended.expect(201).json()["actors"][0]["progress"],
        "withdrawn"
    );
    assert_eq!(
        states(
            &counties
                .first
                .caller
                .get(address(&deed))
                .send()
                .expect(200)
                .json()
        ),
        ["withdrawn"]
    );
}
