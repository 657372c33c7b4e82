use std::{fmt::Debug, hash::Hash};

use serde::{Serialize, de::DeserializeOwned};

use crate::decisions::Text;

/// One of a fixed list of words: a state, a step, a kind. Each has a code for machines and a text for
/// people. `named_enum!` makes them.
pub trait Word:
    Debug
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
    + 'static
{
    /// Every word, in the order in which people read them.
    fn all() -> Vec<Self>;

    /// The stable `snake_case` code.
    fn as_str(self) -> &'static str;

    /// The word in Chinese and English.
    fn text(self) -> Text;

    /// The word of that code.
    #[must_use]
    fn of_code(code: &str) -> Option<Self> {
        Self::all().into_iter().find(|word| word.as_str() == code)
    }
}

/// A list of words that is a procedure's own and then those that every procedure has, written alike.
macro_rules! own_and_shared {
    ($(#[$doc:meta])+ $name:ident of $shared:ty) => {
        $(#[$doc])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name<W> {
            /// The procedure's own.
            Own(W),
            /// One that every procedure may have.
            Shared($shared),
        }

        impl<W: $crate::procedure::Word> $crate::procedure::Word for $name<W> {
            fn all() -> Vec<Self> {
                let shared = <$shared>::ALL.iter().copied().map(Self::Shared);
                W::all().into_iter().map(Self::Own).chain(shared).collect()
            }

            fn as_str(self) -> &'static str {
                match self {
                    Self::Own(own) => own.as_str(),
                    Self::Shared(shared) => shared.as_str(),
                }
            }

            fn text(self) -> $crate::decisions::Text {
                match self {
                    Self::Own(own) => own.text(),
                    Self::Shared(shared) => shared.text(),
                }
            }
        }

        impl<W: $crate::procedure::Word> serde::Serialize for $name<W> {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str($crate::procedure::Word::as_str(*self))
            }
        }

        impl<'de, W: $crate::procedure::Word> serde::Deserialize<'de> for $name<W> {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let code = String::deserialize(deserializer)?;
                $crate::procedure::Word::of_code(&code)
                    .ok_or_else(|| serde::de::Error::custom("an unknown word"))
            }
        }
    };
}
pub(super) use own_and_shared;
