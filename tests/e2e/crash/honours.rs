//! Revocations, each of which takes a title and a plaque along: all of it happens, or nothing.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::commendations::{self, Hall, SIGNING, accepted, immediate, nomination};
use crate::deeds::{COUNTY, text, unused_number};
use crate::harness::{CITY, Caller};

const HEROES: usize = 12;
/// How many revocations are acknowledged before each kill.
const REVOKED_BEFORE: [usize; 2] = [2, 3];
const PATIENCE: Duration = Duration::from_mins(1);

/// A hero with a title and a plaque, of whom everything but the revocation is done.
struct Hero {
    deed: String,
    title: String,
    plaque: String,
    revocation: Value,
}

impl Hero {
    fn of(hall: &Hall) -> Self {
        let deed = hall.confirmed(1);
        let body = nomination(CITY, "liaocheng_model", &deed);
        let title = Hall::try_nominate(&hall.city, &body).expect(201).json();
        hall.done(&title, "acceptance", json!({}));
        hall.done(&title, "nominee-acceptances", accepted());
        hall.done(&title, "immediate-awards", immediate(&SIGNING));
        let hero = &deed["actors"][0]["person_id"];
        let create = |path: &str, body: Value| {
            let call = hall.county.caller.post(path);
            let call = call.on_behalf_of(&hall.county.officer).json(&body);
            call.send().expect(201).json()
        };
        let home = json!({ "region_code": COUNTY, "person_ids": [hero] });
        let home = create("/v1/households", home);
        let plaque = json!({ "household_id": home["id"], "hero_ids": [hero] });
        let plaque = create("/v1/plaques", plaque);
        let notice = json!({ "facts": "测试事实", "reasons": "测试理由" });
        hall.office.done(&deed, "revocation-notices", &notice);
        let statement = json!({ "statement": "测试" });
        hall.office.done(&deed, "defence-statements", &statement);
        Self {
            deed: format!("/v1/deeds/{}", text(&deed["id"])),
            title: commendations::address(&title),
            plaque: format!("/v1/plaques/{}", text(&plaque["id"])),
            revocation: json!({
                "number": unused_number("聊见义撤"), "deception": "测试：经查证明系伪造",
                "second_officer_id": hall.office.second, "co_signer_id": hall.office.co_signer
            }),
        }
    }

    /// Asks for the revocation; whether it was acknowledged.
    fn revoke(&self, caller: &Caller, officer: &str) -> bool {
        let call = caller.post(format!("{}/revocation", self.deed));
        let call = call.key(&self.deed).on_behalf_of(officer);
        let answer = call.json(&self.revocation).try_send();
        answer.is_ok_and(|answer| answer.status() == 201)
    }

    /// The states of the confirmation, the title and the plaque.
    fn states(&self, caller: &Caller) -> [String; 3] {
        [&self.deed, &self.title, &self.plaque].map(|file| {
            let file = caller.get(file).send().expect(200).json();
            text(&file["actors"][0]["state"])
        })
    }
}

#[test]
fn a_revocation_and_what_follows_from_it_survive_a_kill_together() {
    let mut hall = Hall::open();
    let heroes: Vec<Hero> = (0..HEROES).map(|_| Hero::of(&hall)).collect();
    let officer = hall.office.officer.clone();
    let mut county = hall.office.county.clone();
    let mut city = hall.city.caller.clone();
    for (heroes, enough) in heroes.chunks(HEROES / 2).zip(REVOKED_BEFORE) {
        let revoked = AtomicUsize::new(0);
        let acknowledged: Vec<bool> = thread::scope(|scope| {
            let asked: Vec<_> = heroes
                .iter()
                .map(|hero| {
                    let (county, officer, revoked) = (&county, &officer, &revoked);
                    scope.spawn(move || {
                        let done = hero.revoke(county, officer);
                        revoked.fetch_add(usize::from(done), Ordering::Relaxed);
                        done
                    })
                })
                .collect();
            let start = Instant::now();
            while revoked.load(Ordering::Relaxed) < enough {
                assert!(start.elapsed() < PATIENCE, "too few are revoked");
                thread::sleep(Duration::from_millis(1));
            }
            hall.office.server.crash_and_restart();
            asked.into_iter().map(|one| one.join().unwrap()).collect()
        });
        county = county.at(&hall.office.server);
        city = city.at(&hall.office.server);
        for (hero, acknowledged) in heroes.iter().zip(acknowledged) {
            let states = hero.states(&city);
            let together = match states[0].as_str() {
                "revoked" => ["revoked", "revoked", "withdrawn"],
                _ => ["intended_revocation", "awarded", "entitled"],
            };
            assert_eq!(states, together);
            assert!(!acknowledged || states[0] == "revoked", "{states:?}");
            assert!(hero.revoke(&county, &officer), "by the same key");
            assert_eq!(hero.states(&city), ["revoked", "revoked", "withdrawn"]);
        }
    }
    let verified = city.get("/v1/audit/verification").send();
    assert_eq!(verified.expect(200).json()["intact"], true);
}
