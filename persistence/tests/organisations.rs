//! Organisations and officers on both databases.

#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot set its scene up has failed"
)]

mod stores;

use std::collections::BTreeSet;

use domain::identity::{CreditCode, PersonName};
use domain::ids::{ClientId, OrganisationId};
use domain::organisations::{OrganisationKind, OrganisationName, OrganisationProfile, Position};
use domain::regions::RegionCode;
use persistence::clients::{self, Client};
use persistence::officers::{self, Officer};
use persistence::organisations::{self, Filter, Organisation};
use persistence::{Keyset, Mode, Page, RegionScope, Store, StoreError, Tx};
use stores::stores;

fn region(code: &str) -> RegionCode {
    RegionCode::parse(code).unwrap()
}

fn county(code: &str) -> RegionScope {
    RegionScope::Regions(vec![region(code)])
}

fn profile(name: &str, code: &str) -> OrganisationProfile {
    OrganisationProfile {
        name: OrganisationName::parse(name).unwrap(),
        kind: OrganisationKind::PoliticalLegalCommittee,
        region: region(code),
        credit_code: None,
    }
}

fn insert(tx: &mut Tx<'_>, profile: &OrganisationProfile) -> Result<Organisation, StoreError> {
    let id = tx.new_id();
    organisations::insert(tx, id, profile)
}

async fn register(store: &Store, profile: OrganisationProfile) -> Result<Organisation, StoreError> {
    store
        .write(Mode::Commit, move |tx| insert(tx, &profile))
        .await
}

async fn enlist(store: &Store, organisation: &Organisation) -> Officer {
    let organisation = organisation.clone();
    store
        .write(Mode::Commit, move |tx| {
            officers::insert(
                tx,
                &organisation,
                &PersonName::parse("测试甲").unwrap(),
                &Position::parse("测试科员").unwrap(),
            )
        })
        .await
        .unwrap()
}

fn first(limit: u16) -> Keyset<OrganisationId> {
    Keyset {
        after: None,
        limit,
        count: true,
    }
}

async fn list(
    store: &Store,
    scope: RegionScope,
    filter: Filter,
    keyset: Keyset<OrganisationId>,
) -> Page<Organisation> {
    store
        .read(move |reader| organisations::list(reader, &scope, &filter, &keyset))
        .await
        .unwrap()
}

#[tokio::test]
async fn an_organisation_reads_back_in_its_own_county_and_in_the_city_only() {
    for test in stores() {
        let store = &test.store;
        let mut wanted = profile("测试委员会", "371502");
        wanted.credit_code = Some(CreditCode::parse("91350100M000100Y43").unwrap());
        let registered = register(store, wanted.clone()).await.unwrap();
        assert_eq!(registered.profile, wanted);
        let id = registered.id;
        for (scope, expected) in [
            (county("371502"), Some(registered.clone())),
            (RegionScope::City, Some(registered.clone())),
            (county("371521"), None),
            (RegionScope::Regions(vec![]), None),
        ] {
            let found = store
                .read(move |reader| organisations::find(reader, &scope, id))
                .await
                .unwrap();
            assert_eq!(found, expected);
        }
    }
}

#[tokio::test]
async fn a_name_is_unique_in_its_region_and_a_credit_code_everywhere() {
    for test in stores() {
        let store = &test.store;
        let mut first = profile("测试委员会", "371502");
        first.credit_code = Some(CreditCode::parse("91350100M000100Y43").unwrap());
        register(store, first.clone()).await.unwrap();

        register(store, profile("测试委员会", "371521"))
            .await
            .unwrap();
        let same_name = register(store, profile("测试委员会", "371502")).await;
        assert!(matches!(same_name, Err(StoreError::Duplicate)));
        let mut same_code = profile("另一测试委员会", "371521");
        same_code.credit_code = first.credit_code.clone();
        let refused = register(store, same_code.clone()).await;
        assert!(matches!(refused, Err(StoreError::Duplicate)));

        // Only a caller who reaches the first one learns which it is.
        for (scope, seen) in [(RegionScope::City, true), (county("371521"), false)] {
            let same_code = same_code.clone();
            let same = store
                .read(move |reader| organisations::find_same(reader, &scope, &same_code, None))
                .await
                .unwrap();
            assert_eq!(same.is_some(), seen);
        }
    }
}

#[tokio::test]
async fn a_refused_duplicate_leaves_the_transaction_usable() {
    for test in stores() {
        let registered = test
            .store
            .write(Mode::Commit, |tx| {
                insert(tx, &profile("测试委员会", "371502"))?;
                let again = insert(tx, &profile("测试委员会", "371502"));
                assert!(matches!(again, Err(StoreError::Duplicate)));
                insert(tx, &profile("测试基金会", "371502"))
            })
            .await
            .unwrap();
        assert_eq!(registered.profile.name.as_str(), "测试基金会");
        let page = list(&test.store, RegionScope::City, Filter::default(), first(20)).await;
        assert_eq!(page.total, Some(2));
    }
}

#[tokio::test]
async fn a_list_is_cut_into_pages_that_neither_repeat_nor_skip() {
    for test in stores() {
        let store = &test.store;
        for number in 0..7 {
            let code = if number % 2 == 0 { "371502" } else { "371521" };
            register(store, profile(&format!("测试委员会{number}"), code))
                .await
                .unwrap();
        }
        let mut seen = Vec::new();
        let mut keyset = first(3);
        loop {
            let page = list(store, RegionScope::City, Filter::default(), keyset.clone()).await;
            assert_eq!(page.total, Some(7));
            seen.extend(page.items.iter().map(|item| item.id));
            keyset.after = seen.last().copied();
            if !page.more {
                break;
            }
        }
        assert_eq!(seen.len(), 7);
        assert!(seen.is_sorted_by(|left, right| left > right));

        let filter = Filter {
            kind: Some(OrganisationKind::PoliticalLegalCommittee),
            region: Some(region("371521")),
        };
        let page = list(store, county("371521"), filter, first(20)).await;
        assert_eq!(page.total, Some(3));
        let filter = Filter {
            kind: Some(OrganisationKind::Police),
            region: None,
        };
        assert!(
            list(store, RegionScope::City, filter, first(20))
                .await
                .items
                .is_empty()
        );
    }
}

#[tokio::test]
async fn an_update_of_a_stale_version_changes_nothing() {
    for test in stores() {
        let registered = register(&test.store, profile("测试委员会", "371502"))
            .await
            .unwrap();
        let before = registered.clone();
        let (changed, stale) = test
            .store
            .write(Mode::Commit, move |tx| {
                let patched = OrganisationProfile {
                    name: OrganisationName::parse("测试政法委").unwrap(),
                    ..before.profile.clone()
                };
                let changed = organisations::update(tx, &before, &patched)?;
                let stale = organisations::update(tx, &before, &before.profile)?;
                Ok::<_, StoreError>((changed, stale))
            })
            .await
            .unwrap();
        assert_eq!(stale, None);
        let id = registered.id;
        let stored = test
            .store
            .read(move |reader| organisations::find(reader, &RegionScope::City, id))
            .await
            .unwrap();
        assert_eq!(stored, changed);
        let stored = stored.unwrap();
        assert_eq!(stored.profile.name.as_str(), "测试政法委");
        assert_eq!(stored.version, 2);
    }
}

#[tokio::test]
async fn the_committee_of_a_region_is_its_political_legal_committee_registered_first() {
    for test in stores() {
        let foundation = OrganisationProfile {
            kind: OrganisationKind::Foundation,
            ..profile("测试基金会", "371500")
        };
        for profile in [
            foundation,
            profile("测试委员会", "371502"),
            profile("测试市委政法委员会", "371500"),
            profile("测试第二委员会", "371500"),
        ] {
            register(&test.store, profile).await.unwrap();
        }
        for (code, name) in [("371500", Some("测试市委政法委员会")), ("371521", None)] {
            let found = test
                .store
                .read(move |reader| organisations::committee_of(reader, region(code)))
                .await
                .unwrap();
            assert_eq!(found.as_deref(), name);
        }
    }
}

#[tokio::test]
async fn a_client_acts_only_for_active_officers_of_its_organisations() {
    for test in stores() {
        let store = &test.store;
        let own = register(store, profile("测试委员会", "371502"))
            .await
            .unwrap();
        let foreign = register(store, profile("测试基金会", "371502"))
            .await
            .unwrap();
        let officer = enlist(store, &own).await;
        let stranger = enlist(store, &foreign).await;
        let organisation = own.id;
        let client = store
            .write(Mode::Commit, move |tx| {
                let client = Client {
                    id: tx.new_id::<ClientId>(),
                    name: "测试客户端".to_owned(),
                    secret_hash: vec![1, 2, 3],
                    scopes: BTreeSet::from(["people:read".to_owned()]),
                    regions: vec![region("371502")],
                    created_at: tx.now(),
                    rotated_at: tx.now(),
                    disabled_at: None,
                };
                clients::insert(tx, &client, &[organisation])?;
                Ok::<_, StoreError>(client.id)
            })
            .await
            .unwrap();
        let acting = |id| {
            let store = store.clone();
            async move {
                store
                    .read(move |reader| officers::acting_for(reader, client, id))
                    .await
                    .unwrap()
            }
        };
        assert_eq!(acting(officer.id).await, Some(officer.clone()));
        assert_eq!(acting(stranger.id).await, None);

        let retired = officer.clone();
        let retired = store
            .write(Mode::Commit, move |tx| {
                officers::update(tx, &retired, &retired.position, false)
            })
            .await
            .unwrap()
            .unwrap();
        assert!(!retired.active && retired.version == 2);
        assert_eq!(acting(officer.id).await, None);
        for (scope, seen) in [(county("371502"), true), (county("371521"), false)] {
            let found = store
                .read(move |reader| officers::find(reader, &scope, officer.id))
                .await
                .unwrap();
            assert_eq!(found.is_some(), seen);
        }
        let filter = officers::Filter {
            organisation: Some(own.id),
            active: Some(true),
        };
        let keyset = Keyset {
            after: None,
            limit: 20,
            count: true,
        };
        let page = store
            .read(move |reader| officers::list(reader, &RegionScope::City, &filter, &keyset))
            .await
            .unwrap();
        assert_eq!((page.items.len(), page.total), (0, Some(0)));
    }
}
