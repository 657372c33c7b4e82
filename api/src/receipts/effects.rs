//! What follows if the officer agrees, by the question that was asked.

mod deed;
mod out_of_city;
mod plaque;
mod round;
mod studio_name;
mod tier;

use domain::receipts::Effects;
use serde::Serialize;
use utoipa::ToSchema;

use deed::DeedEffectsView;
use out_of_city::OutOfCityEffectsView;
use plaque::PlaqueEffectsView;
use round::RoundEffectsView;
use studio_name::StudioNameEffectsView;
use tier::TierEffectsView;

/// 如予同意将产生的结果 / What follows if the officer agrees.
#[derive(Debug, Serialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[schema(as = Effects)]
pub(super) enum EffectsView {
    /// 见义勇为行为 / A deed.
    Deed(DeedEffectsView),
    /// 市域外见义勇为 / Out-of-city recognition.
    OutOfCity(OutOfCityEffectsView),
    /// 表扬等次 / Level of commendation.
    Tier(TierEffectsView),
    /// 工作室名称 / Studio name.
    StudioName(StudioNameEffectsView),
    /// 光荣牌 / A plaque.
    Plaque(PlaqueEffectsView),
    /// 表扬批次 / Round of commendation.
    Round(RoundEffectsView),
}

impl From<&Effects> for EffectsView {
    fn from(effects: &Effects) -> Self {
        match effects {
            Effects::Deed(effects) => Self::Deed(effects.into()),
            Effects::OutOfCity(effects) => Self::OutOfCity(effects.into()),
            Effects::Tier(effects) => Self::Tier(effects.into()),
            Effects::StudioName(effects) => Self::StudioName(effects.into()),
            Effects::Plaque(effects) => Self::Plaque(effects.into()),
            Effects::Round(effects) => Self::Round(effects.into()),
        }
    }
}
