//! Texts of a body whose limits are part of their type.

use std::borrow::Cow;
use std::ops::Deref;

use serde::{Deserialize, Serialize};
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::Schema;
use utoipa::{PartialSchema, ToSchema};
use validator::{Validate, ValidationError, ValidationErrors};

use crate::contract::texts;

/// One line of text of `MIN` to `MAX` characters.
pub(crate) type BoundedText<const MIN: usize, const MAX: usize> = Bounded<false, MIN, MAX>;

/// Text of `MIN` to `MAX` characters, which may have several paragraphs.
pub(crate) type BoundedParagraphs<const MIN: usize, const MAX: usize> = Bounded<true, MIN, MAX>;

/// A text of `MIN` to `MAX` characters. As with other limits, one that breaks them is read, and
/// refused when what holds it is validated. Whether a line break may stand in it is for the type of
/// the domain that it becomes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Bounded<const PARAGRAPHS: bool, const MIN: usize, const MAX: usize>(String);

impl<const PARAGRAPHS: bool, const MIN: usize, const MAX: usize> Bounded<PARAGRAPHS, MIN, MAX> {
    /// What is on file, as it would be sent.
    pub(crate) fn of(value: &(impl ToString + ?Sized)) -> Self {
        Self(value.to_string())
    }
}

impl<const PARAGRAPHS: bool, const MIN: usize, const MAX: usize> Deref
    for Bounded<PARAGRAPHS, MIN, MAX>
{
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl<const PARAGRAPHS: bool, const MIN: usize, const MAX: usize> Validate
    for Bounded<PARAGRAPHS, MIN, MAX>
{
    fn validate(&self) -> Result<(), ValidationErrors> {
        if (MIN..=MAX).contains(&self.chars().count()) {
            return Ok(());
        }
        let mut fault = ValidationError::new("length");
        if MIN == MAX {
            fault.add_param(Cow::Borrowed("equal"), &MIN);
        } else {
            fault.add_param(Cow::Borrowed("min"), &MIN);
            fault.add_param(Cow::Borrowed("max"), &MAX);
        }
        let mut faults = ValidationErrors::new();
        // A fault of the text as a whole, so that it is shown where the text stands.
        faults.add("__all__", fault);
        Err(faults)
    }
}

impl<const PARAGRAPHS: bool, const MIN: usize, const MAX: usize> PartialSchema
    for Bounded<PARAGRAPHS, MIN, MAX>
{
    fn schema() -> RefOr<Schema> {
        texts::schema(PARAGRAPHS, MIN, MAX).into()
    }
}

impl<const PARAGRAPHS: bool, const MIN: usize, const MAX: usize> ToSchema
    for Bounded<PARAGRAPHS, MIN, MAX>
{
    fn name() -> Cow<'static, str> {
        Cow::Owned(texts::name(PARAGRAPHS, MIN, MAX))
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;
    use validator::Validate;

    use super::BoundedText;
    use crate::problems::from_validator;

    #[derive(Deserialize, Validate)]
    struct ByType {
        #[validate(nested)]
        name: BoundedText<2, 3>,
        #[validate(nested)]
        code: Option<BoundedText<2, 2>>,
    }

    #[derive(Deserialize, Validate)]
    struct ByRule {
        #[validate(length(min = 2, max = 3))]
        name: String,
        #[validate(length(equal = 2))]
        code: Option<String>,
    }

    #[test]
    fn the_type_says_what_the_rule_says() {
        for (name, code, faults) in [
            ("贾秀才", Some("CN"), 0),
            ("贾", None, 1),
            ("贾秀才们", Some("C"), 2),
            ("", Some("CHN"), 2),
        ] {
            let sent = serde_json::json!({ "name": name, "code": code });
            let by_type: ByType = serde_json::from_value(sent.clone()).unwrap();
            let by_rule: ByRule = serde_json::from_value(sent).unwrap();
            let [by_type, by_rule] = [by_type.validate(), by_rule.validate()]
                .map(|report| report.err().as_ref().map_or_else(Vec::new, from_validator));
            assert_eq!(by_type, by_rule, "{name}");
            assert_eq!(by_type.len(), faults, "{name}");
        }
    }
}
