//! The feed while others write: nothing is left out and nothing comes twice, although on PostgreSQL
//! later numbers become visible before earlier ones.

use std::collections::BTreeSet;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use super::{Follower, REGION, register};
use crate::harness::{Caller, Installation, TestServer};

const WRITERS: usize = 16;
/// Files that each writer registers.
const EACH: usize = 12;

/// Writers at every process, `act` while they write; what they registered and what `act` gave.
fn while_others_write<T>(
    callers: &[Caller],
    act: impl FnOnce(&dyn Fn() -> bool) -> T,
) -> (BTreeSet<String>, T) {
    let registered = Mutex::new(BTreeSet::new());
    let busy = AtomicUsize::new(WRITERS);
    let result = thread::scope(|scope| {
        for writer in 0..WRITERS {
            let (registered, busy) = (&registered, &busy);
            let caller = &callers[writer % callers.len()];
            scope.spawn(move || {
                for _ in 0..EACH {
                    let id = register(caller, REGION);
                    registered.lock().unwrap().insert(id);
                }
                busy.fetch_sub(1, Ordering::SeqCst);
            });
        }
        act(&|| busy.load(Ordering::SeqCst) > 0)
    });
    (registered.into_inner().unwrap(), result)
}

/// Two processes on PostgreSQL; on SQLite the one that there can be.
fn processes() -> Vec<TestServer> {
    let installation = Installation::new();
    let several = installation.is_postgres();
    let first = TestServer::of(installation, &[]);
    let second = several.then(|| first.sibling());
    std::iter::once(first).chain(second).collect()
}

#[test]
fn a_reader_beside_sixteen_writers_misses_nothing_and_sees_nothing_twice() {
    let servers = processes();
    let here = servers[0].county(REGION);
    let callers: Vec<Caller> = servers.iter().map(|server| here.at(server)).collect();
    let expected = WRITERS * EACH;
    let (registered, mut followers) = while_others_write(&callers, |busy| {
        // One follows in small steps, one in large ones, each at a process of its own.
        let mut followers: Vec<Follower<'_>> = callers
            .iter()
            .cycle()
            .take(2)
            .map(Follower::from_the_beginning)
            .collect();
        while busy() {
            for (follower, limit) in followers.iter_mut().zip([3, 200]) {
                follower.poll(limit);
            }
        }
        followers
    });
    assert_eq!(registered.len(), expected);
    for follower in &mut followers {
        follower.poll_until(200, |events| events.len() >= expected);
        let seen = follower.subjects("person.registered");
        assert_eq!(seen.len(), expected, "something came twice");
        assert_eq!(seen.into_iter().collect::<BTreeSet<_>>(), registered);
    }
    // Anyone who reads it afterwards reads it in the order in which it was read meanwhile.
    assert_eq!(followers[0].events, followers[1].events);
    let afterwards = callers[0].all("/v1/events?limit=200");
    assert_eq!(afterwards, followers[0].events);
}

#[test]
fn a_snapshot_and_the_events_after_its_place_are_everything() {
    let servers = processes();
    let here = servers[0].county(REGION);
    let callers: Vec<Caller> = servers.iter().map(|server| here.at(server)).collect();
    let (registered, (snapshot, mut follower)) = while_others_write(&callers, |_| {
        thread::sleep(Duration::from_millis(200));
        let follower = Follower::from_now_on(&here);
        let snapshot: BTreeSet<String> = here
            .all("/v1/people?limit=50")
            .iter()
            .map(|file| file["id"].as_str().unwrap().to_owned())
            .collect();
        (snapshot, follower)
    });
    let last = register(&here, REGION);
    follower.poll_until(200, |events| {
        super::subjects(events, "person.registered").contains(&last)
    });
    let mut known = snapshot;
    known.extend(follower.subjects("person.registered"));
    let mut all = registered;
    all.insert(last);
    assert_eq!(known, all);
}

#[test]
fn what_is_behind_a_transaction_that_still_runs_waits_for_it() {
    let server = TestServer::start();
    if !server.installation().is_postgres() {
        return;
    }
    let county = server.county(REGION);
    let mut follower = Follower::from_the_beginning(&county);
    let first = register(&county, REGION);
    follower.poll_until(100, |events| events.len() == 1);

    // A writer that has its place in the order, and has not ended.
    let mut slow = server.installation().rows();
    slow.execute(&format!("BEGIN; {}", copy_of_event(&first)));
    let later = register(&county, REGION);
    for _ in 0..20 {
        assert_eq!(follower.poll(100), 0, "the later event came first");
        thread::sleep(Duration::from_millis(10));
    }
    slow.execute("COMMIT");
    follower.poll_until(100, |events| events.len() == 3);
    assert_eq!(
        follower.subjects("person.registered"),
        [first.clone(), first, later]
    );
}

#[test]
fn the_feed_goes_on_after_the_database_was_restored_into_a_younger_cluster() {
    let Some(installation) = Some(Installation::new()).filter(Installation::is_postgres) else {
        return;
    };
    let mut server = TestServer::of(installation, &[]);
    let county = server.county(REGION);
    let first = register(&county, REGION);
    server.kill();
    // What a restored database looks like: its rows come from transactions that this cluster will
    // only have in a long time.
    let mut rows = server.installation().rows();
    for table in ["events", "audit_entries"] {
        rows.execute(&format!(
            "UPDATE {table} SET position = position + 1000000000"
        ));
    }
    let refused = server.installation().run(&["serve"]);
    assert!(!refused.status.success());
    let said = String::from_utf8(refused.stderr).unwrap();
    assert!(said.contains("yongwei migrate"), "{said}");
    server.installation().run_well(&["migrate"]);

    let server = server.sibling();
    let county = county.at(&server);
    let later = register(&county, REGION);
    let mut follower = Follower::from_the_beginning(&county);
    follower.poll_until(100, |events| events.len() == 2);
    assert_eq!(follower.subjects("person.registered"), [first, later]);
}

/// A statement that writes the event of a subject once more.
fn copy_of_event(subject: &str) -> String {
    format!(
        "INSERT INTO events (id, at, kind, subject_kind, subject_id, subject_version, region_code, data) \
         SELECT id, at, kind, subject_kind, subject_id, subject_version, region_code, data \
         FROM events WHERE subject_id = '{subject}'"
    )
}
