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
    /// Who brings it.
    pub applicant: Applicant,
    /// Who acted, as far as the applicant can tell.
    pub actors: Vec<ToldActor>,
    /// What was done, as far as the applicant can tell.
    pub act_types: Vec<ActType>,
    /// When.
    pub occurred_on: PartialDate,
    /// Where.
    pub place: Option<Place>,
    /// What was done, in the applicant's words.
    pub summary: Paragraphs<2000>,
    /// Who was helped.
    pub beneficiaries: Vec<Line<100>>,
}

/// Who brings an application.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Applicant {
    /// What the applicant is to the deed.
    pub filer: Filer,
    /// The name.
    pub name: PersonName,
    /// Where to be reached.
    pub phone: PhoneNumber,
}

/// An actor as an applicant tells of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToldActor {
    /// The name.
    pub name: PersonName,
    /// The citizen number, where the applicant knows it.
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
