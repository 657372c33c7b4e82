//! Lists: pages, cursors, limits and filters.

use crate::bodies::pointers;
use crate::harness::{TestServer, synthetic};

const REGION: &str = "371502";

#[test]
fn a_list_refuses_limits_cursors_and_filters_that_it_does_not_have() {
    let server = TestServer::start();
    let county = server.county(REGION);
    for _ in 0..3 {
        county
            .post("/v1/people")
            .json(&synthetic::person(REGION))
            .send()
            .expect(201);
    }
    for query in [
        "limit=0",
        "limit=201",
        "limit=-1",
        "limit=1.5",
        "limit=x",
        "limit=",
        "limit=99999999999999999999",
        "count=maybe",
        "no_such_filter=1",
        "status=nonsense",
    ] {
        let problem = county
            .get(format!("/v1/people?{query}"))
            .send()
            .problem(400, "invalid_query");
        let name = query.split('=').next().unwrap();
        assert_eq!(pointers(&problem), [format!("/{name}")], "{query}");
    }
    let page = county.get("/v1/people?limit=2").send().expect(200).json();
    let cursor = page["next"].as_str().expect("a second page");
    county
        .get(format!("/v1/people?limit=2&cursor={cursor}"))
        .send()
        .expect(200);
    for tampered in [
        "x".to_owned(),
        "e30".to_owned(),
        format!("{cursor}A"),
        cursor[1..].to_owned(),
        cursor.to_uppercase(),
        "a".repeat(1024),
    ] {
        county
            .get(format!("/v1/people?limit=2&cursor={tampered}"))
            .send()
            .problem(400, "invalid_cursor");
    }
    // A cursor belongs to its list and filters.
    county
        .get(format!(
            "/v1/people?limit=2&life_status=living&cursor={cursor}"
        ))
        .send()
        .problem(400, "invalid_cursor");
    county
        .get(format!("/v1/organisations?cursor={cursor}"))
        .send()
        .problem(400, "invalid_cursor");
}
