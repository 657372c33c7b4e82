use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Clock, Entry, IdentityMember, Party, Procedure, Signer, Step};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound = "")]
pub struct ExecutedStep<P: Procedure> {
    /// Its place in the case, from 1.
    pub number: u32,
    /// The day it was executed (Beijing).
    pub on: NaiveDate,
    pub step: Step<P::Step>,
    pub from: P::State,
    pub to: P::State,
    /// The acting officer; none where a party or the public took it.
    pub by: Option<Signer>,
    pub second: Option<Signer>,
    /// The officer of the foundation or association.
    pub co_signer: Option<Signer>,
}

/// What a step creates: what goes into history, events and tasks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    bound = "",
    tag = "kind",
    content = "values",
    rename_all = "snake_case"
)]
pub enum CaseEvent<P: Procedure> {
    Opened,
    Step(ExecutedStep<P>),
    /// What was reported was put right.
    Corrected {
        /// Which members of the report, as JSON Pointers (RFC 6901). What they say is not repeated.
        fields: Vec<String>,
    },
    /// Whom the case is about was put right, though a paper names the person.
    Identified {
        members: Vec<IdentityMember>,
    },
    Clock {
        clock: P::Clock,
        party: Option<Party>,
        entry: Entry,
    },
    /// A document is to be made and sent.
    DocumentDue(P::Document),
    Restricted,
    HolderChanged,
    /// What happened on this day was entered late.
    EnteredLate {
        on: NaiveDate,
    },
    /// Title, certificate and plaque are revoked, benefits stop, and what was paid is recovered
    /// (Shandong Regulation on Rewarding and Protecting People Who Act Bravely, article 43).
    HonoursEnded,
}

impl<P: Procedure> CaseEvent<P> {
    pub(super) fn entries_of(clock: &Clock<P::Clock>) -> impl Iterator<Item = Self> + '_ {
        clock.entries().map(|entry| Self::Clock {
            clock: clock.kind(),
            party: clock.party(),
            entry: entry.clone(),
        })
    }
}
