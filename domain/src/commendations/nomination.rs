use serde::{Deserialize, Serialize};

use super::Secrecy;
use crate::{
    calendar::PartialDate,
    ids::{DeedId, RecognitionId},
    named_enum,
    policy::{HonourLevel, InfluenceArea, Recipient, TitleId},
    regions::Place,
    text::{Line, Paragraphs},
};

/// The deed behind a commendation, as it was confirmed here or recognised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    Deed(DeedId),
    Recognition(RecognitionId),
}

impl Basis {
    pub fn uuid(self) -> uuid::Uuid {
        use crate::ids::Id as _;

        match self {
            Self::Deed(id) => id.uuid(),
            Self::Recognition(id) => id.uuid(),
        }
    }
}

/// What was done, in three lengths: for the annex of a decision, for a list, and for the form. How long
/// each may be is the practice of nomination forms.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Texts {
    pub brief: Line<50>,
    pub summary: Paragraphs<200>,
    pub story: Paragraphs<500>,
}

named_enum! {
    /// 推荐理由的来源 / Who nominates
    Nominator as "NominatorKind" {
        County = "county", "县级政法委", "a county's committee";
        City = "city", "市级政法委", "the city's committee";
        Unit = "unit", "所在单位", "the employer";
        Organisation = "organisation", "基层组织", "a grassroots organisation";
        Citizen = "citizen", "群众", "a citizen";
        Studio = "studio", "英模工作室", "a studio";
    }
}

/// Who is nominated for which title, and for what: what the members of a group share. A group's honour is
/// one award however many members it has (GROUP-HONOUR).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Nomination {
    pub title: TitleId,
    pub level: HonourLevel,
    pub recipient: Recipient,
    /// The name of the group (群体名称); none of an individual.
    pub group: Option<Line<100>>,
    pub basis: Basis,
    pub occurred_on: PartialDate,
    pub place: Option<Place>,
    pub nominator: Nominator,
    /// Unit and post at the time of the deed, as the decision prints them.
    pub unit: Option<Line<100>>,
    pub texts: Texts,
    pub influence: Option<InfluenceArea>,
    pub secrecy: Option<Secrecy>,
}
