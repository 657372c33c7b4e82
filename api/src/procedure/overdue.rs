//! Reports overdue days of bodies, as events. A missed day decides nothing
//! (Shandong Regulation on Rewarding and Protecting People Who Act Bravely, article 38: a late
//! confirmation is to be corrected, and anyone who is answerable is sanctioned).

use std::time::Duration;

use persistence::audit::{self, Change, Principal, Subject};
use persistence::cases::{self, Task};
use persistence::{Mode, Store, StoreError};
use serde_json::json;

use super::registry::ProcedureName;

/// How often it is looked for missed days.
const INTERVAL: Duration = Duration::from_secs(5);
/// How many are reported in one transaction.
const BATCH: u16 = 100;

/// Starts the reporting in this process. Of several processes each looks, and one at a time reports.
pub(crate) fn start(store: Store) {
    actix_web::rt::spawn(async move {
        loop {
            if let Err(error) = round(&store).await {
                tracing::warn!(%error, "missed deadlines were not reported and will be later");
            }
            actix_web::rt::time::sleep(INTERVAL).await;
        }
    });
}

async fn round(store: &Store) -> Result<(), StoreError> {
    let today = store.clock().today();
    // Read first: nearly always there is nothing, and nothing should cost no write.
    while !store
        .read(move |reader| cases::unreported(reader, today, 1))
        .await?
        .is_empty()
    {
        store
            .write(Mode::Commit, move |tx| {
                tx.lock(b"deadlines")?;
                let late = cases::unreported(tx, today, BATCH)?;
                cases::reported(tx, &late)?;
                let principal = Principal::operator("overdue");
                late.iter().try_for_each(|(task, version)| {
                    audit::record(tx, &principal, &missed(task, *version))
                })
            })
            .await?;
    }
    Ok(())
}

fn missed(task: &Task, version: i64) -> Change {
    // A procedure of a later version is reported under the name in its row.
    let known = ProcedureName::of_code(&task.procedure);
    let subject = Subject {
        kind: known.map_or("case", ProcedureName::as_str),
        id: task.file.to_string(),
        version,
        region: task.region,
    };
    Change::new(
        format!("{}.deadline_missed", task.procedure),
        subject,
        json!({
            "actor_id": task.case,
            "kind": task.kind,
            "due_on": task.due_on,
            "due_until": task.due_until,
            "statutory": task.statutory,
            "officer_id": task.officer,
        }),
    )
}
