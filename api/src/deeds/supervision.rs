//! Reports what bodies have missed to the supervision, as events. A missed day decides nothing
//! (Shandong Regulation on Rewarding and Protecting People Who Act Bravely, article 38: a late
//! confirmation is to be corrected, and whoever is answerable is sanctioned).

use std::time::Duration;

use persistence::audit::{self, Actor, Change, Subject};
use persistence::deeds::{self, Task};
use persistence::{Mode, Store, StoreError};
use serde_json::json;

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
        .read(move |reader| deeds::unreported(reader, today, 1))
        .await?
        .is_empty()
    {
        store
            .write(Mode::Keep, move |tx| {
                tx.lock(b"deadlines")?;
                let late = deeds::unreported(tx, today, BATCH)?;
                deeds::reported(tx, &late)?;
                let actor = Actor::operator("supervision");
                late.iter().try_for_each(|(task, version)| {
                    audit::record(tx, &actor, &missed(task, *version))
                })
            })
            .await?;
    }
    Ok(())
}

fn missed(task: &Task, version: i64) -> Change {
    let subject = Subject {
        kind: "deed",
        id: task.deed.to_string(),
        version,
        region: task.region,
    };
    Change::new(
        "deed.deadline_missed",
        subject,
        json!({
            "actor_id": task.actor,
            "kind": task.due.kind.as_str(),
            "due_on": task.due.due_on,
            "statutory": task.due.kind.statutory(),
            "officer_id": task.officer,
        }),
    )
}
