//! What a round calls for, as it is answered.

use domain::regions::RegionCode;
use domain::rounds::{JointBody, TitlePlaces};

use crate::contract::view;
use crate::words::AuthorityKindWord;

view! {
    /// 称号和名额 / A title with its places.
    #[schema(as = RoundTitlePlaces)]
    pub(super) TitlePlacesView of places: &TitlePlaces {
        /// 称号编号 / The title.
        title: String = places.title.to_string(),
        /// 个人名额 / Places for people.
        people: u32 = places.people,
        /// 群体名额 / Places for groups.
        groups: u32 = places.groups,
    }
}

view! {
    /// 单位名额 / The places of a unit.
    #[schema(as = RoundUnitPlaces)]
    pub(super) UnitPlacesView of (region, places): &(RegionCode, u32) {
        /// 区划代码 / The region.
        region_code: String = region.to_string(),
        /// 可推荐数 / How many it may nominate.
        places: u32 = *places,
    }
}

view! {
    /// 作出表扬的单位 / A body that decides.
    #[schema(as = RoundBody)]
    pub(super) JointBodyView of body: &JointBody {
        /// 名称 / Its name.
        name: String = body.name.to_string(),
        /// 类别 / What kind of body it is.
        kind: AuthorityKindWord = body.kind.into(),
        /// 所属区划代码 / The region that it is of.
        region_code: Option<String> = body.region.map(|region| region.to_string()),
        /// 是否牵头 / Whether it leads the others.
        leads: bool = body.leads,
        /// 同时授予的本单位称号 / The title of its own that it grants at the same time.
        own_title: Option<String> = body.own_title.as_ref().map(ToString::to_string),
    }
}
