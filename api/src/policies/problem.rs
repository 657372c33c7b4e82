//! Why no version of the policy is in force, for the caller.

use domain::policy::PolicyError;

use crate::problems::{Code, Problem};

/// The problem of a day on which no version is in force.
pub(crate) fn problem(error: PolicyError) -> Problem {
    match error {
        PolicyError::NotInForce { date, first, .. } => Problem::new(Code::PolicyNotInForce)
            .detail(
                format!("{date} 尚无生效的规则，最早的版本自 {first} 起生效"),
                format!("No version is in force on {date}; the first one starts on {first}"),
            )
            .with("first", first.to_string().into()),
        error => Problem::internal(error),
    }
}
