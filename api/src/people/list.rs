use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use domain::error::FieldErrors;
use domain::ids::PersonId;
use domain::people::{Person, search_prefix};
use domain::regions::RegionCode;
use persistence::people::{self, Filter};
use persistence::{Keyset, Page, Reader, RegionScope, StoreError};
use serde::{Deserialize, Serialize};
use utoipa::IntoParams;
use validator::Validate;

use super::view::{PersonPage, PersonView, StatusName};
use super::{TAG, reachable_survivors};
use crate::auth::permissions::PeopleRead;
use crate::auth::{Caller, Representation};
use crate::http::{PageQuery, Query};
use crate::problems::{Code, Problem};
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
    /// 档案状态，默认 active；已并入他档的不能按姓名查找 / Where the file stands, `active` unless said; merged ones are not found by name.
    #[param(inline)]
    status: Option<StatusName>,
    /// 是否为演示而虚构 / Whether made up for demonstration.
    synthetic: Option<bool>,
}

impl PersonQuery {
    fn filter(&self) -> Result<Filter, Problem> {
        let mut errors = FieldErrors::new();
        let region = self
            .region
            .as_deref()
            .and_then(|code| errors.take("/region", RegionCode::parse(code)));
        errors
            .into_result()
            .map_err(|errors| Problem::new(Code::InvalidQuery).errors(errors))?;
        Ok(Filter {
            region,
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
    tag = TAG,
    operation_id = "person_list",
    security(("oauth2" = ["people:read"])),
    params(PersonQuery, PageQuery),
    responses(
        (status = 200, description = "一页档案 / A page of files", body = PersonPage,
            headers(("Link" = Option<String>, description = "下一页 / The next page (RFC 8288)"))),
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
    let (found, reachable) = services
        .store
        .read(move |reader| -> Result<_, StoreError> {
            let found = asked.read(reader, &scope, &filter)?;
            let people = found.items.iter().map(|(_, person)| person);
            let reachable = reachable_survivors(reader, &scope, people)?;
            Ok((found, reachable))
        })
        .await?;
    let shown =
        |(_, person): &(_, Person)| PersonView::new(person, Representation::Masked, &reachable);
    list.answer(&found, |(position, _)| position.clone(), shown)
}

/// Which list is asked for, and from where on.
enum Asked {
    Newest(Keyset<PersonId>),
    /// With what the keys begin; none where the text holds nothing that a name has.
    ByName(Option<String>, Keyset<(String, PersonId)>),
}

/// Where a file stands in its list.
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
