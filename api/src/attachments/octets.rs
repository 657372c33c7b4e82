//! The body of a part: bytes as they are.

use actix_web::dev::Payload;
use actix_web::web::Bytes;
use actix_web::{FromRequest, HttpMessage as _, HttpRequest};
use domain::attachments::PART_BYTES;
use futures_util::future::LocalBoxFuture;
use utoipa::ToSchema;

use crate::http::body::read_limited;
use crate::problems::{Code, Problem};

// As an extractor: at most one part; another media type is 415, more bytes are 413.
/// 字节 / Bytes as they are.
#[derive(Debug, ToSchema)]
#[schema(value_type = String, format = Binary)]
pub(super) struct Octets(pub(super) Bytes);

impl FromRequest for Octets {
    type Error = Problem;
    type Future = LocalBoxFuture<'static, Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let fits = request.content_type() == "application/octet-stream";
        let declared = request.headers().clone();
        let payload = payload.take();
        Box::pin(async move {
            if !fits {
                return Err(Problem::new(Code::UnsupportedMediaType).detail(
                    "请以 Content-Type: application/octet-stream 发送分段",
                    "Send the part as Content-Type: application/octet-stream",
                ));
            }
            let limit = usize::try_from(PART_BYTES).map_err(Problem::internal)?;
            read_limited(&declared, payload, limit).await.map(Self)
        })
    }
}
