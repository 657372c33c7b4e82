//! What the honour roll says of a deed and of who did it: an entry is one person with one deed, or a group.
//! No victim, no harm, no birth date, no place finer than the county ever comes this far.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Basis, Portrayal};
use crate::{
    calendar::PartialDate,
    commendations::Award,
    deeds::{Incident, eligibility::ActType},
    honours::{Honour, HonourKind},
    identity::{PersonName, Sex},
    people::search_keys,
    policy::{CommendationForm, HonourLevel, TitleId},
    regions::RegionCode,
};

/// What was done, as far as everybody may know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RollDeed {
    pub year: Option<i32>,
    pub act_types: Vec<ActType>,
    /// Whether it was done elsewhere, by somebody from here.
    pub out_of_city: bool,
}

impl RollDeed {
    pub fn of(incident: &Incident, out_of_city: bool) -> Self {
        Self {
            year: year_of(incident.occurred_on),
            act_types: incident.act_types.clone(),
            out_of_city,
        }
    }
}

fn year_of(date: PartialDate) -> Option<i32> {
    use chrono::Datelike as _;

    date.earliest().map(|first| first.year())
}

/// An honour that stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicHonour {
    pub kind: HonourKind,
    /// Its title; none of a confirmation.
    pub title: Option<TitleId>,
    /// Its level; none of a confirmation.
    pub level: Option<HonourLevel>,
    /// The day of the decision; the month is what is shown.
    pub on: NaiveDate,
    /// Who gave it, in the order of signing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bodies: Vec<String>,
    /// Whether it was given to somebody who had died (追授): that belongs to the honour, not to the person.
    #[serde(default)]
    pub posthumous: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<CommendationForm>,
}

impl PublicHonour {
    /// What stands of an honour; of an award what was decided says more.
    pub fn of(honour: &Honour, award: Option<&Award>, posthumous: bool) -> Option<Self> {
        let bodies = award.into_iter().flat_map(|award| &award.bodies);
        honour.stands.then(|| Self {
            kind: honour.kind,
            title: honour.title.clone(),
            level: honour.level,
            on: honour.on,
            bodies: bodies.map(ToString::to_string).collect(),
            posthumous: award.map_or(posthumous, |award| award.posthumous),
            form: award.and_then(|award| award.form),
        })
    }

    /// Whether it counts for the level at which somebody is praised: a place on a list is no praise.
    fn is_praise(&self) -> bool {
        self.kind != HonourKind::Listing
    }
}

/// The level of an entry and since when: by these it stands in the roll.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Highest {
    pub level: Option<HonourLevel>,
    pub on: NaiveDate,
}

impl Highest {
    /// The highest praise among some honours, the newest where there are several; none without any honour.
    pub fn among(honours: &[PublicHonour]) -> Option<Self> {
        let of = |one: &PublicHonour| (one.level.filter(|_| one.is_praise()), one.on);
        let (level, on) = honours.iter().map(of).max()?;
        Some(Self { level, on })
    }

    /// How entries are ordered: level, then day, newest first, then name, then whatever tells two apart.
    pub fn order(self, name: &str, id: &str) -> String {
        // Below every level stands who is confirmed alone.
        let rank = self.level.map_or(9, |level| match level {
            HonourLevel::National => 1,
            HonourLevel::Provincial => 2,
            HonourLevel::Municipal => 3,
            HonourLevel::County => 4,
        });
        let day = self.on.format("%Y%m%d").to_string();
        let newest_first: String = day.chars().map(reversed).collect();
        format!("{rank}{newest_first}{name}/{id}")
    }
}

/// The digit that counts from the other end.
fn reversed(digit: char) -> char {
    digit
        .to_digit(10)
        .and_then(|digit| char::from_digit(9 - digit.min(9), 10))
        .unwrap_or('0')
}

/// Where that stands which the press published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    pub text: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
}

impl Source {
    fn of(basis: &Basis) -> Option<Self> {
        match basis {
            Basis::Consent { .. } => None,
            Basis::LawfullyPublished {
                source, address, ..
            } => Some(Self {
                text: source.to_string(),
                address: address.as_ref().map(ToString::to_string),
            }),
        }
    }
}

/// An entry of the honour roll.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RollEntry {
    Person(PersonEntry),
    Group(GroupEntry),
}

/// One person with one deed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonEntry {
    pub name: String,
    /// Whether the name may be searched for; not that of a minor, of whom the surname stands there.
    pub searched: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sex: Option<Sex>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub story: Option<String>,
    pub region: RegionCode,
    pub deed: RollDeed,
    pub honours: Vec<PublicHonour>,
    /// The group with which it was done, where that has a name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// Where it comes from, unless who it is about agreed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    pub synthetic: bool,
}

/// Somebody of a group who agreed to be named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    pub name: String,
    pub searched: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// A group that was honoured as one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupEntry {
    pub name: String,
    pub members: Vec<Member>,
    /// How many more there are.
    pub other_members: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub story: Option<String>,
    pub region: RegionCode,
    pub deed: RollDeed,
    pub honours: Vec<PublicHonour>,
    pub synthetic: bool,
}

impl PersonEntry {
    /// The entry of somebody who may be shown, with honours that stand; none without one.
    pub fn new(
        of: Portrayal,
        region: RegionCode,
        deed: RollDeed,
        honours: Vec<PublicHonour>,
        group: Option<String>,
    ) -> Option<Self> {
        if honours.is_empty() {
            return None;
        }
        Some(Self {
            searched: of.searched.is_some(),
            name: of.name,
            sex: of.sex,
            unit: of.unit.map(|unit| unit.to_string()),
            story: of.story.map(|story| story.to_string()),
            region,
            deed,
            honours,
            group,
            source: Source::of(&of.basis),
            synthetic: of.synthetic,
        })
    }
}

impl GroupEntry {
    /// The entry of a group: whoever of it may be shown, and how many more there are. None where nobody is.
    pub fn new(
        name: String,
        (shown, all): (&[Portrayal], usize),
        region: RegionCode,
        deed: RollDeed,
        honours: Vec<PublicHonour>,
    ) -> Option<Self> {
        if honours.is_empty() || shown.is_empty() {
            return None;
        }
        let members = shown.iter().map(|one| Member {
            name: one.name.clone(),
            searched: one.searched.is_some(),
            source: Source::of(&one.basis),
        });
        let story = shown.iter().find_map(|one| one.story.as_ref());
        Some(Self {
            name,
            members: members.collect(),
            other_members: u32::try_from(all.saturating_sub(shown.len())).unwrap_or(u32::MAX),
            story: story.map(ToString::to_string),
            region,
            deed,
            honours,
            synthetic: shown.iter().any(|one| one.synthetic),
        })
    }
}

impl RollEntry {
    pub fn region(&self) -> RegionCode {
        match self {
            Self::Person(one) => one.region,
            Self::Group(one) => one.region,
        }
    }

    pub fn deed(&self) -> &RollDeed {
        match self {
            Self::Person(one) => &one.deed,
            Self::Group(one) => &one.deed,
        }
    }

    pub fn honours(&self) -> &[PublicHonour] {
        match self {
            Self::Person(one) => &one.honours,
            Self::Group(one) => &one.honours,
        }
    }

    pub fn name(&self) -> &str {
        match self {
            Self::Person(one) => &one.name,
            Self::Group(one) => &one.name,
        }
    }

    /// The beginnings by which it is found: of each name in full that it shows, and of that of the group.
    pub fn search_keys(&self) -> Vec<String> {
        let names: Vec<&str> = match self {
            Self::Person(one) if one.searched => vec![&one.name],
            Self::Person(_) => Vec::new(),
            Self::Group(group) => {
                let members = group.members.iter().filter(|one| one.searched);
                let members = members.map(|one| one.name.as_str());
                members.chain([group.name.as_str()]).collect()
            }
        };
        let names = names
            .into_iter()
            .filter_map(|name| PersonName::parse(name).ok());
        let mut keys: Vec<String> = names
            .flat_map(|name| search_keys(&name))
            .map(|key| key.text)
            .collect();
        keys.sort_unstable();
        keys.dedup();
        keys
    }
}
