//! What an address without a token may send in an hour, at whichever process.

use crate::harness::{Installation, TestServer};
use crate::intake::application;

use super::{COUNTY, two_servers};

#[test]
fn an_address_has_one_allowance_at_all_processes_and_after_a_restart() {
    let installation = Installation::new().with("YONGWEI_PUBLIC_WRITES_PER_HOUR", "5");
    let (first, second) = two_servers(installation, &[]);
    let send = |server: &TestServer| {
        let anonymous = server.anonymous();
        let call = anonymous.post("/v1/public/applications");
        call.json(&application(COUNTY)).send()
    };
    let servers = [&first, second.as_ref().unwrap_or(&first)];
    for number in 0..5 {
        send(servers[number % 2]).expect(201);
    }
    for server in servers {
        let refused = send(server);
        refused.problem(429, "rate_limited");
        let seconds: u64 = refused.header("retry-after").parse().unwrap();
        // One of five comes back in twelve minutes.
        assert!((600..=721).contains(&seconds), "{seconds}");
    }
    // The address itself is nowhere.
    let text = first.snapshot().text();
    assert!(!text.contains("127.0.0.1"));
    drop(second);
    let mut first = first;
    first.crash_and_restart();
    send(&first).problem(429, "rate_limited");
    let kept = first.installation().rows().count("FROM public_writes");
    assert_eq!(kept, 1);
}
