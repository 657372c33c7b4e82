//! The reference for the speed of registrations: durable single-row inserts through the writer,
//! from 64 callers at once, with nothing else around them.
//!
//! `cargo run --release -p persistence --example group_commit -- SECONDS`

#![expect(clippy::print_stdout, reason = "a benchmark prints its figure")]

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use domain::regions::RegionCode;
use persistence::clients::{self, Client};
use persistence::keyring::{KeyMaterial, Keyring};
use persistence::{Clock, DatabaseUrl, Mode, Store, StoreError};

const CALLERS: usize = 64;

#[tokio::main(flavor = "multi_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let seconds = std::env::args().nth(1).map_or(Ok(5), |text| text.parse())?;
    let folder = tempfile::tempdir()?;
    let url = DatabaseUrl::parse(&format!(
        "sqlite:{}",
        folder.path().join("bench.db").display()
    ))?;
    let keyring = Keyring::new(&KeyMaterial::generate()?)?;
    let store = Store::open(&url, 2, keyring, Clock::default())?;
    let (stop, done) = (
        Arc::new(AtomicBool::new(false)),
        Arc::new(AtomicU64::new(0)),
    );
    let started = Instant::now();
    let mut callers = Vec::new();
    for caller in 0..CALLERS {
        let (store, stop, done) = (store.clone(), Arc::clone(&stop), Arc::clone(&done));
        callers.push(tokio::spawn(async move {
            let mut number = 0_u64;
            while !stop.load(Ordering::Relaxed) {
                number += 1;
                store
                    .write(Mode::Keep, move |tx| insert(tx, caller, number))
                    .await?;
                done.fetch_add(1, Ordering::Relaxed);
            }
            Ok::<_, StoreError>(())
        }));
    }
    tokio::time::sleep(Duration::from_secs(seconds)).await;
    stop.store(true, Ordering::Relaxed);
    for caller in callers {
        caller.await??;
    }
    let rate = done.load(Ordering::Relaxed) * 1000 / u64::try_from(started.elapsed().as_millis())?;
    println!("{rate}");
    Ok(())
}

fn insert(tx: &mut persistence::Tx<'_>, caller: usize, number: u64) -> Result<(), StoreError> {
    let client = Client {
        id: tx.new_id(),
        name: format!("{caller}-{number}"),
        secret_hash: vec![0; 32],
        scopes: BTreeSet::from(["people:read".to_owned()]),
        regions: vec![RegionCode::parse("371502").map_err(|_| StoreError::Duplicate)?],
        created_at: tx.now(),
        rotated_at: tx.now(),
        disabled_at: None,
    };
    clients::insert(tx, &client, &[])
}
