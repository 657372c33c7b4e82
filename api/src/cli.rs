//! What the binary does: one file for each command.

mod clients;
mod demo;
mod import;
mod keys;
mod openapi;
mod serve;

use std::fmt;
use std::io::{self, Write as _};
use std::path::Path;
use std::process::ExitCode;

use clap::Parser as _;
use persistence::keyring::{self, KeyMaterial, KeySeries, Keyring, SecretKey};
use persistence::{Clock, DatabaseUrl, Store, StoreError, migrations};

use crate::calendar::CalendarFailure;
use crate::demo::DemoError;
use crate::former_regions::{self, FormerRegionsError};
use crate::policy::PolicyFileError;
use crate::serving::NotServing;
use crate::settings::{Cli, Command, Settings, SettingsError, with_variable};
use crate::telemetry::{self, TelemetryError};

/// Why a command failed; the text is for the person at the command line.
#[derive(Debug, thiserror::Error)]
pub(crate) enum CommandFailure {
    #[error("{}", lines(.0))]
    Settings(Vec<SettingsError>),
    #[error(transparent)]
    Telemetry(#[from] TelemetryError),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Policy(#[from] PolicyFileError),
    #[error(transparent)]
    Serving(#[from] NotServing),
    #[error(transparent)]
    Calendar(#[from] CalendarFailure),
    #[error(transparent)]
    FormerRegions(#[from] FormerRegionsError),
    #[error(transparent)]
    Demo(#[from] DemoError),
    #[error(transparent)]
    Contract(#[from] crate::contract::ContractDrift),
    #[error("{0}")]
    Io(#[from] io::Error),
    #[error("{0}")]
    Refused(String),
}

impl From<SettingsError> for CommandFailure {
    fn from(error: SettingsError) -> Self {
        Self::Settings(vec![error])
    }
}

fn lines(errors: &[impl fmt::Display]) -> String {
    let lines: Vec<String> = errors.iter().map(ToString::to_string).collect();
    lines.join("\n")
}

/// The whole program: reads the command line and carries out the command.
pub fn main() -> ExitCode {
    let cli = Cli::try_parse().unwrap_or_else(|error| with_variable(error).exit());
    match run(&cli) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            // Nothing is left to tell it to when standard error is closed.
            drop(writeln!(io::stderr(), "yongwei: {failure}"));
            ExitCode::FAILURE
        }
    }
}

fn run(cli: &Cli) -> Result<(), CommandFailure> {
    let settings = &cli.settings;
    settings.check().map_err(CommandFailure::Settings)?;
    former_regions::load(settings)?;
    match cli.command() {
        Command::Serve(flags) => {
            telemetry::start(settings.log_format, &settings.log)?;
            actix_web::rt::System::new().block_on(serve::run(settings, flags))
        }
        Command::Migrate => migrate(settings),
        Command::Openapi { check } => openapi::run(check),
        Command::Client(command) => clients::run(settings, command),
        Command::Key(command) => keys::run(settings, command),
        Command::Import { file } => import::run(settings, &file),
    }
}

fn migrate(settings: &Settings) -> Result<(), CommandFailure> {
    let url = settings.database()?;
    if url.is_sqlite() {
        // The keys come first: an existing database without them is refused.
        key_material(settings, &url)?;
    }
    let applied = migrations::run(&url)?;
    say(&match applied.len() {
        0 => "the schema is up to date".to_owned(),
        _ => format!("applied {}", applied.join(", ")),
    })
}

/// One line for the person at the command line.
fn say(line: &str) -> Result<(), CommandFailure> {
    Ok(writeln!(io::stdout(), "{line}")?)
}

/// Opens the store with the keys of this installation.
fn open_store(settings: &Settings) -> Result<(Store, KeyMaterial), CommandFailure> {
    let url = settings.database()?;
    let keys = key_material(settings, &url)?;
    let store = Store::open(
        &url,
        settings.pool_size.get(),
        Keyring::new(&keys)?,
        Clock::default(),
    )?;
    Ok((store, keys))
}

/// The keys: from the settings, or for SQLite from the file beside the database.
fn key_material(settings: &Settings, url: &DatabaseUrl) -> Result<KeyMaterial, StoreError> {
    let given = (
        &settings.data_keys,
        &settings.index_key,
        &settings.signing_keys,
    );
    match (given, url) {
        ((Some(data), Some(index), Some(signing)), _) => Ok(KeyMaterial {
            data: KeySeries::parse(data.expose())?,
            index: SecretKey::parse(index.expose())?,
            signing: KeySeries::parse(signing.expose())?,
        }),
        ((None, None, None), DatabaseUrl::Sqlite(path)) => {
            keyring::load_or_create(Path::new(path))
        }
        (_, DatabaseUrl::Sqlite(_)) => Err(StoreError::Configuration(
            "YONGWEI_DATA_KEYS, YONGWEI_INDEX_KEY and YONGWEI_SIGNING_KEYS go together: set all \
             three, or none to keep the keys in a file beside the SQLite database"
                .to_owned(),
        )),
        (_, DatabaseUrl::Postgres(_)) => Err(StoreError::Configuration(
            "on PostgreSQL the keys are settings: run `yongwei key new` once, keep its output safe, \
             and set YONGWEI_DATA_KEYS, YONGWEI_INDEX_KEY and YONGWEI_SIGNING_KEYS together"
                .to_owned(),
        )),
    }
}

/// Runs one piece of work on the store from the command line.
fn block_on<T>(work: impl Future<Output = Result<T, StoreError>>) -> Result<T, CommandFailure> {
    Ok(actix_web::rt::System::new().block_on(work)?)
}
