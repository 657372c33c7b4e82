//! The reference for the speed of reads: a bare handler that answers the bytes of a file as JSON,
//! with nothing else around it.
//!
//! `cargo run --release -p api --example bare -- ADDRESS PATH FILE`

use actix_web::http::header::ContentType;
use actix_web::{App, HttpResponse, HttpServer, web};
use bytes::Bytes;

#[actix_web::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(address), Some(path), Some(file)) =
        (arguments.next(), arguments.next(), arguments.next())
    else {
        return Err("usage: bare ADDRESS PATH FILE".into());
    };
    let body = Bytes::from(std::fs::read(file)?);
    HttpServer::new(move || {
        let body = body.clone();
        App::new().route(
            &path,
            web::get().to(move || {
                let answer = HttpResponse::Ok()
                    .insert_header(ContentType::json())
                    .body(body.clone());
                async { answer }
            }),
        )
    })
    .bind(address)?
    .run()
    .await?;
    Ok(())
}
