//! Logs, to standard error.

use std::io::IsTerminal;

use tracing_subscriber::EnvFilter;

use crate::settings::LogFormat;

/// Bytes that are no HTTP are answered 400 and logged there as an ERROR, which is anybody's to
/// cause: a port scan would look like an outage. A filter that names this target brings it back.
const QUIET: &str = "actix_http::h1::dispatcher=off";

/// Why logging could not start.
#[derive(Debug, thiserror::Error)]
pub enum TelemetryError {
    /// The filter is not one of `tracing`.
    #[error("YONGWEI_LOG is no log filter ({0}); write for example info or api=debug,info")]
    Filter(#[from] tracing_subscriber::filter::ParseError),
    /// Logging was already started in this process.
    #[error("logging was already started")]
    Twice(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// Starts logging. Lines carry no personal data: no query strings, headers or bodies.
pub fn start(format: LogFormat, filter: &str) -> Result<(), TelemetryError> {
    let builder = tracing_subscriber::fmt()
        .with_env_filter(EnvFilter::try_new(format!("{QUIET},{filter}"))?)
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal())
        .with_target(false)
        // A line that cannot be written (the disk is full, its reader is gone) is lost. To say so on
        // the same standard error would fail as well, and take the service down with it.
        .log_internal_errors(false);
    match format {
        LogFormat::Text => builder.try_init(),
        LogFormat::Json => builder.json().flatten_event(true).try_init(),
    }
    .map_err(TelemetryError::Twice)?;
    // The default hook prints the message of the panic, which may quote what a caller sent.
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string);
        tracing::error!(place, "panicked");
    }));
    Ok(())
}
