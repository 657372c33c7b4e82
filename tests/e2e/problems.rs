//! Problem codes: each has a page that explains it, and a test that meets it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::contract::assert_none;
use crate::harness::TestServer;

/// The problem codes that the server knows, with their statuses.
pub(crate) fn registry(server: &TestServer) -> BTreeMap<String, u64> {
    let list = server
        .anonymous()
        .get("/problems")
        .header("Accept", "application/json")
        .send()
        .expect(200)
        .json();
    let problems = list.as_array().or(list["items"].as_array()).unwrap();
    problems
        .iter()
        .map(|problem| {
            let code = problem["code"].as_str().unwrap().to_owned();
            (code, problem["status"].as_u64().unwrap())
        })
        .collect()
}

#[test]
fn every_problem_has_a_page_that_explains_it_in_two_languages() {
    let server = TestServer::start();
    let anonymous = server.anonymous();
    let registry = registry(&server);
    assert!(registry.contains_key("not_found"));
    for (code, status) in &registry {
        let address = format!("/problems/{code}");
        let page = anonymous
            .get(&address)
            .header("Accept", "text/html")
            .send()
            .expect(200);
        assert!(page.header("content-type").starts_with("text/html"));
        let text = page.text();
        assert!(text.contains(code.as_str()), "{code}");
        assert!(text.contains(&status.to_string()), "{code}");
        assert!(!text.is_ascii(), "{code} is not explained in Chinese");
    }
}

/// The problem codes that no test meets, with the reason.
fn untested() -> BTreeMap<String, String> {
    serde_json::from_str(include_str!("untested_problems.json")).unwrap()
}

#[test]
fn every_problem_code_is_met_by_a_test_or_listed_with_the_reason() {
    let server = TestServer::start();
    let registry = registry(&server);
    let sources = sources(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/e2e")));
    let untested = untested();
    let mut faults = Vec::new();
    for code in registry.keys() {
        let met = sources.contains(&format!("\"{code}\""));
        match (met, untested.get(code)) {
            (false, None) => faults.push(format!("no test meets `{code}`")),
            (true, Some(_)) => faults.push(format!("`{code}` is tested: unlist it")),
            _ => {}
        }
    }
    for code in untested.keys() {
        if !registry.contains_key(code) {
            faults.push(format!("the listed `{code}` is no problem code"));
        }
    }
    assert_none(&faults);
}

fn sources(folder: &Path) -> String {
    fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| {
            if path.is_dir() {
                sources(&path)
            } else if path.extension().is_some_and(|kind| kind == "rs")
                // The contract's test names codes without meeting them.
                && !path.ends_with("e2e/contract.rs")
            {
                fs::read_to_string(path).unwrap()
            } else {
                String::new()
            }
        })
        .collect()
}
