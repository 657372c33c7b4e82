/// An enum whose values have one name on the wire and in policy files, and words in zh and en.
macro_rules! named_enum {
    ($(#[$doc:meta])+ $name:ident { $($(#[$variant_doc:meta])+ $variant:ident = $wire:literal, $zh:literal, $en:literal;)+ }) => {
        $(#[$doc])+
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash,
            serde::Serialize, serde::Deserialize,
        )]
        pub enum $name { $($(#[$variant_doc])+ #[serde(rename = $wire)] $variant,)+ }

        impl $name {
            /// Every value, in rising order.
            pub const ALL: &'static [$name] = &[$($name::$variant,)+];

            /// The name on the wire and in policy files.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $($name::$variant => $wire,)+ }
            }

            /// The name for people.
            #[must_use]
            pub fn text(self) -> $crate::decisions::Text {
                let (zh, en) = match self { $($name::$variant => ($zh, $en),)+ };
                $crate::decisions::Text { zh: zh.to_owned(), en: en.to_owned() }
            }
        }

        impl $crate::procedure::Word for $name {
            fn all() -> Vec<Self> {
                Self::ALL.to_vec()
            }

            fn as_str(self) -> &'static str {
                self.as_str()
            }

            fn text(self) -> $crate::decisions::Text {
                self.text()
            }
        }

        impl From<$name> for $crate::decisions::FactValue {
            fn from(value: $name) -> Self {
                $crate::decisions::FactValue::from(value.as_str())
            }
        }
    };
}
pub(crate) use named_enum;
