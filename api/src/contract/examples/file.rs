//! The file that is handed in with the demonstration deed.

/// The whole file: a page that says what it is.
pub(crate) const FILE: &str = include_str!("synthetic-file.pdf");
/// Its SHA-256.
pub(crate) const FILE_SHA256: &str =
    "80ed86fc22695d94912efb6964e7f6381cca387bc76a411129edfed7507f2890";
