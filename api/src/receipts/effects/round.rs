//! What follows for a round of commendation.

use domain::rounds::{RoundEffects, RoundTitle};

use crate::contract::view;
use crate::words::BilingualText;

view! {
    /// 批次所含称号 / A title that a round grants.
    RoundEffectsTitle of title: &RoundTitle {
        /// 称号编号 / The title.
        id: String = title.id.to_string(),
        /// 称号 / Its words.
        text: BilingualText = (&title.text).into(),
    }
}

view! {
    /// 表扬批次评估的结果 / What follows for a round of commendation.
    #[schema(as = RoundEffects)]
    pub(in crate::receipts) RoundEffectsView of effects: &RoundEffects {
        /// 目录中有的称号 / The titles of the catalogue that it grants.
        titles: Vec<RoundEffectsTitle> = effects.titles.iter().map(Into::into).collect(),
        /// 本年尚余的表彰项目数；表扬没有 / State-award projects that are left this year; absent of praise.
        projects_left: Option<u32> = effects.projects_left,
    }
}
