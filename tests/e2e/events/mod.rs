//! The feed: ordered, within the regions, without personal data, from any place ever given.

mod concurrent;

use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::bodies::pointers;
use crate::harness::{Answer, CITY, Caller, TestServer, synthetic};

const REGION: &str = "371502";
/// How long an event may take to be shown: until the writes beside it have ended, which on
/// PostgreSQL includes those of other tests in the cluster.
const PATIENCE: Duration = Duration::from_mins(3);

/// A system that keeps its place in the feed.
pub(crate) struct Follower<'a> {
    caller: &'a Caller,
    place: String,
    pub(crate) events: Vec<Value>,
}

impl<'a> Follower<'a> {
    pub(crate) fn from_the_beginning(caller: &'a Caller) -> Self {
        Self {
            caller,
            place: "1-0-0".to_owned(),
            events: Vec::new(),
        }
    }

    fn from_now_on(caller: &'a Caller) -> Self {
        let now = caller.get("/v1/events?after=latest").send().expect(200);
        assert_eq!(now.json()["items"], json!([]));
        Self {
            place: now.json()["position"].as_str().unwrap().to_owned(),
            ..Self::from_the_beginning(caller)
        }
    }

    /// Reads one page of `limit` events; how many it held.
    pub(crate) fn poll(&mut self, limit: usize) -> usize {
        let address = format!("/v1/events?limit={limit}&after={}", self.place);
        let stretch = self.caller.get(&address).send().expect(200).json();
        stretch["position"]
            .as_str()
            .unwrap()
            .clone_into(&mut self.place);
        let events = stretch["items"].as_array().unwrap();
        self.events.extend(events.iter().cloned());
        events.len()
    }

    /// Reads until `enough` says so.
    pub(crate) fn poll_until(&mut self, limit: usize, enough: impl Fn(&[Value]) -> bool) {
        let start = Instant::now();
        while !enough(&self.events) {
            if self.poll(limit) == 0 {
                assert!(start.elapsed() < PATIENCE, "{:#?}", self.events);
                thread::sleep(Duration::from_millis(10));
            }
        }
    }

    /// The subjects of the events of one type, in the order of the feed.
    fn subjects(&self, kind: &str) -> Vec<String> {
        subjects(&self.events, kind)
    }
}

fn subjects(events: &[Value], kind: &str) -> Vec<String> {
    events
        .iter()
        .filter(|event| event["type"] == kind)
        .map(|event| event["data"]["subject"]["id"].as_str().unwrap().to_owned())
        .collect()
}

fn register(caller: &Caller, region: &str) -> String {
    let file = caller
        .post("/v1/people")
        .json(&synthetic::person(region))
        .send()
        .expect(201);
    file.json()["id"].as_str().unwrap().to_owned()
}

#[test]
fn what_happened_comes_oldest_first_as_cloud_events() {
    let server = TestServer::start();
    let county = server.county(REGION);
    let person = synthetic::person(REGION);
    let file = county.post("/v1/people").json(&person).send().expect(201);
    let id = file.json()["id"].as_str().unwrap().to_owned();
    county
        .patch(file.location())
        .if_match(file.etag())
        .json(&json!({ "name": synthetic::name() }))
        .send()
        .expect(200);
    let mut follower = Follower::from_the_beginning(&county);
    follower.poll_until(1, |events| events.len() == 2);

    let registered = &follower.events[0];
    assert_eq!(registered["specversion"], "1.0");
    assert_eq!(registered["type"], "person.registered");
    assert_eq!(registered["source"], crate::harness::PUBLIC_URL);
    assert_eq!(registered["subject"], format!("person/{id}"));
    assert_eq!(registered["datacontenttype"], "application/json");
    assert_eq!(registered["region"], REGION);
    assert_eq!(
        registered["data"]["subject"],
        json!({ "kind": "person", "id": id, "version": 1 })
    );
    let changed = &follower.events[1];
    assert_eq!(changed["type"], "person.changed");
    assert_eq!(changed["data"]["subject"]["version"], 2);
    assert_ne!(changed["id"], registered["id"]);

    // Nothing of what the file says is in it.
    let text = Value::from(follower.events.clone()).to_string();
    for member in ["name", "citizen_number"] {
        assert!(!text.contains(person[member].as_str().unwrap()), "{member}");
    }
}

#[test]
fn a_place_that_was_once_given_is_good_for_ever_and_for_every_filter() {
    let server = TestServer::start();
    let county = server.county(REGION);
    let ids: Vec<String> = (0..5).map(|_| register(&county, REGION)).collect();
    let mut follower = Follower::from_the_beginning(&county);
    follower.poll_until(2, |events| events.len() == 5);
    assert_eq!(follower.subjects("person.registered"), ids);
    // From each event's own place the feed goes on with the next one.
    for (number, event) in follower.events.iter().enumerate() {
        let after = event["position"].as_str().unwrap();
        for filter in ["", "&kind=person.registered"] {
            let rest = county.all(&format!("/v1/events?limit=1&after={after}{filter}"));
            assert_eq!(rest, follower.events[number + 1..]);
        }
        assert!(
            county
                .all(&format!("/v1/events?after={after}&kind=person.changed"))
                .is_empty()
        );
    }
    // At the end the place moves only when something happens.
    assert_eq!(follower.poll(100), 0);
    let last = register(&county, REGION);
    follower.poll_until(100, |events| events.len() == 6);
    assert_eq!(follower.subjects("person.registered")[5], last);
}

#[test]
fn a_county_gets_its_own_events_and_the_city_all() {
    let server = TestServer::start();
    let (home, neighbour, city) = (
        server.county(REGION),
        server.county("371521"),
        server.city(),
    );
    let own = register(&home, REGION);
    let others = register(&neighbour, "371521");
    let mut all = Follower::from_the_beginning(&city);
    all.poll_until(100, |events| {
        subjects(events, "person.registered").len() == 2
    });
    assert_eq!(
        all.subjects("person.registered"),
        [own.clone(), others.clone()]
    );
    for (caller, seen) in [(&home, own), (&neighbour, others)] {
        let mut follower = Follower::from_the_beginning(caller);
        follower.poll(100);
        assert_eq!(follower.events.len(), 1);
        assert_eq!(follower.subjects("person.registered"), [seen]);
    }
}

#[test]
fn the_feed_refuses_places_and_limits_that_there_are_not() {
    let server = TestServer::start();
    let county = server.county(REGION);
    for place in ["x", "1-1", "2-0-0", "1-0-0-0", "0", "1--1-0", "1-00-0"] {
        county
            .get(format!("/v1/events?after={place}"))
            .send()
            .problem(400, "invalid_cursor");
    }
    for (query, pointer) in [
        ("limit=0", "/limit"),
        ("limit=201", "/limit"),
        ("after=", "/after"),
        ("kind=", "/kind"),
        ("cursor=1-0-0", "/cursor"),
    ] {
        let problem = county
            .get(format!("/v1/events?{query}"))
            .send()
            .problem(400, "invalid_query");
        assert_eq!(pointers(&problem), [pointer]);
    }
    // One behind the end is another database's.
    register(&county, REGION);
    county
        .get("/v1/events?after=1-7fffffffffffffff-0")
        .send()
        .problem(409, "feed_place_unknown");
}

#[test]
fn a_refused_command_and_a_dry_run_are_no_events() {
    let server = TestServer::start();
    let county = server.county(REGION);
    let person = synthetic::person(REGION);
    let mut follower = Follower::from_now_on(&county);
    county
        .post("/v1/people?dry_run=true")
        .json(&person)
        .send()
        .expect(201);
    let file = county.post("/v1/people").json(&person).send().expect(201);
    county
        .post("/v1/people")
        .json(&person)
        .send()
        .problem(409, "person_exists");
    let last = register(&county, REGION);
    follower.poll_until(100, |events| {
        subjects(events, "person.registered").contains(&last)
    });
    let id = file.json()["id"].as_str().unwrap().to_owned();
    assert_eq!(follower.subjects("person.registered"), [id, last]);
    assert_eq!(follower.events.len(), 2);
}

#[test]
fn a_merge_over_counties_tells_neither_of_the_other_file() {
    let server = TestServer::start();
    let (home, neighbour) = (server.county(REGION), server.county("371521"));
    let mut person = synthetic::person(REGION);
    let survivor = home.post("/v1/people").json(&person).send().expect(201);
    person["region_code"] = json!("371521");
    let absorbed = neighbour
        .post("/v1/people")
        .json(&person)
        .send()
        .expect(201);
    let id = |file: &Answer| file.json()["id"].as_str().unwrap().to_owned();
    let (city, officer) = server.officer(CITY);
    city.post(format!("/v1/people/{}/merge", id(&survivor)))
        .on_behalf_of(&officer)
        .if_match(survivor.etag())
        .json(&json!({ "absorbed_id": id(&absorbed), "reason": "测试：同一人" }))
        .send()
        .expect(200);
    for (caller, last, own, other) in [
        (&home, "person.merged", &survivor, &absorbed),
        (&neighbour, "person.absorbed", &absorbed, &survivor),
    ] {
        let mut follower = Follower::from_the_beginning(caller);
        follower.poll_until(100, |events| !subjects(events, last).is_empty());
        assert_eq!(follower.subjects(last), [id(own)]);
        let seen = Value::from(follower.events).to_string();
        assert!(!seen.contains(&id(other)), "{seen}");
    }
}

#[test]
fn a_county_that_gives_a_file_up_is_told() {
    let server = TestServer::start();
    let (home, city) = (server.county(REGION), server.city());
    let person = synthetic::person(REGION);
    let file = home.post("/v1/people").json(&person).send().expect(201);
    city.patch(file.location())
        .if_match(file.etag())
        .json(&json!({ "region_code": "371521" }))
        .send()
        .expect(200);
    let mut follower = Follower::from_the_beginning(&home);
    follower.poll_until(100, |events| events.len() == 2);
    let id = file.json()["id"].as_str().unwrap().to_owned();
    assert_eq!(follower.subjects("person.moved_away"), [id]);
    home.get(file.location()).send().problem(404, "not_found");
}
