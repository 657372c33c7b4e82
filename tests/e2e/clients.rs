//! Who gets a token: the client credentials grant (RFC 6749 section 4.4), and the operator's commands.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;

use crate::harness::{Answer, Credentials, Installation, PUBLIC_URL, TestServer, synthetic};
use crate::tokens::payload;

const SCOPES: [&str; 2] = ["people:read", "people:write"];

fn ask(server: &TestServer, fields: &[(&str, &str)]) -> Answer {
    server.anonymous().post("/oauth/token").form(fields).send()
}

#[track_caller]
fn assert_oauth_error(answer: &Answer, status: u16, error: &str) {
    assert_eq!(answer.status(), status, "{answer:?}");
    assert_eq!(answer.json()["error"], error, "{answer:?}");
    assert_eq!(answer.header("cache-control"), "no-store", "{answer:?}");
}

#[test]
fn a_client_proves_itself_by_form_or_by_basic() {
    let server = TestServer::start();
    let client = server
        .installation()
        .create_client(&SCOPES, &["371502"], &[]);
    let by_form = ask(
        &server,
        &[
            ("grant_type", "client_credentials"),
            ("client_id", &client.id),
            ("client_secret", &client.secret),
        ],
    )
    .expect(200);
    let by_basic = |pair: String| {
        let pair = format!("Basic {}", STANDARD.encode(pair));
        let anybody = server.anonymous();
        anybody
            .post("/oauth/token")
            .header("Authorization", &pair)
            .form(&[("grant_type", "client_credentials")])
            .send()
            .expect(200)
    };
    // RFC 6749 section 2.3.1 encodes both parts like a form; many clients leave that out.
    let encoded = |text: &str| -> String {
        let byte = |byte: u8| format!("%{byte:02X}");
        text.bytes().map(byte).collect()
    };
    let plain = by_basic(format!("{}:{}", client.id, client.secret));
    let coded = by_basic(format!(
        "{}:{}",
        encoded(&client.id),
        encoded(&client.secret)
    ));
    for answer in [by_form, plain, coded] {
        assert_eq!(answer.header("cache-control"), "no-store");
        let grant = answer.json();
        assert_eq!(grant["token_type"], "Bearer");
        assert_eq!(grant["expires_in"], 600);
        assert_eq!(grant["scope"], "people:read people:write");
        let claims = payload(grant["access_token"].as_str().unwrap());
        assert_eq!(claims["iss"], PUBLIC_URL);
        assert_eq!(claims["aud"], PUBLIC_URL);
        assert_eq!(claims["client_id"], client.id);
        assert_eq!(claims["sub"], client.id);
        assert_eq!(claims["regions"], json!(["371502"]));
        let life = claims["exp"].as_i64().unwrap() - claims["iat"].as_i64().unwrap();
        assert_eq!(life, 600);
    }
}

#[test]
fn a_token_request_that_is_no_form_is_told_to_be_one() {
    let server = TestServer::start();
    let client = server
        .installation()
        .create_client(&SCOPES, &["371502"], &[]);
    let body = format!(
        "grant_type=client_credentials&client_id={}&client_secret={}",
        client.id, client.secret
    );
    let send = |media_type: &str| {
        let call = server.anonymous();
        call.post("/oauth/token")
            .body(media_type, body.as_str())
            .send()
    };
    for media_type in ["application/json", "text/plain", "multipart/form-data"] {
        let answer = send(media_type);
        assert_oauth_error(&answer, 400, "invalid_request");
        let said = answer.json()["error_description"].to_string();
        assert!(said.contains("application/x-www-form-urlencoded"), "{said}");
    }
    send("application/x-www-form-urlencoded; charset=UTF-8").expect(200);
    let coded = server
        .anonymous()
        .post("/oauth/token")
        .header("Content-Encoding", "gzip")
        .form(&[("grant_type", "client_credentials")])
        .send();
    assert_oauth_error(&coded, 400, "invalid_request");
    let said = coded.json()["error_description"].to_string();
    assert!(said.contains("Content-Encoding"), "{said}");
}

#[test]
fn a_refused_token_request_says_why_as_oauth_does() {
    let server = TestServer::start();
    let client = server
        .installation()
        .create_client(&SCOPES, &["371502"], &[]);
    let good: [(&str, &str); 3] = [
        ("grant_type", "client_credentials"),
        ("client_id", &client.id),
        ("client_secret", &client.secret),
    ];
    let with = |name: &'static str, value: &'static str| {
        good.map(|(known, old)| (known, if known == name { value } else { old }))
    };
    assert_oauth_error(
        &ask(&server, &with("grant_type", "password")),
        400,
        "unsupported_grant_type",
    );
    assert_oauth_error(&ask(&server, &good[1..]), 400, "invalid_request");
    assert_oauth_error(&ask(&server, &[]), 400, "invalid_request");
    for (name, value) in [
        ("client_secret", "wrong"),
        ("client_secret", ""),
        ("client_id", "01930000-0000-7000-8000-000000000000"),
        ("client_id", "nobody"),
        ("client_id", "' OR 1=1 --"),
    ] {
        assert_oauth_error(&ask(&server, &with(name, value)), 401, "invalid_client");
    }
    assert_oauth_error(&ask(&server, &good[..1]), 401, "invalid_client");

    let stranger = Credentials {
        id: client.id.clone(),
        secret: "wrong".to_owned(),
    };
    let by_basic = server
        .anonymous()
        .post("/oauth/token")
        .header("Authorization", &stranger.basic())
        .form(&[("grant_type", "client_credentials")])
        .send();
    assert_oauth_error(&by_basic, 401, "invalid_client");
    assert!(by_basic.header("www-authenticate").starts_with("Basic"));

    // RFC 6749 section 2.3: one way of proof in one request.
    let twice = server
        .anonymous()
        .post("/oauth/token")
        .header("Authorization", &client.basic())
        .form(&good)
        .send();
    assert_oauth_error(&twice, 400, "invalid_request");

    // Section 3.2: no parameter more than once.
    let doubled = server
        .anonymous()
        .post("/oauth/token")
        .body(
            "application/x-www-form-urlencoded",
            format!(
                "grant_type=client_credentials&grant_type=client_credentials&client_id={}&client_secret={}",
                client.id, client.secret
            ),
        )
        .send();
    assert_oauth_error(&doubled, 400, "invalid_request");
}

#[test]
fn a_token_carries_no_more_than_was_asked_for_and_is_held() {
    let server = TestServer::start();
    let client = server
        .installation()
        .create_client(&SCOPES, &["371502"], &[]);
    let ask_for = |scope: &str| {
        ask(
            &server,
            &[
                ("grant_type", "client_credentials"),
                ("client_id", &client.id),
                ("client_secret", &client.secret),
                ("scope", scope),
            ],
        )
    };
    let grant = ask_for("people:read").expect(200).json();
    assert_eq!(grant["scope"], "people:read");
    let reader = server
        .anonymous()
        .with_token(grant["access_token"].as_str().unwrap());
    reader.get("/v1/people").send().expect(200);
    reader
        .post("/v1/people")
        .json(&synthetic::person("371502"))
        .send()
        .problem(403, "insufficient_scope");
    for scope in [
        "people:merge",
        "people:read people:merge",
        "all",
        "people:read\0",
    ] {
        assert_oauth_error(&ask_for(scope), 400, "invalid_scope");
    }
}

#[test]
fn a_disabled_client_gets_no_token_and_others_still_do() {
    let server = TestServer::start();
    let installation = server.installation();
    let client = installation.create_client(&SCOPES, &["371502"], &[]);
    let other = installation.create_client(&SCOPES, &["371502"], &[]);
    server.authorised(client.clone());
    installation.run_well(&["client", "disable", &client.id]);
    let refused = server
        .anonymous()
        .post("/oauth/token")
        .header("Authorization", &client.basic())
        .form(&[("grant_type", "client_credentials")])
        .send();
    assert_oauth_error(&refused, 401, "invalid_client");
    server.authorised(other);
}

#[test]
fn after_a_rotation_only_the_new_secret_works() {
    let server = TestServer::start();
    let installation = server.installation();
    let old = installation.create_client(&SCOPES, &["371502"], &[]);
    let new = Credentials::read(&installation.run_well(&["client", "rotate", &old.id]));
    assert_eq!(new.id, old.id);
    assert_ne!(new.secret, old.secret);
    let refused = server
        .anonymous()
        .post("/oauth/token")
        .header("Authorization", &old.basic())
        .form(&[("grant_type", "client_credentials")])
        .send();
    assert_oauth_error(&refused, 401, "invalid_client");
    server.authorised(new);
}

#[test]
fn the_list_of_clients_shows_who_may_do_what_and_no_secret() {
    let server = TestServer::start();
    let installation = server.installation();
    let client = installation.create_client(&SCOPES, &["371502", "371521"], &[]);
    let list = installation.run_well(&["client", "list"]);
    for shown in [client.id.as_str(), "people:write", "371502", "371521"] {
        assert!(list.contains(shown), "{shown} is not in:\n{list}");
    }
    assert!(!list.contains(&client.secret));
    for wrong in [
        ["--scope", "people:everything", "--region", "371502"],
        ["--scope", "people:read", "--region", "nowhere"],
    ] {
        let mut arguments = vec!["client", "create", "--name", "测试"];
        arguments.extend(wrong);
        let output = installation.run(&arguments);
        assert!(!output.status.success(), "{wrong:?} must be refused");
    }
}

#[test]
fn a_client_of_a_region_outside_the_city_is_refused_with_the_city_named() {
    let installation = Installation::new();
    installation.run_well(&["migrate"]);
    for region in ["370102", "370000", "340604"] {
        let output = installation.run(&[
            "client",
            "create",
            "--name",
            "测试",
            "--scope",
            "people:read",
            "--region",
            region,
        ]);
        assert!(!output.status.success(), "{region} must be refused");
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains(region) && said.contains("聊城市"), "{said}");
    }
    assert_eq!(installation.run_well(&["client", "list"]), "");
}
