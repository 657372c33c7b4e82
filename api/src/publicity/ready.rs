//! Open answers that are kept ready in the process, until something that everybody may read has changed.

use std::fmt;
use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use actix_web::{HttpRequest, HttpResponse};
use chrono::NaiveDate;
use persistence::publicity::{self, Observer};
use persistence::{Store, StoreError};
use quick_cache::Weighter;
use quick_cache::sync::Cache;

use crate::http::{IfNoneMatch, OpenAnswer, Optional};
use crate::problems::Problem;
use crate::services::Services;

/// Bytes that are kept at the most: 100,000 entries of the roll, each read by itself.
const MOST_BYTES: u64 = 96 << 20;
/// Answers that are expected, for the size of the table.
const EXPECTED: usize = 1_000;
/// What an answer takes beside its own bytes.
const OVERHEAD: usize = 200;
/// How often a process looks for what others changed: within 2 s it shows.
const LOOK: Duration = Duration::from_secs(1);

/// The answers of one process.
pub(crate) struct ReadyAnswers(Cache<String, Arc<Kept>, Bytes>);

/// An answer, and until when it is good: another state of what everybody may read, or another day.
struct Kept {
    generation: u64,
    day: NaiveDate,
    answer: OpenAnswer,
}

#[derive(Clone)]
struct Bytes;

impl Weighter<String, Arc<Kept>> for Bytes {
    fn weight(&self, key: &String, kept: &Arc<Kept>) -> u64 {
        let bytes = key.len() + kept.answer.size() + OVERHEAD;
        u64::try_from(bytes).unwrap_or(u64::MAX)
    }
}

impl Default for ReadyAnswers {
    fn default() -> Self {
        Self(Cache::with_weighter(EXPECTED, MOST_BYTES, Bytes))
    }
}

impl fmt::Debug for ReadyAnswers {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("ReadyAnswers")
            .finish_non_exhaustive()
    }
}

/// The answer to a request that anybody gets alike: the one that is kept, or the one that `make` makes, which is
/// kept from then on.
pub(super) async fn answer<F>(
    request: &HttpRequest,
    services: &Services,
    known: &Optional<IfNoneMatch>,
    make: impl FnOnce() -> F,
) -> Result<HttpResponse, Problem>
where
    F: Future<Output = Result<OpenAnswer, Problem>>,
{
    let asked = request.uri().path_and_query();
    let asked = asked.map_or("", |asked| asked.as_str());
    // Taken before anything is read: what is read later may be newer, but never older.
    let generation = publicity::generation();
    let day = services.store.clock().today();
    let answers = &services.ready.0;
    if let Some(kept) = answers.get(asked)
        && kept.generation == generation
        && kept.day == day
    {
        return Ok(kept.answer.unless(known));
    }
    let answer = make().await?;
    let kept = Kept {
        generation,
        day,
        answer: answer.clone(),
    };
    answers.insert(asked.to_owned(), Arc::new(kept));
    Ok(answer.unless(known))
}

/// Has this process see what others change. An SQLite file has one process.
pub(crate) fn observe(store: Store) {
    if store.backend() == "sqlite" {
        return;
    }
    actix_web::rt::spawn(async move {
        let mut observer = Observer::default();
        loop {
            let mut looking = observer.clone();
            let looked = store
                .read(move |reader| -> Result<_, StoreError> {
                    looking.look(reader)?;
                    Ok(looking.clone())
                })
                .await;
            match looked {
                Ok(looked) => observer = looked,
                // What was kept is not trusted any more: nobody knows what happened meanwhile.
                Err(error) => {
                    publicity::distrust();
                    tracing::warn!(%error, "what others publish is not seen and will be looked for again");
                }
            }
            actix_web::rt::time::sleep(LOOK).await;
        }
    });
}
