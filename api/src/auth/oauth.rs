//! `POST /oauth/token`: the client credentials grant (RFC 6749 section 4.4), and the public keys.
//!
//! Errors here are those of RFC 6749 section 5.2, not problem documents.

use actix_web::http::StatusCode;
use actix_web::http::header::{AUTHORIZATION, CACHE_CONTROL, WWW_AUTHENTICATE};
use actix_web::{HttpMessage as _, HttpRequest, HttpResponse, get, post, web};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use domain::ids::ClientId;
use percent_encoding::percent_decode_str;
use persistence::StoreError;
use persistence::clients::{self, Client};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;
use utoipa::ToSchema;

use crate::contract::parameters::ReadHeaders;
use crate::credentials::tokens::TOKEN_SECONDS;
use crate::credentials::{Scope, ScopeSet};
use crate::http::body::check_coding;
use crate::http::{IfNoneMatch, OpenAnswer, Optional};
use crate::problems::{AsIs, Problem};
use crate::routes::Routes;
use crate::services::Services;
use crate::settings::Secret;

/// Adds the operations.
pub(crate) fn configure(routes: &mut Routes<'_>) {
    routes.service(token_create).service(key_set_get);
}

/// The largest form that is read, in bytes.
const FORM_LIMIT: usize = 8192;
/// The media type of a token request (RFC 6749 section 4.4.2).
const FORM: &str = "application/x-www-form-urlencoded";
/// The error for another media type.
const NOT_A_FORM: &str = "send a form: Content-Type application/x-www-form-urlencoded";

/// The error for a form that is compressed.
const CODED_FORM: &str = "send the form as it is, without Content-Encoding";

/// 令牌申请 / A token request, as a form.
#[derive(Deserialize, ToSchema)]
pub struct TokenRequest {
    /// 固定为 `client_credentials` / Always `client_credentials`.
    #[schema(example = "client_credentials")]
    grant_type: Option<String>,
    /// 客户端编号；也可用 HTTP Basic / The client's id; HTTP Basic works too.
    client_id: Option<String>,
    /// 客户端密钥 / The client's secret.
    #[schema(value_type = Option<String>)]
    client_secret: Option<Secret>,
    /// 所需权限，以空格分隔；不写则为全部 / Scopes separated by spaces; all held ones if absent.
    #[schema(example = "people:read people:write")]
    scope: Option<String>,
}

/// 令牌 / A token (RFC 6749 section 5.1).
#[derive(Serialize, ToSchema)]
pub struct TokenAnswer {
    /// 访问令牌 / The access token, a JWT (RFC 9068).
    access_token: String,
    /// 固定为 Bearer / Always `Bearer`.
    #[schema(example = "Bearer")]
    token_type: &'static str,
    /// 有效秒数 / Seconds until it expires.
    #[schema(example = 600)]
    expires_in: i64,
    /// 所授权限 / The granted scopes.
    #[schema(example = "people:read people:write")]
    scope: String,
}

/// 令牌错误 / A token error (RFC 6749 section 5.2).
#[derive(Serialize, ToSchema)]
pub struct TokenError {
    /// 错误代码 / The error code.
    #[schema(example = "invalid_client")]
    error: &'static str,
    /// 说明 / What is wrong.
    error_description: &'static str,
}

/// Why no token is given.
enum Refusal {
    InvalidRequest(&'static str),
    UnsupportedGrant,
    InvalidClient,
    InvalidScope,
    Store(StoreError),
}

/// 取得访问令牌 / Get an access token
///
/// 客户端凭证模式：以表单或 HTTP Basic 提交客户端编号与密钥。令牌有效 10 分钟。
/// 其他媒体类型答复 400 `invalid_request`。 / Client credentials: send the client's id and secret in
/// the form or by HTTP Basic. A token lives ten minutes. Another media type is 400
/// `invalid_request`.
#[utoipa::path(
    request_body(content = TokenRequest, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 200, description = "令牌 / The token", body = TokenAnswer),
        (status = 400, description = "申请有误 / The request is wrong", body = TokenError),
        (status = 401, description = "客户端或密钥不对 / Unknown client or wrong secret", body = TokenError),
        (status = 503, description = "数据库暂不可用 / The database is not available", body = TokenError),
    )
)]
#[post("/oauth/token")]
pub(crate) async fn token_create(
    request: HttpRequest,
    services: web::Data<Services>,
    body: web::Payload,
) -> HttpResponse {
    if !request.content_type().eq_ignore_ascii_case(FORM) {
        return Refusal::InvalidRequest(NOT_A_FORM).into_response();
    }
    if check_coding(request.headers()).is_err() {
        return Refusal::InvalidRequest(CODED_FORM).into_response();
    }
    let result = match body.to_bytes_limited(FORM_LIMIT).await {
        Ok(Ok(bytes)) => answer(&request, &services, &bytes).await,
        _ => Err(Refusal::InvalidRequest("the form cannot be read")),
    };
    match result {
        Ok(token) => HttpResponse::Ok()
            .insert_header((CACHE_CONTROL, "no-store"))
            .json(token),
        Err(refusal) => refusal.into_response(),
    }
}

/// 令牌公钥 / The keys that verify tokens
///
/// JWK 集（RFC 7517）。 / A JWK set (RFC 7517).
#[utoipa::path(
    params(ReadHeaders),
    responses((status = 200, description = "公钥 / The public keys", body = KeySet))
)]
#[get("/.well-known/jwks.json")]
pub(crate) async fn key_set_get(
    services: web::Data<Services>,
    known: Optional<IfNoneMatch>,
) -> Result<HttpResponse, Problem> {
    Ok(OpenAnswer::new(services.signatures.key_set())?.unless(&known))
}

/// 公钥集 / A JWK set (RFC 7517 section 5).
#[derive(Serialize, ToSchema)]
pub struct KeySet {
    /// 公钥 / The keys.
    keys: Vec<serde_json::Map<String, serde_json::Value>>,
}

async fn answer(
    request: &HttpRequest,
    services: &Services,
    form: &[u8],
) -> Result<TokenAnswer, Refusal> {
    let form: TokenRequest = serde_urlencoded::from_bytes(form)
        .map_err(|_| Refusal::InvalidRequest("the form is malformed or repeats a parameter"))?;
    match form.grant_type.as_deref() {
        Some("client_credentials") => {}
        Some(_) => return Err(Refusal::UnsupportedGrant),
        None => return Err(Refusal::InvalidRequest("grant_type is missing")),
    }
    let (id, secret) = credentials(request, &form)?;
    let client = authenticate(services, &id, &secret).await?;
    let held: ScopeSet = client
        .scopes
        .iter()
        .filter_map(|name| name.parse::<Scope>().ok())
        .collect();
    let scopes = match form.scope.as_deref().map(str::trim) {
        None | Some("") => held,
        Some(asked) => {
            let asked = ScopeSet::parse(asked).map_err(|_| Refusal::InvalidScope)?;
            if !held.covers(&asked) {
                return Err(Refusal::InvalidScope);
            }
            asked
        }
    };
    let access_token = services
        .tokens
        .issue(client.id, &scopes, &client.regions)
        .map_err(|error| Refusal::Store(StoreError::Configuration(error.to_string())))?;
    Ok(TokenAnswer {
        access_token,
        token_type: "Bearer",
        expires_in: TOKEN_SECONDS,
        scope: scopes.to_string(),
    })
}

/// The client's id and secret: by HTTP Basic or in the form, not by both (RFC 6749 section 2.3).
fn credentials(request: &HttpRequest, form: &TokenRequest) -> Result<(String, Secret), Refusal> {
    let basic = request
        .headers()
        .get(AUTHORIZATION)
        .map(|header| basic(header.to_str().ok()).ok_or(Refusal::InvalidClient))
        .transpose()?;
    match (basic, &form.client_id, &form.client_secret) {
        (Some(_), _, Some(_)) => Err(Refusal::InvalidRequest("credentials are given twice")),
        (Some((id, _)), Some(other), None) if id != *other => Err(Refusal::InvalidRequest(
            "client_id is another client than that of the Authorization header",
        )),
        (Some(credentials), _, None) => Ok(credentials),
        (None, Some(id), Some(secret)) => Ok((id.clone(), secret.clone())),
        (None, ..) => Err(Refusal::InvalidClient),
    }
}

/// `Basic base64(form-encoded id ":" form-encoded secret)` (RFC 6749 section 2.3.1). Ids and secrets
/// of this service mean the same with and without that encoding, so that both ways of sending them
/// work.
fn basic(header: Option<&str>) -> Option<(String, Secret)> {
    let (scheme, encoded) = header?.split_once(' ')?;
    if !scheme.eq_ignore_ascii_case("basic") {
        return None;
    }
    let joined = String::from_utf8(BASE64.decode(encoded.trim()).ok()?).ok()?;
    let (id, secret) = joined.split_once(':')?;
    Some((form_decoded(id)?, Secret::new(form_decoded(secret)?)))
}

/// A value that is encoded as in `application/x-www-form-urlencoded`.
fn form_decoded(value: &str) -> Option<String> {
    let spaced = value.replace('+', " ");
    let decoded = percent_decode_str(&spaced).decode_utf8().ok()?;
    Some(decoded.into_owned())
}

/// Checks the secret in constant time; an unknown client takes the same path.
async fn authenticate(services: &Services, id: &str, secret: &Secret) -> Result<Client, Refusal> {
    let id: ClientId = id.parse().map_err(|_| Refusal::InvalidClient)?;
    let client = services
        .store
        .read(move |reader| clients::find(reader, id))
        .await
        .map_err(Refusal::Store)?;
    let given = secret_hash(secret);
    let expected = client
        .as_ref()
        .map_or(&[0_u8; 32][..], |client| &client.secret_hash);
    let right = bool::from(given.as_slice().ct_eq(expected));
    client
        .filter(|client| right && client.disabled_at.is_none())
        .ok_or(Refusal::InvalidClient)
}

/// What is stored of a client's secret: its SHA-256. The secret itself has 256 random bits, so
/// there is nothing to guess and no slow hash is needed.
pub fn secret_hash(secret: &Secret) -> Vec<u8> {
    Sha256::digest(secret.expose().as_bytes()).to_vec()
}

impl Refusal {
    fn into_response(self) -> HttpResponse {
        let (status, error, error_description) = match self {
            Self::InvalidRequest(text) => (StatusCode::BAD_REQUEST, "invalid_request", text),
            Self::UnsupportedGrant => (
                StatusCode::BAD_REQUEST,
                "unsupported_grant_type",
                "only client_credentials is supported",
            ),
            Self::InvalidScope => (
                StatusCode::BAD_REQUEST,
                "invalid_scope",
                "a scope is unknown or was not granted to this client",
            ),
            Self::InvalidClient => (
                StatusCode::UNAUTHORIZED,
                "invalid_client",
                "the client is unknown or disabled, or its secret is wrong",
            ),
            Self::Store(error) => {
                tracing::error!(%error, "no token could be issued");
                (
                    StatusCode::SERVICE_UNAVAILABLE,
                    "temporarily_unavailable",
                    "try again later",
                )
            }
        };
        let mut response = HttpResponse::build(status);
        response.insert_header((CACHE_CONTROL, "no-store"));
        if status == StatusCode::UNAUTHORIZED {
            response.insert_header((WWW_AUTHENTICATE, "Basic realm=\"yongwei\""));
        }
        if status == StatusCode::SERVICE_UNAVAILABLE {
            response.insert_header(("Retry-After", "1"));
        }
        let mut response = response.json(TokenError {
            error,
            error_description,
        });
        response.extensions_mut().insert(AsIs);
        response
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn basic_credentials_are_read_in_every_form_of_the_rfc() {
        let read = |pair: &str| {
            let header = format!("Basic {}", BASE64.encode(pair));
            basic(Some(&header)).map(|(id, secret)| (id, secret.expose().to_owned()))
        };
        let same = Some(("0193-7a00".to_owned(), "beef".to_owned()));
        assert_eq!(read("0193-7a00:beef"), same);
        assert_eq!(read("0193%2D7a00:%62eef"), same);
        let odd = Some(("a b".to_owned(), "c:d+e%".to_owned()));
        assert_eq!(read("a+b:c%3Ad%2Be%25"), odd);
        for wrong in ["no-colon", "%ff:secret"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
