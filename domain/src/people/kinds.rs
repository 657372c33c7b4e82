use serde::{Deserialize, Serialize};

/// Enums that are written as one word, in the store and on the wire alike.
macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal,)+ })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        pub enum $name {
            $($(#[$variant_doc])* #[serde(rename = $word)] $variant,)+
        }

        impl $name {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// The word for it.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }

            /// What the word stands for.
            #[must_use]
            pub fn parse(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|kind| kind.as_str() == word)
            }
        }
    )+};
}

kinds! {
    /// How a file came to be.
    FileOrigin {
        /// Registered by the committee that keeps it.
        Registered = "registered",
        /// Taken over from an earlier publication or paper file, and possibly incomplete.
        Historic = "historic",
    }

    /// Whether the person lives.
    LifeStatus {
        /// The person lives.
        Living = "living",
        /// The person has died.
        Deceased = "deceased",
        /// Nobody has said.
        Unknown = "unknown",
    }

    /// Where the matching of two files stands.
    MatchStatus {
        /// The city has not decided yet.
        Open = "open",
        /// They were one person and are one file now.
        Merged = "merged",
        /// They are two people, or the city leaves them apart.
        Dismissed = "dismissed",
    }
}
