//! Bytes that are no HTTP, as port scans send them.

use crate::harness::{TestServer, raw};

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
