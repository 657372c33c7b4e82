use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::{
    identity::PersonName,
    ids::{OfficerId, OrganisationId},
    named_enum,
    organisations::OrganisationKind,
    policy::AuthorityLevel,
    regions::{Level, Region, RegionCode, RegionTree},
};

named_enum! {
    /// What a client may do in a procedure. [`super::Procedure::scope`] names it in a token.
    Scope {
        Report = "report", "申报", "report";
        Investigate = "investigate", "审查核实", "investigate";
        Confirm = "confirm", "作出决定", "decide";
    }
}

/// The body that holds a case: the committee of a region.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    pub region: RegionCode,
    pub level: AuthorityLevel,
}

impl Holder {
    /// The body of a region. A functional zone ranks with the counties.
    pub const fn of(region: &Region) -> Self {
        Self {
            region: region.code,
            level: match region.level {
                Level::Province => AuthorityLevel::Provincial,
                Level::Prefecture => AuthorityLevel::Municipal,
                Level::County | Level::FunctionalZone => AuthorityLevel::County,
            },
        }
    }

    /// The body to which a refused party turns: that of the region to which this one answers
    /// (Shandong Regulation on Rewarding and Protecting People Who Act Bravely, article 14). None
    /// above a province.
    pub fn next_higher(self, regions: &RegionTree) -> Option<Self> {
        let parent = regions.get(&self.region)?.parent?;
        regions.get(&parent).map(Self::of)
    }
}

/// An officer who acts or signs, with the organisation that the officer represents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signer {
    pub officer: OfficerId,
    pub organisation: OrganisationId,
    pub kind: OrganisationKind,
    /// Where it works, and how high it stands.
    #[serde(rename = "seat")]
    pub body: Holder,
}

/// Somebody who takes part by name: an officer of the service, or a person outside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Named {
    Officer(OfficerId),
    /// Somebody else, such as an expert on a panel.
    Outside(PersonName),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Who {
    pub scopes: BTreeSet<Scope>,
    /// The acting officer; none for a citizen, or for a client that names none.
    pub signer: Option<Signer>,
    /// Whether it is who applied, by the tracking code.
    pub applicant: bool,
}

impl Who {
    /// A citizen, who comes without a token.
    pub const fn public() -> Self {
        Self {
            scopes: BTreeSet::new(),
            signer: None,
            applicant: false,
        }
    }

    /// Who applied, by the tracking code.
    pub const fn applicant() -> Self {
        Self {
            scopes: BTreeSet::new(),
            signer: None,
            applicant: true,
        }
    }
}
