//! The operations of steps, made from the table of their procedure: a row without an operation, an
//! operation without a row, or one that asks for another scope than its row cannot be.

use std::marker::PhantomData;

use actix_web::web::{self, Data, ServiceConfig};
use actix_web::{Handler, HttpResponse, guard};
use domain::documents::DocumentKind;
use domain::procedure::{Act, Procedure, Row, Scope, Step};
use serde_json::json;
use utoipa::openapi::extensions::ExtensionsBuilder;
use utoipa::openapi::header::HeaderBuilder;
use utoipa::openapi::path::{
    HttpMethod, Operation, OperationBuilder, Parameter, ParameterBuilder, ParameterIn, Paths,
};
use utoipa::openapi::request_body::RequestBodyBuilder;
use utoipa::openapi::schema::{KnownFormat, ObjectBuilder, Schema, SchemaFormat, Type};
use utoipa::openapi::security::SecurityRequirement;
use utoipa::openapi::{ContentBuilder, Ref, RefOr, Required, ResponseBuilder};
use utoipa::{IntoParams, ToSchema};

use super::Served;
use super::execute::execute_step;
use super::input::{Reading, StepBody};
use crate::auth::Caller;
use crate::auth::permissions::Permission;
use crate::commands::Command;
use crate::contract::SECURITY_SCHEME;
use crate::contract::examples::ids;
use crate::contract::parameters::{CommandHeaders, CommandQuery};
use crate::http::{Body, Path};
use crate::problems::Problem;
use crate::routes::Routes;
use crate::services::Services;

type Schemas = Vec<(String, RefOr<Schema>)>;
type Serve = Box<dyn Fn(&mut ServiceConfig, &str, Scope)>;

/// How a step is executed over HTTP.
pub(crate) struct StepRoute<P: Served> {
    verb: &'static str,
    example: &'static str,
    summary: &'static str,
    text: &'static str,
    serve: Serve,
    describe: fn(&mut Schemas) -> RefOr<Schema>,
    /// Its body, where that of the schema does not fit the file of the example.
    body: Option<serde_json::Value>,
    procedure: PhantomData<P>,
}

impl<P: Served> StepRoute<P> {
    /// The same with the paper in the example on which somebody gives something up.
    pub(crate) fn with_paper(self) -> Self {
        let body = json!({ "copy_id": ids::paper_in(self.example) });
        Self {
            body: Some(body),
            ..self
        }
    }

    /// The same with a body that fits the file of the example.
    pub(crate) fn with_body(self, body: fn(&str) -> serde_json::Value) -> Self {
        Self {
            body: Some(body(self.example)),
            ..self
        }
    }

    /// A step with a body, and the act that is read from it. The operation is called by the verb:
    /// `deed_accept`. Its example works on a file of the demonstration.
    pub(crate) fn of<B, A>(
        verb: &'static str,
        example: &'static str,
        summary: &'static str,
        text: &'static str,
        act: fn(&B, &mut Reading) -> Option<A>,
    ) -> Self
    where
        B: StepBody,
        A: Into<Act<P>> + 'static,
    {
        Self {
            verb,
            example,
            summary,
            text,
            serve: Box::new(move |config, path, scope| {
                let resource = web::resource(path).guard(guard::Post());
                config.service(match scope {
                    Scope::Report => resource.to(handler::<P, P::Report, B, A>(act)),
                    Scope::Investigate => resource.to(handler::<P, P::Investigate, B, A>(act)),
                    Scope::Confirm => resource.to(handler::<P, P::Confirm, B, A>(act)),
                });
            }),
            describe: describe::<B>,
            body: None,
            procedure: PhantomData,
        }
    }

    fn of_step(step: Step<P::Step>) -> Self {
        match step {
            Step::Own(own) => P::route(own),
            Step::Shared(shared) => Self::of_shared(shared),
        }
    }
}

type Arguments<P, S, B> = (
    Caller<S>,
    Data<Services>,
    Path<<P as Procedure>::FileId>,
    Command,
    Body<B>,
);

fn handler<P: Served, S: Permission, B: StepBody, A: Into<Act<P>> + 'static>(
    act: fn(&B, &mut Reading) -> Option<A>,
) -> impl Handler<Arguments<P, S, B>, Output = Result<HttpResponse, Problem>> {
    move |caller, services, id, command, body| {
        let act = move |body: &B, read: &mut Reading| act(body, read).map(Into::into);
        execute_step(act, caller, services, id, command, body)
    }
}

fn describe<B: ToSchema>(schemas: &mut Schemas) -> RefOr<Schema> {
    let name = B::name().into_owned();
    B::schemas(schemas);
    schemas.push((name.clone(), B::schema()));
    Ref::from_schema_name(name).into()
}

/// Adds an operation for every resource of the table, in its order.
pub(crate) fn configure_steps<P: Served>(routes: &mut Routes<'_>) {
    let mut known = Vec::new();
    for row in P::TABLE {
        if known.contains(&row.resource) {
            continue;
        }
        known.push(row.resource);
        let route = StepRoute::<P>::of_step(row.step);
        let path = format!("{}/{{id}}/{}", P::PATH, row.resource);
        match routes {
            Routes::Served(config) => (route.serve)(config, &path, row.scope),
            Routes::Described(description) => {
                let body = (route.describe)(&mut description.schemas);
                let answer = describe::<P::View>(&mut description.schemas);
                let operation = operation(row, &route, body, answer);
                let post = vec![HttpMethod::Post];
                let mut paths = Paths::new();
                paths.add_path_operation(path, post, operation);
                description.add(paths);
            }
        }
    }
}

fn operation<P: Served>(
    row: &Row<P>,
    route: &StepRoute<P>,
    body: RefOr<Schema>,
    answer: RefOr<Schema>,
) -> Operation {
    let (zh, en) = P::FILE;
    let mut codes = vec!["step_not_possible", "policy_not_in_force"];
    if row.issues.is_some_and(DocumentKind::is_personal) {
        codes.push("unprintable");
    }
    let text = |text: &str| HeaderBuilder::new().description(Some(text)).build();
    let done = ResponseBuilder::new()
        .description(format!("办理后的{zh} / The {en} after the step"))
        .content(
            "application/json",
            ContentBuilder::new().schema(Some(answer)).build(),
        )
        .header(
            "Location",
            text(&format!("{zh}的地址 / The {en}'s address")),
        )
        .header("ETag", text("供 If-None-Match 使用 / For `If-None-Match`"));
    let content = ContentBuilder::new()
        .schema(Some(body))
        .example(route.body.clone())
        .build();
    let in_header = CommandHeaders::into_params(|| None);
    let in_query = CommandQuery::into_params(|| None);
    OperationBuilder::new()
        .summary(Some(route.summary))
        .description(Some(route.text))
        .operation_id(Some(format!("{}_{}", P::NAME, route.verb)))
        .parameter(file_id::<P>(route.example))
        .parameters(Some(in_header.into_iter().chain(in_query)))
        .request_body(Some(
            RequestBodyBuilder::new()
                .content("application/json", content)
                .required(Some(Required::True))
                .build(),
        ))
        .response("201", done)
        .security(SecurityRequirement::new(
            SECURITY_SCHEME,
            [P::scope(row.scope)],
        ))
        .extensions(Some(
            ExtensionsBuilder::new()
                .add("x-problem-codes", codes)
                .build(),
        ))
        .build()
}

/// The path parameter that names a file.
fn file_id<P: Served>(example: &str) -> Parameter {
    let (zh, en) = P::FILE;
    let uuid = ObjectBuilder::new()
        .schema_type(Type::String)
        .format(Some(SchemaFormat::KnownFormat(KnownFormat::Uuid)))
        .build();
    ParameterBuilder::new()
        .name("id")
        .parameter_in(ParameterIn::Path)
        .description(Some(format!("{zh}编号 / The {en}'s id")))
        .required(Required::True)
        .schema(Some(uuid))
        .example(Some(json!(example)))
        .build()
}
