//! The variables of a request's path.

use std::fmt::Display;
use std::future::{Ready, ready};
use std::str::FromStr;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, web};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use url::form_urlencoded;

use crate::problems::{Code, Problem};

/// The typed variables of a path.
///
/// An id that is no id names nothing, so it is answered like an unknown one: 404. Only bytes that
/// are no text at all are 400 `invalid_path`.
#[derive(Debug)]
pub struct Path<T>(pub T);

impl<T: DeserializeOwned + 'static> FromRequest for Path<T> {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        if !is_text(request.uri().path()) {
            return ready(Err(Problem::new(Code::InvalidPath)));
        }
        ready(
            web::Path::<T>::from_request(request, payload)
                .into_inner()
                .map(|path| Self(path.into_inner()))
                .map_err(|_| Problem::not_found()),
        )
    }
}

/// A whole number in a path. It has one spelling, without sign and leading zeros: under another one
/// nothing is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String", bound = "T: FromStr + Display")]
pub struct Number<T>(pub T);

impl<T: FromStr + Display> TryFrom<String> for Number<T> {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse::<T>()
            .ok()
            .filter(|number| number.to_string() == text)
            .map(Self)
            .ok_or("no whole number in its one spelling")
    }
}

/// Whether the path is percent-encoded UTF-8 without NUL.
pub(super) fn is_text(path: &str) -> bool {
    // The decoder writes U+FFFD where bytes are no UTF-8; no address of ours holds one.
    form_urlencoded::parse(path.as_bytes()).all(|(name, value)| {
        [name, value]
            .iter()
            .all(|text| !text.contains(['\0', '\u{FFFD}']))
    })
}

#[cfg(test)]
mod tests {
    use super::Number;

    #[test]
    fn a_number_has_one_spelling() {
        let read = |text: &str| Number::<i32>::try_from(text.to_owned()).ok();
        assert_eq!(read("1"), Some(Number(1)));
        assert_eq!(read("2026"), Some(Number(2026)));
        for other in ["01", "+1", "-0", "1.0", " 1", "1 ", "１", "", "99999999999"] {
            assert_eq!(read(other), None, "{other}");
        }
    }
}
