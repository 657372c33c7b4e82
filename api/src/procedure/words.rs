//! Words of whichever procedure on the wire: one list of values for all of them.

use std::borrow::Cow;

use serde::Serialize;
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::Schema;
use utoipa::{PartialSchema, ToSchema};

use super::registry;
use crate::words::described;

macro_rules! codes {
    ($($zh:literal / $en:literal $name:ident from $words:path, $schema:literal;)+) => {$(
        #[doc = concat!($zh, " / ", $en)]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
        #[serde(transparent)]
        pub(crate) struct $name(pub(crate) &'static str);

        impl PartialSchema for $name {
            fn schema() -> RefOr<Schema> {
                described(concat!($zh, " / ", $en), $words().into_iter())
            }
        }

        impl ToSchema for $name {
            fn name() -> Cow<'static, str> {
                Cow::Borrowed($schema)
            }
        }
    )+};
}

codes! {
    "案件状态" / "How far a case has come" StateCode from registry::states, "CaseState";
    "办理步骤" / "A step of a procedure" StepCode from registry::steps, "Step";
    "步骤的条件" / "A condition of a step" ConditionCode from registry::conditions, "StepCondition";
    "期限种类" / "What a clock measures" ClockKindCode from registry::clocks, "ClockKind";
    "决定种类" / "What was decided in a case" OutcomeCode from registry::outcomes, "CaseDecisionKind";
    "不予确认的理由" / "Why something is refused" RefusalWord from registry::refusals, "RefusalCode";
    "步骤产生的文书" / "A document that a step calls for" StepDocumentCode from registry::documents, "StepDocument";
}
