//! The bodies that take part in the work: `/v1/organisations`.

use actix_web::web::Data;
use actix_web::{HttpResponse, get, patch, post};
use chrono::{DateTime, Utc};
use domain::error::Coded;
use domain::identity::CreditCode;
use domain::ids::OrganisationId;
use domain::organisations::{OrganisationName, OrganisationProfile};
use domain::regions::RegionCode;
use persistence::audit::{Change, Subject};
use persistence::organisations::{self, Filter, Organisation};
use persistence::{RegionScope, StoreError, Tx};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use serde_with::skip_serializing_none;
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
use crate::regions::{filter_by, within_reach};
use crate::routes::Routes;
use crate::services::Services;
use crate::wire::read;
use crate::words::OrganisationKindWord;

/// Adds the operations.
pub fn configure(routes: &mut Routes<'_>) {
    routes
        .service(organisation_create)
        .service(organisation_list)
        .service(organisation_get)
        .service(organisation_update);
}

/// 登记机构 / An organisation to be registered.
#[skip_serializing_none]
#[derive(Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "name": "测试东昌府区见义勇为协会",
    "kind": "association",
    "region_code": "371502"
}))]
struct NewOrganisation {
    /// 名称，在同一区划内不得重复 / The name, unique within the region.
    #[validate(nested)]
    name: BoundedText<1, 100>,
    /// 类别 / What it is.
    kind: OrganisationKindWord,
    /// 所在区划，须在您的辖区之内 / The region that it works in, one of yours.
    #[validate(nested)]
    region_code: BoundedText<3, 6>,
    /// 统一社会信用代码（GB 32100），不得重复；没有的可不填 / The unified social credit code, unique; leave it out where there is none.
    #[validate(nested)]
    credit_code: Option<BoundedText<1, 30>>,
}

impl NewOrganisation {
    /// An organisation as it would be sent today.
    fn of(profile: &OrganisationProfile) -> Self {
        Self {
            name: BoundedText::of(&profile.name),
            kind: profile.kind.into(),
            region_code: BoundedText::of(&profile.region),
            credit_code: profile.credit_code.as_ref().map(BoundedText::of),
        }
    }

    fn parse(
        &self,
        scope: &RegionScope,
        city: &RegionCode,
    ) -> Result<OrganisationProfile, Problem> {
        read(|errors| {
            let name = errors.take("/name", OrganisationName::parse(&self.name));
            let region = within_reach(&self.region_code, scope, city);
            let region = errors.take("/region_code", region);
            let credit_code = self.credit_code.as_deref();
            let credit_code = errors.optional("/credit_code", credit_code, CreditCode::parse);
            Some(OrganisationProfile {
                name: name?,
                kind: self.kind.0,
                region: region?,
                credit_code,
            })
        })
    }
}

type OrganisationChange = Patch<NewOrganisation>;

impl Patched for NewOrganisation {
    const NAME: &'static str = "OrganisationChange";
    const DESCRIPTION: &'static str =
        "更新机构（JSON Merge Patch） / What to change of an organisation (RFC 7396).";
    const FIXED: &'static [&'static str] = &["region_code"];

    fn example() -> Value {
        json!({ "name": "测试东昌府区见义勇为联合会" })
    }
}

/// 机构 / An organisation.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Organisation)]
struct OrganisationView {
    /// 编号 / Its id.
    #[schema(value_type = Uuid)]
    id: OrganisationId,
    /// 名称 / Its name.
    #[schema(value_type = String, example = "测试东昌府区见义勇为协会")]
    name: OrganisationName,
    /// 类别 / What it is.
    kind: OrganisationKindWord,
    /// 所在区划 / The region that it works in.
    #[schema(value_type = String, example = "371502")]
    region_code: RegionCode,
    /// 统一社会信用代码；没有时不出现 / Its credit code; absent where there is none.
    credit_code: Option<String>,
    /// 版本，每次更新加一 / One more with every change.
    #[schema(minimum = 1, example = 1)]
    version: i64,
    /// 登记时间 / When it was registered.
    created_at: DateTime<Utc>,
    /// 最近更新时间 / When it was last changed.
    updated_at: DateTime<Utc>,
}

/// 一页机构 / A page of organisations.
type OrganisationPage = Page<OrganisationView>;

fn view(organisation: &Organisation) -> OrganisationView {
    let profile = &organisation.profile;
    OrganisationView {
        id: organisation.id,
        name: profile.name.clone(),
        kind: profile.kind.into(),
        region_code: profile.region,
        credit_code: profile.credit_code.as_ref().map(ToString::to_string),
        version: organisation.version,
        created_at: organisation.created_at,
        updated_at: organisation.updated_at,
    }
}

fn tag(organisation: &Organisation) -> EntityTag {
    EntityTag::new(organisation.version, "full")
}

fn subject(organisation: &Organisation) -> Subject {
    Subject {
        kind: "organisation",
        id: organisation.id.to_string(),
        version: organisation.version,
        region: organisation.profile.region,
    }
}

/// 登记机构 / Register an organisation
///
/// 辖区内已登记同一统一社会信用代码，或同一区划内已有同名机构的，答复 409 `organisation_exists`。 / A
/// credit code that is registered in your regions already, or a name that the region has already, is
/// 409 `organisation_exists`.
#[utoipa::path(
    security(("oauth2" = ["organisations:write"])),
    params(CommandHeaders, CommandQuery),
    request_body = NewOrganisation,
    extensions(("x-problem-codes" = json!(["organisation_exists"]))),
    responses(
        (status = 201, description = "已登记 / Registered", body = OrganisationView,
            headers(("Location" = String, description = "机构的地址 / Its address"),
                    ("ETag" = String, description = "供 If-Match 使用 / For `If-Match`"))),
    ),
)]
#[post("/v1/organisations")]
async fn organisation_create(
    caller: Caller<OrganisationsWrite>,
    services: Data<Services>,
    command: Command,
    body: Body<NewOrganisation>,
) -> Result<HttpResponse, Problem> {
    let scope = caller.regions().clone();
    let input = body.value.parse(&scope, &services.policies.city());
    command
        .run(&caller, &body.raw, input, move |acting, profile| {
            let id = acting.tx.new_id();
            let (organisation, change) = register(acting.tx, id, profile)
                .map_err(|error| refusal(acting.tx, &scope, profile, None, error))?;
            let address = format!("/v1/organisations/{id}");
            let answer = Answer::created(address, &view(&organisation))?;
            Ok(Effect::of(change, answer.tagged(&tag(&organisation))))
        })
        .await
}

/// Registers an organisation.
pub(crate) fn register(
    tx: &mut Tx<'_>,
    id: OrganisationId,
    profile: &OrganisationProfile,
) -> Result<(Organisation, Change), StoreError> {
    let organisation = organisations::insert(tx, id, profile)?;
    let change = Change::new(
        "organisation.registered",
        subject(&organisation),
        json!({ "kind": organisation.profile.kind.as_str() }),
    );
    Ok((organisation, change))
}

domain::faults! {
    struct CreditCodeUnavailable = "credit_code_unavailable",
        "此统一社会信用代码不能使用，请核对；核对无误的，请与市级联系",
        "This credit code cannot be used. Compare all characters; if they are right, the city can help.";
}

/// The problem of a write that failed: a duplicate names the organisation that is there already,
/// other than the `changed` one itself. Where the caller may not see that one, the answer says no
/// more than that the credit code cannot be used.
fn refusal(
    tx: &mut Tx<'_>,
    scope: &RegionScope,
    profile: &OrganisationProfile,
    changed: Option<OrganisationId>,
    error: StoreError,
) -> Problem {
    if !matches!(error, StoreError::Duplicate) {
        return error.into();
    }
    match organisations::find_same(tx, scope, profile, changed) {
        Ok(Some(same)) => {
            Problem::new(Code::OrganisationExists).with("existing", json!(view(&same)))
        }
        Ok(None) => CreditCodeUnavailable.at("/credit_code").into(),
        Err(error) => error.into(),
    }
}

#[derive(Debug, Serialize, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct OrganisationQuery {
    /// 只列该类别的 / Only those of this kind.
    #[param(inline)]
    kind: Option<OrganisationKindWord>,
    /// 只列该区划的 / Only those of this region.
    #[validate(length(min = 3, max = 6))]
    #[param(min_length = 3, max_length = 6, pattern = "^([0-9]{6}|[A-Z]{3,6})$")]
    region: Option<String>,
}

impl OrganisationQuery {
    fn parse(&self) -> Result<Filter, Problem> {
        Ok(Filter {
            kind: self.kind.map(|kind| kind.0),
            region: filter_by(self.region.as_deref(), "/region")?,
        })
    }
}

/// 机构列表 / List organisations
///
/// 您辖区内的机构，新登记的在前。 / The organisations within your regions, newest first.
#[utoipa::path(
    security(("oauth2" = ["organisations:read"])),
    params(OrganisationQuery, PageQuery),
    responses(
        (status = 200, description = "一页机构 / A page of organisations", body = OrganisationPage),
    ),
)]
#[get("/v1/organisations")]
async fn organisation_list(
    caller: Caller<OrganisationsRead>,
    services: Data<Services>,
    page: PageQuery,
    Query(query): Query<OrganisationQuery>,
) -> Result<HttpResponse, Problem> {
    let list = page.of("organisations", &query)?;
    let (filter, keyset) = (query.parse()?, list.keyset()?);
    let scope = caller.regions().clone();
    let found = services
        .store
        .read(move |reader| organisations::list(reader, &scope, &filter, &keyset))
        .await?;
    list.answer(&found, |organisation| organisation.id, view)
}

/// 查询机构 / Read an organisation
///
/// 不在您辖区内的机构答复 404。 / One outside your regions is 404.
#[utoipa::path(
    security(("oauth2" = ["organisations:read"])),
    params(
        ("id" = Uuid, Path, description = "机构编号 / The organisation's id", example = json!(ids::ORGANISATION)),
        ReadHeaders,
    ),
    responses(
        (status = 200, description = "机构 / The organisation", body = OrganisationView,
            headers(("ETag" = String, description = "供 If-Match 和 If-None-Match 使用 / For `If-Match` and `If-None-Match`"))),
    ),
)]
#[get("/v1/organisations/{id}")]
async fn organisation_get(
    caller: Caller<OrganisationsRead>,
    services: Data<Services>,
    Path(id): Path<OrganisationId>,
    known: Optional<IfNoneMatch>,
) -> Result<HttpResponse, Problem> {
    let scope = caller.regions().clone();
    let organisation = services
        .store
        .read(move |reader| organisations::find(reader, &scope, id))
        .await?
        .ok_or_else(Problem::not_found)?;
    Ok(conditional(
        &known,
        &tag(&organisation),
        &view(&organisation),
    ))
}

/// 更新机构 / Change an organisation
///
/// JSON Merge Patch：未写的成员不变。区划不可更改。没有实际变化时版本不变。 / JSON Merge Patch: what is
/// left out stays. The region cannot change. A patch that changes nothing makes no new version.
#[utoipa::path(
    security(("oauth2" = ["organisations:write"])),
    params(
        ("id" = Uuid, Path, description = "机构编号 / The organisation's id", example = json!(ids::ORGANISATION)),
        UpdateHeaders, CommandHeaders, CommandQuery,
    ),
    request_body(content(
        (OrganisationChange = "application/merge-patch+json"),
        (OrganisationChange = "application/json"),
    )),
    extensions(("x-problem-codes" = json!(["organisation_exists"]))),
    responses(
        (status = 200, description = "更新后的机构 / The organisation as it is now", body = OrganisationView,
            headers(("ETag" = String, description = "供 If-Match 使用 / For `If-Match`"))),
    ),
)]
#[patch("/v1/organisations/{id}")]
async fn organisation_update(
    caller: Caller<OrganisationsWrite>,
    services: Data<Services>,
    Path(id): Path<OrganisationId>,
    Required(condition): Required<IfMatch>,
    command: Command,
    body: Body<OrganisationChange>,
) -> Result<HttpResponse, Problem> {
    let scope = caller.regions().clone();
    let city = services.policies.city();
    command
        .run(&caller, &body.raw, Ok(body.value), move |acting, patch| {
            let current =
                organisations::find(acting.tx, &scope, id)?.ok_or_else(Problem::not_found)?;
            condition.require(current.version)?;
            let new = patch.applied(&NewOrganisation::of(&current.profile))?;
            let profile = new.parse(&scope, &city)?;
            if profile == current.profile {
                let answer = Answer::ok(&view(&current))?;
                return Ok(Effect::none(answer.tagged(&tag(&current))));
            }
            let changed = organisations::update(acting.tx, &current, &profile)
                .map_err(|error| refusal(acting.tx, &scope, &profile, Some(id), error))?
                .ok_or_else(|| Problem::new(Code::StaleVersion))?;
            let change = Change::new("organisation.changed", subject(&changed), json!({}));
            let answer = Answer::ok(&view(&changed))?;
            Ok(Effect::of(change, answer.tagged(&tag(&changed))))
        })
        .await
}
