//! A deed that two counties hold is seen by both, each with what is its own.

use serde_json::{Value, json};

use super::{Counties, actor, address, events, kind};
use crate::deeds::{Committee, states, text};

fn kinds(committee: &Committee, deed: &Value, until: &str) -> Vec<String> {
    events(committee, deed, until).iter().map(kind).collect()
}

/// The actions that the audit shows a committee of a deed, oldest first.
fn audited(committee: &Committee, deed: &Value) -> Vec<String> {
    let list = format!("/v1/audit?subject={}", text(&deed["id"]));
    let mut entries = committee.caller.all(&list);
    entries.reverse();
    entries.iter().map(|entry| text(&entry["action"])).collect()
}

fn seen(committee: &Committee, deed: &Value) -> Value {
    committee
        .caller
        .get(address(deed))
        .send()
        .expect(200)
        .json()
}

#[test]
fn each_of_two_counties_hears_and_audits_its_own_steps_corrections_and_papers_once() {
    let counties = Counties::open();
    let deed = counties.shared();
    let (first, second) = (&counties.first, &counties.second);
    assert_eq!(states(&seen(first, &deed)), ["reported"]);
    let theirs = seen(second, &deed);
    assert_eq!(states(&theirs), ["reported"]);
    assert_eq!(theirs["other_actors"], 1);
    assert!(!theirs.to_string().contains(&actor(&deed, 0)));

    second.done(&deed, "acceptance", &json!({}));
    second.done(&deed, "supplement-requests", &json!({ "items": ["测试"] }));
    first.done(
        &deed,
        "recusals",
        &json!({ "name": "测试专家", "reason": "测试" }),
    );
    let corrected = counties
        .city
        .caller
        .patch(address(&deed))
        .on_behalf_of(&counties.city.officer)
        .if_match("*")
        .json(&json!({ "summary": "测试：更正后的事迹。" }));
    corrected.send().expect(200);

    let of_second = kinds(second, &deed, "deed.corrected");
    for (told, times) in [
        ("acceptance", 1),
        ("supplement_request", 1),
        // The transfer letter, and the request.
        ("document.issued", 2),
        ("deed.corrected", 1),
    ] {
        let heard = of_second.iter().filter(|kind| *kind == told).count();
        assert_eq!(heard, times, "{told}: {of_second:?}");
    }
    assert!(!of_second.contains(&"recusal".to_owned()), "{of_second:?}");
    let of_first = kinds(first, &deed, "deed.corrected");
    assert!(of_first.contains(&"recusal".to_owned()), "{of_first:?}");
    assert!(!of_first.contains(&"acceptance".to_owned()), "{of_first:?}");
    // The city reads each of them once.
    let of_city = kinds(&counties.city, &deed, "deed.corrected");
    assert_eq!(
        of_city.iter().filter(|kind| *kind == "acceptance").count(),
        1,
        "{of_city:?}"
    );

    let entries = audited(second, &deed);
    assert!(
        entries
            .iter()
            .filter(|action| *action == "deed.step_taken")
            .count()
            >= 2,
        "{entries:?}"
    );
    assert_eq!(
        entries
            .iter()
            .filter(|action| *action == "deed.corrected")
            .count(),
        1
    );
    let counted = second.caller.get(format!(
        "/v1/audit?subject={}&count=true",
        text(&deed["id"])
    ));
    assert_eq!(counted.send().expect(200).json()["total"], entries.len());
    assert!(audited(&counties.third, &deed).is_empty());
}

#[test]
fn who_is_to_receive_one_actor_sees_that_actor_alone_and_hears_of_corrections() {
    let counties = Counties::open();
    let deed = counties.half_given();
    let (first, second) = (&counties.first, &counties.second);
    let evidence = json!({
        "kind": "witness", "description": "测试：证言", "actor_ids": [actor(&deed, 0)],
        "attachment_ids": [crate::attachments::paper(&first.caller, "deed_id", &deed["id"])]
    });
    first.done(&deed, "evidence", &evidence);
    let theirs = seen(second, &deed);
    assert_eq!(theirs["actors"].as_array().unwrap().len(), 1);
    assert_eq!(theirs["actors"][0]["id"], deed["actors"][1]["id"]);
    assert_eq!(theirs["other_actors"], 1);
    let hidden = [
        format!("{}/actors/{}", address(&deed), actor(&deed, 0)),
        format!("{}/actors/{}/actions", address(&deed), actor(&deed, 0)),
        format!("/v1/people/{}", text(&deed["actors"][0]["person_id"])),
        format!("/v1/receipts/{}", text(&deed["actors"][0]["receipt_id"])),
        format!("/v1/attachments/{}", text(&evidence["attachment_ids"][0])),
    ];
    for address in hidden {
        second.caller.get(&address).send().problem(404, "not_found");
        first.caller.get(&address).send().expect(200);
    }
    let person = text(&deed["actors"][1]["person_id"]);
    second
        .caller
        .get(format!("/v1/people/{person}"))
        .send()
        .expect(200);
    let receipt = text(&deed["actors"][1]["receipt_id"]);
    second
        .caller
        .get(format!("/v1/receipts/{receipt}"))
        .send()
        .expect(200);
    let others = format!("/v1/deeds?person={}", text(&deed["actors"][0]["person_id"]));
    assert!(second.caller.all(&others).is_empty());
    let of_second = second.caller.all(&format!("{}/history", address(&deed)));
    assert!(
        of_second
            .iter()
            .all(|entry| entry["actor_id"] == deed["actors"][1]["id"])
    );
    let files = second
        .caller
        .all(&format!("/v1/attachments?deed_id={}", text(&deed["id"])));
    assert!(files.is_empty(), "{files:?}");

    let corrected = first
        .caller
        .patch(address(&deed))
        .on_behalf_of(&first.officer)
        .if_match("*")
        .json(&json!({ "summary": "测试：更正后的事迹。" }));
    corrected.send().expect(200);
    assert!(kinds(second, &deed, "deed.corrected").contains(&"transfer".to_owned()));

    // Neither feed nor audit names the other actor, and no step brings a file of theirs within reach.
    let news = events(second, &deed, "deed.corrected");
    let audit = second
        .caller
        .all(&format!("/v1/audit?subject={}", text(&deed["id"])));
    for told in news.iter().chain(&audit) {
        assert!(!told.to_string().contains(&actor(&deed, 0)), "{told}");
    }
    let corrected = news.iter().find(|event| kind(event) == "deed.corrected");
    assert_eq!(
        corrected.unwrap()["data"]["facts"]["actor_ids"],
        json!([actor(&deed, 1)])
    );
    let file = text(&evidence["attachment_ids"][0]);
    let named = json!({ "kind": "witness", "description": "测试", "attachment_ids": [file] });
    let refused = second.step(&deed, "evidence", &named);
    assert_eq!(
        refused.problem(422, "invalid_data")["errors"][0]["code"],
        "attachment_unknown"
    );
    // What it hands in itself it hears of.
    let own = crate::attachments::paper(&second.caller, "deed_id", &deed["id"]);
    let mut feed = crate::events::Follower::from_the_beginning(&second.caller);
    let subject = format!("attachment/{own}");
    feed.poll_until(200, |events| {
        events.iter().any(|event| {
            event["subject"] == subject.as_str() && kind(event) == "attachment.completed"
        })
    });
}
