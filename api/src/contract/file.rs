//! The committed contract, `openapi/openapi.json`.

use std::io;
use std::path::Path;

use utoipa::openapi::OpenApi;

/// Why the committed contract is not the one of this build.
#[derive(Debug, thiserror::Error)]
pub enum ContractDrift {
    /// It says something else.
    #[error(
        "{path} differs from what this build serves, first at line {line}:\n- {committed}\n+ {built}\n\
         Run `cargo run -- openapi` and commit the file."
    )]
    Differs {
        /// The committed file.
        path: String,
        /// The first line that differs, from 1.
        line: usize,
        /// That line in the file.
        committed: String,
        /// That line in this build.
        built: String,
    },
    /// It cannot be read.
    #[error("{path} cannot be read ({cause}). Run `cargo run -- openapi` and commit the file.")]
    Unreadable {
        /// The committed file.
        path: String,
        /// What the system says.
        cause: io::Error,
    },
}

/// The document as text. The order is that of registration and declaration, so it is the same on
/// every run.
pub(super) fn render(document: &OpenApi) -> String {
    // Strings, numbers and maps with string keys: nothing that JSON cannot hold.
    let mut text = serde_json::to_string_pretty(document).unwrap_or_default();
    text.push('\n');
    text
}

/// Compares the committed file with the contract of this build.
pub fn check(path: &Path, built: &str) -> Result<(), ContractDrift> {
    let shown = || path.display().to_string();
    let committed = std::fs::read_to_string(path).map_err(|cause| ContractDrift::Unreadable {
        path: shown(),
        cause,
    })?;
    if committed == built {
        return Ok(());
    }
    let (mut old, mut new) = (committed.lines(), built.lines());
    let mut line = 1;
    loop {
        match (old.next(), new.next()) {
            (Some(same), Some(other)) if same == other => line += 1,
            (committed, built) => {
                return Err(ContractDrift::Differs {
                    path: shown(),
                    line,
                    committed: committed.unwrap_or_default().to_owned(),
                    built: built.unwrap_or_default().to_owned(),
                });
            }
        }
    }
}

/// Writes the contract of this build, folder included.
pub fn write(path: &Path, built: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(path, built)
}
