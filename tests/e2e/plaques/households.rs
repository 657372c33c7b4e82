//! Who lives together.

use serde_json::json;

use super::{Homes, people};
use crate::deeds::{person, text};

fn fault(answer: &crate::harness::Answer) -> String {
    let faults = answer.problem(422, "invalid_data")["errors"].clone();
    format!(
        "{} {}",
        text(&faults[0]["pointer"]),
        text(&faults[0]["code"])
    )
}

#[test]
fn nobody_lives_in_two_households() {
    let homes = Homes::open();
    let (one, other) = (person(homes.county()), person(homes.county()));
    let household = homes.household(std::slice::from_ref(&one));
    assert_eq!(household["members"], json!([{ "person_id": one }]));
    let body = json!({ "region_code": "371502", "person_ids": [other, one] });
    let refused = homes.county().post("/v1/households").json(&body).send();
    assert_eq!(fault(&refused), "/person_ids/1 lives_elsewhere");
    let found = homes.county().all(&format!("/v1/households?person={one}"));
    assert_eq!(found[0]["id"], household["id"]);
}

#[test]
fn somebody_moves_in_and_out_by_version() {
    let homes = Homes::open();
    let (one, other) = (person(homes.county()), person(homes.county()));
    let household = homes.household(&[one]);
    let address = format!("/v1/households/{}", text(&household["id"]));
    let joining = |tag: &str| {
        let call = homes.county().post(format!("{address}/members"));
        call.if_match(tag)
            .json(&json!({ "person_id": other }))
            .send()
    };
    let read = homes.county().get(&address).send().expect(200);
    let joined = joining(read.etag()).expect(201);
    assert_eq!(joined.json()["members"].as_array().unwrap().len(), 2);
    assert_eq!(joining(read.etag()).status(), 422);
    let leave = |tag: &str| {
        let target = format!("{address}/members/{other}");
        homes.county().call("DELETE", &target).if_match(tag).send()
    };
    leave(read.etag()).problem(412, "stale_version");
    let left = leave(joined.etag()).expect(200).json();
    assert_eq!(
        (&left["version"], left["members"].as_array().unwrap().len()),
        (&json!(3), 1)
    );
    leave("*").problem(409, "not_possible");
}

#[test]
fn a_hero_who_joins_or_leaves_makes_the_text_one_to_be_replaced() {
    let homes = Homes::open();
    let (first, second) = (homes.confirmed(1), homes.confirmed(1));
    let household = homes.household(&people(&first));
    let plaque = homes
        .try_register(&household, &people(&first))
        .expect(201)
        .json();
    homes.walk(&plaque, "order making handover hanging");
    let address = format!("/v1/households/{}/members", text(&household["id"]));
    let joining = json!({ "person_id": people(&second)[0] });
    let call = homes.county().post(&address).if_match("*");
    call.json(&joining).send().expect(201);
    let case = homes.case(&plaque);
    assert_eq!(case["text_marks"].as_array().unwrap().len(), 1, "{case}");
    // The newcomer has the plaque of the household, and waits for none.
    assert!(homes.county().all("/v1/plaque-lists/entitled").is_empty());
    let left = format!("{address}/{}", people(&second)[0]);
    homes
        .county()
        .call("DELETE", &left)
        .if_match("*")
        .send()
        .expect(200);
    assert_eq!(homes.county().all("/v1/plaque-lists/entitled").len(), 1);
}

#[test]
fn a_membership_goes_along_when_two_files_turn_out_to_be_one_person() {
    let homes = Homes::open();
    let (city, officer) = homes.office.server.officer(crate::harness::CITY);
    let number = crate::harness::synthetic::citizen_number("371502");
    let file = |region: &str, name: &str| {
        let body = json!({
            "region_code": region, "name": name, "citizen_number": number, "synthetic": true
        });
        let caller = homes.office.server.county(region);
        text(
            &caller
                .post("/v1/people")
                .json(&body)
                .send()
                .expect(201)
                .json()["id"],
        )
    };
    let (absorbed, survivor) = (file("371502", "测试并入"), file("371521", "测试留存"));
    let household = homes.household(std::slice::from_ref(&absorbed));
    let merge = json!({ "absorbed_id": absorbed, "reason": "测试：同一人" });
    let call = city.post(format!("/v1/people/{survivor}/merge"));
    let call = call.on_behalf_of(&officer).if_match("*");
    call.json(&merge).send().expect(200);
    let address = format!("/v1/households/{}", text(&household["id"]));
    let read = homes.county().get(address).send().expect(200).json();
    assert_eq!(read["members"], json!([{ "person_id": survivor }]));
    assert_eq!(read["version"], 2);
    for id in [absorbed, survivor] {
        let found = homes.county().all(&format!("/v1/households?person={id}"));
        assert_eq!(found[0]["id"], household["id"], "{id}");
    }
}
