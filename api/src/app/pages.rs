//! The few pages that people read in a browser. Self-contained: no script, no other origin.

use actix_web::http::header;
use actix_web::{HttpResponse, get};

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
#[must_use]
pub(super) fn page(title: &str, content: &str) -> HttpResponse {
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
