use std::collections::BTreeSet;

use super::CaseError;
use crate::{
    calendar::PartialDate,
    error::{DateInFuture, FieldErrors, Required},
    identity::PersonName,
    people::{
        Draft, FileOrigin, LifeStatus, Origin, PersonEvent, PersonFile, PublishedDeed, Registrar,
        Source, register,
    },
    policy::Harm,
    regions::{OutsideYourRegions, RegionCode, RegionTree, RegionUnknown},
    text::{Line, Paragraphs},
};

/// Distinguishes the deeds of one source.
pub type DeedKey = Line<100>;

/// Where a published deed happened, which decides who keeps the files of its actors.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DeedPlace {
    /// In the city: the region of the place keeps the files.
    InCity {
        /// The county or zone, or the city where the publication says no more.
        region: RegionCode,
        text: Option<Line<200>>,
    },
    /// Elsewhere: the region from which the actors come keeps the files.
    Elsewhere {
        origin: RegionCode,
        /// The same, in the words of the publication: `临清籍`.
        origin_text: Option<Line<200>>,
        region: Option<RegionCode>,
        text: Option<Line<200>>,
    },
}

/// A deed as it was published, with those who did it. What was not published is absent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedCase {
    pub source: Source,
    pub key: DeedKey,
    pub actors: Vec<PersonName>,
    /// Whether the publication speaks of a group.
    pub group: bool,
    pub place: DeedPlace,
    pub summary: Paragraphs<500>,
    /// The kind of act, such as `rescue`.
    pub act_type: Option<Line<50>>,
    pub occurred_on: PartialDate,
    pub harm: Vec<(PersonName, Harm)>,
    /// How old the one actor was.
    pub age_at_deed: Option<u8>,
    pub nickname: Option<Line<50>>,
    /// A list that names the actors, such as the national list of the brave.
    pub listed_in: Option<Line<200>>,
    pub recommended_by: Vec<Line<100>>,
}

/// The file of one actor of a published deed, before it is opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoricFile {
    pub source: Source,
    pub deed_key: DeedKey,
    pub file: PersonFile,
    pub history: [PersonEvent; 2],
}

impl PublishedCase {
    /// A historic file for each actor; or every fault of the case, with the place in its JSON.
    pub fn files(&self, registrar: &Registrar<'_>) -> Result<Vec<HistoricFile>, FieldErrors> {
        let mut faults = self.faults(registrar);
        let mut files = Vec::with_capacity(self.actors.len());
        for name in &self.actors {
            match register(self.draft(name), FieldErrors::new(), registrar) {
                Ok(file) => files.push(self.historic_file(file)),
                // All that is left to be wrong is the region, which the actors share.
                Err(_) if faults.iter().any(|fault| fault.pointer == self.keeper()) => {}
                Err(_) => faults.push(self.keeper(), &OutsideYourRegions),
            }
        }
        faults.into_result()?;
        Ok(files)
    }

    /// The member that says which region keeps the files.
    fn keeper(&self) -> &'static str {
        match self.place {
            DeedPlace::InCity { .. } => "/region_code",
            DeedPlace::Elsewhere { .. } => "/origin_region",
        }
    }

    fn faults(&self, registrar: &Registrar<'_>) -> FieldErrors {
        let mut faults = FieldErrors::new();
        if self.actors.is_empty() {
            faults.push("/people", &Required);
        }
        let mut names = BTreeSet::new();
        for (index, name) in self.actors.iter().enumerate() {
            if !names.insert(name) {
                faults.push(format!("/people/{index}"), &CaseError::ActorNamedTwice);
            }
        }
        for (index, (name, _)) in self.harm.iter().enumerate() {
            if !names.contains(name) {
                faults.push(
                    format!("/harm_to_actors/{index}/name"),
                    &CaseError::HarmOfNoActor,
                );
            }
        }
        if self.age_at_deed.is_some() && self.actors.len() > 1 {
            faults.push("/age_at_deed", &CaseError::AgeOfSeveralActors);
        }
        if self
            .occurred_on
            .earliest()
            .is_some_and(|first| first > registrar.today)
        {
            faults.push("/occurred_on", &DateInFuture);
        }
        if let DeedPlace::Elsewhere {
            region: Some(region),
            ..
        } = self.place
        {
            let tree = RegionTree::current();
            if tree.resolve(&region).is_none() {
                faults.push("/place_region", &RegionUnknown);
            } else if tree.is_within(&region, &registrar.city) {
                faults.push("/place_region", &CaseError::PlaceInsideCity);
            }
        }
        faults
    }

    fn draft(&self, name: &PersonName) -> Draft {
        let (region, origin) = match self.place {
            DeedPlace::InCity { region, .. } => (region, None),
            DeedPlace::Elsewhere { origin, .. } => (
                origin,
                Some(Origin {
                    // 籍 alone does not say whether household register or ancestral place is meant.
                    basis: None,
                    region: origin,
                }),
            ),
        };
        Draft {
            region: Some(region),
            file_origin: FileOrigin::Historic,
            source: Some(self.source.clone()),
            name: Some(name.clone()),
            life_status: match self.harm_of(name) {
                Some(Harm::Died) => LifeStatus::Deceased,
                _ => LifeStatus::Unknown,
            },
            origin,
            ..Draft::default()
        }
    }

    fn harm_of(&self, name: &PersonName) -> Option<Harm> {
        self.harm
            .iter()
            .find(|(actor, _)| actor == name)
            .map(|(_, harm)| *harm)
    }

    fn historic_file(&self, file: PersonFile) -> HistoricFile {
        let (place_region, place_text, origin_text) = match &self.place {
            DeedPlace::InCity { region, text } => (Some(*region), text, &None),
            DeedPlace::Elsewhere {
                region,
                text,
                origin_text,
                ..
            } => (*region, text, origin_text),
        };
        let source = self.source.to_string();
        let deed = PublishedDeed {
            summary: self.summary.to_string(),
            act_type: self.act_type.as_ref().map(ToString::to_string),
            place_region,
            place_text: place_text.as_ref().map(ToString::to_string),
            origin_text: origin_text.as_ref().map(ToString::to_string),
            occurred_on: self.occurred_on,
            harm: self
                .harm_of(&file.name)
                .map(|harm| harm.as_str().to_owned()),
            age_at_deed: self.age_at_deed,
            group: self.group || self.actors.len() > 1,
            nickname: self.nickname.as_ref().map(ToString::to_string),
            listed_in: self.listed_in.as_ref().map(ToString::to_string),
            recommended_by: self
                .recommended_by
                .iter()
                .map(ToString::to_string)
                .collect(),
            source: source.clone(),
        };
        HistoricFile {
            source: self.source.clone(),
            deed_key: self.key.clone(),
            file,
            history: [
                PersonEvent::Imported { source },
                PersonEvent::PublishedDeed(deed),
            ],
        }
    }
}
