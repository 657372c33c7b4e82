//! Who still waits for a plaque, whose family nobody has reached, and how far the plaques of each county are.

use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use domain::ids::{HouseholdId, PersonId, PlaqueId};
use domain::plaques::State;
use domain::regions::RegionCode;
use persistence::RegionScope;
use persistence::plaques::heroes::{self, Entitled};
use persistence::plaques::{self, CountyPlaques, Unreachable};
use serde::{Deserialize, Serialize};
use utoipa::IntoParams;
use validator::Validate;

use crate::auth::Caller;
use crate::auth::permissions::PlaquesRead;
use crate::contract::view;
use crate::http::{Page, PageQuery, Query};
use crate::problems::Problem;
use crate::procedure::words::StateCode;
use crate::regions::filter_by;
use crate::services::Services;

view! {
    /// 应挂未挂的人员 / Somebody who holds an honour and whose household has no plaque.
    #[schema(as = EntitledToPlaque)]
    pub(super) EntitledView of entitled: &Entitled {
        /// 人员档案编号 / The person's file.
        #[schema(value_type = Uuid)]
        person_id: PersonId = entitled.person,
        /// 家庭；尚未登记的没有 / The household, where one is on file.
        #[schema(value_type = Uuid)]
        household_id: Option<HouseholdId> = entitled.household,
        /// 所在区划 / The region.
        region_code: String = entitled.region.to_string(),
    }
}

view! {
    /// 联系不上的家庭 / A family that nobody has reached.
    #[schema(as = UnreachableFamily)]
    pub(super) UnreachableView of unreachable: &Unreachable {
        /// 光荣牌 / The plaque.
        #[schema(value_type = Uuid)]
        plaque_id: PlaqueId = unreachable.plaque,
        /// 家庭 / The household.
        #[schema(value_type = Uuid)]
        household_id: HouseholdId = unreachable.household,
        /// 所在区划 / The region.
        region_code: String = unreachable.region.to_string(),
        /// 光荣牌状态 / How far the plaque has come.
        state: StateCode = StateCode(unreachable.state.as_str()),
        /// 自何日起联系不上 / Since when nobody has been reached.
        since: Option<chrono::NaiveDate> = unreachable.since,
    }
}

/// 一页应挂未挂的人员 / A page of people whose household has no plaque.
type EntitledPage = Page<EntitledView>;
/// 一页联系不上的家庭 / A page of families that nobody has reached.
type UnreachablePage = Page<UnreachableView>;

#[derive(Debug, Serialize, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct CountyQuery {
    /// 只列该区划的 / Only those of this region.
    #[validate(length(min = 3, max = 6))]
    #[param(min_length = 3, max_length = 6, pattern = "^([0-9]{6}|[A-Z]{3,6})$")]
    region: Option<String>,
}

impl CountyQuery {
    /// The regions that are asked for, of those that the caller reaches.
    fn scope(&self, reached: &RegionScope) -> Result<RegionScope, Problem> {
        let wanted = filter_by(self.region.as_deref(), "/region")?;
        Ok(match wanted {
            None => reached.clone(),
            Some(region) if reached.covers(&region) => RegionScope::Regions(vec![region]),
            Some(_) => RegionScope::Regions(Vec::new()),
        })
    }
}

/// 应挂未挂名单 / Who is entitled and has no plaque
///
/// 持有有效的确认或者认定，而其家庭（未登记家庭的为本人）没有光荣牌、也未谢绝的人员，新建档案在前。 / People with a confirmation or recognition
/// that stands whose household, or who themselves where none is on file, have no plaque and declined none, newest files first.
#[utoipa::path(
    security(("oauth2" = ["plaques:read"])),
    params(CountyQuery, PageQuery),
    responses(
        (status = 200, description = "一页应挂未挂的人员 / A page of people", body = EntitledPage),
    ),
)]
#[get("/v1/plaque-lists/entitled")]
pub(super) async fn plaque_entitled_list(
    caller: Caller<PlaquesRead>,
    services: Data<Services>,
    page: PageQuery,
    Query(query): Query<CountyQuery>,
) -> Result<HttpResponse, Problem> {
    let list = page.of("entitled-to-plaques", &query)?;
    let keyset = list.keyset::<PersonId>()?;
    let scope = query.scope(caller.regions())?;
    let found = services
        .store
        .read(move |reader| heroes::waiting(reader, &scope, &keyset))
        .await?;
    list.answer(
        &found,
        |entitled| entitled.person,
        |entitled| EntitledView::from(entitled),
    )
}

/// 联系不上的家庭 / Families that nobody has reached
///
/// 已登记联系不上、尚未登记已联系上的，新登记的光荣牌在前。 / Where it is on record that nobody was reached, and nobody has been since; newest
/// plaques first.
#[utoipa::path(
    security(("oauth2" = ["plaques:read"])),
    params(CountyQuery, PageQuery),
    responses(
        (status = 200, description = "一页联系不上的家庭 / A page of families", body = UnreachablePage),
    ),
)]
#[get("/v1/plaque-lists/unreachable")]
pub(super) async fn plaque_unreachable_list(
    caller: Caller<PlaquesRead>,
    services: Data<Services>,
    page: PageQuery,
    Query(query): Query<CountyQuery>,
) -> Result<HttpResponse, Problem> {
    let list = page.of("unreachable-families", &query)?;
    let keyset = list.keyset::<PlaqueId>()?;
    let scope = query.scope(caller.regions())?;
    let found = services
        .store
        .read(move |reader| plaques::unreachable(reader, &scope, &keyset))
        .await?;
    list.answer(
        &found,
        |unreachable| unreachable.plaque,
        |unreachable| UnreachableView::from(unreachable),
    )
}

fn count(county: &CountyPlaques, states: &[State]) -> i64 {
    let of_states = county.states.iter();
    let of_states = of_states.filter(|(state, _)| states.contains(state));
    of_states.map(|(_, count)| count).sum()
}

view! {
    /// 一个区划的光荣牌 / The plaques of one region.
    #[schema(as = CountyPlaques)]
    CountyView of (region, county): (&RegionCode, &CountyPlaques) {
        /// 区划 / The region.
        region_code: String = region.to_string(),
        /// 应挂家庭：有人持有有效荣誉 / Households with an honour that stands.
        #[schema(minimum = 0)]
        entitled: i64 = county.entitled,
        /// 其中尚无光荣牌、也未谢绝的 / Those without a plaque that declined none.
        #[schema(minimum = 0)]
        open: i64 = county.open,
        /// 已登记、待制作 / Registered, to be ordered.
        #[schema(minimum = 0)]
        registered: i64 = count(county, &[State::Entitled]),
        /// 已下单或者已制作 / Ordered or made.
        #[schema(minimum = 0)]
        ordered: i64 = count(county, &[State::Ordered, State::Made]),
        /// 已送达、尚未悬挂 / Handed over, not hung yet.
        #[schema(minimum = 0)]
        handed_over: i64 = count(county, &[State::HandedOver]),
        /// 已悬挂 / Hung.
        #[schema(minimum = 0)]
        hung: i64 = count(county, &[State::Hung]),
        /// 置于室内 / Kept indoors.
        #[schema(minimum = 0)]
        indoors: i64 = count(county, &[State::KeptIndoors]),
        /// 家庭谢绝 / Declined.
        #[schema(minimum = 0)]
        declined: i64 = count(county, &[State::Declined]),
        /// 待收回 / To be recovered.
        #[schema(minimum = 0)]
        to_recover: i64 = count(county, &[State::ToRecover]),
        /// 联系不上 / Families that nobody has reached.
        #[schema(minimum = 0)]
        unreachable: i64 = county.unreachable,
    }
}

/// 各区划光荣牌情况 / The plaques of each region.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = PlaqueSummary)]
struct SummaryView {
    /// 各区划，按代码排列 / The regions, by their codes.
    items: Vec<CountyView>,
}

/// 各区划光荣牌情况 / The plaques of each region
///
/// 您辖区内的家庭和光荣牌。 / The households and plaques within your regions.
#[utoipa::path(
    security(("oauth2" = ["plaques:read"])),
    responses(
        (status = 200, description = "各区划的数量 / The counts of each region", body = SummaryView),
    ),
)]
#[get("/v1/plaque-lists/summary")]
pub(super) async fn plaque_summary(
    caller: Caller<PlaquesRead>,
    services: Data<Services>,
) -> Result<HttpResponse, Problem> {
    let scope = caller.regions().clone();
    let counties = services
        .store
        .read(move |reader| plaques::summary(reader, &scope))
        .await?;
    let items = counties.iter().map(Into::into).collect();
    Ok(HttpResponse::Ok().json(SummaryView { items }))
}
