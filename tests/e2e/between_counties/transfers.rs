//! A transfer tells its receiver, and everything that belongs to the case goes along.

use serde_json::json;

use super::{Counties, SECOND, actor, address, case, to};
use crate::deeds::{states, text, unmet};

#[test]
fn the_receiver_has_an_item_the_receipt_and_the_days_and_without_names_means_its_own() {
    let counties = Counties::open();
    let deed = counties.half_given();
    let (first, second) = (&counties.first, &counties.second);
    let items = second.caller.all("/v1/worklist");
    assert_eq!(items.len(), 1, "{items:?}");
    assert_eq!(items[0]["kind"], "transfer_acceptance");
    assert_eq!(items[0]["actor_id"], deed["actors"][1]["id"]);
    assert!(items[0]["due_on"].is_string());
    let own = case(second, &deed, 1);
    let receipt = format!("/v1/receipts/{}", text(&own["receipt_id"]));
    second.caller.get(receipt).send().expect(200);
    second.done(
        &deed,
        "transfer-dispute",
        &json!({ "reason": "测试：不属本县" }),
    );
    // To name a body is due of the city.
    let due = |list: &[serde_json::Value], kind: &str| list.iter().any(|item| item["kind"] == kind);
    let of_city = counties.city.caller.all("/v1/worklist?procedure=deed");
    let designation = of_city.iter().find(|item| item["kind"] == "designation");
    assert_eq!(designation.unwrap()["region_code"], "371500", "{of_city:?}");
    assert!(!due(&first.caller.all("/v1/worklist"), "designation"));
    assert!(!due(&second.caller.all("/v1/worklist"), "designation"));
    // The city leaves it to the second county, which then accepts its one case without naming it.
    let named = json!({
        "receiver_region_code": SECOND, "reason": "测试：指定", "actor_ids": [actor(&deed, 1)]
    });
    counties.city.done(&deed, "designation", &named);
    let accepted = second.done(&deed, "acceptance", &json!({}));
    assert_eq!(states(&accepted), ["in_assessment"]);
    assert_eq!(
        states(&first.caller.get(address(&deed)).send().expect(200).json()),
        ["reported"]
    );
}

#[test]
fn the_giver_takes_a_transfer_back_until_it_is_accepted() {
    let counties = Counties::open();
    let deed = counties.half_given();
    let back = json!({ "reason": "测试：仍由我县办理", "actor_ids": [actor(&deed, 1)] });
    let strange = counties.second.step(&deed, "transfer-withdrawals", &back);
    assert_eq!(unmet(&strange), ["seat"]);
    let kept = counties.first.done(&deed, "transfer-withdrawals", &back);
    assert_eq!(states(&kept), ["reported", "reported"]);
    assert_eq!(
        case(&counties.first, &deed, 1)["transfers"][0]["end"],
        "withdrawn"
    );
    counties
        .second
        .caller
        .get(address(&deed))
        .send()
        .problem(404, "not_found");
    assert!(counties.second.caller.all("/v1/worklist").is_empty());
    let again = to(SECOND, &[actor(&deed, 1)]);
    counties.first.done(&deed, "transfer", &again);
    counties
        .second
        .done(&deed, "transfer-acceptance", &json!({}));
    let late = counties.first.step(&deed, "transfer-withdrawals", &back);
    assert_eq!(
        late.problem(422, "invalid_data")["errors"][0]["code"],
        "actor_unknown"
    );
}

#[test]
fn the_application_and_its_tracking_page_go_with_the_case() {
    let counties = Counties::open();
    let (sent, deed) = counties.applied(1);
    let application = format!("/v1/applications/{}", text(&sent["id"]));
    let reading = |committee: &crate::deeds::Committee| {
        committee
            .caller
            .get(&application)
            .purpose("confirmation")
            .send()
    };
    counties
        .first
        .done(&deed, "transfer", &to(SECOND, &[actor(&deed, 0)]));
    reading(&counties.second).problem(404, "not_found");
    counties
        .second
        .done(&deed, "transfer-acceptance", &json!({}));
    let read = reading(&counties.second).expect(200).json();
    assert_eq!(read["applicant"]["phone"], "19900000002");
    reading(&counties.first).problem(404, "not_found");
    let code = text(&sent["tracking_code"]);
    let followed = counties.servers[counties.servers.len() - 1]
        .anonymous()
        .get(format!("/v1/public/applications/{code}"))
        .send()
        .expect(200)
        .json();
    assert_eq!(followed["region_code"], SECOND);
    assert_eq!(followed["actors"][0]["region_code"], SECOND);
    assert_eq!(
        followed["progress"].as_array().unwrap().last().unwrap()["milestone"],
        "forwarded"
    );
}

#[test]
fn who_holds_one_of_two_actors_reads_no_citizen_number_of_the_application() {
    let counties = Counties::open();
    let (sent, deed) = counties.applied(2);
    let given = to(SECOND, &[actor(&deed, 0)]);
    counties.first.done(&deed, "transfer", &given);
    counties
        .second
        .done(&deed, "transfer-acceptance", &json!({}));
    for (committee, sees_both) in [
        (&counties.first, false),
        (&counties.second, false),
        (&counties.city, true),
    ] {
        let read = committee
            .caller
            .get(format!("/v1/applications/{}", text(&sent["id"])))
            .purpose("confirmation")
            .send();
        let actors = read.expect(200).json()["actors"].clone();
        for actor in actors.as_array().unwrap() {
            assert_eq!(actor["citizen_number"].is_string(), sees_both, "{actor}");
        }
    }
}
