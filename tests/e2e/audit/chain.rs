//! The audit chain: what somebody does to the database by hand shows.

use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

use super::sealed::{FILES, PATIENCE, Sealed, breaks, entry_of, verify, verify_signed};
use super::{NEIGHBOUR, REGION, register};
use crate::harness::{Installation, TestServer};

#[test]
fn an_edited_entry_is_found_whatever_was_edited() {
    let sealed = Sealed::new();
    let link = sealed.links - 2;
    let entry = entry_of(link);
    for (column, edited) in [
        ("action", "'person.changed'"),
        ("region_code", "'371521'"),
        ("client_id", "NULL"),
        ("officer_id", "''"),
        ("purpose", "'assistance'"),
        ("detail", "'{\"a\":1}'"),
    ] {
        sealed.execute(&format!(
            "CREATE TABLE kept AS SELECT {column} AS value FROM audit_entries WHERE {entry};
             UPDATE audit_entries SET {column} = {edited} WHERE {entry}"
        ));
        assert_eq!(
            sealed.breaks(),
            [("entry_changed".to_owned(), link)],
            "{column}"
        );
        sealed.execute(&format!(
            "UPDATE audit_entries SET {column} = (SELECT value FROM kept) WHERE {entry};
             DROP TABLE kept"
        ));
        assert_eq!(sealed.breaks(), [], "{column}");
    }
}

#[test]
fn a_deleted_entry_is_found() {
    let sealed = Sealed::new();
    let link = sealed.links - 1;
    let entry = entry_of(link);
    sealed.execute(&format!("DELETE FROM audit_entries WHERE {entry}"));
    assert_eq!(sealed.breaks(), [("entry_missing".to_owned(), link)]);
    // With its link it leaves a gap.
    sealed.execute(&format!("DELETE FROM audit_links WHERE number = {link}"));
    assert_eq!(sealed.breaks(), [("link_missing".to_owned(), link)]);
    // A gap that is closed by counting again does not fit what follows, nor what was signed.
    sealed.execute(&format!(
        "UPDATE audit_links SET number = number - 1 WHERE number > {link}"
    ));
    assert_eq!(
        sealed.breaks(),
        [
            ("entry_changed".to_owned(), link),
            ("tail_cut".to_owned(), sealed.links),
        ]
    );
}

#[test]
fn a_deleted_newest_entry_is_found() {
    let sealed = Sealed::new();
    let entry = entry_of(sealed.links);
    sealed.execute(&format!("DELETE FROM audit_entries WHERE {entry}"));
    assert_eq!(
        sealed.breaks(),
        [("entry_missing".to_owned(), sealed.links)]
    );
}

#[test]
fn an_entry_put_in_afterwards_is_found() {
    let sealed = Sealed::new();
    let link = sealed.links - 1;
    // In the place of one whose own entry goes elsewhere: the numbers are taken, so one is freed.
    sealed.execute(&format!(
        "DELETE FROM audit_links WHERE number = {link};
         UPDATE audit_links SET number = number - 1 WHERE number > {link};
         DELETE FROM audit_checkpoints"
    ));
    let found = sealed.breaks();
    assert!(
        found.contains(&("entry_inserted".to_owned(), link - 1)),
        "{found:?}"
    );
}

#[test]
fn a_cut_tail_is_found_by_the_checkpoint() {
    let sealed = Sealed::new();
    let last = sealed.links - 2;
    sealed.execute(&format!(
        "DELETE FROM audit_entries WHERE sequence IN
             (SELECT entry_sequence FROM audit_links WHERE number > {last});
         DELETE FROM audit_links WHERE number > {last}"
    ));
    assert_eq!(sealed.breaks(), [("tail_cut".to_owned(), sealed.links)]);

    // Without the service's own checkpoints, one that was kept elsewhere still tells.
    sealed.execute("DELETE FROM audit_checkpoints");
    assert_eq!(sealed.breaks(), []);
    let kept = format!("?checkpoint={}", sealed.checkpoint);
    let found = verify(&sealed.city, &kept);
    assert_eq!(breaks(&found), [("tail_cut".to_owned(), sealed.links)]);
    assert_eq!(found["intact"], false);

    // Growing again does not hide it.
    let neighbour = sealed.server.county(NEIGHBOUR);
    for _ in 0..FILES {
        register(&neighbour, NEIGHBOUR);
    }
    verify_signed(&sealed.city);
    let found = verify(&sealed.city, &kept);
    assert_eq!(
        breaks(&found),
        [("checkpoint_differs".to_owned(), sealed.links)]
    );
}

#[test]
fn a_chain_that_was_computed_anew_is_found_by_the_checkpoint() {
    let sealed = Sealed::new();
    let entry = entry_of(1);
    // The service itself seals what it finds: anyone who edits an entry and lets it start over, has
    // every hash fit, and no signature.
    sealed.execute(&format!(
        "UPDATE audit_entries SET action = 'person.changed' WHERE {entry};
         DELETE FROM audit_links"
    ));
    let start = Instant::now();
    let found = loop {
        let found = verify(&sealed.city, "");
        if found["links"].as_i64() == Some(sealed.links) {
            break found;
        }
        assert!(start.elapsed() < PATIENCE, "{found:#}");
        thread::sleep(Duration::from_millis(100));
    };
    assert!(
        breaks(&found).contains(&("checkpoint_differs".to_owned(), sealed.links)),
        "{found:#}"
    );
}

#[test]
fn a_forged_checkpoint_is_found() {
    let sealed = Sealed::new();
    sealed.execute("UPDATE audit_checkpoints SET token = token || 'A'");
    let found = sealed.breaks();
    assert!(
        found.contains(&("checkpoint_invalid".to_owned(), sealed.links)),
        "{found:?}"
    );
}

#[test]
fn an_access_token_is_no_checkpoint() {
    let server = TestServer::start();
    let city = server.city();
    city.get("/v1/audit/verification")
        .query("checkpoint", city.token())
        .send()
        .problem(400, "invalid_query");
}

#[test]
fn a_checkpoint_is_logged_and_anybody_can_check_it() {
    let sealed = Sealed::new();
    assert!(sealed.server.prints(&sealed.checkpoint));
    let keys = sealed
        .server
        .anonymous()
        .get("/.well-known/jwks.json")
        .send()
        .expect(200)
        .json();
    let key = jsonwebtoken::DecodingKey::from_ed_components(keys["keys"][0]["x"].as_str().unwrap())
        .unwrap();
    let mut validation = jsonwebtoken::Validation::new(jsonwebtoken::Algorithm::EdDSA);
    validation.required_spec_claims.clear();
    validation.validate_exp = false;
    let claims = jsonwebtoken::decode::<Value>(&sealed.checkpoint, &key, &validation)
        .unwrap()
        .claims;
    assert_eq!(claims["number"], sealed.links);
    // Signed with the same keys, and yet no access token.
    sealed
        .server
        .anonymous()
        .with_token(&sealed.checkpoint)
        .get("/v1/audit")
        .send()
        .problem(401, "invalid_token");
}

#[test]
fn the_walk_goes_on_where_it_is_told_to() {
    let sealed = Sealed::new();
    let found = verify(&sealed.city, &format!("?from={}", sealed.links - 1));
    assert_eq!(found["from"], sealed.links - 1);
    assert_eq!(found["to"], sealed.links);
    assert_eq!(found["intact"], true);
    let beyond = verify(&sealed.city, &format!("?from={}", sealed.links + 1));
    assert_eq!(beyond["to"], sealed.links);
    assert_eq!(beyond["intact"], true);
}

#[test]
fn two_processes_make_one_chain() {
    let installation = Installation::new();
    if !installation.is_postgres() {
        return;
    }
    let first = TestServer::of(installation, &[]);
    let second = first.sibling();
    let (here, city) = (first.county(REGION), first.city());
    let there = here.at(&second);
    thread::scope(|scope| {
        for caller in [&here, &there, &here, &there] {
            scope.spawn(move || {
                for _ in 0..20 {
                    register(caller, REGION);
                }
            });
        }
    });
    let found = verify_signed(&city);
    assert_eq!(found["intact"], true, "{found:#}");
    let entries = first.installation().rows().count("FROM audit_entries");
    assert_eq!(found["links"], entries);
}
