//! The few pages that people read in a browser, those that problem types point to among them.
//! Self-contained: no script, no other origin.

use std::fmt::Write as _;

use actix_web::http::header::{self, Accept, Header};
use actix_web::{HttpRequest, HttpResponse, get};
use serde::Serialize;
use utoipa::ToSchema;

use crate::contract::parameters::ReadHeaders;
use crate::http::{IfNoneMatch, OpenAnswer, Optional, Path};
use crate::problems::{Code, Problem};

/// Nothing but the page's own style.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";

const STYLE: &str = "\
:root{color-scheme:light dark;--accent:#b3261e}\
body{font:16px/1.7 system-ui,'PingFang SC','Noto Sans CJK SC','Microsoft YaHei',sans-serif;\
max-width:46rem;margin:3rem auto;padding:0 1.2rem}\
h1{font-size:1.6rem;line-height:1.3;margin-bottom:.2rem}\
h1 small{display:block;font-size:1rem;font-weight:400;opacity:.75}\
code{background:#8881;border-radius:.3rem;padding:.1rem .35rem}\
a{color:var(--accent)}table{border-collapse:collapse;width:100%}\
td,th{text-align:left;vertical-align:top;padding:.45rem .6rem .45rem 0;border-bottom:1px solid #8884}\
.status{color:var(--accent);font-weight:600}";

/// An HTML page with this title and content. Both must be the service's own text.
fn page(title: &str, content: &str) -> HttpResponse {
    HttpResponse::Ok()
        .content_type("text/html; charset=utf-8")
        .insert_header((header::CONTENT_SECURITY_POLICY, POLICY))
        .insert_header((header::VARY, "Accept"))
        .body(format!(
            "<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\">\
             <meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\
             <title>{title}</title><style>{STYLE}</style></head><body>{content}</body></html>"
        ))
}

/// `GET /`: where to go from here.
#[get("/")]
pub(super) async fn landing_get() -> HttpResponse {
    page(
        "勇为 Yongwei",
        "<h1>勇为 <small>Yongwei · 见义勇为事迹与人员登记服务 · \
         the service of record for acts of bravery</small></h1>\
         <p>绝不让见义勇为者成为无名英雄。</p><ul>\
         <li><a href=\"/swagger-ui/\">Swagger UI</a>：在浏览器中试用 / try it in the browser</li>\
         <li><a href=\"/openapi.json\">openapi.json</a>：接口约定 / the contract</li>\
         <li><a href=\"/problems\">/problems</a>：问题代码 / problem codes</li>\
         <li><a href=\"/readyz\">/readyz</a>：运行状态 / whether it is ready</li></ul>",
    )
}

/// 问题代码的说明 / The explanation of one problem code.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ProblemType {
    /// 稳定的代码 / The stable code.
    #[schema(example = "not_found")]
    code: &'static str,
    /// HTTP 状态码 / The HTTP status.
    #[schema(minimum = 400, maximum = 599, example = 404)]
    status: u16,
    /// 中文标题 / The title in Chinese.
    title_zh: &'static str,
    /// 英文标题 / The title in English.
    title_en: &'static str,
    /// 中文说明 / What happened and what to do, in Chinese.
    help_zh: &'static str,
    /// 英文说明 / What happened and what to do, in English.
    help_en: &'static str,
}

impl From<Code> for ProblemType {
    fn from(code: Code) -> Self {
        Self {
            code: code.as_str(),
            status: code.status().as_u16(),
            title_zh: code.title_zh(),
            title_en: code.title_en(),
            help_zh: code.help_zh(),
            help_en: code.help_en(),
        }
    }
}

/// 全部问题代码 / All problem codes
///
/// 浏览器得到网页，程序得到 JSON / A page for browsers, JSON for programs.
#[utoipa::path(
    params(ReadHeaders),
    responses((status = 200, description = "全部代码 / All codes", content(
        (Vec<ProblemType> = "application/json"),
        (String = "text/html"),
    ))),
)]
#[get("/problems")]
pub(super) async fn problem_list(
    request: HttpRequest,
    known: Optional<IfNoneMatch>,
) -> Result<HttpResponse, Problem> {
    if !wants_html(&request) {
        let all: Vec<_> = Code::ALL.iter().copied().map(ProblemType::from).collect();
        return json(&all, &known);
    }
    let mut rows = String::new();
    for code in Code::ALL {
        // Writing into a string cannot fail.
        let _ = write!(
            rows,
            "<tr><td class=\"status\">{}</td><td><a href=\"/problems/{code}\"><code>{code}</code></a></td>\
             <td>{}<br>{}</td></tr>",
            code.status().as_u16(),
            code.title_zh(),
            code.title_en(),
            code = code.as_str(),
        );
    }
    Ok(page(
        "问题代码 · Problem codes",
        &format!("<h1>问题代码 <small>Problem codes</small></h1><table>{rows}</table>"),
    ))
}

/// 某个问题代码的说明 / The explanation of a problem code
///
/// 问题说明的 type 指向此页 / The `type` of a problem document points here.
#[utoipa::path(
    params(
        ("code" = String, Path, description = "问题代码 / The code", example = "not_found"),
        ReadHeaders,
    ),
    responses((status = 200, description = "说明 / The explanation", content(
        (ProblemType = "application/json"),
        (String = "text/html"),
    ))),
)]
#[get("/problems/{code}")]
pub(super) async fn problem_get(
    request: HttpRequest,
    Path(code): Path<String>,
    known: Optional<IfNoneMatch>,
) -> Result<HttpResponse, Problem> {
    let code = Code::parse(&code).ok_or_else(Problem::not_found)?;
    if !wants_html(&request) {
        return json(&ProblemType::from(code), &known);
    }
    Ok(page(
        &format!("{} · {}", code.title_zh(), code.title_en()),
        &format!(
            "<p><a href=\"/problems\">问题代码 Problem codes</a></p>\
             <h1>{} <small>{}</small></h1>\
             <p><span class=\"status\">HTTP {}</span> <code>{}</code></p>\
             <p>{}</p><p lang=\"en\">{}</p>",
            code.title_zh(),
            code.title_en(),
            code.status(),
            code.as_str(),
            code.help_zh(),
            code.help_en(),
        ),
    ))
}

fn json(value: &impl Serialize, known: &Optional<IfNoneMatch>) -> Result<HttpResponse, Problem> {
    let mut answer = OpenAnswer::new(value)?.unless(known);
    let vary = header::HeaderValue::from_static("Accept");
    answer.headers_mut().insert(header::VARY, vary);
    Ok(answer)
}

/// Browsers name `text/html`; programs say `*/*`, JSON or nothing.
fn wants_html(request: &HttpRequest) -> bool {
    let Ok(accept) = Accept::parse(request) else {
        return false;
    };
    accept
        .ranked()
        .iter()
        .find_map(
            |media| match (media.type_().as_str(), media.subtype().as_str()) {
                ("text", "html") => Some(true),
                ("application", "json") | ("*", _) => Some(false),
                _ => None,
            },
        )
        .unwrap_or(false)
}
