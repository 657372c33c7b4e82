//! Finding files.

use serde_json::json;

use super::{COUNTY, NEIGHBOUR, id, ids, look_up, register};
use crate::harness::{CITY, Caller, TestServer, synthetic};

fn found(caller: &Caller, filters: &str) -> Vec<String> {
    ids(&caller.all(&format!("/v1/people?{filters}")))
}

#[test]
fn names_are_found_by_characters_pinyin_and_initials_of_any_reading() {
    let server = TestServer::start();
    let county = server.county(COUNTY);
    let wu = id(&register(&county, &json!({ "name": "吴青测试" })).expect(201));
    let shan = id(&register(&county, &json!({ "name": "单测试" })).expect(201));
    let zeng = id(&register(&county, &json!({ "name": "曾测试" })).expect(201));
    for (typed, expected) in [
        ("吴", &wu),
        ("吴青", &wu),
        ("wuqing", &wu),
        ("Wu Qing", &wu),
        ("wq", &wu),
        ("shan", &shan),
        ("sc", &shan),
        ("zengceshi", &zeng),
    ] {
        let answer = county
            .get("/v1/people")
            .query("q", typed)
            .send()
            .expect(200);
        let found = ids(answer.json()["items"].as_array().unwrap());
        assert_eq!(found, std::slice::from_ref(expected), "{typed}");
    }
    for typed in ["%", "_", "'", "zzz", "青"] {
        let answer = county
            .get("/v1/people")
            .query("q", typed)
            .send()
            .expect(200);
        assert_eq!(answer.json()["items"], json!([]), "{typed}");
    }
}

#[test]
fn however_a_name_is_typed_it_is_found() {
    let server = TestServer::start();
    let county = server.county(COUNTY);
    let named = |name: &str| {
        let file = register(&county, &json!({ "name": name })).expect(201);
        assert!(
            !file.json()["name"]
                .as_str()
                .unwrap()
                .contains(['．', '\u{2ee9}'])
        );
        id(&file)
    };
    let dotted = named("测提．测尔逊");
    let lv = named("吕测验");
    // A radical and a compatibility ideograph, as a page of a PDF gives them.
    let copied = named("\u{2ee9}测\u{f914}");
    let composed = named("U\u{308}nal Ceshi");
    for (typed, expected) in [
        ("测提·测尔逊", &dotted),
        ("测提.测", &dotted),
        ("测提⋅测", &dotted),
        ("测提测尔", &dotted),
        ("lyuce", &lv),
        ("lvce", &lv),
        ("luece", &lv),
        ("lüce", &lv),
        ("ｌｙｕ　ｃｅ", &lv),
        ("黄测樂", &copied),
        ("\u{2ee9}测", &copied),
        ("Ünal", &composed),
        ("U\u{308}NAL", &composed),
    ] {
        let answer = county
            .get("/v1/people")
            .query("q", typed)
            .send()
            .expect(200);
        let found = ids(answer.json()["items"].as_array().unwrap());
        assert_eq!(found, std::slice::from_ref(expected), "{typed}");
    }
}

#[test]
fn a_search_stays_within_the_callers_regions() {
    let server = TestServer::start();
    let (county, neighbour) = (server.county(COUNTY), server.county(NEIGHBOUR));
    let own = id(&register(&county, &json!({ "name": "测试同名" })).expect(201));
    let there = json!({ "name": "测试同名", "region_code": NEIGHBOUR });
    let foreign = id(&register(&neighbour, &there).expect(201));
    assert_eq!(found(&county, "q=cstm"), std::slice::from_ref(&own));
    assert_eq!(found(&neighbour, "q=cstm"), std::slice::from_ref(&foreign));
    let city = server.county(CITY);
    assert_eq!(found(&city, "q=cstm"), [own.clone(), foreign.clone()]);
    assert_eq!(found(&city, &format!("region={NEIGHBOUR}")), [foreign]);
    assert!(found(&county, &format!("region={NEIGHBOUR}")).is_empty());
    let both = server.caller(&["people:read"], &[COUNTY, NEIGHBOUR]);
    assert_eq!(found(&both, "q=cstm").len(), 2);
}

#[test]
fn pages_of_a_search_follow_each_other() {
    let server = TestServer::start();
    let county = server.county(COUNTY);
    let mut all: Vec<String> = (0..7)
        .map(|_| id(&register(&county, &json!({ "name": "测试同名" })).expect(201)))
        .collect();
    assert_eq!(found(&county, "q=ceshi&limit=3"), all);
    all.reverse();
    assert_eq!(found(&county, "limit=3"), all);
    let page = county
        .get("/v1/people?q=cs&limit=3&count=true")
        .send()
        .expect(200);
    assert_eq!(page.json()["total"], 7);
    // A cursor belongs to its list and filters.
    let cursor = page.json()["next"].as_str().unwrap().to_owned();
    county
        .get(format!("/v1/people?limit=3&cursor={cursor}"))
        .send()
        .problem(400, "invalid_cursor");
}

#[test]
fn filters_narrow_the_list() {
    let server = TestServer::start();
    let city = server.county(CITY);
    let real = id(&register(&city, &json!({ "synthetic": false })).expect(201));
    let died = json!({
        "life_status": "deceased",
        "died_on": { "precision": "unknown" },
        "file_origin": "historic",
        "source": "测试报纸",
    });
    let dead = id(&register(&city, &died).expect(201));
    assert_eq!(found(&city, "synthetic=false"), std::slice::from_ref(&real));
    assert_eq!(found(&city, "synthetic=true"), std::slice::from_ref(&dead));
    assert_eq!(
        found(&city, "life_status=deceased"),
        std::slice::from_ref(&dead)
    );
    assert_eq!(
        found(&city, "life_status=unknown"),
        std::slice::from_ref(&real)
    );
    assert_eq!(
        found(&city, "file_origin=historic"),
        std::slice::from_ref(&dead)
    );
    assert_eq!(found(&city, "file_origin=registered"), [real]);
    assert_eq!(
        found(&city, &format!("file_origin=historic&region={COUNTY}")),
        [dead]
    );
    assert!(found(&city, "status=merged").is_empty());
    for wrong in [
        "life_status=alive",
        "region=x",
        "region=999999",
        "region=ZZZZ",
        "q=",
        "unknown=1",
        "synthetic=yes",
    ] {
        city.get(format!("/v1/people?{wrong}"))
            .send()
            .problem(400, "invalid_query");
    }
    let unknown = city.get("/v1/people?region=999999").send();
    let unknown = unknown.problem(400, "invalid_query");
    assert_eq!(unknown["errors"][0]["pointer"], "/region");
    assert_eq!(unknown["errors"][0]["code"], "region_unknown");
}

#[test]
fn a_number_is_looked_up_within_the_callers_regions_and_the_lookup_is_kept() {
    let server = TestServer::start();
    let (county, neighbour) = (server.county(COUNTY), server.county(NEIGHBOUR));
    let number = synthetic::citizen_number(COUNTY);
    let file = register(&county, &json!({ "citizen_number": number })).expect(201);
    let found = look_up(&county, &number.to_lowercase()).expect(200).json();
    assert_eq!(found["items"], json!([file.json()]));
    let foreign = look_up(&neighbour, &number).expect(200).json();
    assert_eq!(foreign["items"], json!([]));
    let log = county
        .get(format!("/v1/people/{}/access-log", id(&file)))
        .send()
        .expect(200)
        .json();
    assert_eq!(log["items"].as_array().unwrap().len(), 1);
    assert_eq!(log["items"][0]["action"], "person.looked_up");
    assert_eq!(log["items"][0]["purpose"], "matching");
    // The lookup in vain is kept too, without the number.
    let mut rows = server.installation().rows();
    assert_eq!(
        rows.count("FROM audit_entries WHERE action = 'person.looked_up'"),
        2
    );
    assert_eq!(
        rows.count(&format!(
            "FROM audit_entries WHERE detail LIKE '%{number}%'"
        )),
        0
    );
}

#[test]
fn a_lookup_needs_a_purpose_and_cannot_dodge_the_audit() {
    let server = TestServer::start();
    let county = server.county(COUNTY);
    let number = synthetic::citizen_number(COUNTY);
    register(&county, &json!({ "citizen_number": number })).expect(201);
    let body = json!({ "citizen_number": number });
    county
        .post("/v1/people/lookups")
        .json(&body)
        .send()
        .problem(403, "access_purpose_required");
    let mut rows = server.installation().rows();
    for (key, target) in [
        ("one", "/v1/people/lookups"),
        ("one", "/v1/people/lookups"),
        ("two", "/v1/people/lookups?dry_run=true"),
    ] {
        county
            .post(target)
            .purpose("matching")
            .key(key)
            .json(&body)
            .send()
            .expect(200);
    }
    assert_eq!(
        rows.count("FROM audit_entries WHERE action = 'person.looked_up'"),
        3
    );
}

#[test]
fn a_lookup_is_told_apart_from_a_file() {
    let server = TestServer::start();
    let county = server.county(COUNTY);
    for method in ["GET", "PATCH", "DELETE"] {
        let refused = county.call(method, "/v1/people/lookups").send();
        refused.problem(405, "method_not_allowed");
        assert_eq!(refused.header("allow"), "POST");
    }
}
