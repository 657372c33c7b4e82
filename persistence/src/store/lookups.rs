//! Look-ups by id that arrive together are answered by one statement.
//!
//! Under load dozens of requests for single files wait at the same moment. A statement and a
//! thread switch for each would cost more than the rows; one thread takes all that wait and asks
//! once for each region scope among them. A lone request is asked at once: nothing is delayed to
//! gather more.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::thread;

use tokio::sync::{mpsc, oneshot};

use super::{Inner, Reader};
use crate::error::StoreError;
use crate::scope::RegionScope;

/// Look-ups answered by one statement at the most.
const BATCH: usize = 128;
/// Look-ups that may wait; further callers wait for a place.
const QUEUE: usize = 1024;

/// Loads the values of several keys within a scope; a key that is absent has no entry. A value
/// that cannot be read back fails alone.
pub(crate) type Load<K, V> = fn(
    &mut Reader<'_>,
    &RegionScope,
    &[K],
) -> Result<HashMap<K, Result<V, StoreError>>, StoreError>;

struct Request<K, V> {
    scope: RegionScope,
    key: K,
    reply: oneshot::Sender<Result<Option<V>, StoreError>>,
}

/// A queue of look-ups of one kind, with its thread.
pub(super) struct Lookups<K, V> {
    queue: mpsc::Sender<Request<K, V>>,
}

impl<K, V> Lookups<K, V>
where
    K: Copy + Eq + Hash + Send + 'static,
    V: Clone + Send + 'static,
{
    pub(super) fn start(
        name: &str,
        inner: Arc<Inner>,
        load: Load<K, V>,
    ) -> Result<Self, StoreError> {
        let (queue, mut waiting) = mpsc::channel(QUEUE);
        thread::Builder::new()
            .name(name.to_owned())
            .spawn(move || {
                let mut batch = Vec::with_capacity(BATCH);
                while waiting.blocking_recv_many(&mut batch, BATCH) > 0 {
                    for (scope, requests) in by_scope(batch.drain(..)) {
                        answer(&inner, load, &scope, requests);
                    }
                }
            })
            .map_err(|error| StoreError::Unavailable(error.to_string()))?;
        Ok(Self { queue })
    }

    pub(super) async fn find(&self, scope: &RegionScope, key: K) -> Result<Option<V>, StoreError> {
        let (reply, answer) = oneshot::channel();
        let stopped = || StoreError::Unavailable("the look-ups have stopped".to_owned());
        let request = Request {
            scope: scope.clone(),
            key,
            reply,
        };
        self.queue.send(request).await.map_err(|_| stopped())?;
        answer.await.unwrap_or_else(|_| Err(stopped()))
    }
}

fn by_scope<K, V>(
    requests: impl Iterator<Item = Request<K, V>>,
) -> Vec<(RegionScope, Vec<Request<K, V>>)> {
    let mut groups: Vec<(RegionScope, Vec<Request<K, V>>)> = Vec::new();
    for request in requests {
        match groups.iter_mut().find(|(scope, _)| *scope == request.scope) {
            Some((_, group)) => group.push(request),
            None => groups.push((request.scope.clone(), vec![request])),
        }
    }
    groups
}

fn answer<K, V>(inner: &Inner, load: Load<K, V>, scope: &RegionScope, requests: Vec<Request<K, V>>)
where
    K: Copy + Eq + Hash,
    V: Clone,
{
    let keys: HashSet<K> = requests.iter().map(|request| request.key).collect();
    let keys: Vec<K> = keys.into_iter().collect();
    // The thread outlives a defect in one statement.
    let read = || inner.read(|reader| load(reader, scope, &keys));
    let loaded = catch_unwind(AssertUnwindSafe(read)).unwrap_or(Err(StoreError::Panicked));
    for request in requests {
        let result = match &loaded {
            Ok(values) => match values.get(&request.key) {
                Some(Ok(value)) => Ok(Some(value.clone())),
                Some(Err(error)) => Err(error.clone()),
                None => Ok(None),
            },
            Err(error) => Err(error.clone()),
        };
        // A caller who has gone away needs no answer.
        drop(request.reply.send(result));
    }
}
