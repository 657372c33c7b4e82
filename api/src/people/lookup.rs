use actix_web::guard::GuardContext;
use actix_web::{HttpResponse, post};
use domain::error::FieldErrors;
use domain::identity::CitizenNumber;
use domain::ids::PersonId;
use persistence::audit::{Change, Subject};
use persistence::{Keyset, people};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;
use validator::Validate;

use super::view::{PersonPage, PersonView};
use super::{TAG, reachable_survivors, subject};
use crate::auth::permissions::PeopleRead;
use crate::auth::{Caller, Representation};
use crate::commands::{Answer, Command, Effect};
use crate::http::{AccessPurpose, Body, PageQuery, Required};
use crate::problems::Problem;

/// 按公民身份号码查找 / Whom to look up.
#[derive(Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "citizen_number": "371502199001010012" }))]
struct PersonLookup {
    /// 公民身份号码 / The citizen number.
    #[validate(length(min = 1, max = 30))]
    #[schema(min_length = 1, max_length = 30)]
    citizen_number: String,
}

/// 按公民身份号码查找 / Look up by citizen number
///
/// 号码只在正文中传递，因为网址会留在日志里。须以 `Access-Purpose` 说明目的，并记入所找到档案的查阅日志。
/// 已并入他档的档案也会列出。 / The number goes in the body, because addresses end up in logs. The purpose
/// is kept in the access log of the files that are found. Merged files are among them.
#[utoipa::path(
    tag = TAG,
    operation_id = "person_lookup",
    security(("oauth2" = ["people:read"])),
    params(Required<AccessPurpose>, PageQuery),
    request_body = PersonLookup,
    responses(
        (status = 200, description = "您辖区内的档案，敏感信息遮盖 / The files within your regions, sensitive data masked", body = PersonPage),
    ),
)]
#[post("/v1/people/lookups")]
pub(super) async fn person_lookup(
    caller: Caller<PeopleRead>,
    _purpose: Required<AccessPurpose>,
    page: PageQuery,
    command: Command,
    body: Body<PersonLookup>,
) -> Result<HttpResponse, Problem> {
    let list = page.of("people-lookups", &body.value)?;
    let keyset: Keyset<PersonId> = list.keyset()?;
    let mut faults = FieldErrors::new();
    let number = faults.take(
        "/citizen_number",
        CitizenNumber::parse(&body.value.citizen_number),
    );
    let input = number.ok_or_else(|| Problem::invalid_data(faults));
    let scope = caller.regions().clone();
    let home = caller.home()?;
    command
        .of_audited_read()
        .run(&caller, &body.raw, input, move |acting, number| {
            let found = people::by_citizen_number(acting.tx, &scope, number, &keyset)?;
            let reachable = reachable_survivors(acting.tx, &scope, &found.items)?;
            let looked_up =
                |subject| Change::sensitive_read("person.looked_up", subject, json!({}));
            let mut changes: Vec<_> = found
                .items
                .iter()
                .map(|person| looked_up(subject(person)))
                .collect();
            if changes.is_empty() {
                // Somebody asked in vain: kept under the request, since no file is concerned.
                changes.push(looked_up(Subject {
                    kind: "lookup",
                    id: acting.principal.request_id.clone(),
                    version: 0,
                    region: home,
                }));
            }
            let shown = |person: &_| PersonView::new(person, Representation::Masked, &reachable);
            let answer = Answer::ok(&list.page(&found, |person| person.id, shown)?)?;
            Ok(Effect { answer, changes })
        })
        .await
}

/// Keeps `/v1/people/lookups` from being taken for a file, so that a wrong method there is told
/// which one is right.
pub(super) fn is_no_lookup(request: &GuardContext<'_>) -> bool {
    request.head().uri.path() != "/v1/people/lookups"
}
