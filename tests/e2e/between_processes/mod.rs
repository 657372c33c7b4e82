//! What several processes of one installation owe each other: one policy, one clock, one count, and one
//! winner of what two decide on at once. On SQLite one process stands for all of them.

mod attachments;
mod clock;
mod policy;
mod public_url;
mod public_writes;
mod triage;

use std::process::{Command, Output, Stdio};
use std::sync::Barrier;
use std::thread;
use std::time::{Duration, Instant};

use crate::harness::{Answer, Installation, TestServer};

const COUNTY: &str = "371502";
const NEIGHBOUR: &str = "371521";

/// Two processes on PostgreSQL, one twice on SQLite.
fn two_servers(installation: Installation, flags: &[&str]) -> (TestServer, Option<TestServer>) {
    let several = installation.is_postgres();
    let first = TestServer::of(installation, flags);
    let second = several.then(|| first.sibling());
    (first, second)
}

/// Two calls at the same moment.
fn at_once(
    one: impl FnOnce() -> Answer + Send,
    other: impl FnOnce() -> Answer + Send,
) -> [Answer; 2] {
    let barrier = Barrier::new(2);
    thread::scope(|scope| {
        let started = scope.spawn(|| {
            barrier.wait();
            one()
        });
        barrier.wait();
        let other = other();
        [started.join().unwrap(), other]
    })
}

/// What `serve` prints with these settings, which must refuse to start in so many seconds.
fn refused(installation: &Installation, settings: &[(&str, &str)], seconds: u64) -> String {
    let mut command = installation.command(&["serve"]);
    command.envs(settings.iter().copied());
    let output = ended_within(command, Duration::from_secs(seconds));
    assert!(!output.status.success());
    String::from_utf8(output.stderr).unwrap()
}

fn ended_within(mut command: Command, patience: Duration) -> Output {
    let mut process = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let start = Instant::now();
    while process.try_wait().unwrap().is_none() {
        if start.elapsed() > patience {
            process.kill().unwrap();
            let output = process.wait_with_output().unwrap();
            let printed = String::from_utf8_lossy(&output.stdout).into_owned();
            panic!("it serves, instead of refusing:\n{printed}");
        }
        thread::sleep(Duration::from_millis(20));
    }
    process.wait_with_output().unwrap()
}
