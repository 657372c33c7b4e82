//! Steps of many deeds, and of as many recognitions of deeds elsewhere.

use std::sync::atomic::{AtomicBool, AtomicU32, AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::consistency::{assert_whole, steps_taken};
use crate::deeds::{Committee, deed, person};
use crate::harness::{Caller, Installation, TestServer, synthetic};
use crate::out_of_city::{application, confirmation};

const REGION: &str = "371502";
const CALLERS: usize = 24;
const DEEDS: usize = 8;
/// How many steps go before the accident of each round.
const STEPS_BEFORE: [usize; 3] = [30, 50, 80];
/// How long they may take on a busy machine.
const PATIENCE: Duration = Duration::from_mins(1);
/// A procedure: where its files lie, how they begin, and what is done over and over; whether that is
/// possible depends on what others did before.
struct Of {
    files: &'static str,
    opened: &'static str,
    steps: [(&'static str, &'static str); 7],
}

const DEED: Of = Of {
    files: "/v1/deeds",
    opened: "reported",
    steps: [
        ("evidence", "evidence"),
        ("suspension", "suspension"),
        ("beneficiary-statements", "beneficiary_statement"),
        ("objections", "objection"),
        ("resumption", "resumption"),
        ("recusals", "recusal"),
        ("reports", "reported"),
    ],
};

const RECOGNITION: Of = Of {
    files: "/v1/out-of-city-recognitions",
    opened: "applied",
    steps: [
        ("origin-claims", "origin_claim"),
        ("suspension", "suspension"),
        ("local-confirmations", "local_confirmation"),
        ("acceptance", "acceptance"),
        ("resumption", "resumption"),
        ("recusals", "recusal"),
        ("applications", "applied"),
    ],
};

/// A call that asks for a step, with its key.
struct Asked {
    /// Its file, and what it is; what opens a file has none yet.
    file: String,
    step: &'static str,
    address: String,
    body: Value,
    key: String,
}

/// A county at work on some files.
struct County {
    caller: Caller,
    officer: String,
    people: Vec<String>,
    /// Their procedures and addresses.
    files: Vec<(&'static Of, String)>,
}

impl County {
    /// Opens the files, each of two people, and brings every second deed to its notice.
    fn at(server: &TestServer) -> Self {
        let Committee {
            caller, officer, ..
        } = Committee::of(server, REGION);
        let people: Vec<String> = (0..2).map(|_| person(&caller)).collect();
        let mut county = Self {
            caller,
            officer,
            people,
            files: Vec::new(),
        };
        for number in 0..DEEDS {
            for of in [&DEED, &RECOGNITION] {
                let opened = county.take(of.files, &county.opening(of));
                let address = format!("{}/{}", of.files, opened["id"].as_str().unwrap());
                if number % 2 == 1 && of.files == DEED.files {
                    county.publish(&address);
                }
                county.files.push((of, address));
            }
        }
        county
    }

    /// What opens a file.
    fn opening(&self, of: &Of) -> Value {
        let people = [self.people[0].as_str(), &self.people[1]];
        match of.opened {
            "reported" => deed(REGION, &people),
            _ => application(&people),
        }
    }

    fn take(&self, address: &str, body: &Value) -> Value {
        let call = self.caller.post(address).on_behalf_of(&self.officer);
        call.json(body).send().expect(201).json()
    }

    fn publish(&self, address: &str) {
        let proof = json!({ "kind": "public_security", "description": "测试：公安机关证明" });
        self.take(&format!("{address}/acceptance"), &json!({}));
        let proven = self.take(&format!("{address}/evidence"), &proof);
        let actor = proven["actors"][0]["id"].as_str().unwrap();
        let case = self.caller.get(format!("{address}/actors/{actor}")).send();
        let evidence = case.expect(200).json()["evidence"][0]["id"].clone();
        for (resource, body) in [
            (
                "evidence-verifications",
                json!({ "evidence_id": evidence, "verified": true }),
            ),
            (
                "assessment",
                json!({ "opinion": "positive", "reason": "测试：已逐案核对" }),
            ),
            ("publication", json!({})),
        ] {
            self.take(&format!("{address}/{resource}"), &body);
        }
    }

    /// The next call of one of the callers.
    fn next(&self, caller: usize, number: usize) -> Asked {
        static KEY: AtomicU32 = AtomicU32::new(0);
        let key = format!("step-{}", KEY.fetch_add(1, Ordering::Relaxed));
        let (of, file) = &self.files[(caller * 5 + number * 3) % self.files.len()];
        let (resource, step) = of.steps[(caller + number) % of.steps.len()];
        let mut document = confirmation();
        document["document_number"] = json!(key);
        let body = match step {
            "evidence" => json!({ "kind": "witness", "description": key }),
            "suspension" => json!({ "pending": key }),
            "beneficiary_statement" => json!({ "kind": "given", "note": key }),
            "objection" => crate::deeds::acts::objection(&key),
            "resumption" => json!({ "finding": key }),
            "recusal" => json!({ "name": synthetic::name(), "reason": key }),
            "local_confirmation" => json!({ "document": document }),
            "acceptance" => json!({}),
            "origin_claim" => crate::out_of_city::act(step),
            _ => self.opening(of),
        };
        let address = if step == of.opened {
            of.files.to_owned()
        } else {
            format!("{file}/{resource}")
        };
        Asked {
            file: file.clone(),
            step,
            address,
            body,
            key,
        }
    }

    /// Asks; the status and the body of the answer, or none when there was no answer.
    fn ask(&self, asked: &Asked) -> Option<(u16, Value)> {
        let call = self.caller.post(&asked.address).json(&asked.body);
        let call = call.key(&asked.key).on_behalf_of(&self.officer);
        let answer = call.try_send().ok()?;
        Some((answer.status(), answer.json()))
    }

    /// Asks until it is answered for good: a step is acknowledged or refused. True if acknowledged.
    fn insist(&self, asked: &Asked) -> bool {
        for _ in 0..600 {
            match self.ask(asked) {
                Some((201, _)) => return true,
                Some((409, problem)) if problem["code"] == "step_not_possible" => return false,
                // Nobody there yet, or the first try is still under way.
                _ => thread::sleep(Duration::from_millis(50)),
            }
        }
        panic!("{} is never answered", asked.address);
    }

    /// Asks for steps until told to stop, or until there is no answer. Returns what was
    /// acknowledged, and the call that had no answer.
    fn work(
        &self,
        caller: usize,
        stop: &AtomicBool,
        taken: &AtomicUsize,
    ) -> (Vec<Asked>, Option<Asked>) {
        let mut acknowledged = Vec::new();
        for number in 0.. {
            if stop.load(Ordering::Relaxed) {
                break;
            }
            let asked = self.next(caller, number);
            match self.ask(&asked) {
                Some((201, _)) => {
                    taken.fetch_add(1, Ordering::Relaxed);
                    acknowledged.push(asked);
                }
                Some((409, problem)) => assert_eq!(problem["code"], "step_not_possible"),
                Some((503, _)) | None => return (acknowledged, Some(asked)),
                Some((status, problem)) => panic!("{status} {problem}"),
            }
        }
        (acknowledged, None)
    }

    /// All callers work until `accident` has happened, amid so many steps. Then each asks once more
    /// for what it got no answer to, by the same key. Returns all that was acknowledged.
    fn work_through(
        &mut self,
        steps: usize,
        accident: impl FnOnce() -> Option<Caller>,
    ) -> Vec<Asked> {
        let (stop, taken) = (AtomicBool::new(false), AtomicUsize::new(0));
        let (done, successor) = thread::scope(|scope| {
            let callers: Vec<_> = (0..CALLERS)
                .map(|number| {
                    let (county, stop, taken) = (&*self, &stop, &taken);
                    scope.spawn(move || county.work(number, stop, taken))
                })
                .collect();
            let start = Instant::now();
            while taken.load(Ordering::Relaxed) < steps {
                assert!(start.elapsed() < PATIENCE, "too few steps are taken");
                thread::sleep(Duration::from_millis(1));
            }
            let successor = accident();
            stop.store(true, Ordering::Relaxed);
            let done: Vec<_> = callers
                .into_iter()
                .map(|caller| caller.join().unwrap())
                .collect();
            (done, successor)
        });
        if let Some(successor) = successor {
            self.caller = successor;
        }
        let mut acknowledged = Vec::new();
        let mut unanswered = Vec::new();
        for (taken, open) in done {
            acknowledged.extend(taken);
            unanswered.extend(open);
        }
        acknowledged.extend(unanswered.into_iter().filter(|asked| self.insist(asked)));
        acknowledged
    }

    /// What was acknowledged has happened once, and nothing else has; everything that is written
    /// with a step is there.
    fn assert_holds(&self, server: &TestServer, acknowledged: &[Asked]) {
        assert_whole(&self.caller, server);
        for (of, address) in &self.files {
            let taken = steps_taken(&self.caller, address);
            for (_, step) in of.steps {
                let expected = acknowledged
                    .iter()
                    .filter(|asked| asked.file == *address && asked.step == step)
                    .count();
                let found = taken.get(step).copied().unwrap_or_default();
                let before = match step {
                    // The county's own, before the others came.
                    _ if step == of.opened => continue,
                    "evidence" => usize::from(taken.contains_key("publication")),
                    _ => 0,
                };
                assert_eq!(found, before + expected, "{step} of {address}");
            }
        }
        let opened = acknowledged
            .iter()
            .filter(|asked| [DEED.opened, RECOGNITION.opened].contains(&asked.step));
        let files = server.installation().rows().count("FROM case_files");
        assert_eq!(files, 2 * DEEDS + opened.count());
    }
}

#[test]
fn every_acknowledged_step_survives_a_kill_and_none_is_half_written() {
    let mut server = TestServer::start();
    let mut county = County::at(&server);
    let mut acknowledged = Vec::new();
    for steps in STEPS_BEFORE {
        let caller = county.caller.clone();
        acknowledged.extend(county.work_through(steps, || {
            server.crash_and_restart();
            Some(caller.at(&server))
        }));
        county.assert_holds(&server, &acknowledged);
    }
}

#[test]
fn every_acknowledged_step_survives_a_crash_of_postgresql_and_the_service_finds_it_again() {
    let Some(installation) = Installation::on_own_server() else {
        return;
    };
    let server = TestServer::of(installation, &[]);
    let mut county = County::at(&server);
    let mut acknowledged = Vec::new();
    for steps in STEPS_BEFORE {
        acknowledged.extend(county.work_through(steps, || {
            server.installation().crash_database();
            None
        }));
        county.assert_holds(&server, &acknowledged);
    }
}
