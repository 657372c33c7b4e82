//! One way to make an enum whose values have a name in JSON, in the database and in the contract, and
//! words for people.

use std::{
    fmt::{Debug, Display},
    hash::Hash,
    str::FromStr,
};

use serde::{Serialize, de::DeserializeOwned};

use crate::receipts::Text;

/// An enum whose values have names and texts. [`named_enum!`](crate::named_enum) makes them.
pub trait NamedEnum:
    Debug
    + Display
    + Clone
    + Copy
    + PartialEq
    + Eq
    + PartialOrd
    + Ord
    + Hash
    + Send
    + Sync
    + Serialize
    + DeserializeOwned
    + FromStr<Err = UnknownName>
    + 'static
{
    /// Its name in the contract.
    const SCHEMA: &'static str;

    /// What its values say: `中文 / English` where it is part of the contract.
    const TITLE: &'static str;

    /// Every value, in the order in which people read them.
    fn all() -> Vec<Self>;

    /// The name in JSON, in the database and in policy files.
    fn as_str(self) -> &'static str;

    /// The name for people.
    fn text(self) -> Text;
}

/// No value of the enum has this name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no {0} has this name")]
pub struct UnknownName(pub &'static str);

/// Makes an enum of named values. The first line of its documentation is [`NamedEnum::TITLE`]; the
/// texts of a value are the first line of its documentation. `as` gives it another name in the
/// contract. An enum without texts has names alone and is no [`NamedEnum`].
#[macro_export]
macro_rules! named_enum {
    (
        #[doc = $title:literal] $(#[$meta:meta])*
        $enum:ident $(as $schema:literal)? {
            $($(#[$note:meta])* $variant:ident = $name:literal, $zh:literal, $en:literal;)+
        }
    ) => {
        $crate::named_enum! {
            #[doc = $title] $(#[$meta])*
            $enum { $(#[doc = concat!($zh, " / ", $en, "\n")] $(#[$note])* $variant = $name;)+ }
        }

        impl $enum {
            /// What it is called, for people.
            pub fn text(self) -> $crate::receipts::Text {
                match self { $(Self::$variant => $crate::receipts::Text::new($zh, $en),)+ }
            }
        }

        impl $crate::named::NamedEnum for $enum {
            const SCHEMA: &'static str = $crate::named_enum!(@first $($schema,)? stringify!($enum));
            const TITLE: &'static str = $title.trim_ascii();

            fn all() -> Vec<Self> {
                Self::ALL.to_vec()
            }

            fn as_str(self) -> &'static str {
                self.as_str()
            }

            fn text(self) -> $crate::receipts::Text {
                self.text()
            }
        }
    };
    (
        $(#[$meta:meta])+
        $enum:ident { $($(#[$note:meta])* $variant:ident = $name:literal;)+ }
    ) => {
        $(#[$meta])+
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash,
            ::serde::Serialize, ::serde::Deserialize,
        )]
        pub enum $enum { $($(#[$note])* #[serde(rename = $name)] $variant,)+ }

        impl $enum {
            /// Every value, in rising order.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// Its name in JSON and in the database.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }
        }

        impl ::std::fmt::Display for $enum {
            fn fmt(&self, formatter: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                formatter.write_str(self.as_str())
            }
        }

        impl ::std::str::FromStr for $enum {
            type Err = $crate::named::UnknownName;

            fn from_str(name: &str) -> Result<Self, Self::Err> {
                let mut all = Self::ALL.iter().copied();
                all.find(|value| value.as_str() == name)
                    .ok_or($crate::named::UnknownName(stringify!($enum)))
            }
        }
    };
    (@first $first:expr $(, $rest:expr)?) => { $first };
}
