//! The operations of steps, made from the table of their procedure: a row without an operation, an
//! operation without a row, or one that asks for another scope than its row cannot be.

use std::marker::PhantomData;

use actix_web::web::{self, Data, ServiceConfig};
use actix_web::{Handler, HttpResponse, guard};
use domain::documents::DocumentKind;
use domain::procedure::{Act, Procedure, Row, Scope, SharedAct, SharedStep, Step};
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
use super::bodies::{
    NewContinuation, NewDelivery, NewDesignation, NewOutsideFinding, NewOutsideTransfer,
    NewReasonedStep, NewRecusal, NewResumption, NewStep, NewSuspension, NewTransfer,
    NewWrittenStep,
};
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

    /// The steps that every procedure may have.
    #[expect(clippy::too_many_lines, reason = "one short arm for each step")]
    fn of_shared(step: SharedStep) -> Self {
        let example = P::example(step);
        match step {
            SharedStep::Recusal => Self::of(
                "recuse",
                example,
                "回避 / Recuse",
                "此人不得再办理本案，也不得参加评审。 / That person may no longer work on the case or sit on its panel.",
                NewRecusal::act,
            ),
            SharedStep::Delivery => Self::of(
                "deliver",
                example,
                "送达 / Deliver a decision",
                "当事人的期限自送达之日起算。 / The time of a party runs from the day of delivery.",
                NewDelivery::act,
            ),
            SharedStep::Suspension => Self::of(
                "suspend",
                example,
                "中止 / Suspend",
                "等待其他机关的结论；期限是否中止依规则。 / The case waits for the finding of another body; policy says which clocks pause.",
                |it: &NewSuspension, read| {
                    let pending = read.text("/pending", &it.pending)?;
                    Some(SharedAct::Suspension { pending })
                },
            ),
            SharedStep::Resumption => Self::of(
                "resume",
                example,
                "恢复 / Resume",
                "回到中止前的状态。 / The case returns to the state before.",
                |it: &NewResumption, read| {
                    let finding = read.text("/finding", &it.finding)?;
                    Some(SharedAct::Resumption { finding })
                },
            ),
            SharedStep::Transfer => Self::of(
                "transfer",
                example,
                "移送 / Transfer",
                "移送有管辖权的单位；接收后由其承办。 / To the body that is competent, which holds it once it has accepted it.",
                NewTransfer::act,
            ),
            SharedStep::TransferAcceptance => Self::of(
                "transfer_accept",
                example,
                "接收移送 / Accept a transfer",
                "案件回到移送前的状态。 / The case returns to the state before the transfer.",
                |_: &NewStep, _| Some(SharedAct::TransferAcceptance),
            ),
            SharedStep::TransferWithdrawal => Self::of(
                "transfer_withdraw",
                example,
                "撤回移送 / Take a transfer back",
                "接收之前，移送单位可以撤回，案件回到移送前的状态。 / Until somebody accepts it the giver may take it back; the case returns to the state before.",
                |it: &NewReasonedStep, read| {
                    let reason = it.reason(read)?;
                    Some(SharedAct::TransferWithdrawal { reason })
                },
            ),
            SharedStep::TransferDispute => Self::of(
                "transfer_dispute",
                example,
                "提出管辖争议 / Dispute a transfer",
                "由市级指定。 / The city then designates the body.",
                |it: &NewReasonedStep, read| {
                    let reason = it.reason(read)?;
                    Some(SharedAct::TransferDispute { reason })
                },
            ),
            SharedStep::Designation => Self::of(
                "designate",
                example,
                "指定管辖 / Designate the body",
                "市级指定承办单位。 / The city designates the body that holds the case.",
                NewDesignation::act,
            ),
            SharedStep::Withdrawal => Self::of(
                "withdraw",
                example,
                "撤回 / Withdraw",
                "本人或者近亲属书面撤回申请，由承办单位经办人登记，案件终结；申请人也可以凭查询码撤回。举荐的撤回、依职权启动的案件不因此终结。 / The actor or a close relative takes the application back in writing, which an officer of the body that holds the case records; the case ends. Who applied to the service may do so with the tracking code. A recommendation that is taken back ends nothing.",
                |it: &NewWrittenStep, read| {
                    let word = it.word(read)?;
                    Some(SharedAct::Withdrawal { word })
                },
            )
            .with_paper(),
            SharedStep::RecommendationWithdrawal => Self::of(
                "recommendation_withdraw",
                example,
                "撤回举荐 / Withdraw a recommendation",
                "案件依职权继续办理，此后不再向举荐人送达。 / The body goes on of its own motion; nothing is delivered to the recommender any more.",
                |it: &NewWrittenStep, read| {
                    let word = it.word(read)?;
                    Some(SharedAct::RecommendationWithdrawal { word })
                },
            )
            .with_paper(),
            SharedStep::Continuation => Self::of(
                "continue",
                example,
                "继续办理 / Go on with a case that ended",
                "申请撤回后依职权继续办理，或者当事人再次申请；移送市外后被退回的也由此继续。 / After a withdrawal the body goes on of its own motion, or because it was asked again; so does a case that an outside body sent back.",
                NewContinuation::act,
            ),
            SharedStep::OutsideTransfer => Self::of(
                "outside_transfer",
                example,
                "移送市外单位 / Transfer to an outside body",
                "不属于本市管辖的，移送有管辖权的机关，案件在本市终结。 / A case outside the city's jurisdiction goes to the competent body and is closed here.",
                NewOutsideTransfer::act,
            ),
            SharedStep::OutsideFinding => Self::of(
                "outside_finding_record",
                example,
                "登记外部单位文书 / Record an outside body's document",
                "法院、退役军人事务、上级等不使用本服务的机关的文书，随时可以登记。 / A court, the office for veterans affairs and other bodies do not use this service: what they found is recorded with its paper at any time.",
                NewOutsideFinding::act,
            ),
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
