//! The lists that everybody may read, and the entries in them: read, shown and kept ready in one way for all.

use actix_web::{FromRequest as _, HttpRequest, HttpResponse};
use chrono::NaiveDate;
use domain::ids::PublicId;
use persistence::Page as Rows;
use persistence::publicity::{self, Filter, Found, Published};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use utoipa::IntoParams;
use validator::Validate;

use super::honours::Titles;
use super::ready;
use crate::http::{IfNoneMatch, OpenAnswer, Optional, PageQuery, Path, Query};
use crate::problems::{Code, Problem};
use crate::regions::filter_by;
use crate::services::Services;

/// What is shown of an entry.
pub(super) trait Shown: Published + Send + 'static {
    type View: Serialize;
    /// The name of the list in its cursors.
    const LIST: &'static str;

    fn view(&self, id: PublicId, titles: Titles<'_>) -> Self::View;
}

/// What may be asked of a list.
pub(super) trait Asked: Serialize + DeserializeOwned + Validate + Send + 'static {
    /// What it asks of the list; none where nothing can be found.
    fn filter(&self, titles: Titles<'_>) -> Result<Option<Filter>, Problem>;
}

#[derive(Debug, Serialize, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct CountyQuery {
    /// 只列该区县的 / Only those of this county.
    #[validate(length(min = 2, max = 6))]
    #[param(min_length = 2, max_length = 6)]
    county: Option<String>,
}

impl Asked for CountyQuery {
    fn filter(&self, _: Titles<'_>) -> Result<Option<Filter>, Problem> {
        let facets = county(self.county.as_deref())?.into_iter().collect();
        Ok(Some(Filter {
            facets,
            prefix: None,
        }))
    }
}

/// The facet of a county that is asked for.
pub(super) fn county(code: Option<&str>) -> Result<Option<String>, Problem> {
    let county = filter_by(code, "/county")?;
    Ok(county.map(|code| format!("county:{code}")))
}

/// A page of a list.
pub(super) async fn list<T: Shown, Q: Asked>(
    request: &HttpRequest,
    services: &Services,
    known: &Optional<IfNoneMatch>,
) -> Result<HttpResponse, Problem> {
    ready::answer(request, services, known, || page::<T, Q>(request, services)).await
}

async fn page<T: Shown, Q: Asked>(
    request: &HttpRequest,
    services: &Services,
) -> Result<OpenAnswer, Problem> {
    let page = PageQuery::extract(request).await?;
    let Query(query) = Query::<Q>::extract(request).await?;
    let list = page.of(T::LIST, &query)?;
    let keyset = list.keyset::<String>()?;
    let (titles, today) = words(services);
    let found = match query.filter(titles)? {
        Some(filter) => {
            services
                .store
                .read(move |reader| publicity::list::<T>(reader, &filter, today, &keyset))
                .await?
        }
        None => Rows {
            items: Vec::new(),
            more: false,
            total: keyset.count.then_some(0),
        },
    };
    let page = list.page(
        &found,
        |(order, _)| order.clone(),
        |(_, (id, entry))| entry.view(*id, titles),
    )?;
    list.open(page.next.as_deref(), &page)
}

/// An entry; 404 where nothing ever stood under the id, 410 where it was withdrawn.
pub(super) async fn item<T: Shown>(
    request: &HttpRequest,
    services: &Services,
    known: &Optional<IfNoneMatch>,
) -> Result<HttpResponse, Problem> {
    ready::answer(request, services, known, || entry::<T>(request, services)).await
}

async fn entry<T: Shown>(
    request: &HttpRequest,
    services: &Services,
) -> Result<OpenAnswer, Problem> {
    let Path(text) = Path::<String>::extract(request).await?;
    // What is no id names nothing.
    let id: PublicId = text.parse().map_err(|_| Problem::not_found())?;
    let (titles, today) = words(services);
    let found = services
        .store
        .read(move |reader| publicity::find_entry::<T>(reader, id, today))
        .await?;
    match found {
        Some(Found::There(entry)) => OpenAnswer::new(&entry.view(id, titles)),
        Some(Found::Gone) => Err(Problem::new(Code::Gone)),
        None => Err(Problem::not_found()),
    }
}

fn words(services: &Services) -> (Titles<'_>, NaiveDate) {
    let today = services.store.clock().today();
    let policies = services.policies.set();
    (Titles { policies, today }, today)
}
