//! The types of the domain as columns.
//!
//! A row is read into them directly. What is written or compared with is wrapped in [`Col`], because
//! diesel makes expressions of its own types and of this crate's only.

use std::any::type_name;
use std::collections::BTreeSet;
use std::fmt::{Display, from_fn};

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::backend::Backend;
use diesel::deserialize::{self, FromSql, Queryable};
use diesel::expression::AsExpression;
use diesel::sql_types::{Nullable, SingleValue, Text, Timestamp};
use domain::attachments::{AttachmentState, MediaType};
use domain::documents::DocumentKind;
use domain::identity::{CreditCode, PersonName, Sex};
use domain::ids;
use domain::intake::State;
use domain::organisations::OrganisationKind;
use domain::people::{FileOrigin, LifeStatus, MatchStatus};
use domain::policy::OriginBasis;
use domain::receipts::{Proposal, ReceiptKind};
use domain::regions::RegionCode;
use domain::text::Line;
use serde::de::value::Error as NotAWord;
use serde::de::{Deserialize as _, IntoDeserializer};
use serde::ser::Serialize as _;
use serde_json::Value;
use uuid::Uuid;

use crate::cases::EnclosureKind;
use crate::connection::MultiBackend;
use crate::error::StoreError;

/// A value as a column holds it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Col<T>(pub(crate) T);

/// A type that a column of text holds.
pub(crate) trait Word: Sized {
    fn write(&self) -> String;
    fn read(stored: &str) -> Option<Self>;
}

/// What a column can be compared with.
pub(crate) trait Store {
    type Sql: SingleValue;
    type Stored: AsExpression<Self::Sql>;

    fn store(&self) -> Self::Stored;
}

/// What a column can be read into.
pub(crate) trait Load: Store + Sized {
    fn load(stored: Self::Stored) -> deserialize::Result<Self>;
}

impl<W: Word> Store for W {
    type Sql = Text;
    type Stored = String;

    fn store(&self) -> String {
        self.write()
    }
}

impl<W: Word> Load for W {
    /// The error does not repeat what is stored; diesel names the column.
    fn load(stored: String) -> deserialize::Result<Self> {
        W::read(&stored).ok_or_else(|| format!("no {}", type_name::<W>()).into())
    }
}

impl<W: Word> Store for Option<W> {
    type Sql = Nullable<Text>;
    type Stored = Option<String>;

    fn store(&self) -> Option<String> {
        self.as_ref().map(W::write)
    }
}

impl<W: Word> Load for Option<W> {
    fn load(stored: Option<String>) -> deserialize::Result<Self> {
        stored.map(W::load).transpose()
    }
}

impl Store for DateTime<Utc> {
    type Sql = Timestamp;
    type Stored = NaiveDateTime;

    fn store(&self) -> NaiveDateTime {
        self.naive_utc()
    }
}

impl Load for DateTime<Utc> {
    fn load(stored: NaiveDateTime) -> deserialize::Result<Self> {
        Ok(stored.and_utc())
    }
}

impl<S: Store> AsExpression<S::Sql> for Col<S> {
    type Expression = <S::Stored as AsExpression<S::Sql>>::Expression;

    fn as_expression(self) -> Self::Expression {
        AsExpression::<S::Sql>::as_expression(self.0.store())
    }
}

impl<S: Store> AsExpression<S::Sql> for &Col<S> {
    type Expression = <S::Stored as AsExpression<S::Sql>>::Expression;

    fn as_expression(self) -> Self::Expression {
        AsExpression::<S::Sql>::as_expression(self.0.store())
    }
}

impl<L: Load, DB: Backend> FromSql<L::Sql, DB> for Col<L>
where
    L::Stored: FromSql<L::Sql, DB>,
{
    fn from_sql(stored: DB::RawValue<'_>) -> deserialize::Result<Self> {
        L::load(FromSql::<L::Sql, DB>::from_sql(stored)?).map(Self)
    }

    fn from_nullable_sql(stored: Option<DB::RawValue<'_>>) -> deserialize::Result<Self> {
        L::load(FromSql::<L::Sql, DB>::from_nullable_sql(stored)?).map(Self)
    }
}

impl<L, ST: SingleValue, DB: Backend> Queryable<ST, DB> for Col<L>
where
    Self: FromSql<ST, DB>,
{
    type Row = Self;

    fn build(row: Self) -> deserialize::Result<Self> {
        Ok(row)
    }
}

/// Values for a comparison with any of several.
pub(crate) fn texts<'a, W: Word + 'a>(values: impl IntoIterator<Item = &'a W>) -> Vec<String> {
    values.into_iter().map(W::write).collect()
}

impl FromSql<Timestamp, MultiBackend> for DateTime<Utc> {
    fn from_sql(stored: <MultiBackend as Backend>::RawValue<'_>) -> deserialize::Result<Self> {
        Self::load(FromSql::<Timestamp, MultiBackend>::from_sql(stored)?)
    }
}

macro_rules! from_text {
    ($(@[$($generics:tt)*])? $type:ty) => {
        impl $(<$($generics)*>)? FromSql<Text, MultiBackend> for $type {
            fn from_sql(
                stored: <MultiBackend as Backend>::RawValue<'_>,
            ) -> deserialize::Result<Self> {
                Self::load(FromSql::<Text, MultiBackend>::from_sql(stored)?)
            }
        }
    };
}

macro_rules! read_directly {
    ($(@[$($generics:tt)*])? $type:ty) => {
        from_text!($(@[$($generics)*])? $type);

        impl $(<$($generics)*>)? Queryable<Text, MultiBackend> for $type {
            type Row = Self;

            fn build(row: Self) -> deserialize::Result<Self> {
                Ok(row)
            }
        }
    };
}

/// Types whose word in a column is the one that stands for them in JSON.
macro_rules! words_of_json {
    ($($(@[$($generics:tt)*])? $type:ty),+ $(,)?) => {$(
        impl $(<$($generics)*>)? Word for $type {
            fn write(&self) -> String {
                from_fn(|formatter| self.serialize(formatter)).to_string()
            }

            fn read(stored: &str) -> Option<Self> {
                Self::deserialize(IntoDeserializer::<NotAWord>::into_deserializer(stored)).ok()
            }
        }

        read_directly!($(@[$($generics)*])? $type);
    )+};
}

words_of_json! {
    Uuid, ids::AttachmentId, ids::AuditId, ids::CaseEntryId, ids::CaseId, ids::ClientId,
    ids::ReceiptId, ids::DeedId, ids::DocumentId, ids::EventId, ids::HistoryEntryId,
    ids::MatchTaskId, ids::OfficerId, ids::OrganisationId, ids::PersonId, ids::RecognitionId,
    ids::CommendationId, ids::ConsentId, ids::HouseholdId, ids::PlaqueId, ids::PublicId, ids::RoundId, ids::StudioId,
    AttachmentState, DocumentKind, EnclosureKind, FileOrigin, LifeStatus, MatchStatus, MediaType,
    OrganisationKind, OriginBasis, Proposal, ReceiptKind, RegionCode, Sex, State,
    PersonName, @[const MAX: usize] Line<MAX>,
}

/// Without a form in JSON.
impl Word for CreditCode {
    fn write(&self) -> String {
        self.to_string()
    }

    fn read(stored: &str) -> Option<Self> {
        Self::parse(stored).ok()
    }
}
read_directly!(CreditCode);

impl Word for Value {
    fn write(&self) -> String {
        self.to_string()
    }

    fn read(stored: &str) -> Option<Self> {
        serde_json::from_str(stored).ok()
    }
}
read_directly!(Value);

/// Words with a space between each two.
impl Word for BTreeSet<String> {
    fn write(&self) -> String {
        let words: Vec<&str> = self.iter().map(String::as_str).collect();
        words.join(" ")
    }

    fn read(stored: &str) -> Option<Self> {
        Some(stored.split_whitespace().map(str::to_owned).collect())
    }
}
read_directly!(BTreeSet<String>);

/// Likewise; diesel reads any list into a member already.
impl Word for Vec<RegionCode> {
    fn write(&self) -> String {
        let codes: Vec<&str> = self.iter().map(RegionCode::as_str).collect();
        codes.join(" ")
    }

    fn read(stored: &str) -> Option<Self> {
        let codes = stored.split_whitespace().map(RegionCode::parse);
        codes.collect::<Result<_, _>>().ok()
    }
}
from_text!(Vec<RegionCode>);

/// The error for anything else that a column cannot hold; `what` names the column.
pub(crate) fn corrupt<E: Display>(what: &'static str) -> impl Fn(E) -> StoreError {
    move |error| StoreError::Corrupt(format!("{what}: {error}"))
}
