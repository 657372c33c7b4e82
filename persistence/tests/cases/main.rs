//! What the cases of procedures can be relied on for in the store: on SQLite, and on PostgreSQL too
//! where `YONGWEI_TEST_POSTGRES_URL` names a server. The values are the samples of stored forms.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot set its scene up has failed"
)]

mod due;
mod files;
mod rows_from_before;
#[path = "../stores/mod.rs"]
mod stores;

use std::path::Path;

use chrono::NaiveDate;
use domain::deeds::ClockKind;
use domain::deeds::{Deed, State};
use domain::error::FieldErrors;
use domain::identity::PersonName;
use domain::people::{Draft, PersonFile, Registrar, register};
use domain::policy::AuthorityLevel;
use domain::procedure::{BodyTask, CaseEvent, Holder, Procedure};
use domain::receipts::Receipt;
use domain::regions::RegionCode;
use persistence::audit::Principal;
use persistence::cases::{self, CaseFile, CaseOnFile};
use persistence::{Keyset, Mode, RegionScope, Store, StoreError, Tx, people, receipts};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// The region whose body holds the case of the scene.
const HOLDER: &str = "371500";
/// A region of whose body something is due in it.
const RECEIVER: &str = "371521";
/// A region that has nothing to do with it.
const STRANGER: &str = "371525";

fn region(code: &str) -> RegionCode {
    RegionCode::parse(code).unwrap()
}

fn county(code: &str) -> RegionScope {
    RegionScope::Regions(vec![region(code)])
}

fn day(day: &str) -> NaiveDate {
    day.parse().unwrap()
}

fn all<K>() -> Keyset<K> {
    Keyset {
        after: None,
        limit: 50,
        count: true,
    }
}

fn sample(name: &str) -> Value {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/stored/samples");
    let text = std::fs::read(folder.join(format!("{name}.json"))).unwrap();
    serde_json::from_slice(&text).unwrap()
}

fn value<T: DeserializeOwned>(json: Value) -> T {
    serde_json::from_value(json).unwrap()
}

/// A case in a state, which a transfer brings from the holder to the receiver.
fn case_in(state: State) -> domain::procedure::Case<Deed> {
    let mut case = sample("deed.case.3");
    case["state"] = json!(state);
    case["first"]["region"] = json!(HOLDER);
    case["next_level"] = Value::Null;
    let transfer = &mut case["transfers"][0];
    transfer["end"] = Value::Null;
    transfer["receiver"]["region"] = json!(RECEIVER);
    case["transfers"] = json!([transfer.take()]);
    value(case)
}

fn task(kind: ClockKind, code: &str, due_on: &str) -> BodyTask<ClockKind> {
    let of = Holder {
        region: region(code),
        level: AuthorityLevel::County,
    };
    BodyTask {
        kind,
        of,
        due_on: day(due_on),
        due_until: Some(day(due_on)),
    }
}

fn person(name: &str) -> PersonFile {
    let draft = Draft {
        name: Some(PersonName::parse(name).unwrap()),
        region: Some(region(HOLDER)),
        birth_date: value(json!({ "precision": "year", "value": "1990" })),
        ..Draft::default()
    };
    let registrar = Registrar {
        city: region("371500"),
        regions: None,
        today: day("2026-11-23"),
    };
    register(draft, FieldErrors::new(), &registrar).unwrap()
}

/// A new file with the cases of two people, in two states.
fn open(tx: &mut Tx<'_>) -> Result<(CaseFile<Deed>, Vec<CaseOnFile<Deed>>), StoreError> {
    let operator = Principal::operator("test");
    let receipt: Receipt = value(sample("receipt.2"));
    let receipt_id = receipts::insert(tx, &operator, region(HOLDER), &receipt)?.id;
    let file = CaseFile {
        id: tx.new_id(),
        region: region(HOLDER),
        received_on: day("2026-11-30"),
        subject: value(sample("deed.subject.1")),
        version: 1,
        created_at: tx.now(),
        updated_at: tx.now(),
    };
    let mut opened = Vec::new();
    for (number, state) in [(0, State::Reported), (1, State::Transferred)] {
        let person = people::insert(tx, &person("测试甲"))?;
        people::append(
            tx,
            &person,
            &operator,
            &domain::people::PersonEvent::Registered,
        )?;
        let case = CaseOnFile {
            id: tx.new_id(),
            file: file.id,
            number,
            person: person.id,
            receipt_id,
            facts: Deed::facts_of(&receipt).unwrap(),
            case: case_in(state),
            version: 1,
        };
        let due = vec![
            task(ClockKind::Opinion, HOLDER, "2027-01-29"),
            task(ClockKind::TransferAcceptance, RECEIVER, "2026-12-04"),
        ];
        opened.push((case, due));
    }
    cases::insert(tx, &file, &opened)?;
    let cases: Vec<CaseOnFile<Deed>> = opened.into_iter().map(|(case, _)| case).collect();
    let events: Vec<CaseEvent<Deed>> = value(sample("deed.history.2"));
    let steps: Vec<_> = cases
        .iter()
        .map(|case| (case.clone(), events.clone()))
        .collect();
    cases::append(tx, &operator, &steps)?;
    Ok((file, cases))
}

async fn scene(store: &Store) -> (CaseFile<Deed>, Vec<CaseOnFile<Deed>>) {
    store.write(Mode::Commit, open).await.unwrap()
}

/// The same file and its first case after a step.
fn stepped(
    file: &CaseFile<Deed>,
    cases: &[CaseOnFile<Deed>],
    state: State,
) -> (CaseFile<Deed>, Vec<CaseOnFile<Deed>>) {
    let mut file = file.clone();
    file.version += 1;
    let mut cases = cases.to_vec();
    cases[0].version += 1;
    cases[0].case = case_in(state);
    (file, cases)
}
