//! The secret of a client: a new one, a retry that shows it again, and where it never lies.

use super::*;

#[test]
fn a_new_secret_ends_the_old_one() {
    let server = TestServer::start();
    let city = Desk::of(&server, CITY);
    let made = create(&city, &json!({})).expect(201);
    let old = credentials(&made);
    let target = format!("/v1/clients/{}/secret", old.id);
    let tried = city
        .post(format!("{target}?dry_run=true"))
        .send()
        .expect(200);
    assert_locked_out(&server, &credentials(&tried));
    server.authorised(old.clone());
    let rotated = city.post(&target).send().expect(200);
    assert_eq!(rotated.header("cache-control"), "no-store");
    assert_locked_out(&server, &old);
    server.authorised(credentials(&rotated));
}

#[test]
fn a_retry_shows_the_same_secret_which_lies_nowhere_in_the_clear() {
    let server = TestServer::start();
    let city = Desk::of(&server, CITY);
    let create = || {
        let call = city.post("/v1/clients").key("client-1");
        call.json(&new_client(&json!({}))).send().expect(201)
    };
    let (first, again) = (create(), create());
    assert_eq!(again.header("idempotent-replayed"), "true");
    assert_eq!(again.json(), first.json());
    let made = credentials(&first);
    let rotate = || {
        let call = city.post(format!("/v1/clients/{}/secret", made.id));
        call.key("client-2").send().expect(200)
    };
    let (rotated, again) = (rotate(), rotate());
    assert_eq!(again.json(), rotated.json());
    server.authorised(credentials(&again));

    let mut rows = server.installation().rows();
    for secret in [made.secret, credentials(&rotated).secret] {
        let as_hex = secret
            .bytes()
            .fold(String::new(), |hex, byte| format!("{hex}{byte:02X}"));
        // As text, and as the bytes of which it is the hex.
        for form in [as_hex, secret.to_uppercase()] {
            for (table, column, is_text) in [
                ("clients", "secret_hash", false),
                ("idempotency_records", "answer", false),
                ("audit_entries", "detail", true),
                ("events", "data", true),
            ] {
                let text = match (&rows, is_text) {
                    (Rows::Sqlite(_), _) => format!("hex({column})"),
                    (Rows::Postgres(_), false) => format!("upper(encode({column}, 'hex'))"),
                    (Rows::Postgres(_), true) => {
                        format!("upper(encode(convert_to({column}, 'UTF8'), 'hex'))")
                    }
                };
                let found = rows.count(&format!("FROM {table} WHERE {text} LIKE '%{form}%'"));
                assert_eq!(found, 0, "a secret in {table}.{column}");
            }
        }
        assert!(!server.printed().contains(&secret));
    }
    let by_city = format!(
        "FROM audit_entries WHERE subject_id = '{}' AND client_id = '{}'",
        made.id,
        city.caller.credentials().id
    );
    assert_eq!(
        rows.count(&by_city),
        2,
        "its registration and its new secret"
    );
}
#[test]
fn a_secret_is_repeated_for_a_quarter_of_an_hour_and_other_answers_for_a_day() {
    let server = TestServer::start();
    let city = Desk::of(&server, CITY);
    let body = new_client(&json!({}));
    let create = || city.post("/v1/clients").key("create").json(&body).send();
    let made = credentials(&create().expect(201));
    let target = format!("/v1/clients/{}/secret", made.id);
    let rotate = || city.post(&target).key("rotate").send().expect(200);
    let rotated = credentials(&rotate());
    let person = synthetic::person(COUNTY);
    let register = || {
        let call = city.caller.post("/v1/people").key("register");
        call.json(&person).send().expect(201)
    };
    let registered = register();
    let pass_minutes = |minutes: u32| {
        let mut rows = server.installation().rows();
        let earlier = match rows {
            Rows::Sqlite(_) => {
                format!("strftime('%Y-%m-%d %H:%M:%f', expires_at, '-{minutes} minutes')")
            }
            Rows::Postgres(_) => format!("expires_at - interval '{minutes} minutes'"),
        };
        rows.execute(&format!(
            "UPDATE idempotency_records SET expires_at = {earlier}"
        ));
    };
    pass_minutes(14);
    assert_eq!(credentials(&create().expect(201)).secret, made.secret);
    assert_eq!(credentials(&rotate()).secret, rotated.secret);
    pass_minutes(2);
    create().problem(409, "client_exists");
    let anew = credentials(&rotate());
    assert_ne!(anew.secret, rotated.secret);
    assert_locked_out(&server, &rotated);
    server.authorised(anew);
    assert_eq!(register().json(), registered.json());
    pass_minutes(24 * 60 - 20);
    assert_eq!(register().header("idempotent-replayed"), "true");
}
