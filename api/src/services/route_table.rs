//! What is at an address. actix answers 404 for a known address with another method; this table,
//! made from the contract, tells the two apart.

use actix_web::dev::ResourceDef;
use utoipa::openapi::OpenApi;
use utoipa::openapi::path::PathItem;

/// All addresses with their methods.
#[derive(Debug)]
pub struct RouteTable(Vec<Route>);

#[derive(Debug)]
struct Route {
    template: String,
    pattern: ResourceDef,
    methods: Vec<&'static str>,
    open: bool,
}

impl RouteTable {
    /// The addresses of the contract, and `others` that are no part of it (template, methods).
    pub fn new(contract: &OpenApi, others: &[(&str, &[&'static str])]) -> Self {
        let mut routes: Vec<Route> = contract
            .paths
            .paths
            .iter()
            .map(|(template, item)| {
                let open = item
                    .get
                    .as_ref()
                    .is_some_and(|get| get.security.as_ref().is_none_or(Vec::is_empty));
                Route::new(template, methods(item), open)
            })
            .collect();
        routes.extend(
            others
                .iter()
                .map(|(template, methods)| Route::new(template, methods.to_vec(), false)),
        );
        // A fixed address goes before one with variables.
        routes.sort_by_key(|route| route.template.contains('{'));
        Self(routes)
    }

    /// The methods at a path, as `Allow` lists them; `None` if there is nothing.
    pub fn allow(&self, path: &str) -> Option<String> {
        let found = self.find(path)?;
        let mut methods = found.methods.clone();
        if methods.contains(&"GET") {
            methods.push("HEAD");
        }
        if found.open {
            methods.push("OPTIONS");
        }
        Some(methods.join(", "))
    }

    /// Whether a path can be read without a token, and so from any page.
    pub fn is_open_read(&self, path: &str) -> bool {
        self.find(path).is_some_and(|route| route.open)
    }

    fn find(&self, path: &str) -> Option<&Route> {
        self.0.iter().find(|route| route.pattern.is_match(path))
    }
}

impl Route {
    fn new(template: &str, methods: Vec<&'static str>, open: bool) -> Self {
        Self {
            template: template.to_owned(),
            pattern: ResourceDef::new(template),
            methods,
            open,
        }
    }
}

fn methods(item: &PathItem) -> Vec<&'static str> {
    [
        ("GET", &item.get),
        ("POST", &item.post),
        ("PUT", &item.put),
        ("PATCH", &item.patch),
        ("DELETE", &item.delete),
    ]
    .into_iter()
    .filter(|(_, operation)| operation.is_some())
    .map(|(method, _)| method)
    .collect()
}
