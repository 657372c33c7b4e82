//! What can go wrong in the store, free of HTTP and of SQL.

use std::sync::Arc;

use diesel::result::{DatabaseErrorKind, Error as DieselError};

#[derive(Debug, Clone, thiserror::Error)]
pub enum StoreError {
    /// A uniqueness rule of the schema was broken.
    #[error("a record with the same unique value exists")]
    Duplicate,
    /// Another transaction changed the same rows; the command may be tried again.
    #[error("the transaction collided with another one")]
    Conflict,
    /// The database cannot be reached or cannot write now (link lost, pool exhausted, disk full).
    #[error("the database is unavailable: {0}")]
    Unavailable(String),
    /// Others held what the statement needs for longer than it may wait; nothing was done.
    #[error("the database is too busy: {0}")]
    Busy(String),
    /// A stored value cannot be read back: the database was changed by hand, or a key is missing.
    #[error("stored data cannot be read: {0}")]
    Corrupt(String),
    /// A setting does not fit; the text says how to mend it.
    #[error("{0}")]
    Configuration(String),
    /// The command panicked; its changes were rolled back.
    #[error("the command panicked")]
    Panicked,
    /// Any other failure of a statement.
    #[error("a statement failed: {0}")]
    Statement(Arc<DieselError>),
}

/// Texts by which the two databases say that they are out of reach or full.
const UNAVAILABLE: [&str; 11] = [
    "database is locked",
    "disk is full",
    "disk I/O error",
    "readonly database",
    "No space left",
    "server closed the connection",
    "connection to server",
    "terminating connection",
    "no connection to the server",
    "the database system is",
    "could not receive data",
];

impl From<DieselError> for StoreError {
    fn from(error: DieselError) -> Self {
        let other = |error| Self::Statement(Arc::new(error));
        match &error {
            DieselError::DatabaseError(kind, information) => match kind {
                DatabaseErrorKind::UniqueViolation => Self::Duplicate,
                DatabaseErrorKind::SerializationFailure => Self::Conflict,
                DatabaseErrorKind::ClosedConnection => {
                    Self::Unavailable(information.message().to_owned())
                }
                _ => from_message(information.message()).unwrap_or_else(|| other(error)),
            },
            DieselError::BrokenTransactionManager => {
                Self::Unavailable("the transaction was lost".to_owned())
            }
            DieselError::RollbackErrorOnCommit { commit_error, .. } => {
                from_message(&commit_error.to_string()).unwrap_or_else(|| other(error))
            }
            DieselError::DeserializationError(what) => Self::Corrupt(what.to_string()),
            _ => other(error),
        }
    }
}

fn from_message(message: &str) -> Option<StoreError> {
    if message.contains("deadlock detected") {
        return Some(StoreError::Conflict);
    }
    if message.contains("due to lock timeout") || message.contains("due to statement timeout") {
        return Some(StoreError::Busy(message.to_owned()));
    }
    UNAVAILABLE
        .iter()
        .any(|text| message.contains(text))
        .then(|| StoreError::Unavailable(message.to_owned()))
}

/// [`StoreError::Conflict`] unless the one row was changed that was still at its version.
pub(crate) fn one_row(changed: usize) -> Result<(), StoreError> {
    if changed == 1 {
        Ok(())
    } else {
        Err(StoreError::Conflict)
    }
}

/// An error type of a command: carries the store's own failures beside its own refusals.
pub trait CommandError: From<StoreError> + Send + 'static {
    /// The store's failure, if this is one.
    fn store_error(&self) -> Option<&StoreError>;
}

impl CommandError for StoreError {
    fn store_error(&self) -> Option<&StoreError> {
        Some(self)
    }
}
