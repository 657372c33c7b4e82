//! What the contract says apart from its routes.

use std::collections::HashSet;

use utoipa::openapi::security::{ClientCredentials, Flow, OAuth2, Scopes, SecurityScheme};
use utoipa::openapi::{
    ComponentsBuilder, ContactBuilder, InfoBuilder, License, OpenApi, OpenApiBuilder, Server,
    tag::TagBuilder,
};

use crate::credentials::Scope;

/// The name that operations use in `security(("oauth2" = [...]))`.
pub const SECURITY_SCHEME: &str = "oauth2";

const DESCRIPTION: &str = "\
见义勇为事迹、人员、表彰与关爱的登记服务：规则提出并说明意见，工作人员决定并签署，事后人人可以核对。

The service of record for acts of bravery. Published rules propose and explain; officers decide and \
sign; anybody can check afterwards.

- 出错时一律答复 `application/problem+json`（RFC 9457）；请按 `code` 编程。 / Every error is a problem \
document; program against `code`.
- 写操作可带 `Idempotency-Key` 安全重试。 / Every write may carry `Idempotency-Key` and be retried safely.
- 模式为 `^[^\\n\\r]*$` 的文字只有一行；其他文字可以分段，段间以换行隔开；制表符视为空格。 / A text with the pattern \
`^[^\\n\\r]*$` is one line; any other may have paragraphs, with a line feed between two. A tab is a space.
- 列表以 `cursor` 翻页。 / Lists are paged by `cursor`.
- 更新须带 `If-Match`。 / Updates need `If-Match`.
- 可用 `Accept-Language: en` 得到英文说明。 / `Accept-Language: en` gives English texts.";

/// One tag for each feature, in the order in which Swagger UI shows them.
const TAGS: &[(&str, &str)] = &[
    (
        "access",
        "访问令牌与签名公钥 / Access tokens and the keys that sign them",
    ),
    (
        "organisations",
        "机构与工作人员 / Organisations and officers",
    ),
    (
        "people",
        "见义勇为人员档案 / Files of people who acted bravely",
    ),
    (
        "intake",
        "公众申请与线索 / Applications and clues from the public",
    ),
    (
        "deeds",
        "见义勇为事迹：申报、办理步骤、期限 / Deeds: report, procedure, clocks",
    ),
    (
        "out-of-city-recognitions",
        "市域外见义勇为认定：申请、核验、认定、证书 / Recognition of deeds elsewhere: application, checks, decision, certificate",
    ),
    (
        "commendations",
        "表扬：推荐、逐级审核、授予、奖金、颁授、撤销 / Commendations: nomination, review level by level, award, money, conferral, revocation",
    ),
    (
        "public",
        "公开：英模榜、工作室、公示 / What everybody may read: honour roll, studios, notices",
    ),
    (
        "plaques",
        "见义勇为光荣之家：登记、制作、送达、悬挂、收回 / Plaques of households: registration, making, handover, hanging, recovery",
    ),
    (
        "households",
        "家庭：每户一块光荣牌 / Households: one plaque for each",
    ),
    (
        "studios",
        "英模工作室：申报、命名、台账、年度评估、撤销 / Studios that carry a hero's name: proposal, naming, ledger, yearly assessment, end",
    ),
    (
        "commendation-rounds",
        "表扬批次：推荐通知、初审、公示、表决、决定、颁授 / Rounds of commendation: call, first review, notice, ballots, decision, conferral",
    ),
    (
        "procedures",
        "各程序的对照表与待办事项 / The tables of the procedures, and what is due",
    ),
    (
        "attachments",
        "事迹的附件：分段上传、核对、下载 / Files of deeds: sent in parts, checked, given out",
    ),
    (
        "eligibility",
        "依规则评估并说明理由 / The rules, with their reasons",
    ),
    ("receipts", "评估凭据与复算 / Receipts and their replay"),
    (
        "policies",
        "政策参数与称号 / Parameters and titles of the policy",
    ),
    ("regions", "行政区划 / Regions"),
    ("calendar", "放假安排与期限 / Holidays and due dates"),
    ("events", "事件流 / The feed of events"),
    ("audit", "审计记录与核验 / The audit and its verification"),
    ("clients", "接入客户端 / Client systems"),
    ("sandbox", "演练环境 / The sandbox"),
    (
        "service",
        "服务状态与问题代码 / State of the service, problem codes",
    ),
];

/// Leaves out the tags that no operation has.
pub(super) fn drop_unused_tags(document: &mut OpenApi) {
    let used: HashSet<&str> = document
        .paths
        .paths
        .values()
        .flat_map(|item| [&item.get, &item.post, &item.put, &item.patch, &item.delete])
        .flatten()
        .flat_map(|operation| operation.tags.iter().flatten())
        .map(String::as_str)
        .collect();
    if let Some(tags) = &mut document.tags {
        tags.retain(|tag| used.contains(tag.name.as_str()));
    }
}

/// The document before any route: title, licence, tags and access.
pub fn skeleton() -> OpenApi {
    let mut licence = License::new("Apache-2.0");
    licence.identifier = Some("Apache-2.0".to_owned());
    let info = InfoBuilder::new()
        .title("勇为 / Yongwei")
        .version(env!("CARGO_PKG_VERSION"))
        .description(Some(DESCRIPTION))
        .contact(Some(
            ContactBuilder::new()
                .name(Some("运行本服务的单位 / The body that runs this service"))
                .build(),
        ))
        .license(Some(licence))
        .build();
    let scopes: Scopes = Scope::ALL
        .iter()
        .map(|scope| {
            let text = scope.text();
            (
                scope.as_str().to_owned(),
                format!("{} / {}", text.zh, text.en),
            )
        })
        .collect();
    let flow = Flow::ClientCredentials(ClientCredentials::new("/oauth/token", scopes));
    OpenApiBuilder::new()
        .info(info)
        .servers(Some([Server::new("/")]))
        .tags(Some(TAGS.iter().map(|(name, text)| {
            TagBuilder::new()
                .name(*name)
                .description(Some(*text))
                .build()
        })))
        .components(Some(
            ComponentsBuilder::new()
                .security_scheme(SECURITY_SCHEME, SecurityScheme::OAuth2(OAuth2::new([flow])))
                .build(),
        ))
        .build()
}
