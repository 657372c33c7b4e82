use crate::{
    calendar::PartialDate,
    deeds::eligibility::{ActType, Filer},
    identity::{CitizenNumber, PersonName, PhoneNumber},
    ids::ApplicationId,
    intake::Kind,
    regions::Place,
    text::{Line, Paragraphs},
};

/// Somebody's own application or recommendation (Shandong Regulation on Rewarding and Protecting
/// People Who Act Bravely, article 10).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Application {
    pub applicant: Applicant,
    /// Who acted, as far as the applicant can tell.
    pub actors: Vec<ToldActor>,
    pub act_types: Vec<ActType>,
    pub occurred_on: PartialDate,
    pub place: Option<Place>,
    pub summary: Paragraphs<2000>,
    pub beneficiaries: Vec<Line<100>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Applicant {
    /// What the applicant is to the deed.
    pub filer: Filer,
    pub name: PersonName,
    pub phone: PhoneNumber,
}

/// An actor as an applicant tells of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToldActor {
    pub name: PersonName,
    pub citizen_number: Option<CitizenNumber>,
}

/// No value: triage cannot leave an application aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Never {}

impl Kind for Application {
    type Id = ApplicationId;
    type Dismissal = Never;

    fn occurred_on(&self) -> PartialDate {
        self.occurred_on
    }

    fn place(&self) -> Option<&Place> {
        self.place.as_ref()
    }

    fn act_types(&self) -> &[ActType] {
        &self.act_types
    }

    fn citizen_numbers(&self) -> Vec<&CitizenNumber> {
        let numbers = self.actors.iter().map(|actor| &actor.citizen_number);
        numbers.flatten().collect()
    }
}
