//! Paging: every list is cut by an opaque cursor (keyset paging), newest first.

use std::borrow::Cow;
use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::http::header::LINK;
use actix_web::web::Data;
use actix_web::{FromRequest, HttpRequest, HttpResponse};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use persistence::keyring::{Keyring, MARK_LENGTH};
use persistence::{Keyset, Page as Rows};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;
use sha2::{Digest, Sha256};
use url::form_urlencoded;
use utoipa::openapi::schema::{
    ArrayBuilder, KnownFormat, ObjectBuilder, Schema, SchemaFormat, Type,
};
use utoipa::openapi::{Ref, RefOr};
use utoipa::{IntoParams, PartialSchema, ToSchema};
use validator::Validate;

use super::{IfNoneMatch, OpenAnswer, Optional, query};
use crate::problems::{Code, Problem};
use crate::services::Services;

/// The query parameters that paging owns.
pub(super) const PARAMETERS: [&str; 3] = ["limit", "cursor", "count"];

/// The format of the cursor; a later format gets another number.
const CURSOR_VERSION: u8 = 2;

/// Which page of a list is asked for.
#[derive(Debug, Clone, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PageQuery {
    /// 每页条数 / Items on a page.
    #[serde(default = "default_limit")]
    #[validate(range(min = 1, max = 200))]
    #[param(minimum = 1, maximum = 200, default = 20)]
    limit: u16,
    /// 上一页答复中的 next，原样送回 / `next` of the page before, unchanged.
    #[param(max_length = 1024)]
    #[validate(length(max = 1024))]
    cursor: Option<String>,
    /// 是否统计总数 / Whether to count the whole list.
    #[serde(default)]
    #[param(default = false)]
    count: bool,
    #[serde(skip)]
    here: Here,
}

const fn default_limit() -> u16 {
    20
}

impl FromRequest for PageQuery {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let query = request.query_string();
        let parsed = query::parse::<Self>(query, |name| PARAMETERS.contains(&name));
        ready(parsed.map(|page| Self {
            here: Here::of(request),
            ..page
        }))
    }
}

/// The address at which a list was asked for.
#[derive(Debug, Clone, Default)]
struct Here {
    services: Option<Data<Services>>,
    path: String,
    query: String,
}

impl Here {
    fn of(request: &HttpRequest) -> Self {
        Self {
            services: Services::of(request).ok().cloned(),
            path: request.path().to_owned(),
            query: request.query_string().to_owned(),
        }
    }

    /// The keys that mark cursors.
    fn keyring(&self) -> Result<&Keyring, Problem> {
        let services = self.services.as_ref();
        services
            .map(|services| services.store.keyring())
            .ok_or_else(|| Problem::internal("the services are missing"))
    }

    /// The `Link` header to the next page (RFC 8288): the same request with another value of the
    /// parameter that says from where on.
    fn link(&self, parameter: &str, value: &str) -> String {
        let kept =
            form_urlencoded::parse(self.query.as_bytes()).filter(|(name, _)| name != parameter);
        let query = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(kept)
            .append_pair(parameter, value)
            .finish();
        let public_url = self.services.as_ref().map(|services| &services.public_url);
        let public_url = public_url.map_or("", String::as_str);
        format!("<{public_url}{}?{query}>; rel=\"next\"", self.path)
    }
}

/// The `Link` header of an answer to `request` of which the next part is found by another
/// `parameter` than the cursor.
pub(crate) fn link_from(request: &HttpRequest, parameter: &str, value: &str) -> String {
    Here::of(request).link(parameter, value)
}

/// A list under its filters, and the page of it that is asked for.
#[derive(Debug, Clone)]
pub struct List {
    page: PageQuery,
    /// What a cursor belongs to: that of another list, or of other filters, is refused.
    key: [u8; 32],
}

impl PageQuery {
    /// The page of the list `name` under these filters (without paging).
    pub fn of(self, name: &str, filters: &impl Serialize) -> Result<List, Problem> {
        let filters = serde_json::to_vec(filters).map_err(Problem::internal)?;
        let mut hash = Sha256::new();
        hash.update([CURSOR_VERSION]);
        hash.update(name.as_bytes());
        hash.update([0]);
        hash.update(filters);
        let key = hash.finalize().into();
        Ok(List { page: self, key })
    }
}

impl List {
    /// The page as the store, or a list in memory, is asked for it.
    pub fn keyset<K: DeserializeOwned>(&self) -> Result<Keyset<K>, Problem> {
        Ok(Keyset {
            after: self.position()?,
            limit: self.page.limit,
            count: self.page.count,
        })
    }

    /// The position after which this page starts; `None` is the first page.
    fn position<P: DeserializeOwned>(&self) -> Result<Option<P>, Problem> {
        let Some(cursor) = &self.page.cursor else {
            return Ok(None);
        };
        let invalid = || Problem::new(Code::InvalidCursor);
        let cursor = URL_SAFE_NO_PAD.decode(cursor).map_err(|_| invalid())?;
        let (mark, position) = cursor.split_at_checked(MARK_LENGTH).ok_or_else(invalid)?;
        let keyring = self.page.here.keyring()?;
        if !keyring.is_marked(&self.place(position), mark) {
            return Err(invalid());
        }
        serde_json::from_slice(position)
            .map(Some)
            .map_err(|_| invalid())
    }

    /// What is marked: a position and the list to which it belongs.
    fn place(&self, position: &[u8]) -> Vec<u8> {
        [self.key.as_slice(), position].concat()
    }

    /// The cursor of the page after one that the store gave; `None` on the last page. `position`
    /// gives the keyset position of an item.
    pub fn next<T, P: Serialize>(
        &self,
        page: &Rows<T>,
        position: impl Fn(&T) -> P,
    ) -> Result<Option<String>, Problem> {
        let last = page.items.last().filter(|_| page.more);
        last.map(|last| self.cursor(position(last))).transpose()
    }

    /// The mark of the place, then its position: only what the service wrote itself reaches a query, so
    /// that no database meets a day, a number or a text that it cannot hold.
    fn cursor<P: Serialize>(&self, position: P) -> Result<String, Problem> {
        let position = serde_json::to_vec(&position).map_err(Problem::internal)?;
        let mut cursor = self.page.here.keyring()?.mark(&self.place(&position));
        cursor.extend_from_slice(&position);
        Ok(URL_SAFE_NO_PAD.encode(cursor))
    }

    /// A page that the store gave, as it is sent. `position` gives the keyset position of a row,
    /// `item` what is sent of it.
    pub(crate) fn page<T, P: Serialize, V>(
        &self,
        rows: &Rows<T>,
        position: impl Fn(&T) -> P,
        item: impl Fn(&T) -> V,
    ) -> Result<Page<V>, Problem> {
        Ok(Page {
            items: rows.items.iter().map(item).collect(),
            next: self.next(rows, position)?,
            total: rows.total,
        })
    }

    /// 200 with [`List::page`] and the `Link` to the next one.
    pub(crate) fn answer<T, P: Serialize, V: Serialize>(
        &self,
        rows: &Rows<T>,
        position: impl Fn(&T) -> P,
        item: impl Fn(&T) -> V,
    ) -> Result<HttpResponse, Problem> {
        let page = self.page(rows, position, item)?;
        let mut response = HttpResponse::Ok();
        if let Some(next) = &page.next {
            response.insert_header((LINK, self.page.here.link("cursor", next)));
        }
        Ok(response.json(page))
    }

    /// The same for a page, with its cursor `next`, that anybody may read: 304 for a caller who has
    /// it already.
    pub(crate) fn open_answer(
        &self,
        known: &Optional<IfNoneMatch>,
        next: Option<&str>,
        page: &impl Serialize,
    ) -> Result<HttpResponse, Problem> {
        Ok(self.open(next, page)?.unless(known))
    }

    /// A page that anybody may read, with the `Link` to the next one, to be kept or sent.
    pub(crate) fn open(
        &self,
        next: Option<&str>,
        page: &impl Serialize,
    ) -> Result<OpenAnswer, Problem> {
        let link = next.map(|next| self.page.here.link("cursor", next));
        Ok(OpenAnswer::new(page)?.linked(link))
    }
}

/// A page of a list. In the contract it has the name of its items: `PersonPage`, `AuditPage` of
/// `AuditEntry`.
#[skip_serializing_none]
#[derive(Debug, Serialize)]
pub(crate) struct Page<T> {
    pub(crate) items: Vec<T>,
    /// The cursor of the next page; none on the last one.
    pub(crate) next: Option<String>,
    /// The number of all items, if asked for.
    pub(crate) total: Option<i64>,
}

impl<T: ToSchema> PartialSchema for Page<T> {
    fn schema() -> RefOr<Schema> {
        let text = |zh_en| {
            ObjectBuilder::new()
                .schema_type(Type::String)
                .description(Some(zh_en))
        };
        let total = ObjectBuilder::new()
            .schema_type(Type::Integer)
            .format(Some(SchemaFormat::KnownFormat(KnownFormat::Int64)))
            .minimum(Some(0))
            .description(Some(
                "总数，仅在 count=true 时给出 / The number of all items; only when `count=true`.",
            ));
        ObjectBuilder::new()
            .description(Some("列表的一页 / A page of a list."))
            .property(
                "items",
                ArrayBuilder::new()
                    .items(Ref::from_schema_name(T::name()))
                    .description(Some("本页各项 / The items of this page.")),
            )
            .required("items")
            .property(
                "next",
                text(
                    "下一页的游标；末页没有 / The cursor of the next page; absent on the last one.",
                ),
            )
            .property("total", total)
            .into()
    }
}

impl<T: ToSchema> ToSchema for Page<T> {
    fn name() -> Cow<'static, str> {
        let item = T::name();
        let stem = ["Entry", "Summary", "Item"]
            .iter()
            .find_map(|ending| item.strip_suffix(ending))
            .unwrap_or(&item);
        Cow::Owned(format!("{stem}Page"))
    }

    fn schemas(schemas: &mut Vec<(String, RefOr<Schema>)>) {
        schemas.push((T::name().into_owned(), T::schema()));
        T::schemas(schemas);
    }
}
