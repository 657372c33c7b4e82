//! What follows for a plaque.

use domain::plaques::PlaqueEffects;

use crate::contract::view;
use crate::words::BilingualText;

view! {
    /// 光荣牌 / What follows for a plaque.
    #[schema(as = PlaqueEffects)]
    pub(in crate::receipts) PlaqueEffectsView of effects: &PlaqueEffects {
        /// 政策规定的牌面文字 / What stands on it by the policy.
        text: BilingualText = (&effects.text).into(),
        /// 该人员是否持有有效荣誉 / Whether the hero holds an honour that entitles the household.
        hero_entitled: Option<bool> = effects.hero_entitled,
        /// 家庭是否有人持有有效荣誉 / Whether anybody of the household does.
        household_entitled: Option<bool> = effects.household_entitled,
        /// 是否为家庭唯一的光荣牌 / Whether it is the only one of the household.
        only_plaque: Option<bool> = effects.only_plaque,
        /// 牌面人员与家庭中持有荣誉的人员是否一致 / Whether the names on it are those of the household's heroes.
        names_fit: Option<bool> = effects.names_fit,
        /// 是否可以因迁居、损坏、陈旧或者遗失更换 / Whether it may be replaced for its condition.
        replaceable: Option<bool> = effects.replaceable,
    }
}
