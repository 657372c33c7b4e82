use std::{borrow::Borrow, fmt};

use serde::{Deserialize, Serialize};

use super::{HonourLevel, named_enum::named_enum};
use crate::decisions::{FactValue, Text};

/// Id of a title in the catalogue of a policy, such as `liaocheng_model`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TitleId(String);

impl TitleId {
    /// Wraps an id; whether a title of this id exists is the policy's to say.
    #[must_use]
    pub fn new(id: impl Into<String>) -> Self {
        TitleId(id.into())
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for TitleId {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for TitleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<&TitleId> for FactValue {
    fn from(id: &TitleId) -> Self {
        FactValue::from(id.as_str())
    }
}

named_enum! {
    /// Who commends: a committee or foundation praises (表扬), only a government gives a state
    /// award (表彰), with an approval number.
    CommendationKind {
        /// 表扬.
        Praise = "praise", "表扬", "praise";
        /// 表彰.
        StateAward = "state_award", "表彰", "state award";
    }
}

named_enum! {
    /// Whom a title is for.
    Recipient {
        /// One person.
        Individual = "individual", "个人", "an individual";
        /// The people of one deed together.
        Group = "group", "群体", "a group";
    }
}

named_enum! {
    /// What kind of body grants a title.
    AuthorityKind {
        /// A people's government.
        Government = "government", "人民政府", "a government";
        /// Political-legal committee (政法委).
        PoliticalLegalCommittee = "political_legal_committee", "政法委", "a political-legal committee";
        /// Bravery foundation.
        Foundation = "foundation", "见义勇为基金会", "a bravery foundation";
        /// The bodies that hold the national selection together.
        NationalSelection = "national_selection", "全国评选主办单位", "the national selection bodies";
    }
}

named_enum! {
    /// By which rules a title is reached.
    TitleRoute {
        /// By level of commendation.
        Tier = "tier", "按等次", "by level";
        /// By recognition of a deed outside the city.
        OutOfCity = "out_of_city", "市域外认定", "by out-of-city recognition";
    }
}

/// A body that grants.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Authority {
    /// Its name.
    pub name: Text,
    /// What kind of body it is.
    pub kind: AuthorityKind,
}

/// A title of the catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Title {
    /// Its id within the policy.
    pub id: TitleId,
    /// Its words.
    pub text: Text,
    /// Its level.
    pub level: HonourLevel,
    /// Praise or state award.
    pub kind: CommendationKind,
    /// For a person or a group.
    pub recipient: Recipient,
    /// By which rules it is reached.
    pub route: TitleRoute,
    /// Who grants it; several bodies grant together.
    pub authorities: Vec<Authority>,
    /// Treatment that comes with it by law.
    #[serde(default)]
    pub treatment: Option<Text>,
}
