//! Answers stored under an `Idempotency-Key`, in the transaction of the effect they report.

use std::net::IpAddr;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use chrono::{Duration, NaiveDateTime};
use domain::ids::ClientId;

use crate::keyring::Keyring;
use crate::prelude::*;
use crate::schema::idempotency_records as records;

/// How long an answer is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lifetime {
    #[default]
    Day,
    /// 15 minutes, for an answer that shows a secret: long enough for a retry after a broken link.
    QuarterHour,
}

impl Lifetime {
    fn duration(self) -> Duration {
        match self {
            Self::Day => Duration::hours(24),
            Self::QuarterHour => Duration::minutes(15),
        }
    }
}

/// Whose key it is: two callers may use the same key without meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    Client(ClientId),
    /// Somebody without one, known by the address only; `None` where that is not known either. Kept
    /// as a keyed hash.
    Anonymous(Option<IpAddr>),
}

impl Owner {
    /// As it stands in the column `client_id`.
    fn stored(self, keyring: &Keyring) -> String {
        match self {
            Self::Client(id) => id.to_string(),
            Self::Anonymous(address) => {
                let address = address.map_or_else(String::new, |address| address.to_string());
                BASE64.encode(keyring.anonymous_index(&address))
            }
        }
    }
}

#[derive(Debug, Clone)]
pub struct StoredAnswer {
    /// Identifies the request that was answered.
    pub fingerprint: Vec<u8>,
    /// The answer, as the caller serialised it.
    pub answer: Vec<u8>,
}

#[derive(Debug, Clone)]
pub enum Claim {
    /// The key is new; no other transaction can use it until this one ends.
    New,
    /// It was used, and the answer is still stored.
    Used(StoredAnswer),
    /// Another transaction is using it right now.
    Busy,
}

/// Claims `key` of `owner` for this transaction.
pub fn claim(tx: &mut Tx<'_>, owner: Owner, key: &str) -> Result<Claim, StoreError> {
    let client_id = owner.stored(tx.keyring);
    if !tx.try_lock(format!("idempotency/{client_id}/{key}").as_bytes())? {
        return Ok(Claim::Busy);
    }
    let record = records::table.find((&client_id, key)).select((
        records::fingerprint,
        records::answer,
        records::expires_at,
    ));
    let found: Option<(Vec<u8>, Vec<u8>, NaiveDateTime)> =
        with_backend!(&mut *tx.connection, connection => record.get_result(connection))
            .optional()?;
    let Some((fingerprint, sealed, expires_at)) = found else {
        return Ok(Claim::New);
    };
    if expires_at < tx.now().naive_utc() {
        diesel::delete(records::table.find((&client_id, key))).execute(tx.connection)?;
        return Ok(Claim::New);
    }
    let answer = tx.keyring.open(&place(&client_id, key), &sealed)?;
    Ok(Claim::Used(StoredAnswer {
        fingerprint,
        answer,
    }))
}

/// Stores the answer to a request; it may hold personal data and is sealed.
pub fn store(
    tx: &mut Tx<'_>,
    owner: Owner,
    key: &str,
    stored: &StoredAnswer,
    lifetime: Lifetime,
) -> Result<(), StoreError> {
    let client_id = owner.stored(tx.keyring);
    let sealed = tx.keyring.seal(&place(&client_id, key), &stored.answer)?;
    let record = (
        records::client_id.eq(client_id),
        records::idempotency_key.eq(key),
        records::fingerprint.eq(&stored.fingerprint),
        records::answer.eq(sealed),
        records::expires_at.eq((tx.now() + lifetime.duration()).naive_utc()),
    );
    insert!(tx.connection, records::table, record)?;
    Ok(())
}

/// Deletes the answers whose lifetime is over and says how many there were.
pub fn purge(tx: &mut Tx<'_>) -> Result<usize, StoreError> {
    let now = tx.now().naive_utc();
    Ok(
        diesel::delete(records::table.filter(records::expires_at.lt(now)))
            .execute(tx.connection)?,
    )
}

fn place(owner: &str, key: &str) -> String {
    format!("idempotency_records.answer/{owner}/{key}")
}
