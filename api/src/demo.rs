//! `serve --demo`: the published cases, plainly synthetic people beside them, and a client to try
//! everything with.

mod attachments;
mod cases;
mod client;
mod commendations;
mod deeds;
mod intake;
mod organisations;
mod out_of_city;
mod people;
mod plaques;
mod publicity;
mod receipts;
mod rounds;
mod studios;

use std::fmt::Display;

use chrono::Days;
use domain::attachments::Allowance;
use domain::ids::PersonId;
use domain::imports::{HistoricFile, PUBLISHED_CASES};
use domain::people::{Person, Registrar};
use domain::regions::RegionCode;
use persistence::audit::{self, Change, Principal};
use persistence::officers::Officer;
use persistence::{CommandError, Keyset, Mode, RegionScope, Store, StoreError, Tx};

use self::cases::Diary;
use crate::auth::oauth::secret_hash;
use crate::commands::Acting;
use crate::imports::{self, Document, Faults};
use crate::policy::Policies;
use crate::problems::Problem;
use crate::settings::Secret;

/// Why there is no demonstration; the text says what to do.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// The database is in use.
    #[error(
        "--demo fills an empty database only, and this one is in use without a demonstration client: \
         name another one with --database-url, or start without --demo"
    )]
    InUse,
    /// The policy is of another city than the published cases.
    #[error(
        "the demonstration shows the published cases of Liaocheng, which are not of this policy's \
         city: start without --policy, or without --demo\n{0}"
    )]
    OtherCity(Faults),
    /// The built-in data cannot be read, which the tests of this program would have shown.
    #[error("the demonstration data cannot be read: {0}")]
    Data(String),
    /// A command was refused.
    #[error("a command of the demonstration was refused: {0:?}")]
    Refused(Problem),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl CommandError for DemoError {
    fn store_error(&self) -> Option<&StoreError> {
        match self {
            Self::Store(error) => Some(error),
            Self::Refused(problem) => problem.store_error(),
            Self::InUse | Self::OtherCity(_) | Self::Data(_) => None,
        }
    }
}

/// The transaction that fills the database, and what it goes by.
struct Demo<'a, 'c> {
    tx: &'a mut Tx<'c>,
    principal: &'a Principal,
    policies: &'a Policies,
    city: RegionCode,
}

impl Demo<'_, '_> {
    /// Does what a handler does in its command, so many days ago and for an officer, with the audit entries
    /// and events that it has there.
    fn command<T>(
        &mut self,
        days_ago: u64,
        officer: Option<Officer>,
        body: impl FnOnce(&mut Acting<'_, '_>) -> Result<(T, Vec<Change>), Problem>,
    ) -> Result<T, DemoError> {
        let now = self.tx.now();
        let then = now.checked_sub_days(Days::new(days_ago)).unwrap_or(now);
        let principal = Principal {
            officer: officer.as_ref().map(|officer| officer.id),
            ..self.principal.clone()
        };
        let mut acting = Acting {
            tx: &mut self.tx.at(then),
            officer,
            principal: &principal,
        };
        let (done, changes) = body(&mut acting).map_err(DemoError::Refused)?;
        for change in &changes {
            audit::record(acting.tx, &principal, change)?;
        }
        Ok(done)
    }

    fn record(&mut self, change: &Change) -> Result<(), DemoError> {
        Ok(audit::record(self.tx, self.principal, change)?)
    }
}

/// How many days ago people and bodies were registered, before anything was reported.
const REGISTERED: Days = Days::new(30);

/// Fills an empty database; in one that was filled before, only gives the client a new secret.
///
/// All in one transaction: a demonstration that was killed while it was filled was never begun.
pub async fn prepare(
    store: &Store,
    policies: &Policies,
    allowance: Allowance,
    secret: &Secret,
) -> Result<(), DemoError> {
    let (hash, policies) = (secret_hash(secret), policies.clone());
    store
        .write(Mode::Commit, move |tx| {
            tx.lock(b"demo")?;
            let principal = &Principal::operator("demo");
            let (policies, city) = (&policies, policies.city());
            let mut demo = Demo {
                tx,
                principal,
                policies,
                city,
            };
            if client::renew(&mut demo, &hash)? {
                return Ok(());
            }
            if !is_empty(demo.tx)? {
                return Err(DemoError::InUse);
            }
            let before = demo.tx.now().checked_sub_days(REGISTERED);
            let before = literal(before.ok_or("there is no such day"))?;
            let people = register(
                &mut Demo {
                    tx: &mut demo.tx.at(before),
                    ..demo
                },
                &hash,
            )?;
            receipts::fill(&mut demo)?;
            let mut diary = Diary::default();
            deeds::fill(&mut diary, demo.tx, city)?;
            out_of_city::fill(
                &mut diary,
                (demo.tx, city),
                (&people.published, &people.twins),
            )?;
            let papers = plaques::fill(&mut diary, (demo.tx, city), &people.heroes)?;
            let leaders = studios::register(&mut demo)?;
            studios::fill(&mut diary, (demo.tx, city), &leaders)?;
            rounds::fill(&mut diary, demo.tx, city)?;
            commendations::fill(&mut diary, (demo.tx, city), &people.nominees)?;
            diary.perform(&mut demo)?;
            people::rename(&mut demo)?;
            publicity::fill(
                &mut demo,
                &publicity::Shown {
                    twins: &people.twins,
                    nominees: &people.nominees,
                    leaders: &leaders,
                },
            )?;
            attachments::fill(&mut demo, allowance, &papers)?;
            intake::fill(&mut demo)
        })
        .await
}

/// A person of a published case, with the file that was opened.
type Published = (PersonId, HistoricFile);

/// The people whom the files are about.
struct People {
    published: Vec<Published>,
    twins: Vec<Person>,
    heroes: plaques::Heroes,
    nominees: Vec<PersonId>,
}

/// People, bodies with their officers, and clients.
fn register(demo: &mut Demo<'_, '_>, hash: &[u8]) -> Result<People, DemoError> {
    let registrar = Registrar {
        city: demo.city,
        regions: None,
        today: demo.tx.today(),
    };
    let people = People {
        published: published(demo, &registrar)?,
        twins: people::fill(demo, &registrar)?,
        heroes: plaques::people(demo, &registrar)?,
        nominees: commendations::people(demo, &registrar)?,
    };
    let bodies = organisations::fill(demo)?;
    client::create(demo, &bodies, hash)?;
    Ok(people)
}

fn is_empty(tx: &mut Tx<'_>) -> Result<bool, StoreError> {
    let scope = RegionScope::City;
    let people = persistence::people::list(
        tx,
        &scope,
        &persistence::people::Filter::default(),
        &first(),
    )?;
    let bodies = persistence::organisations::list(
        tx,
        &scope,
        &persistence::organisations::Filter::default(),
        &first(),
    )?;
    Ok(people.items.is_empty() && bodies.items.is_empty())
}

/// One item from the beginning tells whether there is any.
fn first<K>() -> Keyset<K> {
    Keyset {
        after: None,
        limit: 1,
        count: false,
    }
}

/// The people whom the published cases name, each with the file that was opened.
fn published(
    demo: &mut Demo<'_, '_>,
    registrar: &Registrar<'_>,
) -> Result<Vec<Published>, DemoError> {
    let document = literal(Document::parse(PUBLISHED_CASES.as_bytes()))?;
    let mut report = imports::Report::default();
    let files = imports::judge(document.cases(), registrar, &mut report);
    if report.refused > 0 {
        return Err(DemoError::OtherCity(report.faults));
    }
    let mut kept = Vec::new();
    for file in files {
        if let imports::Outcome::Imported(id) = imports::keep(demo.tx, demo.principal, &file)? {
            kept.push((id, file));
        }
    }
    Ok(kept)
}

/// A value that is written in this program and therefore well formed.
fn literal<T, E: Display>(parsed: Result<T, E>) -> Result<T, DemoError> {
    parsed.map_err(|error| DemoError::Data(error.to_string()))
}
