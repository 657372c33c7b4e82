//! Receipts on both databases.

#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot set its scene up has failed"
)]

mod stores;

use domain::identity::PersonName;
use domain::policy::PolicySet;
use domain::receipts::{Proposal, Receipt, ReceiptKind};
use domain::regions::RegionCode;
use domain::studios::{StudioNameFacts, evaluate_name};
use persistence::audit::Principal;
use persistence::receipts::{self, Filter, Summary};
use persistence::{Keyset, Mode, RegionScope, Store};
use stores::stores;

const NAME: &str = "测试甲";

fn region(code: &str) -> RegionCode {
    RegionCode::parse(code).unwrap()
}

fn county(code: &str) -> RegionScope {
    RegionScope::Regions(vec![region(code)])
}

fn receipt() -> Receipt {
    let today = "2026-11-23".parse().unwrap();
    let facts = StudioNameFacts {
        proposed_name: Some(format!("见义勇为{NAME}英模工作室")),
        leader_name: Some(PersonName::parse(NAME).unwrap()),
        group: None,
        honours: None,
        deceased: Some(false),
        consent: None,
        existing_studios: Some(0),
        name_taken: Some(false),
        proposed_on: Some(today),
    };
    let policy = PolicySet::builtin().in_force_on(today).unwrap();
    evaluate_name(&facts, policy, today)
}

async fn keep(store: &Store, code: &'static str) -> Summary {
    store
        .write(Mode::Commit, move |tx| {
            receipts::insert(tx, &Principal::operator("test"), region(code), &receipt())
        })
        .await
        .unwrap()
}

#[tokio::test]
async fn a_receipt_reads_back_whole_within_its_region_only() {
    for test in stores() {
        let kept = keep(&test.store, "371502").await;
        for (scope, seen) in [
            (RegionScope::City, true),
            (county("371502"), true),
            (county("371521"), false),
        ] {
            let found = test
                .store
                .read(move |reader| receipts::find(reader, &scope, kept.id))
                .await
                .unwrap();
            assert_eq!(found.is_some(), seen);
            if let Some(found) = found {
                assert_eq!(found.summary, kept);
                assert_eq!(found.receipt, receipt());
            }
        }
    }
}

#[tokio::test]
async fn a_list_takes_the_filter_and_the_region() {
    for test in stores() {
        keep(&test.store, "371502").await;
        keep(&test.store, "371521").await;
        let count = |scope: RegionScope, filter: Filter| {
            let store = test.store.clone();
            async move {
                let keyset = Keyset {
                    after: None,
                    limit: 1,
                    count: true,
                };
                store
                    .read(move |reader| receipts::list(reader, &scope, filter, &keyset))
                    .await
                    .unwrap()
                    .total
            }
        };
        let of = |kind, proposal| Filter { kind, proposal };
        let proposal = receipt().proposal;
        assert_eq!(count(RegionScope::City, Filter::default()).await, Some(2));
        assert_eq!(count(county("371521"), Filter::default()).await, Some(1));
        for (filter, expected) in [
            (of(Some(ReceiptKind::StudioName), None), 2),
            (of(Some(ReceiptKind::Tier), None), 0),
            (of(None, Some(proposal)), 2),
            (of(None, Some(Proposal::Approve)), 0),
        ] {
            assert_eq!(count(RegionScope::City, filter).await, Some(expected));
        }
    }
}

#[tokio::test]
async fn the_facts_do_not_lie_open_in_the_database() {
    let mut tests = stores();
    let test = tests.remove(0);
    keep(&test.store, "371502").await;
    for entry in std::fs::read_dir(test.folder().unwrap()).unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        let open = bytes
            .windows(NAME.len())
            .any(|window| window == NAME.as_bytes());
        assert!(!open);
    }
}
