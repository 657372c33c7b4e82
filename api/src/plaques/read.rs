//! Reads of plaques and of their cases.

use std::collections::BTreeMap;

use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use domain::ids::{CaseId, HouseholdId, PersonId, PlaqueId};
use domain::plaques::Plaque;
use persistence::cases::{self, Filter};
use persistence::{Page, StoreError, calendar, plaques};
use serde::{Deserialize, Serialize};
use utoipa::IntoParams;
use validator::Validate;

use super::PlaqueFile;
use super::view::{PlaqueCaseView, PlaquePage, PlaqueView};
use crate::auth::Caller;
use crate::auth::permissions::PlaquesRead;
use crate::commands::Command;
use crate::contract::examples::ids;
use crate::contract::parameters::ReadHeaders;
use crate::http::paging::List;
use crate::http::{IfNoneMatch, Optional, PageQuery, Path, Query};
use crate::problems::Problem;
use crate::procedure::{Seen, case_of, context_of, get, list};
use crate::services::Services;
use crate::words::PlaqueStateWord;

#[derive(Debug, Serialize, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct PlaqueQuery {
    /// 只列牌面有该人员的 / Only those that bear this person's name.
    #[param(value_type = Option<Uuid>)]
    person: Option<PersonId>,
    /// 只列处于该状态的 / Only those in this state.
    #[param(inline)]
    state: Option<PlaqueStateWord>,
    /// 只列该家庭的 / Only those of this household.
    #[param(value_type = Option<Uuid>)]
    household: Option<HouseholdId>,
}

/// 光荣牌列表 / List plaques
///
/// 您辖区的机构承办、初次登记或者将接收的，新的在前。 / Those that a body in your regions holds, held first or is to receive, newest first.
#[utoipa::path(
    security(("oauth2" = ["plaques:read"])),
    params(PlaqueQuery, PageQuery),
    responses(
        (status = 200, description = "一页光荣牌 / A page of plaques", body = PlaquePage),
    ),
)]
#[get("/v1/plaques")]
pub(super) async fn plaque_list(
    caller: Caller<PlaquesRead>,
    services: Data<Services>,
    page: PageQuery,
    Query(query): Query<PlaqueQuery>,
) -> Result<HttpResponse, Problem> {
    let filter = Filter {
        person: query.person,
        state: query.state.map(|state| state.0),
    };
    let page = page.of("plaques", &query)?;
    match query.household {
        None => list::<Plaque>(&caller, &services, page, filter).await,
        Some(household) => of_household(&caller, &services, page, (household, filter)).await,
    }
}

/// A household has few plaques in its time: they are read together.
async fn of_household(
    caller: &Caller<PlaquesRead>,
    services: &Services,
    list: List,
    (household, filter): (HouseholdId, Filter<Plaque>),
) -> Result<HttpResponse, Problem> {
    let keyset = list.keyset::<PlaqueId>()?;
    let scope = caller.regions().clone();
    let (found, seen) = services
        .store
        .read(move |reader| -> Result<_, StoreError> {
            let ids = plaques::of_household(reader, &scope, household)?;
            let mut all = cases::of_files::<Plaque>(reader, &ids)?;
            let mut seen: BTreeMap<PlaqueId, Seen<Plaque>> = BTreeMap::new();
            let mut files: Vec<PlaqueFile> = Vec::new();
            for id in ids {
                let of_file = Seen::of(&scope, all.remove(&id).unwrap_or_default());
                let fits = of_file.cases.iter().any(|one| {
                    let of_person = filter.person.is_none_or(|person| one.person == person);
                    of_person && filter.state.is_none_or(|state| one.case.state() == state)
                });
                if fits {
                    files.extend(cases::find::<Plaque>(reader, &scope, id)?);
                    seen.insert(id, of_file);
                }
            }
            let count = files.len();
            let after = keyset.after;
            let rest = files.into_iter();
            let rest = rest.filter(|file| after.is_none_or(|after| file.id < after));
            let page: Page<PlaqueFile> = keyset.page_of(rest, || count);
            Ok((page, seen))
        })
        .await?;
    list.answer(
        &found,
        |file| file.id,
        |file| {
            let none = || Seen {
                cases: Vec::new(),
                others: 0,
            };
            let seen = seen.get(&file.id).cloned().unwrap_or_else(none);
            PlaqueView::from((file, &seen))
        },
    )
}

/// 查询光荣牌 / Read a plaque
///
/// 您辖区的机构承办、初次登记或者将接收的，可以查阅。悬挂地址不在其中。 / You may read it where a body in your regions holds it, held it first or is to
/// receive it. Where it hangs is not told.
#[utoipa::path(
    security(("oauth2" = ["plaques:read"])),
    params(
        ("id" = Uuid, Path, description = "光荣牌编号 / The plaque's id", example = json!(ids::PLAQUE)),
        ReadHeaders,
    ),
    responses(
        (status = 200, description = "光荣牌 / The plaque", body = PlaqueView),
    ),
)]
#[get("/v1/plaques/{id}")]
pub(super) async fn plaque_get(
    caller: Caller<PlaquesRead>,
    Path(id): Path<PlaqueId>,
    known: Optional<IfNoneMatch>,
    command: Command,
) -> Result<HttpResponse, Problem> {
    let purpose = (&Optional(None), "plaque.sensitive_read");
    get::<Plaque>(&caller, id, &known, purpose, command).await
}

/// 查询牌面人员的案件 / Read the case of a hero
///
/// 下单、制作、送达、悬挂、联系和收回的情况。每个期限附其算式，随日期推移而变，故不设 `ETag`。 / Order, making, handover, hanging, contacts and
/// recovery. Every clock comes with the arithmetic of its last day, so there is no `ETag`.
#[utoipa::path(
    security(("oauth2" = ["plaques:read"])),
    extensions(("x-problem-codes" = json!(["policy_not_in_force"]))),
    params(
        ("id" = Uuid, Path, description = "光荣牌编号 / The plaque's id", example = json!(ids::PLAQUE)),
        ("actor_id" = Uuid, Path, description = "行为人编号 / The actor's id", example = json!(ids::PLAQUE_CASE)),
    ),
    responses((status = 200, description = "案件 / The case", body = PlaqueCaseView)),
)]
#[get("/v1/plaques/{id}/actors/{actor_id}")]
pub(super) async fn plaque_actor_get(
    caller: Caller<PlaquesRead>,
    services: Data<Services>,
    Path((id, actor)): Path<(PlaqueId, CaseId)>,
) -> Result<HttpResponse, Problem> {
    let scope = caller.regions().clone();
    let (one, calendar) = services
        .store
        .read(move |reader| -> Result<_, Problem> {
            let one = case_of::<Plaque>(reader, &scope, id, actor)?;
            Ok((one, calendar::in_force(reader)?))
        })
        .await?;
    let today = services.store.clock().today();
    let context = context_of(services.policies.set(), &calendar, &one.case, today, None)?;
    Ok(HttpResponse::Ok().json(PlaqueCaseView::from((&one, &context))))
}
