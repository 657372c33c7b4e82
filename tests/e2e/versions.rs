//! Versions: nobody overwrites what they have not read, and nobody reads again what they have.

use serde_json::json;

use crate::harness::{TestServer, synthetic};

const REGION: &str = "371502";

#[test]
fn an_update_needs_the_version_that_was_read() {
    let server = TestServer::start();
    let county = server.county(REGION);
    let file = county
        .post("/v1/people")
        .json(&synthetic::person(REGION))
        .send()
        .expect(201);
    let rename = |etag: Option<&str>| {
        let call = county.patch(file.location());
        match etag {
            Some(etag) => call.if_match(etag),
            None => call,
        }
        .json(&json!({ "name": synthetic::name() }))
        .send()
    };
    rename(None).problem(428, "precondition_required");
    for etag in ["1", "\"1", "nonsense", "\"1-m\" x"] {
        rename(Some(etag)).problem(400, "invalid_header");
    }
    // Well formed, but none of this file's versions.
    for etag in ["\"7-m\"", "\"7\"", "\"\"", "\"x-m\"", "W/\"7-m\""] {
        rename(Some(etag)).problem(412, "stale_version");
    }
    let renamed = rename(Some(file.etag())).expect(200);
    assert_ne!(renamed.etag(), file.etag());
    rename(Some(file.etag())).problem(412, "stale_version");
    // The version counts, not the representation.
    let version = renamed.etag().split('-').next().unwrap().to_owned();
    let again = rename(Some(&format!("{version}-s\""))).expect(200);
    let version = again.etag().split('-').next().unwrap().to_owned();
    let bare = rename(Some(&format!("{version}\""))).expect(200);
    // So does one that came compressed, by the service or by a proxy before it.
    let mut known = bare.etag().trim_matches('"').to_owned();
    for written in ["\"T-gzip\"", "\"T;gzip\"", "W/\"T--gzip\""] {
        let tag = written.replace('T', &known);
        let answer = rename(Some(&tag)).expect(200);
        rename(Some(&tag)).problem(412, "stale_version");
        known = answer.etag().trim_matches('"').to_owned();
    }

    county
        .get(file.location())
        .header("If-None-Match", file.etag())
        .send()
        .expect(200);
    let current = county.get(file.location()).send().expect(200);
    let unchanged = county
        .get(file.location())
        .header("If-None-Match", current.etag())
        .send()
        .expect(304);
    assert_eq!(unchanged.etag(), current.etag());
}

#[test]
fn compressed_or_not_an_answer_has_a_tag_of_its_own_and_is_known_by_it() {
    let server = TestServer::start();
    let read = |coding: &str, known: Option<&str>| {
        let anybody = server.anonymous();
        let call = anybody
            .get("/openapi.json")
            .header("Accept-Encoding", coding);
        match known {
            Some(known) => call.header("If-None-Match", known).send(),
            None => call.send(),
        }
    };
    let plain = server.anonymous().get("/openapi.json").send().expect(200);
    let gzip = read("gzip", None);
    assert_eq!(gzip.header("content-encoding"), "gzip");
    assert_ne!(gzip.etag(), plain.etag());
    for answer in [&plain, &gzip] {
        assert!(
            answer
                .header("vary")
                .eq_ignore_ascii_case("accept-encoding")
        );
    }
    for (coding, tag) in [("gzip", gzip.etag()), ("identity", plain.etag())] {
        assert_eq!(read(coding, Some(tag)).expect(304).etag(), tag);
    }
    read("identity", Some(gzip.etag())).expect(200);
}
