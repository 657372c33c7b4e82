//! What follows for one actor of a deed.

use domain::deeds::eligibility::DeedEffects;
use serde::Serialize;
use serde_with::skip_serializing_none;
use utoipa::ToSchema;

use crate::words::{
    DeedRouteWord, MinorHandlingWord, MissingFactWord, PublicationWaiverReasonWord,
};

/// 见义勇为行为评估的结果 / What follows for one actor of a deed.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DeedEffects)]
pub(in crate::receipts) struct DeedEffectsView {
    /// 下一步 / The way the case takes next.
    route: DeedRouteWord,
    /// 须提交评审委员会研究的规则；没有时为空 / The rules for which a review panel is needed; empty where there are none.
    #[schema(example = json!(["DEED-CONTRACT"]))]
    panel_for: Vec<&'static str>,
    /// 办理机构所在区划；本市无或者不明时没有 / The region whose body handles the case; absent where the city has none, or it is not known.
    #[schema(example = "371581")]
    body_region: Option<String>,
    /// 收到报告的机构是否应移送；不明时没有 / Whether the body that received the report hands it over; absent while that is not known.
    transfer: Option<bool>,
    /// 未成年人保护 / What the actor's age asks for.
    minor_handling: MinorHandlingWord,
    /// 建议不公示并限制公开的理由；没有时不出现 / Why the notice may be left out and the record restricted; absent where nothing suggests it.
    restriction_suggested: Option<PublicationWaiverReasonWord>,
    /// 表扬等次是否从低 / Whether a duty by contract lowers the commendation.
    lower_tier: bool,
    /// 须一次性告知补充的事项 / Everything that has to be asked for, each once.
    missing: Vec<MissingFactWord>,
}

impl From<&DeedEffects> for DeedEffectsView {
    fn from(effects: &DeedEffects) -> Self {
        Self {
            route: effects.route.into(),
            panel_for: effects.panel_for.iter().map(|rule| rule.as_str()).collect(),
            body_region: effects.body.map(|region| region.to_string()),
            transfer: effects.transfer,
            minor_handling: effects.minor_handling.into(),
            restriction_suggested: effects.restriction_suggested.map(Into::into),
            lower_tier: effects.lower_tier,
            missing: effects
                .missing
                .iter()
                .copied()
                .map(MissingFactWord::from)
                .collect(),
        }
    }
}
