//! The processes that serve one database beside each other. They go by one policy: a process waits for
//! those with another file to end, and refuses to start when they do not. What receipts were made by stays
//! in the file, or nothing is served.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use persistence::policy_versions::{self, Unheld};
use persistence::serving::{self, Process};
use persistence::{Clock, CommandError, Mode, Store, StoreError, uuid_at};

use crate::policy::Policies;

/// How often a process says that it lives: three times before it is taken for dead.
const RENEWED_EVERY: Duration = Duration::from_secs(5);
/// How often a process that waits for others looks whether they have ended.
const LOOK_EVERY: Duration = Duration::from_millis(500);
/// How long it waits: longer than a process is taken for alive that was killed.
const PATIENCE: Duration = Duration::from_secs(20);

/// Why a process may not serve; the text says how to mend it.
#[derive(Debug, thiserror::Error)]
pub(crate) enum NotServing {
    /// Receipts name versions that the policy file does not hold as they were.
    #[error(
        "the policy file does not hold what receipts on file were made by: {}. Put it back as it was: a \
         version is never changed or left out, but put right by a correction ([[corrections]]); \
         YONGWEI_POLICY names the file",
        list(.0)
    )]
    Unheld(Vec<Unheld>),
    /// Others serve by another policy file, and did not end.
    #[error(
        "this database is served by another policy file: {}; this one has {}. End what goes by the other \
         file, or give all processes the same YONGWEI_POLICY",
        processes(.0), short(.1)
    )]
    OtherPolicy(Vec<Process>, String),
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl CommandError for NotServing {
    fn store_error(&self) -> Option<&StoreError> {
        match self {
            Self::Store(error) => Some(error),
            Self::Unheld(_) | Self::OtherPolicy(..) => None,
        }
    }
}

fn list(unheld: &[Unheld]) -> String {
    let unheld: Vec<String> = unheld.iter().map(ToString::to_string).collect();
    unheld.join(", ")
}

fn processes(others: &[Process]) -> String {
    let others: Vec<String> = others
        .iter()
        .map(|other| {
            let (policy, id) = (short(&other.policy), other.id);
            let since = other.started_at.format("%Y-%m-%dT%H:%M:%SZ");
            format!(
                "process {id} ({}, since {since}) has {policy}",
                other.public_url
            )
        })
        .collect();
    others.join("; ")
}

/// Enough of a fingerprint to tell two files apart.
fn short(policy: &str) -> &str {
    policy.get(..12).unwrap_or(policy)
}

/// This process among those that serve the database.
#[derive(Debug, Clone)]
pub(crate) struct Serving {
    own: Process,
    superseded: Arc<AtomicBool>,
    /// On SQLite it is the only one there can be.
    among_several: bool,
}

impl Serving {
    pub(crate) fn new(store: &Store, policies: &Policies, public_url: &str) -> Self {
        let now = Clock::real_now();
        Self {
            own: Process {
                id: uuid_at(now),
                policy: policies.set().fingerprint(),
                public_url: public_url.to_owned(),
                started_at: now,
            },
            superseded: Arc::default(),
            among_several: store.backend() == "postgres",
        }
    }

    /// Whether a process that started later goes by another policy: this one was taken for dead, and no
    /// more work may go to it.
    pub(crate) fn is_superseded(&self) -> bool {
        self.superseded.load(Ordering::Relaxed)
    }

    /// Enters this process, once nobody serves by another policy, and answers the addresses of others
    /// that differ from its own.
    pub(crate) async fn enter(
        &self,
        store: &Store,
        policies: &Policies,
    ) -> Result<Vec<String>, NotServing> {
        let mut looks = PATIENCE.as_millis() / LOOK_EVERY.as_millis();
        loop {
            match self.try_to_enter(store, policies).await {
                Err(NotServing::OtherPolicy(others, _)) if looks > 0 => {
                    tracing::info!(
                        others = processes(&others),
                        "waits for other processes to end"
                    );
                    looks -= 1;
                    actix_web::rt::time::sleep(LOOK_EVERY).await;
                }
                entered => return entered,
            }
        }
    }

    async fn try_to_enter(
        &self,
        store: &Store,
        policies: &Policies,
    ) -> Result<Vec<String>, NotServing> {
        let (serving, policies) = (self.clone(), policies.clone());
        store
            .write(Mode::Commit, move |tx| {
                let own = &serving.own;
                let mut addresses = Vec::new();
                serving::lock(tx)?;
                if serving.among_several {
                    let (others, fellows): (Vec<_>, Vec<_>) = serving::others(tx, own.id)?
                        .into_iter()
                        .partition(|other| other.policy != own.policy);
                    if !others.is_empty() {
                        return Err(NotServing::OtherPolicy(others, own.policy.clone()));
                    }
                    let fellows = fellows.into_iter().map(|fellow| fellow.public_url);
                    addresses = fellows.filter(|url| *url != own.public_url).collect();
                    addresses.sort();
                    addresses.dedup();
                    serving::renew(tx, own)?;
                }
                let unheld = policy_versions::hold(tx, policies.set())?;
                if unheld.is_empty() {
                    Ok(addresses)
                } else {
                    Err(NotServing::Unheld(unheld))
                }
            })
            .await
    }

    /// Says from now on that this process lives.
    pub(crate) fn start(&self, store: Store) {
        if !self.among_several {
            return;
        }
        let serving = self.clone();
        actix_web::rt::spawn(async move {
            loop {
                actix_web::rt::time::sleep(RENEWED_EVERY).await;
                if let Err(error) = serving.renew(&store).await {
                    tracing::warn!(%error, "other processes may take this one for dead");
                }
            }
        });
    }

    async fn renew(&self, store: &Store) -> Result<(), StoreError> {
        let own = self.own.clone();
        let later = store
            .write(Mode::Commit, move |tx| {
                serving::lock(tx)?;
                serving::renew(tx, &own)?;
                let mut others = serving::others(tx, own.id)?;
                others.retain(|other| {
                    let is_later = (other.started_at, other.id) > (own.started_at, own.id);
                    is_later && other.policy != own.policy
                });
                Ok::<_, StoreError>(others)
            })
            .await?;
        let superseded = !later.is_empty();
        if superseded && !self.superseded.swap(superseded, Ordering::Relaxed) {
            tracing::error!(
                others = processes(&later),
                own = short(&self.own.policy),
                "another policy file came into use while this process was taken for dead: it is ready no more; end it",
            );
        }
        self.superseded.store(superseded, Ordering::Relaxed);
        Ok(())
    }

    /// Removes this process, which serves no more.
    pub(crate) async fn leave(&self, store: &Store) -> Result<(), StoreError> {
        if !self.among_several {
            return Ok(());
        }
        let own = self.own.id;
        store
            .write(Mode::Commit, move |tx| {
                serving::lock(tx)?;
                serving::leave(tx, own)
            })
            .await
    }
}
