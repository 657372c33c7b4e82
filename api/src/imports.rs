//! Taking over a file of published cases: every person in it gets a historic file, once.

mod document;
mod record;
#[cfg(test)]
mod tests;

use std::fmt;

use domain::error::FieldErrors;
use domain::ids::PersonId;
use domain::imports::HistoricFile;
use domain::people::Registrar;
use domain::receipts::Text;
use domain::regions::RegionCode;
use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use persistence::audit::{self, Change, Principal};
use persistence::imports::{self, ImportKey};
use persistence::{Mode, Store, StoreError, Tx, people};
use serde_json::json;

pub use document::{Document, Unreadable};

use crate::people::subject;
use crate::problems::FieldError;

/// Deeds that are judged before their files are written, which bounds the memory of an import.
const PART: usize = 1024;

/// Files that are on their way into SQLite at once: more than one group commit takes, so that the
/// next has filled when one ends.
pub const WRITES_IN_FLIGHT: usize = 256;

/// What became of a file of published cases.
#[derive(Debug, Default)]
pub struct Report {
    /// Deeds that were read.
    pub deeds: usize,
    /// People who got a file.
    pub imported: usize,
    /// People who had one from an earlier import.
    pub already_there: usize,
    /// Deeds of which nothing was imported.
    pub refused: usize,
    /// Why, with places in the file.
    pub faults: Faults,
}

/// Imports a document into the files of `city`, each person in a transaction of its own with at most
/// `in_flight` of them at once. `progress` hears how many deeds are done.
///
/// A store that fails ends the import; what was imported until then is found again the next time.
pub async fn import(
    store: &Store,
    city: RegionCode,
    document: Document,
    in_flight: usize,
    progress: impl Fn(usize),
) -> Result<Report, StoreError> {
    let registrar = Registrar {
        city,
        regions: None,
        today: store.clock().today(),
    };
    let principal = Principal::operator("import");
    let mut report = Report::default();
    let mut cases = document.cases().peekable();
    while cases.peek().is_some() {
        let files = judge(cases.by_ref().take(PART), &registrar, &mut report);
        let outcomes: Vec<Outcome> = stream::iter(files)
            .map(|file| write(store, &principal, file))
            .buffer_unordered(in_flight)
            .try_collect()
            .await?;
        for outcome in outcomes {
            match outcome {
                Outcome::Imported(_) => report.imported += 1,
                Outcome::AlreadyThere => report.already_there += 1,
            }
        }
        progress(report.deeds);
    }
    Ok(report)
}

/// The files that deeds yield; those that are refused go into the report.
pub(crate) fn judge(
    cases: impl Iterator<Item = document::Case>,
    registrar: &Registrar<'_>,
    report: &mut Report,
) -> Vec<HistoricFile> {
    let mut all = Vec::new();
    for document::Case { pointer, case } in cases {
        report.deeds += 1;
        match case.and_then(|case| Ok(case.files(registrar)?)) {
            Ok(files) => all.extend(files),
            Err(faults) => {
                report.refused += 1;
                report.faults.nest(&pointer, faults);
            }
        }
    }
    all
}

async fn write(
    store: &Store,
    principal: &Principal,
    file: HistoricFile,
) -> Result<Outcome, StoreError> {
    let principal = principal.clone();
    store
        .write(Mode::Commit, move |tx| keep(tx, &principal, &file))
        .await
}

/// What became of one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// The person got a file.
    Imported(PersonId),
    /// The person had one from an earlier import.
    AlreadyThere,
}

/// Opens the file of one person, unless an earlier import did.
pub(crate) fn keep(
    tx: &mut Tx<'_>,
    principal: &Principal,
    imported: &HistoricFile,
) -> Result<Outcome, StoreError> {
    let key = ImportKey::of(imported)?;
    if imports::is_known(tx, &key)? {
        return Ok(Outcome::AlreadyThere);
    }
    let person = people::insert(tx, &imported.file)?;
    for event in &imported.history {
        people::append(tx, &person, principal, event)?;
    }
    imports::remember(tx, &key, person.id)?;
    let change = Change::new("person.imported", subject(&person), json!({}));
    audit::record(tx, principal, &change)?;
    Ok(Outcome::Imported(person.id))
}

/// What is wrong with records, for the person at the command line: one fault a line, with its place,
/// in both languages.
#[derive(Debug, Default)]
pub struct Faults(FieldErrors);

impl Faults {
    /// Adds the faults of a part that lies at `pointer`.
    fn nest(&mut self, pointer: &str, part: Self) {
        self.0.nest(pointer, part.0);
    }

    /// The faults, in the order in which they were found.
    pub fn iter(&self) -> impl Iterator<Item = &FieldError> {
        self.0.iter()
    }
}

impl From<FieldError> for Faults {
    fn from(fault: FieldError) -> Self {
        Self(fault.into())
    }
}

impl From<FieldErrors> for Faults {
    fn from(faults: FieldErrors) -> Self {
        Self(faults)
    }
}

impl fmt::Display for Faults {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, fault) in self.0.iter().enumerate() {
            let line_break = if index == 0 { "" } else { "\n" };
            let place = if fault.pointer.is_empty() {
                "(整个文件 / the whole file)"
            } else {
                &fault.pointer
            };
            let Text { zh, en } = &fault.message;
            write!(formatter, "{line_break}{place}: {zh} / {en}")?;
        }
        Ok(())
    }
}
