use std::fmt;

use chrono::NaiveDate;

/// Something wrong in a policy file, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PolicyFault {
    /// Dotted path in the file, such as `versions[1].out_of_city.title`.
    pub at: String,
    /// What is wrong, and what would be right.
    pub problem: String,
}

impl fmt::Display for PolicyFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.at, self.problem)
    }
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PolicyError {
    /// Not TOML, or a key that is missing, unknown or of the wrong type; the text shows the line.
    #[error("the policy file cannot be read: {0}")]
    Unreadable(String),
    /// Readable, but it contradicts itself or names what is not there.
    #[error("the policy file has {} fault(s): {}", .0.len(), join(.0))]
    Faulty(Vec<PolicyFault>),
    /// The case is older than the oldest version.
    #[error("policy {id} has no version in force on {date}; its first starts on {first}")]
    NotInForce {
        id: String,
        date: NaiveDate,
        /// The first day of the oldest version.
        first: NaiveDate,
    },
}

fn join(faults: &[PolicyFault]) -> String {
    faults
        .iter()
        .map(PolicyFault::to_string)
        .collect::<Vec<_>>()
        .join("; ")
}
