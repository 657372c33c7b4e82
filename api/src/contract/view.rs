/// What is answered: each member once, with its type and where its value comes from. A member that is
/// `None` is left out.
macro_rules! view {
    (
        $(#[$meta:meta])*
        $vis:vis $name:ident of $source:tt: $type_of_source:ty $(where $param:ident: $bound:path)? {
            $($(#[$of_member:meta])* $member:ident: $type:ty = $value:expr,)+
        }
    ) => {
        #[serde_with::skip_serializing_none]
        #[derive(Debug, serde::Serialize, utoipa::ToSchema)]
        $(#[$meta])*
        $vis struct $name {
            $($(#[$of_member])* $member: $type,)+
        }

        impl$(<$param: $bound>)? From<$type_of_source> for $name {
            fn from($source: $type_of_source) -> Self {
                Self { $($member: $value,)+ }
            }
        }
    };
}
pub(crate) use view;
