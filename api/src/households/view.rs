//! A household as it is answered.

use chrono::{DateTime, Utc};
use domain::ids::{HouseholdId, PersonId};
use persistence::households::Household;

use crate::contract::view;
use crate::http::Page;

view! {
    /// 家庭成员 / A member of a household.
    #[schema(as = HouseholdMember)]
    MemberView of person: PersonId {
        /// 人员档案编号 / The person's file.
        #[schema(value_type = Uuid)]
        person_id: PersonId = person,
    }
}

view! {
    /// 家庭 / People on file who live together.
    #[schema(as = Household)]
    pub(super) HouseholdView of household: &Household {
        /// 编号 / Its id.
        #[schema(value_type = Uuid)]
        id: HouseholdId = household.id,
        /// 所在区划 / The region where it lives.
        region_code: String = household.region.to_string(),
        /// 成员 / Its members.
        members: Vec<MemberView> = household.members.iter().copied().map(Into::into).collect(),
        /// 版本，每次变更加一 / One more with every change.
        #[schema(minimum = 1, example = 1)]
        version: i64 = household.version,
        /// 登记时间 / When it was registered.
        created_at: DateTime<Utc> = household.created_at,
        /// 最近变更时间 / When it was last changed.
        updated_at: DateTime<Utc> = household.updated_at,
    }
}

/// 一页家庭 / A page of households.
pub(super) type HouseholdPage = Page<HouseholdView>;
