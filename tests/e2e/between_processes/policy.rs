//! The policy file: what receipts were made by stays in it, and all processes go by one.

use std::path::PathBuf;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::json;

use super::{COUNTY, refused};
use crate::harness::{Installation, TestServer};

/// Longer than a process waits for others with another file.
const PATIENCE: u64 = 40;

/// The built-in file, with another in its place where `edit` changes it.
fn file(installation: &Installation, name: &str, edit: impl Fn(&str) -> String) -> String {
    const BUILT_IN: &str = include_str!("../../../domain/policies/liaocheng.toml");
    let path: PathBuf = installation.folder().join(name);
    std::fs::write(&path, edit(BUILT_IN)).unwrap();
    path.to_str().unwrap().to_owned()
}

/// Without the version of that name: it has another.
fn without(version: &str) -> impl Fn(&str) -> String {
    let (name, other) = (
        format!("version = \"{version}\""),
        format!("version = \"{version}-b\""),
    );
    move |text| {
        assert!(text.contains(&name));
        text.replace(&name, &other)
    }
}

/// With a rule of the newest version changed.
fn changed(text: &str) -> String {
    let (before, after) = text.rsplit_once("joint_minimum_bodies = 2").unwrap();
    format!("{before}joint_minimum_bodies = 3{after}")
}

/// With a further version, from a day on.
fn with_further(day: &str) -> impl Fn(&str) -> String {
    move |text| {
        let (before, versions) = text.split_once("\n[[versions]]\n").unwrap();
        let (first, corrections) = versions.split_once("\n[[corrections]]\n").unwrap();
        let further = first
            .replacen("version = \"1\"", "version = \"4\"", 1)
            .replacen("2012-12-01", day, 1);
        assert_ne!(first, further);
        format!(
            "{before}\n[[versions]]\n{first}\n[[versions]]\n{further}\n[[corrections]]\n{corrections}"
        )
    }
}

/// Has a receipt made, and gives the version of the policy that it names.
fn version_of_receipt(server: &TestServer) -> String {
    let receipt = server
        .county(COUNTY)
        .post("/v1/eligibility/tier")
        .json(&json!({ "recipient": "individual" }))
        .send()
        .expect(201)
        .json();
    receipt["policy"]["id"].as_str().unwrap().to_owned()
}

fn end(mut server: TestServer) {
    server.terminate();
    assert!(server.ended_within(Duration::from_secs(30)).success());
}

#[test]
fn a_file_that_lost_or_changed_what_receipts_name_is_refused_and_one_that_adds_starts() {
    let server = TestServer::start();
    assert_eq!(version_of_receipt(&server), "liaocheng@3");
    let installation = server.installation();
    let lost = file(installation, "lost.toml", without("3"));
    let other = file(installation, "changed.toml", changed);
    let added = file(installation, "added.toml", with_further("2098-01-01"));
    let moved = file(installation, "moved.toml", with_further("2099-01-01"));
    server.terminate();
    let mut server = server;
    assert!(server.ended_within(Duration::from_secs(30)).success());

    let said = refused(
        server.installation(),
        &[("YONGWEI_POLICY", &lost)],
        PATIENCE,
    );
    assert!(said.contains("liaocheng 3 (missing)"), "{said}");
    let said = refused(
        server.installation(),
        &[("YONGWEI_POLICY", &other)],
        PATIENCE,
    );
    assert!(said.contains("liaocheng 3 (changed)"), "{said}");
    assert!(said.contains("YONGWEI_POLICY"), "{said}");

    // A version that no receipt names may come, change and go.
    for path in [&added, &moved] {
        let server = server.sibling_with(&[("YONGWEI_POLICY", path)]);
        assert_eq!(version_of_receipt(&server), "liaocheng@3");
        end(server);
    }
    end(server.sibling());
}

#[test]
fn a_version_that_nobody_was_judged_by_is_nobody_s_loss() {
    let server = TestServer::start();
    let lost = file(server.installation(), "lost.toml", without("3"));
    server.terminate();
    let mut server = server;
    assert!(server.ended_within(Duration::from_secs(30)).success());
    let server = server.sibling_with(&[("YONGWEI_POLICY", &lost)]);
    assert_eq!(version_of_receipt(&server), "liaocheng@3-b");
}

#[test]
fn two_processes_with_different_files_do_not_serve_one_database() {
    let first = TestServer::start();
    if !first.installation().is_postgres() {
        return;
    }
    // A file that says the same in another layout is no other file.
    let same = file(first.installation(), "same.toml", |text| {
        format!("# 测试\n{text}")
    });
    let fellow = first.sibling_with(&[("YONGWEI_POLICY", &same)]);
    end(fellow);

    let added = file(
        first.installation(),
        "added.toml",
        with_further("2098-01-01"),
    );
    let settings = [("YONGWEI_POLICY", added.as_str())];
    let start = Instant::now();
    let said = refused(first.installation(), &settings, PATIENCE);
    assert!(start.elapsed() >= Duration::from_secs(19), "it waits first");
    assert!(said.contains("another policy file"), "{said}");
    first.anonymous().get("/readyz").send().expect(200);

    // It takes over once the other ends: a deployment that starts the new before it ends the old.
    thread::scope(|scope| {
        let second = scope.spawn(|| first.sibling_with(&settings));
        thread::sleep(Duration::from_secs(2));
        first.terminate();
        let second = second.join().unwrap();
        second.anonymous().get("/readyz").send().expect(200);
    });
}

#[test]
fn a_process_that_was_taken_for_dead_while_another_file_came_into_use_is_ready_no_more() {
    let first = TestServer::start();
    if !first.installation().is_postgres() {
        return;
    }
    let added = file(
        first.installation(),
        "added.toml",
        with_further("2098-01-01"),
    );
    first.signal("STOP");
    let second = first.sibling_with(&[("YONGWEI_POLICY", &added)]);
    first.signal("CONT");
    assert!(first.prints("another policy file came into use"));
    let told = first.anonymous().get("/readyz").send();
    told.problem(503, "superseded");
    second.anonymous().get("/readyz").send().expect(200);
    end(second);
    // Nobody goes by the other file any more.
    let start = Instant::now();
    while first.anonymous().get("/readyz").send().status() != 200 {
        assert!(start.elapsed() < Duration::from_secs(20));
        thread::sleep(Duration::from_millis(200));
    }
}

#[test]
fn an_sqlite_file_has_one_process() {
    let server = TestServer::of(Installation::on_sqlite(), &[]);
    let said = refused(server.installation(), &[], PATIENCE);
    assert!(said.contains("another process serves this file"), "{said}");
    // The command line works beside it, and a killed process leaves nothing behind.
    server.installation().run_well(&["client", "list"]);
    let mut server = server;
    server.crash_and_restart();
    server.anonymous().get("/readyz").send().expect(200);
}
