//! What the speed of the service is compared with: the same work with nothing around it.
//!
//! `reference serve ADDRESS PATH FILE`: a bare handler that answers `GET` with the bytes of a file,
//! and `POST` with the same bytes after one durable single-row insert through the writer.
//! `reference insert SECONDS`: such inserts by 64 callers within the process, without HTTP.

#![expect(clippy::print_stdout, reason = "a benchmark prints its figure")]

use std::collections::BTreeSet;
use std::error::Error;
use std::future::ready;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use actix_web::http::header::ContentType;
use actix_web::{App, HttpResponse, HttpServer, web};
use bytes::Bytes;
use domain::regions::RegionCode;
use persistence::clients::{self, Client};
use persistence::keyring::{KeyMaterial, Keyring};
use persistence::{Clock, DatabaseUrl, Mode, Store, StoreError};
use tempfile::TempDir;

const CALLERS: usize = 64;

/// The allocator of the service, so that it makes no difference.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[actix_web::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["serve", address, path, file] => serve(address, path, file).await,
        ["insert", seconds] => insert_for(Duration::from_secs(seconds.parse()?)).await,
        _ => Err("usage: reference serve ADDRESS PATH FILE | reference insert SECONDS".into()),
    }
}

async fn serve(address: &str, path: &str, file: &str) -> Result<(), Box<dyn Error>> {
    let (store, _folder) = store()?;
    let (body, path) = (Bytes::from(std::fs::read(file)?), path.to_owned());
    let number = Arc::new(AtomicU64::new(0));
    HttpServer::new(move || {
        let (store, number) = (store.clone(), Arc::clone(&number));
        let (read, written) = (body.clone(), body.clone());
        App::new()
            .route(&path, web::get().to(move || ready(answer(read.clone()))))
            .route(
                &path,
                web::post().to(move |_request: Bytes| {
                    let (store, body) = (store.clone(), written.clone());
                    let number = number.fetch_add(1, Ordering::Relaxed);
                    async move {
                        match insert(&store, number).await {
                            Ok(()) => answer(body),
                            Err(_) => HttpResponse::ServiceUnavailable().finish(),
                        }
                    }
                }),
            )
    })
    .bind(address)?
    .run()
    .await?;
    Ok(())
}

fn answer(body: Bytes) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header(ContentType::json())
        .body(body)
}

async fn insert_for(time: Duration) -> Result<(), Box<dyn Error>> {
    let (store, _folder) = store()?;
    let (stop, number) = (
        Arc::new(AtomicBool::new(false)),
        Arc::new(AtomicU64::new(0)),
    );
    let started = Instant::now();
    let mut callers = Vec::new();
    for _ in 0..CALLERS {
        let (store, stop, number) = (store.clone(), Arc::clone(&stop), Arc::clone(&number));
        callers.push(actix_web::rt::spawn(async move {
            while !stop.load(Ordering::Relaxed) {
                insert(&store, number.fetch_add(1, Ordering::Relaxed)).await?;
            }
            Ok::<_, StoreError>(())
        }));
    }
    actix_web::rt::time::sleep(time).await;
    stop.store(true, Ordering::Relaxed);
    for caller in callers {
        caller.await??;
    }
    let milliseconds = u64::try_from(started.elapsed().as_millis())?;
    println!("{}", number.load(Ordering::Relaxed) * 1000 / milliseconds);
    Ok(())
}

fn store() -> Result<(Store, TempDir), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("reference.db");
    let url = DatabaseUrl::parse(&format!("sqlite:{}", file.display()))?;
    let keyring = Keyring::new(&KeyMaterial::generate()?)?;
    Ok((Store::open(&url, 2, keyring, Clock::default())?, folder))
}

/// One durable row.
async fn insert(store: &Store, number: u64) -> Result<(), StoreError> {
    let insert = move |tx: &mut persistence::Tx<'_>| {
        let client = Client {
            id: tx.new_id(),
            name: number.to_string(),
            secret_hash: vec![0; 32],
            scopes: BTreeSet::from(["people:read".to_owned()]),
            regions: vec![RegionCode::parse("371502").map_err(|_| StoreError::Duplicate)?],
            created_at: tx.now(),
            rotated_at: tx.now(),
            disabled_at: None,
        };
        clients::insert(tx, &client, &[])
    };
    store.write(Mode::Commit, insert).await
}
