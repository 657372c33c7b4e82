//! A page of a list as it is sent.

use std::borrow::Cow;

use serde::Serialize;
use serde_with::skip_serializing_none;
use utoipa::openapi::schema::{
    ArrayBuilder, KnownFormat, ObjectBuilder, Schema, SchemaFormat, Type,
};
use utoipa::openapi::{Ref, RefOr};
use utoipa::{PartialSchema, ToSchema};

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
