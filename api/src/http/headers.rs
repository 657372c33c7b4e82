//! Typed request headers. `Required<T>` and `Optional<T>` extract any [`HeaderType`]; a header that
//! is present but badly formed is always refused, never ignored.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use domain::ids::OfficerId;
use domain::named_enum;
use domain::receipts::Text;
use utoipa::IntoParams;
use utoipa::openapi::path::{Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::schema::{Object, ObjectBuilder, Type};

use crate::problems::{Code, Problem};

/// A header that parses into a type.
pub trait HeaderType: Sized {
    /// Its name, as the contract writes it.
    const NAME: &'static str;
    /// What a caller gets who leaves it out where it is required.
    const MISSING: Code;
    /// An example for the contract.
    const EXAMPLE: &'static str;

    /// How it is written.
    fn form() -> Text;

    /// Parses all values of the header; there is at least one.
    fn parse(values: &[&str]) -> Option<Self>;

    /// What a schema can say of it; text unless there is more to say.
    fn schema() -> Object {
        Object::with_type(Type::String)
    }
}

/// A header that must be there.
#[derive(Debug)]
pub struct Required<T>(pub T);

/// A header that may be absent.
#[derive(Debug)]
pub struct Optional<T>(pub Option<T>);

impl<T: HeaderType> FromRequest for Required<T> {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(
            read(request).and_then(|found| found.map(Self).ok_or_else(|| Problem::new(T::MISSING))),
        )
    }
}

impl<T: HeaderType> FromRequest for Optional<T> {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(read(request).map(Self))
    }
}

impl<T: HeaderType> IntoParams for Required<T> {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        vec![parameter::<T>(utoipa::openapi::Required::True)]
    }
}

impl<T: HeaderType> IntoParams for Optional<T> {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        vec![parameter::<T>(utoipa::openapi::Required::False)]
    }
}

/// The header in the contract.
fn parameter<T: HeaderType>(required: utoipa::openapi::Required) -> Parameter {
    let Text { zh, en } = T::form();
    ParameterBuilder::new()
        .name(T::NAME)
        .parameter_in(ParameterIn::Header)
        .required(required)
        .description(Some(format!("{zh} / {en}")))
        .schema(Some(T::schema()))
        .example(Some(T::EXAMPLE.into()))
        .build()
}

fn read<T: HeaderType>(request: &HttpRequest) -> Result<Option<T>, Problem> {
    let values: Option<Vec<&str>> = request
        .headers()
        .get_all(T::NAME)
        .map(|value| value.to_str().ok())
        .collect();
    match values.as_deref() {
        Some([]) => Ok(None),
        Some(values) => T::parse(values).map(Some).ok_or_else(malformed::<T>),
        None => Err(malformed::<T>()),
    }
}

fn malformed<T: HeaderType>() -> Problem {
    let Text { zh, en } = T::form();
    Problem::new(Code::InvalidHeader)
        .detail(format!("{}：{zh}", T::NAME), format!("{}: {en}", T::NAME))
        .with("header", T::NAME.into())
}

/// The caller's own name for one effect: repeated calls with it have that effect once.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct IdempotencyKey(String);

impl IdempotencyKey {
    /// 1 to 255 visible ASCII characters.
    pub fn parse(text: &str) -> Option<Self> {
        is_visible(text, 255).then(|| Self(text.to_owned()))
    }

    /// The key as sent.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl HeaderType for IdempotencyKey {
    const NAME: &'static str = "Idempotency-Key";
    const MISSING: Code = Code::InvalidHeader;
    const EXAMPLE: &'static str = "2f1c0a5e-report-1";

    fn form() -> Text {
        Text::new(
            "1 至 255 个可见 ASCII 字符，且只能出现一次",
            "1 to 255 visible ASCII characters, once",
        )
    }

    fn parse(values: &[&str]) -> Option<Self> {
        Self::parse(only(values)?)
    }
}

/// The officer on whose behalf a client acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OnBehalfOf(pub OfficerId);

impl HeaderType for OnBehalfOf {
    const NAME: &'static str = "On-Behalf-Of";
    const MISSING: Code = Code::OfficerRequired;
    const EXAMPLE: &'static str = "01980000-0000-7000-8000-000000000001";

    fn form() -> Text {
        Text::new(
            "已登记工作人员的编号（UUID）",
            "the id of a registered officer (UUID)",
        )
    }

    fn parse(values: &[&str]) -> Option<Self> {
        only(values)?.parse().ok().map(Self)
    }
}

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
        let names: String = Self::ALL
            .iter()
            .flat_map(|purpose| [purpose.as_str(), " "])
            .collect();
        Text::new(
            format!("只能取以下之一：{names}"),
            format!("one of: {names}"),
        )
    }

    fn parse(values: &[&str]) -> Option<Self> {
        only(values)?.parse().ok()
    }

    fn schema() -> Object {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .enum_values(Some(Self::ALL.iter().map(|purpose| purpose.as_str())))
            .build()
    }
}

/// The value of a header that may come once only.
pub(super) fn only<'a>(values: &[&'a str]) -> Option<&'a str> {
    match values {
        [one] => Some(one),
        _ => None,
    }
}

/// Whether `text` is 1 to `longest` visible ASCII characters.
pub(super) fn is_visible(text: &str, longest: usize) -> bool {
    (1..=longest).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic())
}
