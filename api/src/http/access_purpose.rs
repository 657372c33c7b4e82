//! The purpose of a read of sensitive data.

use domain::named_enum;
use domain::receipts::Text;
use utoipa::openapi::schema::{Object, ObjectBuilder, Type};

use super::headers::HeaderType;
use crate::problems::Code;

named_enum! {
    /// 查阅敏感信息的目的 / The purpose of a sensitive read, as the `Access-Purpose` header says it.
    ///
    /// It is kept in the access log that the person may see (Personal Information Protection Law,
    /// articles 6 and 44).
    AccessPurpose {
        Confirmation = "confirmation", "确认见义勇为", "to confirm an act of bravery";
        Commendation = "commendation", "表彰、表扬", "to commend";
        Assistance = "assistance", "帮扶", "to care for a person or family";
        Payment = "payment", "发放奖金、慰问金", "to pay money out";
        Correction = "correction", "更正档案", "to correct the file";
        Matching = "matching", "核对是否同一人", "to find out whether two files are one person";
        LegalProceedings = "legal_proceedings", "诉讼、复议、监察", "a court, a reconsideration, a supervision case";
        SubjectRequest = "subject_request", "本人申请查阅", "the person's own request";
    }
}

impl HeaderType for AccessPurpose {
    const NAME: &'static str = "Access-Purpose";
    const MISSING: Code = Code::AccessPurposeRequired;
    const EXAMPLE: &'static str = "assistance";

    fn form() -> Text {
        let mut names = String::new();
        for purpose in Self::ALL {
            names += purpose.as_str();
            names.push(' ');
        }
        Text::new(
            format!("只能取以下之一：{names}"),
            format!("one of: {names}"),
        )
    }

    fn parse(values: &[&str]) -> Option<Self> {
        match values {
            [one] => one.parse().ok(),
            _ => None,
        }
    }

    fn schema() -> Object {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .enum_values(Some(Self::ALL.iter().map(|purpose| purpose.as_str())))
            .build()
    }
}
