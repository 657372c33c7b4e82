//! Files as callers find and read them.

use actix_web::guard::GuardContext;
use actix_web::web::Data;
use actix_web::{HttpResponse, get, post};
use domain::error::FieldErrors;
use domain::identity::CitizenNumber;
use domain::ids::PersonId;
use domain::people::{FileStatus, Person, search_prefix};
use persistence::audit::{Change, Subject};
use persistence::people::{self, Filter};
use persistence::{Keyset, Page, Reader, RegionScope, StoreError};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

use super::view::{PersonPage, PersonView, StatusName};
use super::{Survivors, subject};
use crate::auth::permissions::PeopleRead;
use crate::auth::{Caller, Representation};
use crate::commands::{Answer, Command, Effect, SensitiveRead};
use crate::contract::examples::ids;
use crate::contract::parameters::ReadHeaders;
use crate::http::{
    AccessPurpose, Body, BoundedText, IfNoneMatch, Optional, PageQuery, Path, Query, Required,
    conditional, hash,
};
use crate::problems::Problem;
use crate::regions::filter_by;
use crate::services::Services;
use crate::words::{FileOriginWord, LifeStatusWord};

#[derive(Debug, Serialize, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct PersonQuery {
    /// 姓名、拼音或拼音首字母的开头，如 `吴`、`wuqing`、`wq` / The beginning of the name, of its pinyin, or of its initials.
    #[validate(length(min = 1, max = 100))]
    #[param(min_length = 1, max_length = 100, example = "csq")]
    q: Option<String>,
    /// 只列该区划的 / Only those that this region keeps.
    #[validate(length(min = 2, max = 6))]
    #[param(min_length = 2, max_length = 6)]
    region: Option<String>,
    /// 在世与否 / Whether the person lives.
    #[param(inline)]
    life_status: Option<LifeStatusWord>,
    /// 档案的由来 / How the file came to be.
    #[param(inline)]
    file_origin: Option<FileOriginWord>,
    /// 档案状态，默认 active；已并入他档的不能按姓名查找 / The state of the file, by default `active`; merged files are not found by name.
    #[param(inline)]
    status: Option<StatusName>,
    /// 是否为演示而虚构 / Whether made up for demonstration.
    synthetic: Option<bool>,
}

impl PersonQuery {
    fn filter(&self) -> Result<Filter, Problem> {
        Ok(Filter {
            region: filter_by(self.region.as_deref(), "/region")?,
            life_status: self.life_status.map(|word| word.0),
            file_origin: self.file_origin.map(|word| word.0),
            synthetic: self.synthetic,
            merged: self.status == Some(StatusName::Merged),
        })
    }
}

/// 人员档案列表 / List people
///
/// 您辖区内的档案，敏感信息遮盖。新建的在前；带 `q` 时按姓名、拼音或首字母中最先匹配者排列，每人一次。 / The
/// files within your regions, sensitive data masked. Newest first; with `q` in the order of the first
/// of name, pinyin and initials that matches, each person once.
#[utoipa::path(
    security(("oauth2" = ["people:read"])),
    params(PersonQuery, PageQuery),
    responses(
        (status = 200, description = "一页档案 / A page of files", body = PersonPage),
    ),
)]
#[get("/v1/people")]
pub(super) async fn person_list(
    caller: Caller<PeopleRead>,
    services: Data<Services>,
    page: PageQuery,
    Query(query): Query<PersonQuery>,
) -> Result<HttpResponse, Problem> {
    let list = page.of("people", &query)?;
    let filter = query.filter()?;
    let asked = match query.q.as_deref() {
        None => Asked::Newest(list.keyset()?),
        Some(text) => Asked::ByName(search_prefix(text), list.keyset()?),
    };
    let scope = caller.regions().clone();
    let (found, survivors) = services
        .store
        .read(move |reader| -> Result<_, StoreError> {
            let found = asked.read(reader, &scope, &filter)?;
            let people = found.items.iter().map(|(_, person)| person);
            let survivors = Survivors::load(reader, &scope, people)?;
            Ok((found, survivors))
        })
        .await?;
    let shown =
        |(_, person): &(_, Person)| PersonView::new(person, Representation::Masked, &survivors);
    list.answer(&found, |(position, _)| position.clone(), shown)
}

/// Which list is asked for, and from where on.
enum Asked {
    Newest(Keyset<PersonId>),
    /// With what the keys begin; none where the text holds nothing that a name has.
    ByName(Option<String>, Keyset<(String, PersonId)>),
}

/// The place of a file in its list.
#[derive(Clone, Serialize)]
#[serde(untagged)]
enum Position {
    Newest(PersonId),
    ByName(String, PersonId),
}

impl Asked {
    fn read(
        &self,
        reader: &mut Reader<'_>,
        scope: &RegionScope,
        filter: &Filter,
    ) -> Result<Page<(Position, Person)>, StoreError> {
        match self {
            Self::Newest(keyset) => Ok(people::list(reader, scope, filter, keyset)?
                .map(|person| (Position::Newest(person.id), person))),
            Self::ByName(Some(prefix), keyset) => {
                Ok(people::search(reader, scope, prefix, filter, keyset)?
                    .map(|(key, person)| (Position::ByName(key, person.id), person)))
            }
            Self::ByName(None, keyset) => Ok(Page {
                items: Vec::new(),
                more: false,
                total: keyset.count.then_some(0),
            }),
        }
    }
}

/// 查询人员档案 / Read a person's file
///
/// 敏感信息默认遮盖。令牌另有 `people:read-sensitive` 权限且以 `Access-Purpose` 说明目的时，答复全部内容，
/// 并记入查阅日志。您可以查阅其案件的人员，档案在其他区县的，也可以查阅；此外不在您辖区内的档案答复 404。已并入他档的，
/// `kept_by` 写明何区县管理存留的档案。 / Sensitive
/// data is masked, unless the token also holds `people:read-sensitive` and `Access-Purpose` gives a
/// purpose: then everything is shown, and the read is kept in the access log. You may also read the
/// file of a person whose case you may read, such as one that another county handed over; any
/// other file outside your regions is 404. Of a merged file `kept_by` says which county keeps the one
/// that survived.
#[utoipa::path(
    security(("oauth2" = ["people:read"])),
    params(
        ("id" = Uuid, Path, description = "档案编号 / The file's id", example = json!(ids::PERSON)),
        ReadHeaders,
        Optional<AccessPurpose>,
    ),
    responses(
        (status = 200, description = "档案 / The file", body = PersonView,
            headers(("ETag" = String, description = "供 If-Match 和 If-None-Match 使用 / For `If-Match` and `If-None-Match`"))),
    ),
)]
#[get("/v1/people/{id}", guard = "is_no_lookup")]
pub(super) async fn person_get(
    caller: Caller<PeopleRead>,
    services: Data<Services>,
    Path(id): Path<PersonId>,
    known: Optional<IfNoneMatch>,
    purpose: Optional<AccessPurpose>,
    command: Command,
) -> Result<HttpResponse, Problem> {
    let representation = Representation::asked(&caller, &purpose)?;
    let sensitive = representation == Representation::Full;
    // Who has the full answer already reads nothing new, and leaves no entry in the access log.
    if !sensitive || known.0.is_some() {
        let (person, survivors) = find(&services, caller.regions(), id).await?;
        let shown = PersonView::new(&person, Representation::Masked, &survivors);
        let tag = representation.tag(person.version);
        let tag = match survivors.of(&person) {
            Some(survivor) => tag.beside(hash(&survivor)),
            None => tag,
        };
        let fresh = known.0.as_ref().is_some_and(|known| known.has(&tag));
        if !sensitive || fresh {
            return Ok(conditional(&known, &tag, &shown));
        }
    }
    command
        .read_in_full(
            &caller,
            "person.sensitive_read",
            move |reader, scope, full| {
                let found = people::find_readable(reader, scope, id)?;
                let person = found.ok_or_else(Problem::not_found)?;
                let survivors = Survivors::load(reader, scope, [&person])?;
                Ok(SensitiveRead {
                    view: PersonView::new(&person, full, &survivors),
                    subject: subject(&person),
                    beside: survivors.of(&person).map(|survivor| hash(&survivor)),
                })
            },
        )
        .await
}

/// The file that the caller may read, with the survivor if it was merged.
async fn find(
    services: &Services,
    scope: &RegionScope,
    id: PersonId,
) -> Result<(Person, Survivors), Problem> {
    let found = services.store.person(scope, id).await?;
    if let Some(person) = &found
        && person.status == FileStatus::Active
    {
        return Ok((person.clone(), Survivors::default()));
    }
    let scope = scope.clone();
    services
        .store
        .read(move |reader| {
            let found = people::find_readable(reader, &scope, id)?;
            let person = found.ok_or_else(Problem::not_found)?;
            let survivors = Survivors::load(reader, &scope, [&person])?;
            Ok((person, survivors))
        })
        .await
}

/// 按公民身份号码查找 / Whom to look up.
#[derive(Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "citizen_number": "371502199001010012" }))]
struct PersonLookup {
    /// 公民身份号码 / The citizen number.
    #[validate(nested)]
    citizen_number: BoundedText<1, 30>,
}

/// 按公民身份号码查找 / Look up by citizen number
///
/// 号码只在正文中传递，因为网址会留在日志里。须以 `Access-Purpose` 说明目的，并记入所找到档案的查阅日志。
/// 已并入他档的档案也会列出。 / The number goes in the body, because addresses end up in logs. The purpose
/// is kept in the access log of the files that are found. Merged files are among them.
#[utoipa::path(
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
            let survivors = Survivors::load(acting.tx, &scope, &found.items)?;
            let looked_up =
                |subject| Change::sensitive_read("person.looked_up", subject, json!({}));
            let mut changes: Vec<_> = found
                .items
                .iter()
                .map(|person| looked_up(subject(person)))
                .collect();
            if changes.is_empty() {
                // Nothing was found: the look-up is recorded under the request.
                changes.push(looked_up(Subject {
                    kind: "lookup",
                    id: acting.principal.request_id.clone(),
                    version: 0,
                    region: home,
                }));
            }
            let shown = |person: &_| PersonView::new(person, Representation::Masked, &survivors);
            let answer = Answer::ok(&list.page(&found, |person| person.id, shown)?)?;
            Ok(Effect { answer, changes })
        })
        .await
}

/// Keeps `/v1/people/lookups` from being taken for a file, so that the answer to a wrong method
/// there names the right one.
pub(super) fn is_no_lookup(request: &GuardContext<'_>) -> bool {
    request.head().uri.path() != "/v1/people/lookups"
}
