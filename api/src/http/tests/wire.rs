//! What only shows on a real connection.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};

use actix_web::HttpServer;
use actix_web::web::Data;

use crate::app::app;
use crate::testing::{features, services};

/// Sends `request` to a real server and reads until it closes the connection.
async fn exchange(request: &'static [u8]) -> String {
    let services = Data::new(services());
    let server = HttpServer::new(move || app(&services, features))
        .workers(1)
        .disable_signals()
        .bind("127.0.0.1:0")
        .unwrap();
    let address: SocketAddr = server.addrs()[0];
    let server = server.run();
    let handle = server.handle();
    actix_web::rt::spawn(server);
    let client = std::thread::spawn(move || {
        let mut stream = TcpStream::connect(address).unwrap();
        stream.write_all(request).unwrap();
        let mut answer = String::new();
        // A server that refuses the rest of a body may reset the connection after its answer.
        let _ = stream.read_to_string(&mut answer);
        answer
    });
    while !client.is_finished() {
        actix_web::rt::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    handle.stop(false).await;
    client.join().unwrap()
}

#[actix_web::test]
async fn head_keeps_the_length_of_the_content_and_sends_none() {
    let answer = exchange(b"HEAD /healthz HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n").await;
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    assert!(head.starts_with("HTTP/1.1 200"), "{head}");
    assert!(
        head.to_ascii_lowercase().contains("\r\ncontent-length: 15"),
        "{head}"
    );
    assert_eq!(body, "");
}

#[actix_web::test]
async fn an_endless_body_is_cut_off_with_a_problem() {
    let answer = exchange(
        b"POST /v1/things HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\n\
          content-length: 999999\r\nconnection: close\r\n\r\n{\"name\":\"a",
    )
    .await;
    assert!(answer.starts_with("HTTP/1.1 413"), "{answer}");
    assert!(
        answer.contains("\"code\":\"payload_too_large\""),
        "{answer}"
    );
}

#[actix_web::test]
async fn a_handler_that_panics_is_answered_and_the_connection_lives_on() {
    let answer = exchange(
        b"GET /v1/failure/panic HTTP/1.1\r\nhost: a\r\n\r\n\
          GET /healthz HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n",
    )
    .await;
    assert!(answer.starts_with("HTTP/1.1 500"), "{answer}");
    assert!(answer.contains("\"code\":\"internal_error\""), "{answer}");
    assert!(answer.contains("HTTP/1.1 200"), "{answer}");
    assert!(!answer.contains("password"), "{answer}");
}

#[actix_web::test]
async fn a_panic_is_answered_like_any_other_fault() {
    let answer = exchange(
        b"GET /v1/failure/panic HTTP/1.1\r\nhost: a\r\naccept-language: en\r\n\
          x-request-id: county-42\r\nconnection: close\r\n\r\n",
    )
    .await;
    assert!(answer.contains("The service failed"), "{answer}");
    let head = answer.to_ascii_lowercase();
    for header in [
        "\r\ncontent-language: en\r\n",
        "\r\nx-request-id: county-42\r\n",
        "\r\ntraceparent: 00-",
        "\r\napi-version: ",
        "\r\nx-content-type-options: nosniff\r\n",
    ] {
        assert!(head.contains(header), "no {header:?}: {answer}");
    }
}

#[actix_web::test]
async fn answers_are_compressed_for_those_who_ask() {
    let answer = exchange(
        b"HEAD /openapi.json HTTP/1.1\r\nhost: a\r\naccept-encoding: gzip\r\nconnection: close\r\n\r\n",
    )
    .await
    .to_ascii_lowercase();
    assert!(answer.contains("\r\ncontent-encoding: gzip"), "{answer}");
    assert!(answer.contains("accept-encoding"), "{answer}");
}
