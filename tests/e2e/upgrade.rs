//! A database that an earlier release left reads the same after the migrations of this one.
//!
//! `tests/fixtures/make` made it, with what that release answered; see the README beside it.

mod renamed;

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Map, Value, json};
use sha2::{Digest as _, Sha256};

use crate::harness::{Answer, Caller, Credentials, Installation, TestServer};

const FIXTURE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/2026-11-29");
/// What the service writes by itself when it looks at the database on a later day than that of the
/// fixture, which is before the test has moved the clock.
const BY_ITSELF: [&str; 2] = ["deed.deadline_missed", "attachment.abandoned"];
/// Target days that this release added to states in which somebody waited without one. They are
/// reckoned from the state, so that the cases of before have them too.
const TARGETS: [&str; 5] = [
    "notice_target",
    "prior_notice_target",
    "refusal_target",
    "suspension_review",
    "transfer_acceptance",
];
/// Members that the worklist has since it is one over all procedures, and since it tells until when
/// something is due whose day hangs on a year that is not loaded.
const NEW_IN_WORKLIST: [&str; 3] = ["due_until", "file_id", "procedure"];
/// What is told of a clock whose last day hangs on a year that is not loaded: in other words than before,
/// and between which days it lies.
const OF_UNKNOWN_DAYS: [&str; 3] = ["due_not_after", "due_not_before", "due_unknown"];
/// What is told of a merged file since then: who keeps the one that survived.
const NEW_OF_MERGED: &str = "kept_by";
/// Lists that cases and their history have since then; they are empty in those of before.
const NEW_LISTS: [&str; 7] = [
    "facts_from_files",
    "given_up",
    "identified",
    "identity_changes",
    "outside_findings",
    "outside_transfers",
    "revocation_notices",
];
/// The file of whatever procedure that an attachment belongs to; before, a member of each told it.
const NEW_OF_ATTACHMENTS: &str = "file";
/// How many actors of a file others hold: none, of those of before.
const NEW_COUNT: &str = "other_actors";
/// Rules that were mended since: a receipt of before says what they said then.
const MENDED: [&str; 1] = ["DEED-NATIONALITY"];
/// As many differences as a failure shows.
const SHOWN: usize = 10;

#[test]
fn an_sqlite_database_of_the_release_before_reads_the_same() {
    assert_reads_the_same(of_before_on_sqlite(), "sqlite");
}

#[test]
fn a_version_that_receipts_of_the_release_before_name_is_bound_too() {
    let installation = of_before_on_sqlite();
    let versions = "FROM policy_versions";
    installation.run_well(&["migrate"]);
    let bound = installation.rows().count(versions);
    let named =
        "FROM (SELECT DISTINCT policy_id, policy_version, policy_hash FROM receipts) AS named";
    assert!(bound > 0);
    assert_eq!(bound, installation.rows().count(named));
    // A file of another city has none of them.
    let other = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../domain/tests/fixtures/example-city.toml"
    );
    let mut command = installation.command(&["serve"]);
    let output = command.env("YONGWEI_POLICY", other).output().unwrap();
    assert!(!output.status.success());
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("(missing)"), "{said}");
}

fn of_before_on_sqlite() -> Installation {
    let installation = Installation::on_sqlite();
    let place = |name: &str, content: &[u8]| {
        let path = installation.folder().join(name);
        fs::write(&path, content).unwrap();
        fs::set_permissions(&path, Permissions::from_mode(0o600)).unwrap();
    };
    place("yongwei.db", &stored("sqlite/yongwei.db"));
    place("yongwei.keys.json", &stored("sqlite/yongwei.keys.json"));
    installation
}

#[test]
fn a_postgresql_database_of_the_release_before_reads_the_same() {
    let Some(installation) = Installation::before_migration() else {
        return;
    };
    let dump = String::from_utf8(stored("postgres/dump.sql")).unwrap();
    installation.rows().execute(&dump);
    installation.run_well(&["migrate"]);
    assert_reads_the_same(installation, "postgres");
}

/// A file of the fixture, which is packed where it is large.
fn stored(name: &str) -> Vec<u8> {
    let path = Path::new(FIXTURE).join(name);
    let packed = PathBuf::from(format!("{}.gz", path.display()));
    if !packed.exists() {
        return fs::read(path).unwrap();
    }
    let unpacked = Command::new("gzip")
        .args(["--decompress", "--stdout"])
        .arg(packed)
        .output()
        .unwrap();
    assert!(unpacked.status.success(), "{name}");
    unpacked.stdout
}

fn stored_json(name: &str) -> Value {
    serde_json::from_slice(&stored(name)).unwrap()
}

#[track_caller]
fn assert_reads_the_same(installation: Installation, kind: &str) {
    let client = &stored_json("clients.json")[kind];
    let server = TestServer::of(installation, &["--sandbox"]);
    let credentials = Credentials {
        id: text(&client["client_id"]),
        secret: text(&client["client_secret"]),
    };
    let mut reading = Reading {
        reader: server.authorised(credentials),
        anybody: server.anonymous(),
        stored: stored_json(&format!("{kind}/answers.json")),
        differences: Vec::new(),
    };
    reading.everything();
    let found = reading.differences.len();
    let shown = &reading.differences[..found.min(SHOWN)];
    assert!(
        found == 0,
        "{found} answers differ:\n- {}",
        shown.join("\n- ")
    );
}

/// Reads what was read for the fixture, in the same order: what is written into the audit comes last.
struct Reading {
    reader: Caller,
    anybody: Caller,
    stored: Value,
    differences: Vec<String>,
}

impl Reading {
    fn everything(&mut self) {
        let clock = json!({ "now": self.stored["instant"] });
        let moved = self.reader.call("PUT", "/v1/sandbox/clock").json(&clock);
        moved.send().expect(200);
        self.each("lists", Self::list);
        self.each("reads", Self::one);
        let events = self.events();
        self.compare(
            "/v1/events",
            &renamed::answer(&self.stored["events"]),
            &events,
        );
        // The audit keeps the words in which it was written.
        let entries = self.audit();
        self.compare("/v1/audit", &self.stored["audit"].clone(), &entries);
        self.verify();
        self.each("replays", |reading, path| {
            let mut answer = plain(&reading.reader.post(path).send());
            leave_out_mended(&mut answer["body"]);
            answer
        });
        let purpose = text(&self.stored["purpose"]);
        self.each("full", |reading, path| {
            plain(&reading.reader.get(path).purpose(&purpose).send())
        });
        self.each("contents", |reading, path| {
            let answer = reading.reader.get(path).purpose(&purpose).send();
            let digest = hex(&Sha256::digest(answer.bytes()));
            json!({ "status": answer.status(), "sha256": digest })
        });
    }

    /// Reads every path of one part of what is stored.
    fn each(&mut self, part: &str, read: impl Fn(&Self, &str) -> Value) {
        let stored: Map<String, Value> = self.stored[part].as_object().unwrap().clone();
        assert!(!stored.is_empty(), "{part}");
        for (path, expected) in &stored {
            let path = renamed::path(path);
            let answer = read(self, &path);
            self.compare(&path, &renamed::answer(expected), &answer);
        }
    }

    fn compare(&mut self, path: &str, stored: &Value, read: &Value) {
        let mut stored = stored.clone();
        let clocks = stored.pointer_mut("/body/clocks");
        let clocks = clocks.and_then(Value::as_array_mut);
        for clock in clocks
            .into_iter()
            .flatten()
            .filter_map(Value::as_object_mut)
        {
            clock.retain(|member, _| !OF_UNKNOWN_DAYS.contains(&member.as_str()));
        }
        let mut read = read.clone();
        if let Some(body) = read.get_mut("body") {
            without_news(body);
        }
        if path.starts_with("/v1/public/applications/") {
            without_holders(&mut read);
        }
        if path.starts_with("/v1/worklist") {
            // What is due on one day comes in the order in which it was reckoned.
            in_one_order(&mut stored);
            in_one_order(&mut read);
        }
        if let Some(difference) = difference(&stored, &read, "") {
            self.differences.push(format!("{path} {difference}"));
        }
    }

    /// A list with all its pages.
    fn list(&self, path: &str) -> Value {
        let mut items = self.reader.all(path);
        // Uploads that nobody goes on with are discarded a day later, and so they are not stored.
        if path.starts_with("/v1/attachments?") {
            items.retain(|file| file["state"] == "complete");
        }
        if path.starts_with("/v1/worklist") {
            items.retain(|task| !TARGETS.iter().any(|target| task["kind"] == *target));
            for task in items.iter_mut().filter_map(Value::as_object_mut) {
                task.retain(|member, _| !NEW_IN_WORKLIST.contains(&member.as_str()));
            }
        }
        let mut body = json!({ "items": items });
        if path.contains("count=true") {
            let first = self.reader.get(path).send().expect(200).json();
            body["total"] = first["total"].clone();
            if path.starts_with("/v1/worklist") {
                body["total"] = body["items"].as_array().map(Vec::len).into();
            }
        }
        json!({ "status": 200, "body": body })
    }

    fn one(&self, path: &str) -> Value {
        if path.starts_with("/v1/public/") {
            return plain(&self.anybody.get(path).send());
        }
        let call = self.reader.get(path);
        // A document would come as PDF.
        let mut answer = plain(&call.header("Accept", "application/json").send());
        if let Some(body) = answer["body"].as_object_mut() {
            // What follows from a revocation was not told.
            body.remove("revocations");
        }
        let published = answer["body"]["state"] == "in_publication";
        let clocks = answer.pointer_mut("/body/clocks");
        if let Some(clocks) = clocks.and_then(Value::as_array_mut) {
            clocks.retain(|clock| !TARGETS.iter().any(|target| clock["kind"] == *target));
            // So it is with the opinion on an objection, which comes last.
            clocks.pop_if(|last| published && last["kind"] == "opinion_target");
            for clock in clocks.iter_mut().filter_map(Value::as_object_mut) {
                clock.retain(|member, _| !OF_UNKNOWN_DAYS.contains(&member.as_str()));
            }
        }
        // Receipts of before were made by the calendar that is built in.
        if let Some(receipt) = answer["body"].as_object_mut() {
            receipt.remove("calendar_version");
        }
        answer
    }

    /// The feed from its beginning, without what the service added by itself.
    fn events(&self) -> Value {
        let mut events = Vec::new();
        let mut place = "1-0-0".to_owned();
        loop {
            let address = format!("/v1/events?limit=200&after={place}");
            let stretch = self.reader.get(address).send().expect(200).json();
            events.extend(stretch["items"].as_array().unwrap().iter().cloned());
            place = text(&stretch["position"]);
            if stretch["more"] == false {
                break;
            }
        }
        let known = self.stored["events"].as_array().unwrap().len();
        let later = events.split_off(events.len().min(known));
        events.extend(later.into_iter().filter(|event| !by_itself(&event["type"])));
        Value::Array(events)
    }

    /// The audit, newest entry first, without what the service added by itself.
    fn audit(&self) -> Value {
        let mut entries = self.reader.all("/v1/audit?limit=200");
        let known = self.stored["audit"].as_array().unwrap().len();
        let old = entries.split_off(entries.len().saturating_sub(known));
        entries.retain(|entry| !by_itself(&entry["action"]));
        entries.extend(old);
        Value::Array(entries)
    }

    /// The chain of the audit is whole, and nothing of it is missing.
    fn verify(&self) {
        let mut from = 1;
        let mut checkpoints = 0;
        loop {
            let address = format!("/v1/audit/verification?from={from}");
            let walk = self.reader.get(address).send().expect(200).json();
            assert_eq!(walk["intact"], true, "{walk}");
            checkpoints += walk["checkpoints"].as_i64().unwrap();
            let Some(next) = walk["next"].as_i64() else {
                let known = &self.stored["verification"];
                assert!(walk["links"].as_i64() >= known["links"].as_i64(), "{walk}");
                assert!(Some(checkpoints) >= known["checkpoints"].as_i64(), "{walk}");
                return;
            };
            from = next;
        }
    }
}

/// Leaves out what is told since then and is nothing where it was on file before.
fn without_news(answer: &mut Value) {
    if let Some(cash) = answer
        .pointer_mut("/effects/cash")
        .and_then(Value::as_object_mut)
    {
        cash.retain(|member, value| member != "sums" || *value != json!([]));
    }
    for list in ["items", "actors"] {
        let items = answer.get_mut(list).and_then(Value::as_array_mut);
        items.into_iter().flatten().for_each(without_news);
    }
    if let Some(file) = answer.as_object_mut() {
        file.remove(NEW_OF_MERGED);
        let before = file.get("deed_id").or_else(|| file.get("recognition_id"));
        if before.is_some() && file.get(NEW_OF_ATTACHMENTS).map(|of| &of["id"]) == before {
            file.remove(NEW_OF_ATTACHMENTS);
        }
        file.retain(|member, value| {
            let nothing = NEW_LISTS.contains(&member.as_str()) && *value == json!([]);
            !nothing && (member != NEW_COUNT || *value != json!(0))
        });
    }
}

/// An application looked up by its code did not say which county holds it for each actor.
fn without_holders(answer: &mut Value) {
    let actors = answer
        .pointer_mut("/body/actors")
        .and_then(Value::as_array_mut);
    for actor in actors
        .into_iter()
        .flatten()
        .filter_map(Value::as_object_mut)
    {
        actor.retain(|member, _| !["region_code", "region_name"].contains(&member.as_str()));
    }
}

fn by_itself(kind: &Value) -> bool {
    BY_ITSELF.iter().any(|own| kind == own)
}

fn plain(answer: &Answer) -> Value {
    json!({ "status": answer.status(), "body": answer.json() })
}

/// The first place in which two values differ, as a JSON pointer, and what stands there.
fn difference(stored: &Value, read: &Value, pointer: &str) -> Option<String> {
    match (stored, read) {
        (Value::Object(before), Value::Object(now)) => before
            .keys()
            .chain(now.keys().filter(|name| !before.contains_key(*name)))
            .find_map(|name| {
                let step = name.replace('~', "~0").replace('/', "~1");
                let pointer = format!("{pointer}/{step}");
                match (before.get(name), now.get(name)) {
                    (Some(before), Some(now)) => difference(before, now, &pointer),
                    (before, now) => Some(told(&pointer, before, now)),
                }
            }),
        (Value::Array(before), Value::Array(now)) => {
            (0..before.len().max(now.len())).find_map(|index| {
                let pointer = format!("{pointer}/{index}");
                match (before.get(index), now.get(index)) {
                    (Some(before), Some(now)) => difference(before, now, &pointer),
                    (before, now) => Some(told(&pointer, before, now)),
                }
            })
        }
        _ => (stored != read).then(|| told(pointer, Some(stored), Some(read))),
    }
}

fn told(pointer: &str, stored: Option<&Value>, read: Option<&Value>) -> String {
    let shown = |value: Option<&Value>| -> String {
        let text = value.map_or_else(|| "nothing".to_owned(), Value::to_string);
        text.chars().take(300).collect()
    };
    format!("{pointer}: was {}, is {}", shown(stored), shown(read))
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut digits, byte| {
        write!(digits, "{byte:02x}").unwrap();
        digits
    })
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

/// Leaves out of a replay what is different because a rule was mended.
fn leave_out_mended(replay: &mut Value) {
    let differences = replay["differences"].as_array_mut();
    let Some(differences) = differences else {
        return;
    };
    differences.retain(|one| !MENDED.iter().any(|rule| one["rule"] == *rule));
    // Reasons in English name regions in English since then.
    differences.retain(|one| one["code"] != "wording");
    replay["agrees"] = differences.is_empty().into();
}

fn in_one_order(list: &mut Value) {
    let tasks = list
        .pointer_mut("/body/items")
        .and_then(Value::as_array_mut);
    let key = |task: &Value| ["actor_id", "kind", "due_on"].map(|member| text(&task[member]));
    if let Some(tasks) = tasks {
        tasks.sort_by_key(key);
    }
}
