//! The answer to HEAD: that of GET without its content (RFC 9110 section 9.3.2).

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use actix_web::body::{BodySize, BoxBody, MessageBody};
use actix_web::web::Bytes;

/// Keeps the length of the content, so that `Content-Length` stays, and sends none of it.
pub(super) fn without_content(body: &BoxBody) -> BoxBody {
    BoxBody::new(NoContent(body.size()))
}

struct NoContent(BodySize);

impl MessageBody for NoContent {
    type Error = Infallible;

    fn size(&self) -> BodySize {
        self.0
    }

    fn poll_next(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, Self::Error>>> {
        Poll::Ready(None)
    }
}
