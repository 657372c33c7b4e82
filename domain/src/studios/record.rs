//! What only a studio keeps of its case: consent, visits, and the ledger of what it does.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Assessment, Consent, Function, GroupName, RefusalCode, Setup, StudioNameFacts};
use crate::{
    ids::{AttachmentId, ClueId, DeedId, PersonId},
    out_of_city::{Check, PriorNotice},
    procedure::Reason,
    text::Line,
};

/// What only a studio keeps of its case. But for the setup, it is only ever added to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// The studio as it is now.
    pub setup: Setup,
    /// What the leader or the next of kin said of the name, newest last.
    pub consents: Vec<ConsentGiven>,
    pub site_visits: Vec<Check>,
    /// Whether the city approved the name of a group.
    pub group_approvals: Vec<Check>,
    pub setup_changes: Vec<SetupChange>,
    pub notices: Vec<Notice>,
    pub openings: Vec<Opening>,
    pub activities: Vec<Activity>,
    pub visits: Vec<HeroVisit>,
    pub clues: Vec<ClueGiven>,
    pub publicity: Vec<PublicityItem>,
    pub reports: Vec<YearlyReport>,
    pub assessments: Vec<Assessment>,
    pub reviews: Vec<Check>,
    pub rectifications: Vec<Rectification>,
    pub host_closures: Vec<(NaiveDate, Reason)>,
    /// The days on which the leader was found without the honour.
    pub honour_losses: Vec<NaiveDate>,
    pub sign_recoveries: Vec<(NaiveDate, Reason)>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsentGiven {
    pub on: NaiveDate,
    pub consent: Consent,
    /// The paper on which it stands.
    pub paper: AttachmentId,
}

/// What changed of the setup, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetupChange {
    pub on: NaiveDate,
    pub text: String,
}

/// The notice to the party before a decision against it, with the reason that it tells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    pub code: RefusalCode,
    pub told: PriorNotice,
}

/// The day on which the sign was hung, and the number on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    pub on: NaiveDate,
    pub sign: Line<60>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Activity {
    pub on: NaiveDate,
    pub function: Function,
    pub place: Line<200>,
    /// How many people took part.
    pub heads: u32,
    pub text: Reason,
    pub photos: Vec<AttachmentId>,
}

/// A visit to a hero or to a hero's family.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeroVisit {
    pub on: NaiveDate,
    pub person: Option<PersonId>,
    pub whom: Line<100>,
    pub text: Reason,
}

/// What the studio told of a deed (STUDIO-CLUE): one that is on file, or a clue that intake looks into.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClueGiven {
    pub on: NaiveDate,
    pub text: Reason,
    pub deed: Option<DeedId>,
    pub clue: Option<ClueId>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicityItem {
    pub on: NaiveDate,
    pub medium: Line<100>,
    pub title: Line<200>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct YearlyReport {
    pub year: i32,
    pub on: NaiveDate,
    pub text: Reason,
    pub copy: Option<AttachmentId>,
    pub in_time: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rectification {
    pub on: NaiveDate,
    pub requirements: Reason,
    /// How it was put right, and when.
    pub completed: Option<(NaiveDate, Reason)>,
}

impl Record {
    pub fn of(setup: Setup) -> Self {
        Self {
            setup,
            consents: Vec::new(),
            site_visits: Vec::new(),
            group_approvals: Vec::new(),
            setup_changes: Vec::new(),
            notices: Vec::new(),
            openings: Vec::new(),
            activities: Vec::new(),
            visits: Vec::new(),
            clues: Vec::new(),
            publicity: Vec::new(),
            reports: Vec::new(),
            assessments: Vec::new(),
            reviews: Vec::new(),
            rectifications: Vec::new(),
            host_closures: Vec::new(),
            honour_losses: Vec::new(),
            sign_recoveries: Vec::new(),
        }
    }

    /// What was said last of the use of the name.
    pub fn consent(&self) -> Option<&Consent> {
        self.consents.last().map(|given| &given.consent)
    }

    /// The notice on which the party may state its case.
    pub fn notice(&self) -> Option<&Notice> {
        let last = self.notices.last();
        last.filter(|notice| notice.told.withdrawn.is_none())
    }

    pub fn opened_on(&self) -> Option<NaiveDate> {
        self.openings.first().map(|opening| opening.on)
    }

    /// The facts with what the case has come to know.
    pub(super) fn known(&self, facts: &StudioNameFacts) -> StudioNameFacts {
        StudioNameFacts {
            proposed_name: Some(self.setup.name.to_string()),
            group: self.setup.group.as_ref().map(|name| GroupName {
                name: name.to_string(),
                city_approval: self.group_approvals.last().map(|check| check.passed),
            }),
            consent: self.consent().cloned(),
            ..facts.clone()
        }
    }
}
