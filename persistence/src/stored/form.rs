//! How a stored value is written and read back.

use std::fmt;
use std::marker::PhantomData;

use domain::procedure::{Case, CaseEvent, Procedure};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::cases::{CaseFile, CaseOnFile};
use crate::error::StoreError;
use crate::store::Tx;

// The envelope around a stored value. It is looked for in the exact bytes in which it is written, so
// that reading a value of the newest format costs no more than reading the value.
const FORMAT: &str = "{\"format\":";
const VALUE: &str = ",\"value\":";
const END: &str = "}";

/// What an older value becomes: the format that it is of, and the value.
type Upgrade = fn(u32, Value) -> Value;

/// A form in which values are stored.
pub struct Form<T> {
    name: &'static str,
    format: u32,
    upgrade: Upgrade,
    of: PhantomData<fn(T) -> T>,
}

impl<T> fmt::Debug for Form<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}.{}", self.name, self.format)
    }
}

impl<T> Form<T> {
    /// A form that has not changed since it was first written.
    pub(crate) const fn first(name: &'static str) -> Self {
        Self::upgraded(name, 1, |_, value| value)
    }

    /// A form that is written in `format`. `upgrade` makes a value of it from one of an older format.
    pub(crate) const fn upgraded(name: &'static str, format: u32, upgrade: Upgrade) -> Self {
        Self {
            name,
            format,
            upgrade,
            of: PhantomData,
        }
    }

    #[cfg(test)]
    pub(super) const fn name(&self) -> &'static str {
        self.name
    }

    #[cfg(test)]
    pub(super) const fn format(&self) -> u32 {
        self.format
    }

    /// The error for a value that does not read back. It never repeats the value, as the reason why it
    /// does not read would.
    fn unreadable(&self, format: u32) -> StoreError {
        let newer = if format > self.format {
            ", which a newer version of this program wrote"
        } else {
            ""
        };
        let name = self.name;
        StoreError::Corrupt(format!("{name} of format {format}{newer}"))
    }
}

impl<T: Serialize> Form<T> {
    /// A value as it is stored.
    pub(crate) fn write(&self, value: &T) -> Result<Vec<u8>, StoreError> {
        let mut stored = format!("{FORMAT}{}{VALUE}", self.format).into_bytes();
        serde_json::to_writer(&mut stored, value)
            .map_err(|error| StoreError::Corrupt(format!("{}: {error}", self.name)))?;
        stored.extend_from_slice(END.as_bytes());
        Ok(stored)
    }

    /// The same for a column of text.
    pub(crate) fn write_text(&self, value: &T) -> Result<String, StoreError> {
        String::from_utf8(self.write(value)?).map_err(|_| self.unreadable(self.format))
    }
}

impl<T: DeserializeOwned> Form<T> {
    /// A value that was stored in this format or an older one.
    pub(crate) fn read(&self, stored: &[u8]) -> Result<T, StoreError> {
        // JSON without an envelope was written before there was one, and is of format 1; none of it
        // begins with a member `format`.
        let (format, value) = enveloped(stored).unwrap_or((1, stored));
        if format >= self.format {
            let newest = (format == self.format).then(|| serde_json::from_slice(value).ok());
            return newest.flatten().ok_or_else(|| self.unreadable(format));
        }
        let older = serde_json::from_slice(value).ok();
        older
            .and_then(|older| serde_json::from_value((self.upgrade)(format, older)).ok())
            .ok_or_else(|| self.unreadable(format))
    }
}

/// The format and the value inside the envelope.
fn enveloped(stored: &[u8]) -> Option<(u32, &[u8])> {
    let rest = stored.strip_prefix(FORMAT.as_bytes())?;
    let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let (format, rest) = rest.split_at_checked(digits)?;
    let value = rest
        .strip_prefix(VALUE.as_bytes())?
        .strip_suffix(END.as_bytes())?;
    Some((str::from_utf8(format).ok()?.parse().ok()?, value))
}

/// A procedure whose cases are stored: its forms, each with the upgrades that are its own. It is listed
/// in the test of the samples too.
pub trait StoredProcedure: Procedure {
    const CASE: Form<Case<Self>>;
    /// The events of a step.
    const HISTORY: Form<Vec<CaseEvent<Self>>>;
    /// What the cases of a file share.
    const SUBJECT: Form<Self::Subject>;
    /// What is known of a case.
    const FACTS: Form<Self::Facts>;

    /// What else follows in tables of a feature's own, once a file with its cases was written.
    fn saved(
        _tx: &mut Tx<'_>,
        _file: &CaseFile<Self>,
        _cases: &[&CaseOnFile<Self>],
    ) -> Result<(), StoreError> {
        Ok(())
    }
}
