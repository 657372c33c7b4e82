//! What the log makes of trouble, and what trouble with the log makes of the service.

use std::fs::OpenOptions;
use std::io::{BufRead, BufReader};
use std::process::Stdio;

use crate::harness::{Installation, TestServer, raw};

#[test]
fn bytes_that_are_no_http_are_answered_and_do_not_look_like_an_outage() {
    let server = TestServer::start();
    for garbage in [
        &b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\r\n\r\n"[..],
        b"nonsense\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
    ] {
        assert_eq!(raw::exchange(&server, garbage).status, 400);
    }
    // The lines come in order: what was logged before this one is there.
    server.anonymous().get("/v1/people").send().expect(401);
    assert!(server.prints("status=401"));
    let printed = server.printed();
    assert!(!printed.contains("ERROR"), "{printed}");
}

#[test]
fn a_log_that_cannot_be_written_is_lost_and_the_service_goes_on() {
    let installation = Installation::new();
    let mut command = installation.command(&["serve"]);
    // Every write to it fails as on a disk that is full.
    let full = OpenOptions::new().write(true).open("/dev/full").unwrap();
    let mut process = command.stderr(full).stdout(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
    let address = lines
        .find_map(|line| {
            line.unwrap()
                .strip_prefix("listening on http://")
                .map(str::to_owned)
        })
        .unwrap();
    let request = b"GET /v1/people HTTP/1.1\r\nHost: yongwei.test\r\nConnection: close\r\n\r\n";
    for _ in 0..2 {
        assert_eq!(raw::exchange_at(&address, request).status, 401);
    }
    process.kill().unwrap();
    process.wait().unwrap();
}
