//! Officers, for steps that only an officer can execute.

use serde_json::json;

use super::{Caller, TestServer, synthetic};

impl TestServer {
    /// A new officer of a new committee of the region, and a client with all scopes there that may
    /// act for the officer: send its calls with `on_behalf_of`.
    pub(crate) fn officer(&self, region: &str) -> (Caller, String) {
        let owner = self.county(region);
        let organisation = owner
            .post("/v1/organisations")
            .json(&json!({
                "name": format!("测试委员会{}", synthetic::name()),
                "kind": "political_legal_committee",
                "region_code": region,
            }))
            .send()
            .expect(201)
            .json();
        let organisation = organisation["id"].as_str().unwrap();
        let officer = owner
            .post("/v1/officers")
            .json(&json!({
                "organisation_id": organisation,
                "name": synthetic::name(),
                "position": "测试职务",
            }))
            .send()
            .expect(201)
            .json();
        let scopes = self.all_scopes();
        let scopes: Vec<&str> = scopes.iter().map(String::as_str).collect();
        let caller = self.new_caller(&scopes, &[region], &[organisation]);
        (caller, officer["id"].as_str().unwrap().to_owned())
    }
}
