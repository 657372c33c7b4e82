//! What a round calls for: the titles with their places, who grants them, and until when.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    named_enum,
    policy::{AuthorityKind, CommendationForm, CommendationKind, HonourLevel, TitleId},
    regions::RegionCode,
    text::Line,
};

named_enum! {
    /// 公开程度 / How openly a round is carried out
    Openness as "RoundOpenness" {
        Public = "public", "公开", "in public";
        /// Within the bodies alone, such as where the deeds are of a kind that is kept secret.
        Internal = "internal", "内部", "within the bodies";
    }
}

/// How many may get a title: people and groups are counted apart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TitlePlaces {
    pub title: TitleId,
    pub people: u32,
    pub groups: u32,
}

/// A body that decides with others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JointBody {
    pub name: Line<100>,
    pub kind: AuthorityKind,
    pub region: Option<RegionCode>,
    /// Whether it leads the others.
    pub leads: bool,
    /// The title of its own that it grants to the same people at the same time, such as a medal.
    pub own_title: Option<Line<100>>,
}

/// What the body calls for. It is what all papers of the round say of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Call {
    pub title: Line<100>,
    pub form: CommendationForm,
    pub level: HonourLevel,
    pub kind: CommendationKind,
    /// The region whose body organises it.
    pub organiser: RegionCode,
    /// The first day of the deeds; none where any time will do.
    pub deeds_from: Option<NaiveDate>,
    pub deeds_until: Option<NaiveDate>,
    /// The last day of nominations; none of an immediate commendation.
    pub closes_on: Option<NaiveDate>,
    pub titles: Vec<TitlePlaces>,
    /// How many candidates, people or groups, each unit may nominate; a unit that is left out has no
    /// limit of its own.
    pub unit_places: Vec<(RegionCode, u32)>,
    /// Those who decide, in the order in which they sign.
    pub bodies: Vec<JointBody>,
    /// To whom papers go for information (抄送).
    pub copies_to: Vec<Line<100>>,
    /// The number under which a state award was approved.
    pub approval_number: Option<Line<100>>,
    pub openness: Openness,
    /// Where the yearly plan names it.
    pub yearly_plan: Option<Line<100>>,
}

impl Call {
    /// Whether it skips call and notice, because somebody is commended at once.
    pub fn is_immediate(&self) -> bool {
        self.form == CommendationForm::Immediate
    }

    /// The names of the bodies, in the order of signing.
    pub fn body_names(&self) -> Vec<Line<100>> {
        self.bodies.iter().map(|body| body.name.clone()).collect()
    }

    pub(crate) fn places_of(&self, title: &TitleId) -> Option<&TitlePlaces> {
        self.titles.iter().find(|places| places.title == *title)
    }
}
