//! Where features register their operations: once, for the application and for the contract.

use actix_web::dev::HttpServiceFactory;
use actix_web::web::ServiceConfig;
use utoipa::openapi::path::{Operation, PathItem, Paths};
use utoipa::openapi::schema::Schema;
use utoipa::openapi::{Components, OpenApi, RefOr};
use utoipa_actix_web::OpenApiFactory;

/// What takes up the operations. Workers need the routes alone: describing them takes some 7 MB of
/// memory, which the allocator of each worker would keep.
pub enum Routes<'a> {
    /// An application, which serves them.
    Served(&'a mut ServiceConfig),
    /// The contract, which describes them.
    Described(&'a mut Description),
}

/// Paths and schemas of what was registered.
#[derive(Default)]
pub struct Description {
    /// The tag of what is registered next.
    tag: &'static str,
    pub(crate) paths: Paths,
    pub(crate) schemas: Vec<(String, RefOr<Schema>)>,
}

impl Routes<'_> {
    /// Registers one operation.
    pub fn service<F>(&mut self, operation: F) -> &mut Self
    where
        F: HttpServiceFactory + OpenApiFactory + 'static,
    {
        match self {
            Self::Served(config) => {
                config.service(operation);
            }
            Self::Described(description) => {
                description.add(operation.paths());
                operation.schemas(&mut description.schemas);
            }
        }
        self
    }

    /// Registers the operations of one feature, under its tag in the contract.
    pub fn tagged(
        &mut self,
        tag: &'static str,
        feature: impl FnOnce(&mut Routes<'_>),
    ) -> &mut Self {
        if let Self::Described(description) = self {
            description.tag = tag;
        }
        feature(self);
        self
    }

    /// Registers a part of the operations of a feature.
    pub fn configure(&mut self, part: impl FnOnce(&mut Routes<'_>)) -> &mut Self {
        part(self);
        self
    }
}

/// The operations at one path.
pub(crate) fn operations(item: &mut PathItem) -> impl Iterator<Item = &mut Operation> {
    [
        &mut item.get,
        &mut item.post,
        &mut item.put,
        &mut item.patch,
        &mut item.delete,
    ]
    .into_iter()
    .flatten()
}

impl Description {
    /// Adds operations, under the tag of their feature.
    pub(crate) fn add(&mut self, mut paths: Paths) {
        for operation in paths.paths.values_mut().flat_map(operations) {
            operation.tags = Some(vec![self.tag.to_owned()]);
        }
        self.paths.merge(paths);
    }

    /// Names under which two different schemas were registered: one would stand for both.
    #[cfg(test)]
    pub(crate) fn collisions(&self) -> Vec<&str> {
        let of_name = |name: &str| self.schemas.iter().find(|(known, _)| known == name);
        self.schemas
            .iter()
            .filter(|(name, schema)| of_name(name).is_some_and(|(_, first)| first != schema))
            .map(|(name, _)| name.as_str())
            .collect()
    }

    /// Adds what was registered to the head of a contract.
    pub fn under(self, mut head: OpenApi) -> OpenApi {
        head.paths.merge(self.paths);
        head.components
            .get_or_insert_with(Components::new)
            .schemas
            .extend(self.schemas);
        head
    }
}
