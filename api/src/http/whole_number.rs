//! Whole numbers of a JSON body. JSON Schema counts `3.0` as an integer, serde does not.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserializer;
use serde::de::{Error, Unexpected, Visitor};

/// For `#[serde(default, deserialize_with = "whole_number")]` on an `Option`: a whole number that
/// `T` can hold, `null`, or nothing.
pub fn whole_number<'de, T, D>(deserializer: D) -> Result<Option<T>, D::Error>
where
    T: TryFrom<u64>,
    D: Deserializer<'de>,
{
    deserializer.deserialize_any(WholeNumber(PhantomData))
}

/// The same for a number that must be there.
pub fn required_whole_number<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: TryFrom<u64>,
    D: Deserializer<'de>,
{
    whole_number(deserializer)?
        .ok_or_else(|| Error::invalid_type(Unexpected::Unit, &"a whole number"))
}

struct WholeNumber<T>(PhantomData<T>);

impl<T: TryFrom<u64>> Visitor<'_> for WholeNumber<T> {
    type Value = Option<T>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a whole number")
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Self::Value, E> {
        T::try_from(number)
            .map(Some)
            .map_err(|_| E::invalid_value(Unexpected::Unsigned(number), &self))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Self::Value, E> {
        // A whole float is written without a fraction.
        match number.to_string().parse() {
            Ok(whole) => self.visit_u64(whole),
            Err(_) => Err(E::invalid_type(Unexpected::Float(number), &self)),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    #[derive(Deserialize)]
    struct Graded {
        #[serde(default, deserialize_with = "super::whole_number")]
        grade: Option<u8>,
    }

    fn grade(json: &str) -> Result<Option<u8>, ()> {
        serde_json::from_str::<Graded>(json)
            .map(|graded| graded.grade)
            .map_err(drop)
    }

    #[test]
    fn a_whole_number_may_be_written_with_a_fraction_of_nothing() {
        assert_eq!(grade(r#"{"grade":3}"#), Ok(Some(3)));
        assert_eq!(grade(r#"{"grade":3.0}"#), Ok(Some(3)));
        assert_eq!(grade(r#"{"grade":null}"#), Ok(None));
        assert_eq!(grade("{}"), Ok(None));
    }

    #[test]
    fn anything_else_is_refused() {
        for number in ["3.5", "-1", "-1.0", "256", "1e300", "\"3\"", "true", "[]"] {
            assert_eq!(
                grade(&format!("{{\"grade\":{number}}}")),
                Err(()),
                "{number}"
            );
        }
    }
}
