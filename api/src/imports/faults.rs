//! What is wrong with a record, for the person at the command line.

use std::fmt;

use domain::error::FieldErrors;
use domain::receipts::Text;

use crate::problems::FieldError;

/// Faults with their places, shown one a line in both languages.
#[derive(Debug, Default)]
pub struct Faults(Vec<FieldError>);

impl Faults {
    /// Adds the faults of a part that lies at `pointer`.
    pub(super) fn nest(&mut self, pointer: &str, part: Self) {
        self.0.extend(part.0.into_iter().map(|fault| FieldError {
            pointer: format!("{pointer}{}", fault.pointer),
            ..fault
        }));
    }

    /// The faults, in the order in which they were found.
    pub fn iter(&self) -> impl Iterator<Item = &FieldError> {
        self.0.iter()
    }
}

impl From<FieldError> for Faults {
    fn from(fault: FieldError) -> Self {
        Self(vec![fault])
    }
}

impl From<FieldErrors> for Faults {
    fn from(faults: FieldErrors) -> Self {
        Self(faults.into_iter().collect())
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
