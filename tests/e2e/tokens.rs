//! Which tokens open anything: only an unaltered one that this service issued and that is in its time.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use ed25519_dalek::SigningKey;
use ed25519_dalek::pkcs8::EncodePrivateKey as _;
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use serde_json::{Value, json};

use crate::harness::{Caller, PUBLIC_URL, TestServer};

const SCOPES: [&str; 2] = ["people:read", "people:write"];

/// Signs whatever it is given with the server's own key.
struct Forge {
    seed: [u8; 32],
    header: Header,
    claims: Value,
}

impl Forge {
    /// With the key of the server, and the header and claims of a token that it gave.
    fn new(server: &TestServer, caller: &Caller) -> Self {
        let keys = server.installation().signing_keys();
        let (_, key) = keys.split_once(':').unwrap();
        Self {
            seed: STANDARD.decode(key).unwrap().try_into().unwrap(),
            header: jsonwebtoken::decode_header(caller.token()).unwrap(),
            claims: payload(caller.token()),
        }
    }

    fn sign(&self, header: &Header, claims: &Value) -> String {
        sign(&self.seed, header, claims)
    }

    fn with_claim(&self, name: &str, value: Value) -> String {
        let mut claims = self.claims.clone();
        claims[name] = value;
        self.sign(&self.header, &claims)
    }

    fn without_claim(&self, name: &str) -> String {
        let mut claims = self.claims.clone();
        claims.as_object_mut().unwrap().remove(name).unwrap();
        self.sign(&self.header, &claims)
    }
}

fn sign(seed: &[u8; 32], header: &Header, claims: &Value) -> String {
    let document = SigningKey::from_bytes(seed).to_pkcs8_der().unwrap();
    let key = EncodingKey::from_ed_der(document.as_bytes());
    jsonwebtoken::encode(header, claims, &key).unwrap()
}

/// The claims of a token.
pub(crate) fn payload(token: &str) -> Value {
    let part = token.split('.').nth(1).unwrap();
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(part).unwrap()).unwrap()
}

fn encode(value: &Value) -> String {
    URL_SAFE_NO_PAD.encode(value.to_string())
}

/// `Authorization: Bearer` with this token opens nothing.
fn assert_refused(caller: &Caller, what: &str, token: &str) {
    let answer = caller.with_token(token).get("/v1/people").send();
    assert_eq!(answer.status(), 401, "{what}: {answer:?}");
    answer.problem(401, "invalid_token");
    let challenge = answer.header("www-authenticate");
    assert!(challenge.starts_with("Bearer"), "{what}: {challenge}");
    assert!(
        challenge.contains("error=\"invalid_token\""),
        "{what}: {challenge}"
    );
}

#[test]
fn only_an_unaltered_token_of_this_service_opens_anything() {
    let server = TestServer::start();
    let caller = server.caller(&SCOPES, &["371502"]);
    let forge = Forge::new(&server, &caller);
    let now = forge.claims["iat"].as_i64().unwrap();

    // What is signed like the server's own tokens passes: the forge works.
    let good = forge.sign(&forge.header, &forge.claims);
    caller
        .with_token(&good)
        .get("/v1/people")
        .send()
        .expect(200);

    for (what, token) in [
        ("expired", forge.with_claim("exp", json!(now - 1))),
        ("not yet valid", forge.with_claim("nbf", json!(now + 300))),
        ("no expiry", forge.without_claim("exp")),
        ("no start", forge.without_claim("nbf")),
        (
            "other issuer",
            forge.with_claim("iss", json!("http://other.test")),
        ),
        ("no issuer", forge.without_claim("iss")),
        (
            "other audience",
            forge.with_claim("aud", json!("http://other.test")),
        ),
        ("no audience", forge.without_claim("aud")),
        ("no client", forge.without_claim("client_id")),
        (
            "a client that is no id",
            forge.with_claim("client_id", json!("x")),
        ),
        ("no regions", forge.without_claim("regions")),
    ] {
        assert_refused(&caller, what, &token);
    }
    for kind in [Some("JWT"), Some("jwt"), Some("dpop+jwt"), None] {
        let mut header = forge.header.clone();
        header.typ = kind.map(str::to_owned);
        assert_refused(
            &caller,
            &format!("typ {kind:?}"),
            &forge.sign(&header, &forge.claims),
        );
    }
    for key in [Some("ed25519-99"), Some("../../etc/passwd"), None] {
        let mut header = forge.header.clone();
        header.kid = key.map(str::to_owned);
        assert_refused(
            &caller,
            &format!("kid {key:?}"),
            &forge.sign(&header, &forge.claims),
        );
    }
    let stranger = sign(&[7; 32], &forge.header, &forge.claims);
    assert_refused(&caller, "another key", &stranger);
}

#[test]
fn a_token_without_a_signature_or_with_another_algorithm_opens_nothing() {
    let server = TestServer::start();
    let caller = server.caller(&SCOPES, &["371502"]);
    let forge = Forge::new(&server, &caller);
    let kid = forge.header.kid.clone();

    for algorithm in ["none", "None", "NONE"] {
        let header = json!({ "alg": algorithm, "typ": "at+jwt", "kid": kid });
        let unsigned = format!("{}.{}.", encode(&header), encode(&forge.claims));
        assert_refused(&caller, algorithm, &unsigned);
        // With a signature that nobody asked for.
        assert_refused(&caller, algorithm, &format!("{unsigned}AAAA"));
    }
    // The public key as the secret of a symmetric signature.
    let keys = server
        .anonymous()
        .get("/.well-known/jwks.json")
        .send()
        .expect(200)
        .json();
    let public = keys["keys"][0]["x"].as_str().unwrap();
    let public_bytes = URL_SAFE_NO_PAD.decode(public).unwrap();
    for algorithm in [Algorithm::HS256, Algorithm::HS512] {
        for secret in [public_bytes.as_slice(), public.as_bytes()] {
            let mut header = Header::new(algorithm);
            header.typ = Some("at+jwt".to_owned());
            header.kid.clone_from(&kid);
            let key = EncodingKey::from_secret(secret);
            let token = jsonwebtoken::encode(&header, &forge.claims, &key).unwrap();
            assert_refused(&caller, "a symmetric signature", &token);
        }
    }
    let token = caller.token();
    let (body, signature) = token.rsplit_once('.').unwrap();
    let (head, claims) = body.split_once('.').unwrap();
    let mut more = forge.claims.clone();
    more["scope"] = json!("people:read people:merge");
    for (what, token) in [
        (
            "altered claims",
            format!("{head}.{}.{signature}", encode(&more)),
        ),
        (
            "cut signature",
            format!("{body}.{}", &signature[..signature.len() - 4]),
        ),
        ("empty signature", format!("{body}.")),
        ("no signature", body.to_owned()),
        ("only claims", claims.to_owned()),
        ("four parts", format!("{token}.{signature}")),
        ("garbage", "garbage".to_owned()),
        ("dots", "..".to_owned()),
        ("long", "a".repeat(5000)),
    ] {
        assert_refused(&caller, what, &token);
    }
    caller.get("/v1/people").send().expect(200);
}

#[test]
fn a_request_must_bring_its_token_as_a_bearer() {
    let server = TestServer::start();
    let caller = server.caller(&SCOPES, &["371502"]);
    let anonymous = server.anonymous();
    for header in [
        caller.credentials().basic(),
        format!("Token {}", caller.token()),
        caller.token().to_owned(),
        "Bearer".to_owned(),
        "Bearer ".to_owned(),
        String::new(),
    ] {
        let answer = anonymous
            .get("/v1/people")
            .header("Authorization", &header)
            .send()
            .expect(401);
        assert!(answer.header("www-authenticate").starts_with("Bearer"));
    }
    anonymous
        .get("/v1/people")
        .send()
        .problem(401, "missing_token");
    // The name of the scheme is not case-sensitive (RFC 9110 section 11.1).
    anonymous
        .get("/v1/people")
        .header("Authorization", &format!("bearer {}", caller.token()))
        .send()
        .expect(200);
    // A token in the address would end up in logs (RFC 6750 section 5.3).
    anonymous
        .get("/v1/people")
        .query("access_token", caller.token())
        .send()
        .expect(401);
}

#[test]
fn the_published_keys_verify_a_token_and_hold_no_secret() {
    let server = TestServer::start();
    let caller = server.caller(&SCOPES, &["371502"]);
    let set = server
        .anonymous()
        .get("/.well-known/jwks.json")
        .send()
        .expect(200)
        .json();
    let kid = jsonwebtoken::decode_header(caller.token()).unwrap().kid;
    let keys = set["keys"].as_array().unwrap();
    let key = keys
        .iter()
        .find(|key| key["kid"].as_str() == kid.as_deref())
        .unwrap();
    let decoding = jsonwebtoken::DecodingKey::from_ed_components(key["x"].as_str().unwrap());
    let mut validation = jsonwebtoken::Validation::new(Algorithm::EdDSA);
    validation.set_audience(&[PUBLIC_URL]);
    jsonwebtoken::decode::<Value>(caller.token(), &decoding.unwrap(), &validation).unwrap();
    for key in keys {
        for private in ["d", "k", "p", "q"] {
            assert!(key.get(private).is_none(), "{private} is published");
        }
    }
}
