//! The settings: flags and `YONGWEI_*` variables, checked at start.

mod check;
mod cli;
mod secret;
#[cfg(test)]
mod tests;

pub use check::{DatabaseUrl, SettingsError};
pub use cli::{Cli, ClientCommand, Command, KeyCommand, LogFormat, ServeFlags, Settings};
pub use secret::Secret;
