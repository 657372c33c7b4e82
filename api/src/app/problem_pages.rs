//! The pages that problem types point to.

use std::fmt::Write as _;

use actix_web::http::header::{Accept, Header};
use actix_web::{HttpRequest, HttpResponse, get};
use serde::Serialize;
use utoipa::ToSchema;

use super::pages;
use crate::http::Path;
use crate::problems::{Code, Problem};

/// The tag of these operations in the contract.
const TAG: &str = "service";

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
#[utoipa::path(tag = TAG, responses(
    (status = 200, description = "全部代码 / All codes", content(
        (Vec<ProblemType> = "application/json"),
        (String = "text/html"),
    )),
))]
#[get("/problems")]
pub(super) async fn problem_list(request: HttpRequest) -> HttpResponse {
    if !wants_html(&request) {
        return json(
            &Code::ALL
                .iter()
                .copied()
                .map(ProblemType::from)
                .collect::<Vec<_>>(),
        );
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
    pages::page(
        "问题代码 · Problem codes",
        &format!("<h1>问题代码 <small>Problem codes</small></h1><table>{rows}</table>"),
    )
}

/// 某个问题代码的说明 / The explanation of a problem code
///
/// 问题说明的 type 指向此页 / The `type` of a problem document points here.
#[utoipa::path(
    tag = TAG,
    params(("code" = String, Path, description = "问题代码 / The code", example = "not_found")),
    responses((status = 200, description = "说明 / The explanation", content(
        (ProblemType = "application/json"),
        (String = "text/html"),
    ))),
)]
#[get("/problems/{code}")]
pub(super) async fn problem_get(
    request: HttpRequest,
    Path(code): Path<String>,
) -> Result<HttpResponse, Problem> {
    let code = Code::parse(&code).ok_or_else(Problem::not_found)?;
    if !wants_html(&request) {
        return Ok(json(&ProblemType::from(code)));
    }
    Ok(pages::page(
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

fn json(value: &impl Serialize) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header(("Vary", "Accept"))
        .json(value)
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
