/// Declares errors with their codes and their texts in Chinese and English. A text names its limits
/// in braces; they follow it like the arguments of [`format!`].
///
/// ```
/// use domain::error::Coded as _;
///
/// const MOST: usize = 3;
///
/// domain::faults! {
///     /// Why a list is refused.
///     pub enum ListError {
///         Empty = "list_empty", "列表为空", "The list is empty.";
///         TooLong = "list_too_long", "不得超过 {max} 项", "It has at most {max} items.", max = MOST;
///         Item { place: usize } = "list_item", "第 {place} 项无效", "Item {place} is invalid.", place;
///         /// One text for one code: what another type says is named.
///         Missing => domain::error::Required;
///     }
/// }
///
/// domain::faults! {
///     pub struct NotSorted = "list_not_sorted", "列表未排序", "The list is not sorted.";
/// }
///
/// assert_eq!(ListError::TooLong.to_string(), "It has at most 3 items.");
/// assert_eq!(ListError::Missing.at("/list").code, "required");
/// ```
#[macro_export]
macro_rules! faults {
    ($(#[$doc:meta])* $vis:vis enum $name:ident { $(
        $(#[$more:meta])* $variant:ident $({ $($field:ident: $type:ty),+ })?
            $(= $code:literal, $zh:literal, $en:literal $(, $param:ident $(= $value:expr)?)*)?
            $(=> $same:expr)?;
    )+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[allow(clippy::doc_markdown, missing_docs, reason = "the texts say it")]
        $vis enum $name {
            $($(#[doc = $en])? $(#[$more])* $variant $({ $($field: $type),+ })?,)+
        }

        impl $crate::error::Coded for $name {
            fn fault(&self) -> $crate::error::FieldError {
                match self {
                    $(Self::$variant $({ $($field),+ })? => {
                        $($crate::faults!(@fault $code, $zh, $en $(, $param $(= $value)?)*))?
                        $($crate::error::Coded::fault(&$same))?
                    })+
                }
            }
        }

        $crate::faults!(@error $name);
    };
    ($($(#[$more:meta])* $vis:vis struct $name:ident =
        $code:literal, $zh:literal, $en:literal $(, $param:ident = $value:expr)*;)+) => {$(
        #[doc = $en]
        $(#[$more])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[allow(clippy::doc_markdown, reason = "a text of the contract")]
        $vis struct $name;

        impl $crate::error::Coded for $name {
            fn fault(&self) -> $crate::error::FieldError {
                $crate::faults!(@fault $code, $zh, $en $(, $param = $value)*)
            }
        }

        $crate::faults!(@error $name);
    )+};
    (@fault $code:literal, $zh:literal, $en:literal $(, $param:ident $(= $value:expr)?)*) => {{
        const _: () = assert!(!$zh.is_ascii() && $en.is_ascii(), $code);
        $($(let $param = $value;)?)*
        $crate::error::FieldError {
            pointer: String::new(),
            code: $code,
            params: [$((stringify!($param), $param.to_string())),*].into(),
            message: $crate::receipts::Text { zh: format!($zh), en: format!($en) },
        }
    }};
    (@error $name:ident) => {
        impl ::std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                formatter.write_str(&$crate::error::Coded::fault(self).message.en)
            }
        }

        impl ::std::error::Error for $name {}
    };
}
