//! Processes that callers reach by different addresses.

use crate::harness::{PUBLIC_URL, TestServer};

#[test]
fn another_public_url_is_told_at_the_start_and_the_same_one_is_not() {
    let first = TestServer::start();
    if !first.installation().is_postgres() {
        return;
    }
    let fellow = first.sibling();
    let stranger = first.sibling_with(&[("YONGWEI_PUBLIC_URL", "http://elsewhere.test")]);
    let printed = stranger.printed();
    let warnings: Vec<&str> = printed
        .lines()
        .filter(|line| line.contains("YONGWEI_PUBLIC_URL is http://elsewhere.test here"))
        .collect();
    // For the person at the command line, and in the log.
    assert_eq!(warnings.len(), 2, "{printed}");
    assert!(warnings.iter().all(|line| line.contains(PUBLIC_URL)));
    assert!(!fellow.printed().contains("YONGWEI_PUBLIC_URL is"));
}
