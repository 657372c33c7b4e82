//! The audit chain: made in batches, walked in steps, whole at every seam.

#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot set its scene up has failed"
)]

mod stores;

use std::time::Duration;

use domain::regions::RegionCode;
use persistence::audit::chain::{self, BreakKind, Walked};
use persistence::audit::{self, Change, Principal, Subject};
use persistence::{Mode, Store, StoreError};
use serde_json::json;
use stores::stores;

const ENTRIES: i64 = 10;

async fn record(store: &Store) {
    store
        .write(Mode::Commit, |tx| -> Result<(), StoreError> {
            let subject = Subject {
                kind: "test",
                id: "1".to_owned(),
                version: 1,
                region: RegionCode::parse("371502").unwrap(),
            };
            let change = Change::new("test.done", subject, json!({}));
            audit::record(tx, &Principal::operator("test"), &change)
        })
        .await
        .unwrap();
}

/// Seals `limit` entries at a time until `links` are there.
async fn seal(store: &Store, links: i64, limit: u16) {
    loop {
        let (batch, tip) = store
            .read(move |reader| -> Result<_, StoreError> {
                Ok((chain::unsealed(reader, limit)?, chain::tip(reader)?))
            })
            .await
            .unwrap();
        if tip.is_some_and(|tip| tip.number == links) {
            assert!(batch.is_empty());
            return;
        }
        if batch.is_empty() {
            // On PostgreSQL a transaction elsewhere in the cluster still runs.
            tokio::time::sleep(Duration::from_millis(10)).await;
            continue;
        }
        assert!(batch.len() <= usize::from(limit));
        let again = batch.clone();
        let sealed =
            |batch: chain::Batch| store.write(Mode::Commit, move |tx| chain::seal(tx, &batch));
        assert!(sealed(batch).await.unwrap());
        // What was made for a shorter chain is not added to a longer one.
        assert!(!sealed(again).await.unwrap());
    }
}

async fn walk(store: &Store, step: u16) -> Vec<Walked> {
    let mut steps: Vec<Walked> = Vec::new();
    let mut from = 1;
    while from <= ENTRIES {
        let walked = store
            .read(move |reader| chain::walk(reader, from, ENTRIES, step))
            .await
            .unwrap();
        from = walked.to + 1;
        steps.push(walked);
    }
    steps
}

#[tokio::test(flavor = "multi_thread")]
async fn a_chain_is_whole_whatever_the_batches_and_the_steps() {
    for test in stores() {
        let store = &test.store;
        for _ in 0..ENTRIES {
            record(store).await;
        }
        seal(store, ENTRIES, 4).await;
        for step in 1..=11 {
            let steps = walk(store, step).await;
            assert_eq!(steps.last().unwrap().to, ENTRIES);
            assert_eq!(
                i64::try_from(steps.len()).unwrap(),
                (ENTRIES + i64::from(step) - 1) / i64::from(step)
            );
            for walked in steps {
                assert_eq!(walked.breaks, [], "in steps of {step}");
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_recorded_twice_in_one_instant_has_two_links() {
    for test in stores() {
        let store = &test.store;
        for _ in 0..ENTRIES {
            record(store).await;
        }
        seal(store, ENTRIES, 256).await;
        let hashes = store
            .read(|reader| -> Result<Vec<_>, StoreError> {
                (1..=ENTRIES)
                    .map(|number| Ok(chain::hash_at(reader, number)?.unwrap().to_string()))
                    .collect()
            })
            .await
            .unwrap();
        let distinct: std::collections::BTreeSet<_> = hashes.iter().collect();
        assert_eq!(distinct.len(), hashes.len());
        // A walk that is told to go further than the chain misses the rest.
        let beyond = store
            .read(|reader| chain::walk(reader, ENTRIES, ENTRIES + 1, 100))
            .await
            .unwrap();
        let kinds: Vec<_> = beyond
            .breaks
            .iter()
            .map(|found| (found.kind, found.number))
            .collect();
        assert_eq!(kinds, [(BreakKind::LinkMissing, ENTRIES + 1)]);
    }
}
