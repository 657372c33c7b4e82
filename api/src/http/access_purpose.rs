//! Why somebody reads sensitive data.

use serde::Serialize;
use utoipa::ToSchema;
use utoipa::openapi::schema::{Object, ObjectBuilder, Type};

use super::headers::HeaderType;
use crate::problems::Code;

macro_rules! purposes {
    ($( $variant:ident $name:literal $doc:literal; )+) => {
        /// The purpose of a sensitive read, as the `Access-Purpose` header says it. It is kept in
        /// the access log that the person may see (Personal Information Protection Law, articles 6
        /// and 44).
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, ToSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum AccessPurpose {
            $( #[doc = $doc] $variant, )+
        }

        impl AccessPurpose {
            /// All purposes.
            pub const ALL: &[Self] = &[$( Self::$variant, )+];

            /// The name on the wire and in the audit.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $( Self::$variant => $name, )+ }
            }
        }

        impl HeaderType for AccessPurpose {
            const NAME: &'static str = "Access-Purpose";
            const MISSING: Code = Code::AccessPurposeRequired;
            const FORM: (&'static str, &'static str) = (
                concat!("只能取以下之一：", $( $name, " ", )+),
                concat!("one of: ", $( $name, " ", )+),
            );
            const EXAMPLE: &'static str = "assistance";

            fn parse(values: &[&str]) -> Option<Self> {
                match values {
                    [one] => Self::ALL.iter().copied().find(|purpose| purpose.as_str() == *one),
                    _ => None,
                }
            }

            fn schema() -> Object {
                ObjectBuilder::new()
                    .schema_type(Type::String)
                    .enum_values(Some([$( $name, )+]))
                    .build()
            }
        }
    };
}

purposes! {
    Confirmation "confirmation" "To confirm an act of bravery / 确认见义勇为.";
    Commendation "commendation" "To commend / 表彰、表扬.";
    Assistance "assistance" "To care for a person or family / 帮扶.";
    Payment "payment" "To pay money out / 发放奖金、慰问金.";
    Correction "correction" "To correct the file / 更正档案.";
    Matching "matching" "To find out whether two files are one person / 核对是否同一人.";
    LegalProceedings "legal_proceedings" "A court, a reconsideration, a supervision case / 诉讼、复议、监察.";
    SubjectRequest "subject_request" "The person's own request / 本人申请查阅.";
}
