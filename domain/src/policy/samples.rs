//! Variations of the built-in policy for tests.

use super::PolicySet;
use crate::receipts::samples::LIAOCHENG_FILE;

/// The built-in file with a later version from 2026-01-01 on, in which the window is longer.
pub(crate) fn with_later_version() -> PolicySet {
    PolicySet::parse(&later_version_text()).unwrap()
}

pub(crate) fn later_version_text() -> String {
    let (_, body) = LIAOCHENG_FILE.split_once("\n[[versions]]\n").unwrap();
    let (body, _) = body.split_once("\n[[corrections]]\n").unwrap();
    let later = body
        .replace("version = \"1\"", "version = \"4\"")
        .replace(
            "effective_from = \"2012-12-01\"",
            "effective_from = \"2026-01-01\"",
        )
        .replace("window_years = 2", "window_years = 5");
    format!("{LIAOCHENG_FILE}\n[[versions]]\n{later}")
}
