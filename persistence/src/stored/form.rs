use std::fmt;
use std::marker::PhantomData;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::envelope;
use crate::error::StoreError;

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
    #[must_use]
    pub(crate) const fn first(name: &'static str) -> Self {
        Self::upgraded(name, 1, |_, value| value)
    }

    /// A form that is written in `format`. `upgrade` makes a value of it from one of an older format.
    #[must_use]
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
        let (before, after) = envelope::around(self.format);
        let mut stored = before.into_bytes();
        serde_json::to_writer(&mut stored, value)
            .map_err(|error| StoreError::Corrupt(format!("{}: {error}", self.name)))?;
        stored.extend_from_slice(after.as_bytes());
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
        let (format, value) = envelope::open(stored);
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
