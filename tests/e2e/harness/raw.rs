//! Requests that no well-behaved client would write.

use std::io::{Read as _, Write as _};
use std::net::{Shutdown, TcpStream};
use std::time::Duration;

use super::TestServer;

/// The answer to bytes.
#[derive(Debug)]
pub(crate) struct RawAnswer {
    /// The status code.
    pub(crate) status: u16,
    /// Status line and headers in lower case.
    pub(crate) head: String,
}

/// Sends bytes as they are and reads until the server closes the connection. A complete request
/// should say `Connection: close`.
pub(crate) fn exchange(server: &TestServer, request: &[u8]) -> RawAnswer {
    exchange_at(server.address(), request)
}

/// The same with whatever listens at an address.
pub(crate) fn exchange_at(address: &str, request: &[u8]) -> RawAnswer {
    let mut stream = TcpStream::connect(address).unwrap();
    stream
        .set_read_timeout(Some(Duration::from_secs(20)))
        .unwrap();
    // The server may answer and close before everything is written.
    drop(stream.write_all(request));
    let mut received = Vec::new();
    drop(stream.read_to_end(&mut received));
    drop(stream.shutdown(Shutdown::Both));
    RawAnswer::read(&received)
}

impl RawAnswer {
    pub(crate) fn read(received: &[u8]) -> Self {
        let end = received
            .windows(4)
            .position(|window| window == b"\r\n\r\n")
            .unwrap_or_else(|| panic!("no answer: {:?}", String::from_utf8_lossy(received)));
        let head = String::from_utf8_lossy(&received[..end]).to_lowercase();
        let status = head
            .split(' ')
            .nth(1)
            .and_then(|status| status.parse().ok())
            .unwrap_or_else(|| panic!("no status: {head}"));
        Self { status, head }
    }
}
