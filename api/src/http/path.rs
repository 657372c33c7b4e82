//! The variables of a request's path.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, web};
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

/// Whether the path is percent-encoded UTF-8 without NUL.
pub(super) fn is_text(path: &str) -> bool {
    // The decoder writes U+FFFD where bytes are no UTF-8; no address of ours holds one.
    form_urlencoded::parse(path.as_bytes()).all(|(name, value)| {
        [name, value]
            .iter()
            .all(|text| !text.contains(['\0', '\u{FFFD}']))
    })
}
