//! The settings: flags and `YONGWEI_*` variables, checked at start.

mod check;
mod flags;
mod secret;
#[cfg(test)]
mod tests;
mod values;

pub use check::SettingsError;
pub use flags::{Cli, ClientCommand, Command, KeyCommand, LogFormat, ServeFlags, Settings};
pub use secret::Secret;
pub(crate) use values::with_variable;
