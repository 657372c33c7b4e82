//! Lines of text in a report.

use domain::error::FieldErrors;
use domain::text::Line;

/// A line of text that may be left out.
pub(super) fn optional<const MAX: usize>(
    text: Option<&str>,
    pointer: &str,
    errors: &mut FieldErrors,
) -> Option<Line<MAX>> {
    errors.take(pointer, Line::parse(text?))
}

/// Lines of text, each with a pointer of its own.
pub(super) fn lines<const MAX: usize>(
    texts: &[String],
    pointer: &str,
    errors: &mut FieldErrors,
) -> Vec<Line<MAX>> {
    texts
        .iter()
        .enumerate()
        .filter_map(|(index, text)| {
            errors.take(format!("{pointer}/{index}"), Line::parse_unmasked(text))
        })
        .collect()
}
