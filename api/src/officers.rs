//! The officers who act in the name of an organisation: `/v1/officers`. An official acting in office
//! is named.

use actix_web::web::Data;
use actix_web::{HttpResponse, get, patch, post};
use chrono::{DateTime, Utc};
use domain::error::Coded;
use domain::identity::PersonName;
use domain::ids::{OfficerId, OrganisationId};
use domain::organisations::{OrganisationUnknown, Position};
use domain::regions::RegionCode;
use persistence::audit::{Change, Subject};
use persistence::officers::{self, Filter, Officer};
use persistence::organisations::Organisation;
use persistence::{StoreError, Tx, organisations};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

use crate::auth::Caller;
use crate::auth::permissions::{OrganisationsRead, OrganisationsWrite};
use crate::commands::{Answer, Command, Effect};
use crate::contract::examples::ids;
use crate::contract::parameters::{CommandHeaders, CommandQuery, ReadHeaders, UpdateHeaders};
use crate::http::{
    Body, BoundedText, EntityTag, IfMatch, IfNoneMatch, Optional, Page, PageQuery, Patch, Patched,
    Path, Query, Required, conditional,
};
use crate::problems::{Code, Problem};
use crate::routes::Routes;
use crate::services::Services;
use crate::wire::read;

/// Adds the operations.
pub fn configure(routes: &mut Routes<'_>) {
    routes
        .service(officer_create)
        .service(officer_list)
        .service(officer_get)
        .service(officer_update);
}

/// 登记工作人员 / An officer to be registered.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "organisation_id": ids::ORGANISATION,
    "name": "测试承办人",
    "position": "测试科员"
}))]
struct NewOfficer {
    /// 所属机构，须在您的辖区之内 / The organisation, within your regions.
    #[schema(value_type = Uuid)]
    organisation_id: OrganisationId,
    /// 姓名 / The name.
    #[validate(nested)]
    name: BoundedText<1, 50>,
    /// 职务 / The position.
    #[validate(nested)]
    position: BoundedText<1, 50>,
}

impl NewOfficer {
    fn parse(&self) -> Result<(PersonName, Position), Problem> {
        read(|errors| {
            let name = errors.take("/name", PersonName::parse(&self.name));
            let position = errors.take("/position", Position::parse(&self.position));
            name.zip(position)
        })
    }
}

/// What changes of an officer.
#[derive(Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "position": "测试科员", "active": true }))]
struct Office {
    /// 职务 / The position.
    #[validate(nested)]
    position: BoundedText<1, 50>,
    /// 是否在任；停用后不得再以其名义办理 / Whether still in office; nobody can act for one who is not.
    active: bool,
}

type OfficerChange = Patch<Office>;

impl Patched for Office {
    const NAME: &'static str = "OfficerChange";
    const DESCRIPTION: &'static str =
        "更新工作人员（JSON Merge Patch） / What to change of an officer (RFC 7396).";

    fn example() -> Value {
        json!({ "position": "测试科长" })
    }
}

/// 工作人员 / An officer.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Officer)]
struct OfficerView {
    /// 编号，用于 On-Behalf-Of / The id, for `On-Behalf-Of`.
    #[schema(value_type = Uuid)]
    id: OfficerId,
    /// 所属机构 / The organisation in whose name the officer acts.
    #[schema(value_type = Uuid)]
    organisation_id: OrganisationId,
    /// 姓名 / The name.
    #[schema(value_type = String, example = "测试承办人")]
    name: PersonName,
    /// 职务 / The position.
    #[schema(value_type = String, example = "测试科员")]
    position: Position,
    /// 是否在任 / Whether still in office.
    active: bool,
    /// 机构所在区划 / The region of the organisation.
    #[schema(value_type = String, example = "371502")]
    region_code: RegionCode,
    /// 版本，每次更新加一 / One more with every change.
    #[schema(minimum = 1, example = 1)]
    version: i64,
    /// 登记时间 / When the officer was registered.
    created_at: DateTime<Utc>,
    /// 最近更新时间 / When the entry was last changed.
    updated_at: DateTime<Utc>,
}

/// 一页工作人员 / A page of officers.
type OfficerPage = Page<OfficerView>;

fn view(officer: &Officer) -> OfficerView {
    OfficerView {
        id: officer.id,
        organisation_id: officer.organisation,
        name: officer.name.clone(),
        position: officer.position.clone(),
        active: officer.active,
        region_code: officer.region,
        version: officer.version,
        created_at: officer.created_at,
        updated_at: officer.updated_at,
    }
}

fn tag(officer: &Officer) -> EntityTag {
    EntityTag::new(officer.version, "full")
}

fn subject(officer: &Officer) -> Subject {
    Subject {
        kind: "officer",
        id: officer.id.to_string(),
        version: officer.version,
        region: officer.region,
    }
}

/// 登记工作人员 / Register an officer
///
/// 登记之后，可代办其机构的客户端方可在 On-Behalf-Of 中写其编号。机构不存在或不在您辖区之内的，答复
/// 422。 / Afterwards a client that may act for the organisation can name the officer in
/// `On-Behalf-Of`. An unknown organisation, or one outside your regions, is 422.
#[utoipa::path(
    security(("oauth2" = ["organisations:write"])),
    params(CommandHeaders, CommandQuery),
    request_body = NewOfficer,
    responses(
        (status = 201, description = "已登记 / Registered", body = OfficerView,
            headers(("Location" = String, description = "工作人员的地址 / The officer's address"),
                    ("ETag" = String, description = "供 If-Match 使用 / For `If-Match`"))),
    ),
)]
#[post("/v1/officers")]
async fn officer_create(
    caller: Caller<OrganisationsWrite>,
    command: Command,
    body: Body<NewOfficer>,
) -> Result<HttpResponse, Problem> {
    let scope = caller.regions().clone();
    let input = body.value.parse();
    let organisation = body.value.organisation_id;
    command
        .run(
            &caller,
            &body.raw,
            input,
            move |acting, (name, position)| {
                let organisation = organisations::find(acting.tx, &scope, organisation)?
                    .ok_or_else(|| OrganisationUnknown.at("/organisation_id"))?;
                let id = acting.tx.new_id();
                let (officer, change) = register(acting.tx, id, &organisation, (name, position))?;
                let answer = Answer::created(format!("/v1/officers/{id}"), &view(&officer))?;
                Ok(Effect::of(change, answer.tagged(&tag(&officer))))
            },
        )
        .await
}

/// Registers an officer of an organisation.
pub(crate) fn register(
    tx: &mut Tx<'_>,
    id: OfficerId,
    organisation: &Organisation,
    (name, position): (&PersonName, &Position),
) -> Result<(Officer, Change), StoreError> {
    let officer = officers::insert_as(tx, id, organisation, name, position)?;
    let change = Change::new(
        "officer.registered",
        subject(&officer),
        json!({ "organisation_id": officer.organisation }),
    );
    Ok((officer, change))
}

#[derive(Debug, Serialize, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct OfficerQuery {
    /// 只列该机构的 / Only those of this organisation.
    #[param(value_type = Option<Uuid>)]
    organisation_id: Option<OrganisationId>,
    /// 只列在任的，或只列已停用的 / Only those in office, or only those who are not.
    active: Option<bool>,
}

/// 工作人员列表 / List officers
///
/// 您辖区内机构的工作人员，新登记的在前。 / The officers of organisations within your regions, newest
/// first.
#[utoipa::path(
    security(("oauth2" = ["organisations:read"])),
    params(OfficerQuery, PageQuery),
    responses(
        (status = 200, description = "一页工作人员 / A page of officers", body = OfficerPage),
    ),
)]
#[get("/v1/officers")]
async fn officer_list(
    caller: Caller<OrganisationsRead>,
    services: Data<Services>,
    page: PageQuery,
    Query(query): Query<OfficerQuery>,
) -> Result<HttpResponse, Problem> {
    let list = page.of("officers", &query)?;
    let filter = Filter {
        organisation: query.organisation_id,
        active: query.active,
    };
    let keyset = list.keyset()?;
    let scope = caller.regions().clone();
    let found = services
        .store
        .read(move |reader| officers::list(reader, &scope, &filter, &keyset))
        .await?;
    list.answer(&found, |officer| officer.id, view)
}

/// 查询工作人员 / Read an officer
///
/// 不在您辖区内的答复 404。 / One outside your regions is 404.
#[utoipa::path(
    security(("oauth2" = ["organisations:read"])),
    params(
        ("id" = Uuid, Path, description = "工作人员编号 / The officer's id", example = json!(ids::OFFICER)),
        ReadHeaders,
    ),
    responses(
        (status = 200, description = "工作人员 / The officer", body = OfficerView,
            headers(("ETag" = String, description = "供 If-Match 和 If-None-Match 使用 / For `If-Match` and `If-None-Match`"))),
    ),
)]
#[get("/v1/officers/{id}")]
async fn officer_get(
    caller: Caller<OrganisationsRead>,
    services: Data<Services>,
    Path(id): Path<OfficerId>,
    known: Optional<IfNoneMatch>,
) -> Result<HttpResponse, Problem> {
    let scope = caller.regions().clone();
    let officer = services
        .store
        .read(move |reader| officers::find(reader, &scope, id))
        .await?
        .ok_or_else(Problem::not_found)?;
    Ok(conditional(&known, &tag(&officer), &view(&officer)))
}

/// 更新工作人员 / Change an officer
///
/// JSON Merge Patch：改职务，或停用。没有实际变化时版本不变。 / JSON Merge Patch: another position, or no
/// longer in office. A patch that changes nothing makes no new version.
#[utoipa::path(
    security(("oauth2" = ["organisations:write"])),
    params(
        ("id" = Uuid, Path, description = "工作人员编号 / The officer's id", example = json!(ids::OFFICER)),
        UpdateHeaders, CommandHeaders, CommandQuery,
    ),
    request_body(content(
        (OfficerChange = "application/merge-patch+json"),
        (OfficerChange = "application/json"),
    )),
    responses(
        (status = 200, description = "更新后的工作人员 / The officer as of now", body = OfficerView,
            headers(("ETag" = String, description = "供 If-Match 使用 / For `If-Match`"))),
    ),
)]
#[patch("/v1/officers/{id}")]
async fn officer_update(
    caller: Caller<OrganisationsWrite>,
    Path(id): Path<OfficerId>,
    Required(condition): Required<IfMatch>,
    command: Command,
    body: Body<OfficerChange>,
) -> Result<HttpResponse, Problem> {
    let scope = caller.regions().clone();
    command
        .run(&caller, &body.raw, Ok(body.value), move |acting, patch| {
            let current = officers::find(acting.tx, &scope, id)?.ok_or_else(Problem::not_found)?;
            condition.require(current.version)?;
            let office = patch.applied(&Office {
                position: BoundedText::of(&current.position),
                active: current.active,
            })?;
            let position = Position::parse(&office.position).map_err(|it| it.at("/position"))?;
            if (&position, office.active) == (&current.position, current.active) {
                let answer = Answer::ok(&view(&current))?;
                return Ok(Effect::none(answer.tagged(&tag(&current))));
            }
            let changed = officers::update(acting.tx, &current, &position, office.active)?
                .ok_or_else(|| Problem::new(Code::StaleVersion))?;
            let change = Change::new(
                "officer.changed",
                subject(&changed),
                json!({ "active": changed.active }),
            );
            let answer = Answer::ok(&view(&changed))?;
            Ok(Effect::of(change, answer.tagged(&tag(&changed))))
        })
        .await
}
