//! What follows for a deed outside the city.

use domain::out_of_city::{OutOfCityEffects, Route};
use serde::Serialize;
use serde_with::skip_serializing_none;
use utoipa::ToSchema;

use crate::words::{BilingualText, PlaqueStatusWord};

/// 称号 / The title that follows.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
struct TitleProposed {
    /// 称号编号 / Its id in the catalogue.
    id: String,
    /// 称号文字，含“追授” / Its words, with the prefix for those who died.
    text: BilingualText,
    /// 是否追授；未说明是否在世时没有 / Whether it is granted after death; absent while not stated.
    posthumous: Option<bool>,
}

/// 光荣牌 / The family's plaque, at most one for a household.
#[derive(Debug, Serialize, ToSchema)]
struct PlaqueProposed {
    /// 牌面文字 / Its words.
    text: BilingualText,
    /// 是否应挂 / Whether it is due.
    status: PlaqueStatusWord,
}

/// 优抚待遇 / The care that follows.
#[derive(Debug, Serialize, ToSchema)]
struct CareProposed {
    /// 待遇类别 / Its profile.
    #[schema(example = "same_as_city_model")]
    profile: String,
    /// 含义 / What it means.
    text: BilingualText,
}

/// 适用的程序 / The procedure that fits.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum Procedure {
    /// 市域外见义勇为认定 / Recognition of a deed outside the city.
    OutOfCity,
    /// 在行为发生地申请确认 / Ordinary confirmation where the deed happened.
    ConfirmAtPlace,
    /// 在籍贯或户籍所在县申请确认 / Ordinary confirmation in the county of origin.
    ConfirmAtOrigin,
    /// 本市无相应程序 / Nothing that the city could do.
    None,
}

/// 市域外认定的结果 / What follows for a deed outside the city.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OutOfCityEffects)]
pub(in crate::receipts) struct OutOfCityEffectsView {
    /// 称号；建议不予同意时没有 / The title; absent when refusal is proposed.
    title: Option<TitleProposed>,
    /// 家庭光荣牌；建议不予同意时没有 / The family's plaque; absent when refusal is proposed.
    plaque: Option<PlaqueProposed>,
    /// 优抚待遇；建议不予同意时没有 / The care; absent when refusal is proposed.
    benefits: Option<CareProposed>,
    /// 是否因已在外地受奖而不再发奖金；不详时没有 / Whether an earlier reward leaves out cash; absent while not known.
    cash_excluded: Option<bool>,
    /// 适用的程序 / The procedure that fits.
    procedure: Procedure,
    /// 受理该程序的区划 / The region where that procedure is filed; absent where there is none.
    #[schema(example = "371502")]
    procedure_region: Option<String>,
}

impl From<&OutOfCityEffects> for OutOfCityEffectsView {
    fn from(effects: &OutOfCityEffects) -> Self {
        let (procedure, region) = match effects.route {
            Route::OutOfCity => (Procedure::OutOfCity, None),
            Route::ConfirmAtPlace(region) => (Procedure::ConfirmAtPlace, Some(region)),
            Route::ConfirmAtOrigin(region) => (Procedure::ConfirmAtOrigin, Some(region)),
            Route::None => (Procedure::None, None),
        };
        Self {
            title: effects.title.as_ref().map(|title| TitleProposed {
                id: title.id.to_string(),
                text: (&title.text).into(),
                posthumous: title.posthumous,
            }),
            plaque: effects.plaque.as_ref().map(|plaque| PlaqueProposed {
                text: (&plaque.text).into(),
                status: plaque.status.into(),
            }),
            benefits: effects.benefits.as_ref().map(|benefits| CareProposed {
                profile: benefits.profile.clone(),
                text: (&benefits.text).into(),
            }),
            cash_excluded: effects.cash_excluded,
            procedure,
            procedure_region: region.map(|code| code.to_string()),
        }
    }
}
