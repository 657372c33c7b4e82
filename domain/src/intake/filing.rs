use std::fmt;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::Application;
use crate::{
    calendar::{PartialDate, beijing_date},
    deeds::eligibility::ActType,
    identity::CitizenNumber,
    ids::{DeedId, RecognitionId},
    named_enum,
    regions::{Place, RegionCode},
    text::Paragraphs,
};

/// What came in: an application or a clue.
pub trait Kind {
    type Id: Copy + fmt::Debug;
    /// Why triage may leave one aside, where it may.
    type Dismissal: Copy + fmt::Debug;

    fn occurred_on(&self) -> PartialDate;
    fn place(&self) -> Option<&Place>;
    /// What was done; empty where not stated.
    fn act_types(&self) -> &[ActType];
    fn citizen_numbers(&self) -> Vec<&CitizenNumber>;
}

named_enum! {
    /// 公众申请或者线索的状态 / Where something that came in from the public stands
    State as "IntakeState" {
        Received = "received", "已收到", "received";
        TakenUp = "taken_up", "已立案办理", "taken up as a case";
        Joined = "joined", "已并入在先的事迹", "joined to an earlier deed";
        Withdrawn = "withdrawn", "已撤回", "withdrawn";
        NotPursued = "not_pursued", "不予跟进", "not pursued";
    }
}

named_enum! {
    /// 公众申请或者线索的经过 / What happened to something that came in
    Milestone as "IntakeMilestone" {
        Received = "received", "已收到", "received";
        Forwarded = "forwarded", "已转至所属县（市、区）", "forwarded to the county it belongs to";
        TakenUp = "taken_up", "已立案办理", "taken up as a case";
        Joined = "joined", "已并入在先的事迹", "joined to an earlier deed";
        Withdrawn = "withdrawn", "已撤回", "withdrawn";
        NotPursued = "not_pursued", "不予跟进", "not pursued";
    }
}

/// One milestone with its day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// The legal day (Beijing).
    pub on: NaiveDate,
    pub milestone: Milestone,
    /// The region that handled it from then on.
    pub region: RegionCode,
    pub note: Option<Paragraphs<500>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome<D> {
    /// It tells of a deed that is on file.
    Joined(DeedId),
    Forwarded(RegionCode),
    NotPursued(D),
}

/// Why triage cannot do what was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TriageFault {
    /// It no longer waits for an officer.
    NotOpen,
    /// It is with the region already, where it came in.
    SameRegion,
    /// Somebody sent it to the region already.
    SentThere,
}

/// An application or a clue on file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filing<K: Kind> {
    /// Its id: the number that the sender is given.
    pub id: K::Id,
    /// The region whose body handles it.
    pub region: RegionCode,
    pub state: State,
    /// The legal day on which it came in.
    pub received_on: NaiveDate,
    pub content: K,
    /// What happened, oldest first.
    pub progress: Vec<Progress>,
    /// The deed that it became or was joined to.
    pub deed: Option<DeedId>,
    /// The recognition that it became, where the deed was done elsewhere.
    pub recognition: Option<RecognitionId>,
    pub dismissal: Option<K::Dismissal>,
    /// 1 when received, one more with every change.
    pub version: i64,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

impl<K: Kind> Filing<K> {
    pub fn receive(id: K::Id, region: RegionCode, content: K, now: DateTime<Utc>) -> Self {
        let received_on = beijing_date(now);
        Self {
            id,
            region,
            state: State::Received,
            received_on,
            content,
            progress: vec![Progress {
                on: received_on,
                milestone: Milestone::Received,
                region,
                note: None,
            }],
            deed: None,
            recognition: None,
            dismissal: None,
            version: 1,
            created_at: now,
            updated_at: now,
        }
    }

    /// Sends it where the officer says.
    pub fn triage(
        self,
        outcome: Outcome<K::Dismissal>,
        note: Option<Paragraphs<500>>,
        now: DateTime<Utc>,
    ) -> Result<Self, TriageFault> {
        let open = self.open()?;
        Ok(match outcome {
            Outcome::Joined(deed) => Self {
                state: State::Joined,
                deed: Some(deed),
                ..open.passing(Milestone::Joined, note, now)
            },
            Outcome::Forwarded(region) if region == open.region => {
                let last = open.progress.last().map(|step| step.milestone);
                return Err(match last {
                    Some(Milestone::Forwarded) => TriageFault::SentThere,
                    _ => TriageFault::SameRegion,
                });
            }
            Outcome::Forwarded(region) => {
                Self { region, ..open }.passing(Milestone::Forwarded, note, now)
            }
            Outcome::NotPursued(reason) => Self {
                state: State::NotPursued,
                dismissal: Some(reason),
                ..open.passing(Milestone::NotPursued, note, now)
            },
        })
    }

    /// Whether a region handled it before the one that handles it now.
    pub fn was_with(&self, region: RegionCode) -> bool {
        region != self.region && self.progress.iter().any(|step| step.region == region)
    }

    pub fn is_open(&self) -> bool {
        self.state == State::Received
    }

    pub fn take_up(self, deed: DeedId, now: DateTime<Utc>) -> Result<Self, TriageFault> {
        let open = self.open()?;
        Ok(Self {
            state: State::TakenUp,
            deed: Some(deed),
            ..open.passing(Milestone::TakenUp, None, now)
        })
    }

    /// Becomes a recognition of somebody whose deed was done elsewhere.
    pub fn take_up_elsewhere(
        self,
        recognition: RecognitionId,
        now: DateTime<Utc>,
    ) -> Result<Self, TriageFault> {
        let open = self.open()?;
        Ok(Self {
            state: State::TakenUp,
            recognition: Some(recognition),
            ..open.passing(Milestone::TakenUp, None, now)
        })
    }

    /// Goes with its case to the region that holds it now.
    #[must_use]
    pub fn moved(self, region: RegionCode, now: DateTime<Utc>) -> Self {
        Self { region, ..self }.passing(Milestone::Forwarded, None, now)
    }

    fn open(self) -> Result<Self, TriageFault> {
        if self.is_open() {
            Ok(self)
        } else {
            Err(TriageFault::NotOpen)
        }
    }

    fn passing(
        mut self,
        milestone: Milestone,
        note: Option<Paragraphs<500>>,
        now: DateTime<Utc>,
    ) -> Self {
        self.progress.push(Progress {
            on: beijing_date(now),
            milestone,
            region: self.region,
            note,
        });
        self.version = self.version.saturating_add(1);
        self.updated_at = now;
        self
    }
}

impl Filing<Application> {
    /// The applicant takes it back, as long as it has not become a deed or part of one.
    pub fn withdraw(self, now: DateTime<Utc>) -> Result<Self, TriageFault> {
        let open = self.open()?;
        Ok(Self {
            state: State::Withdrawn,
            ..open.passing(Milestone::Withdrawn, None, now)
        })
    }
}
