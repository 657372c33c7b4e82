//! After a merge, or when another county keeps the file, a county goes on with its work.

use serde_json::{Value, json};

use super::{
    ABSORBED, Counties, KEEPER, THIRD, change, deed, ids, now, person, receipt, registered,
    reported, text,
};
use crate::attachments::PAPER;
use crate::deeds::actor_id;
use crate::documents::{assert_says, newest, words};
use crate::events::Follower;
use crate::harness::Caller;
use crate::{intake, out_of_city};

fn read(caller: &Caller, person: &str) -> crate::harness::Answer {
    caller.get(format!("/v1/people/{person}")).send()
}

#[test]
fn the_county_of_the_absorbed_file_reports_under_its_id_what_is_judged_by_the_survivor() {
    let counties = Counties::open();
    let (there, here) = (&counties.second.caller, &counties.first.caller);
    let pair = counties.pair();
    let first = reported(here, KEEPER, &pair.survivor);
    counties.merge(&pair).expect(200);

    let deed = reported(there, ABSORBED, &pair.absorbed);
    assert_eq!(deed["actors"][0]["person_id"], pair.absorbed);
    let facts = receipt(there, &deed)["facts"]["values"].clone();
    assert_eq!(facts["home"], KEEPER, "only the survivor says so");
    assert_eq!(facts["possible_duplicates"], json!([]));
    assert_eq!(facts["possible_duplicates_elsewhere"], 1);
    let all = receipt(&counties.city.caller, &deed)["facts"]["values"].clone();
    assert_eq!(all["possible_duplicates"], json!([first["id"]]));

    // What changes in the survivor's file later is judged under the absorbed id too.
    change(here, &pair.survivor, &json!({ "household_region": THIRD })).expect(200);
    let deed = now(there, "deeds", &deed);
    let facts = receipt(there, &deed)["facts"]["values"].clone();
    assert_eq!(facts["home"], THIRD);

    // A correction looks at it as well.
    let corrected = there
        .patch(format!("/v1/deeds/{}", text(&deed["id"])))
        .if_match("*")
        .json(&json!({ "summary": "测试：跳入河中，救起两名落水儿童。" }))
        .send();
    let corrected = corrected.expect(200).json();
    let facts = receipt(there, &corrected)["facts"]["values"].clone();
    assert_eq!(facts["home"], THIRD);
    assert_eq!(facts["possible_duplicates_elsewhere"], 1);
}

#[test]
fn a_step_looks_at_the_survivor_and_a_paper_names_the_person_as_the_survivor_does() {
    let counties = Counties::open();
    let there = &counties.second;
    let pair = counties.pair();
    let named = json!({ "name": "测试存留", "household_region": KEEPER });
    change(&counties.first.caller, &pair.survivor, &named).expect(200);
    change(
        &there.caller,
        &pair.absorbed,
        &json!({ "name": "测试已并" }),
    )
    .expect(200);
    reported(&counties.first.caller, KEEPER, &pair.survivor);
    let deed = reported(&there.caller, ABSORBED, &pair.absorbed);
    counties.merge(&pair).expect(200);

    there.done(
        &deed,
        "supplement-requests",
        &json!({ "items": ["测试：现场照片"] }),
    );
    let paper = newest(&there.caller, &deed, "supplement_request");
    if let Some(said) = words(&there.caller, &deed, &paper) {
        assert_says(&said, &["测试存留"]);
        assert!(!said.contains("测试已并"), "{said}");
    }
    there.done(&deed, "supplements", &json!({}));
    let evidence = json!({ "kind": "public_security", "description": "测试：公安机关证明" });
    there.done(&deed, "evidence", &evidence);
    let address = format!(
        "/v1/deeds/{}/actors/{}",
        text(&deed["id"]),
        actor_id(&deed, 0)
    );
    let case = there.caller.get(address).send().expect(200).json();
    let verified = json!({ "evidence_id": case["evidence"][0]["id"], "verified": true });
    there.done(&deed, "evidence-verifications", &verified);
    let opinion = json!({ "opinion": "positive", "reason": "测试：经核对不是同一行为" });
    let assessed = there.done(&deed, "assessment", &opinion);
    let facts = receipt(&there.caller, &assessed)["facts"]["values"].clone();
    assert_eq!(facts["home"], KEEPER);
    assert_eq!(facts["possible_duplicates_elsewhere"], 1);
}

#[test]
fn out_of_city_applications_and_public_ones_are_taken_in_under_the_absorbed_id() {
    let counties = Counties::open();
    let there = &counties.second.caller;
    let pair = counties.pair_without_number();
    counties.merge(&pair).expect(200);

    let mut application = out_of_city::application(&[&pair.absorbed]);
    application["region_code"] = json!(ABSORBED);
    let applied = there
        .post("/v1/out-of-city-recognitions")
        .json(&application)
        .send();
    let recognition = applied.expect(201).json();
    assert_eq!(recognition["actors"][0]["person_id"], pair.absorbed);

    let mut told = intake::application(ABSORBED);
    told["actors"][0]["citizen_number"] = json!(pair.number);
    let sent = intake::apply(counties.servers.first().unwrap(), &told);
    let mut report = deed(ABSORBED, &[&pair.absorbed]);
    report["application_id"] = sent["id"].clone();
    let taken_up = there.post("/v1/deeds").json(&report).send().expect(201);
    let filing = intake::read(there, "applications", &sent["id"]);
    assert_eq!(filing["state"], "taken_up");
    assert_eq!(filing["deed_id"], taken_up.json()["id"]);

    // Another one of the same number is recognised as perhaps the same, which the survivor alone has.
    told["occurred_on"] = json!({ "precision": "day", "value": "2026-02-21" });
    let again = intake::apply(counties.servers.last().unwrap(), &told);
    let filing = intake::read(there, "applications", &again["id"]);
    assert_eq!(filing["likely_deed_ids"], json!([taken_up.json()["id"]]));
}

#[test]
fn one_person_is_named_once_whatever_the_ids() {
    let counties = Counties::open();
    let pair = counties.pair();
    counties.merge(&pair).expect(200);
    let body = deed(KEEPER, &[&pair.survivor, &pair.absorbed]);
    let twice = counties.city.caller.post("/v1/deeds").json(&body).send();
    let problem = twice.problem(422, "invalid_data");
    assert_eq!(problem["errors"][0]["pointer"], "/actors/1/person_id");
    assert_eq!(problem["errors"][0]["code"], "person_named_twice");
    // Nobody names a file that is out of reach, merged or not.
    for (caller, region, id) in [
        (&counties.second.caller, ABSORBED, &pair.survivor),
        (&counties.first.caller, KEEPER, &pair.absorbed),
        (&counties.third.caller, THIRD, &pair.absorbed),
    ] {
        let refused = caller.post("/v1/deeds").json(&deed(region, &[id])).send();
        let problem = refused.problem(422, "invalid_data");
        assert_eq!(problem["errors"][0]["code"], "person_unknown");
    }
}

#[test]
fn a_number_that_is_registered_again_leads_to_a_file_under_which_one_works() {
    let counties = Counties::open();
    let there = &counties.second.caller;
    let pair = counties.pair();
    counties.merge(&pair).expect(200);
    let again = person(ABSORBED, &json!({ "citizen_number": pair.number }));
    for (language, said) in [
        ("zh", "申报、立案仍可使用本编号"),
        ("en", "Reports may go on under this id"),
    ] {
        let call = there.post("/v1/people").language(language).json(&again);
        let answer = call.send();
        let problem = answer.problem(409, "person_exists");
        assert_eq!(problem["existing"]["id"], pair.absorbed);
        assert_eq!(problem["existing"]["kept_by"], KEEPER);
        assert_eq!(problem["kept_by"], KEEPER);
        let detail = text(&problem["detail"]);
        assert!(detail.contains(said) && detail.contains(KEEPER), "{detail}");
        assert!(!answer.text().contains(&pair.survivor));
    }
    // The file that was found is one to work with.
    let found = there.post("/v1/people").json(&again).send();
    let file = text(&found.problem(409, "person_exists")["existing"]["id"]);
    reported(there, ABSORBED, &file);
}

#[test]
fn who_keeps_a_file_is_said_wherever_that_is() {
    let counties = Counties::open();
    let there = &counties.second.caller;
    let pair = counties.pair();
    counties.merge(&pair).expect(200);

    let merged = read(there, &pair.absorbed).expect(200);
    assert_eq!(merged.json()["kept_by"], KEEPER);
    assert_eq!(merged.json().get("merged_into"), None);
    read(there, &pair.survivor).problem(404, "not_found");
    let refused = change(there, &pair.absorbed, &json!({ "phone": "19900000003" }));
    let problem = refused.problem(409, "file_merged");
    assert_eq!(problem["kept_by"], KEEPER);
    assert_eq!(problem.get("merged_into"), None);
    assert_eq!(
        counties.first.caller.all("/v1/people")[0].get("kept_by"),
        None
    );

    // Who handles a case of the person reads the file, under the id of the survivor.
    let deed = reported(there, ABSORBED, &pair.absorbed);
    let known = |etag: &str| {
        let call = there.get(format!("/v1/people/{}", pair.absorbed));
        call.header("If-None-Match", etag).send()
    };
    let told = known(merged.etag()).expect(200);
    assert_eq!(told.json()["merged_into"], pair.survivor);
    assert_eq!(
        read(there, &pair.survivor).expect(200).json()["region_code"],
        KEEPER
    );
    known(told.etag()).expect(304);

    // The file moves on, and that is said.
    let city = &counties.city.caller;
    change(city, &pair.survivor, &json!({ "region_code": THIRD })).expect(200);
    let told = known(told.etag()).expect(200);
    assert_eq!(told.json()["kept_by"], THIRD);
    let full = there
        .get(format!("/v1/people/{}", pair.absorbed))
        .purpose("confirmation")
        .send();
    assert_eq!(full.expect(200).json()["kept_by"], THIRD);
    // The county that gave it up reads it only as long as it has a case of the person.
    let gave_up = &counties.first.caller;
    read(gave_up, &pair.survivor).problem(404, "not_found");
    assert_eq!(text(&deed["region_code"]), ABSORBED);
}

#[test]
fn the_county_that_gave_a_file_up_reads_who_keeps_it_while_it_has_a_case() {
    let counties = Counties::open();
    let gave_up = &counties.first.caller;
    let file = registered(gave_up, KEEPER, &json!({}));
    reported(gave_up, KEEPER, &file);
    let city = &counties.city.caller;
    change(city, &file, &json!({ "region_code": THIRD })).expect(200);
    let read = read(gave_up, &file).expect(200).json();
    assert_eq!(read["region_code"], THIRD);
    assert_eq!(read.get("kept_by"), None, "it was not merged");
}

#[test]
fn deeds_of_a_person_are_found_by_any_id_that_the_caller_sees() {
    let counties = Counties::open();
    let pair = counties.pair();
    let (here, there) = (&counties.first.caller, &counties.second.caller);
    let first = reported(here, KEEPER, &pair.survivor);
    let second = reported(there, ABSORBED, &pair.absorbed);
    let mut application = out_of_city::application(&[&pair.absorbed]);
    application["region_code"] = json!(ABSORBED);
    let applied = there
        .post("/v1/out-of-city-recognitions")
        .json(&application);
    let recognition = applied.send().expect(201).json();
    counties.merge(&pair).expect(200);

    let found = |caller: &Caller, collection: &str, person: &str| {
        ids(&caller.all(&format!("/v1/{collection}?person={person}")))
    };
    let both = [text(&second["id"]), text(&first["id"])];
    for id in [&pair.survivor, &pair.absorbed] {
        assert_eq!(found(&counties.city.caller, "deeds", id), both);
        assert_eq!(found(there, "deeds", id), both[..1]);
        let recognitions = found(there, "out-of-city-recognitions", id);
        assert_eq!(recognitions, [text(&recognition["id"])]);
        assert!(found(&counties.third.caller, "deeds", id).is_empty());
    }
    assert_eq!(found(here, "deeds", &pair.survivor), both[1..]);
    // Of this id the county knows nothing, nor does it learn whose it is.
    assert!(found(here, "deeds", &pair.absorbed).is_empty());
    // With a state beside the person.
    let narrowed = format!("/v1/deeds?person={}&state=reported", pair.absorbed);
    assert_eq!(ids(&there.all(&narrowed)), both[..1]);
}

/// Transfers the one case of a deed.
#[track_caller]
fn transfer(from: &crate::deeds::Committee, deed: &Value, to: &str) {
    let body = json!({ "receiver_region_code": to, "reason": "测试：行为发生在该县" });
    from.done(deed, "transfer", &body);
}

#[test]
fn the_holder_of_a_case_corrects_the_file_that_another_county_keeps() {
    let counties = Counties::open();
    let Counties {
        first: keeper,
        second: receiver,
        third,
        ..
    } = &counties;
    let file = registered(&keeper.caller, KEEPER, &json!({ "phone": "19900000001" }));
    let number = crate::harness::synthetic::citizen_number(KEEPER);
    let other = registered(&keeper.caller, KEEPER, &json!({ "citizen_number": number }));
    let mut report = deed(KEEPER, &[&file]);
    report["filer"] = json!("actor");
    let deed = keeper.caller.post("/v1/deeds").json(&report).send();
    let deed = deed.expect(201).json();
    keeper.done(&deed, "acceptance", &json!({}));
    let phone = json!({ "phone": "19900000009" });

    transfer(keeper, &deed, ABSORBED);
    let waiting = change(&receiver.caller, &file, &phone);
    let problem = waiting.problem(404, "not_found");
    assert!(text(&problem["detail"]).contains(KEEPER), "{problem}");
    receiver.done(&deed, "transfer-acceptance", &json!({}));

    let corrected = change(&receiver.caller, &file, &phone).expect(200).json();
    assert_eq!(corrected["phone"], "1*********9");
    assert_eq!(corrected["region_code"], KEEPER);
    let mut feed = Follower::from_the_beginning(&keeper.caller);
    let is_correction = |event: &Value| {
        event["type"] == "person.changed" && event["data"]["subject"]["id"] == file.as_str()
    };
    feed.poll_until(200, |events| events.iter().any(is_correction));
    let log = keeper
        .caller
        .all(&format!("/v1/audit?subject={file}&action=person.changed"));
    assert_eq!(log[0]["client_id"], receiver.caller.credentials().id);
    let history = keeper.caller.all(&format!("/v1/people/{file}/history"));
    assert_eq!(history[0]["changes"][0]["field"], "/phone");

    // Moving it stays with the keeper and the city.
    let moved = change(&receiver.caller, &file, &json!({ "region_code": ABSORBED }));
    let problem = moved.problem(422, "invalid_data");
    assert_eq!(problem["errors"][0]["code"], "moved_by_city_only");
    // Of the keeper's other files it learns nothing but that the number is taken.
    let renumbered = json!({ "citizen_number": number, "birth_date": null, "sex": null });
    change(&receiver.caller, &file, &renumbered).problem(403, "officer_required");
    let taken = receiver
        .caller
        .patch(format!("/v1/people/{file}"))
        .on_behalf_of(&receiver.officer)
        .if_match("*")
        .json(&renumbered)
        .send();
    let problem = taken.problem(409, "not_possible");
    assert_eq!(problem["unmet"], json!(["number_taken_where_kept"]));
    assert!(!taken.text().contains(&other));
    // Nobody else may.
    change(&third.caller, &file, &phone).problem(404, "not_found");
    // The keeper may as before, and the holder no longer once the case is over.
    change(&keeper.caller, &file, &json!({ "phone": "19900000008" })).expect(200);
    receiver.done(&deed, "withdrawal", &json!({ "copy_id": PAPER }));
    change(&receiver.caller, &file, &phone).problem(404, "not_found");
}

#[test]
fn the_holder_of_a_case_under_an_absorbed_id_corrects_the_survivor() {
    let counties = Counties::open();
    let Counties {
        first: keeper,
        second: former,
        third: holder,
        ..
    } = &counties;
    let pair = counties.pair();
    let deed = reported(&former.caller, ABSORBED, &pair.absorbed);
    counties.merge(&pair).expect(200);
    let phone = json!({ "phone": "19900000009" });
    change(&former.caller, &pair.survivor, &phone).expect(200);
    former.done(&deed, "acceptance", &json!({}));
    transfer(former, &deed, THIRD);
    holder.done(&deed, "transfer-acceptance", &json!({}));

    // The absorbed id says where to go.
    let refused = change(&holder.caller, &pair.absorbed, &phone);
    let problem = refused.problem(409, "file_merged");
    assert_eq!(problem["merged_into"], pair.survivor);
    assert_eq!(problem["kept_by"], KEEPER);
    let corrected = json!({ "phone": "19900000007" });
    change(&holder.caller, &pair.survivor, &corrected).expect(200);
    let log = keeper.caller.all(&format!(
        "/v1/audit?subject={}&action=person.changed",
        pair.survivor
    ));
    assert_eq!(log[0]["client_id"], holder.caller.credentials().id);
    // Who gave the case away corrects nothing more.
    change(&former.caller, &pair.survivor, &phone).problem(404, "not_found");
}
