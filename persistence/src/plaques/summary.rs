//! How far the plaques of each county have come.

use std::collections::BTreeMap;

use diesel::dsl::{count, count_star};
use diesel::expression_methods::AggregateExpressionMethods as _;
use domain::named::NamedEnum as _;
use domain::plaques::State;
use domain::regions::RegionCode;

use crate::prelude::*;
use crate::schema::{plaque_heroes as heroes, plaques};

/// The plaques of one county.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CountyPlaques {
    /// Households, or people of whom no household is on file, with an honour that stands.
    pub entitled: i64,
    /// Those among them without a plaque, who declined none.
    pub open: i64,
    /// Plaques in each state.
    pub states: BTreeMap<State, i64>,
    /// Plaques whose family nobody has reached.
    pub unreachable: i64,
}

/// The households and plaques of each county that the scope covers.
pub fn summary(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
) -> Result<BTreeMap<RegionCode, CountyPlaques>, StoreError> {
    let mut counties: BTreeMap<RegionCode, CountyPlaques> = BTreeMap::new();
    let query = plaques::table
        .group_by((plaques::region_code, plaques::state, plaques::unreachable))
        .select((
            plaques::region_code,
            plaques::state,
            plaques::unreachable,
            count_star(),
        ))
        .into_boxed();
    let query = within!(query, scope, plaques::region_code);
    let counted: Vec<(RegionCode, String, bool, i64)> = query.load(reader.connection)?;
    for (region, state, unreachable, count) in counted {
        let state = State::all()
            .into_iter()
            .find(|known| known.as_str() == state);
        let state = state.ok_or_else(|| StoreError::Corrupt("plaques.state".to_owned()))?;
        let county = counties.entry(region).or_default();
        *county.states.entry(state).or_default() += count;
        county.unreachable += if unreachable { count } else { 0 };
    }
    let query = heroes::table
        .group_by((heroes::region_code, heroes::waiting))
        .select((
            heroes::region_code,
            heroes::waiting,
            count_star(),
            count(heroes::household_id),
            count(heroes::household_id).aggregate_distinct(),
        ))
        .into_boxed();
    let query = within!(query, scope, heroes::region_code);
    let counted: Vec<(RegionCode, bool, i64, i64, i64)> = query.load(reader.connection)?;
    for (region, waiting, people, of_households, households) in counted {
        let county = counties.entry(region).or_default();
        // Several heroes of one household are counted once.
        let homes = people - of_households + households;
        county.entitled += homes;
        county.open += if waiting { homes } else { 0 };
    }
    Ok(counties)
}
