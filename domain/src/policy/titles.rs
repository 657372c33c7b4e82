use std::{borrow::Borrow, fmt};

use serde::{Deserialize, Serialize};

use super::HonourLevel;
use crate::{
    named_enum,
    receipts::{FactValue, Text},
};

/// Id of a title in the catalogue of a policy, such as `liaocheng_model`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TitleId(String);

impl TitleId {
    /// Wraps an id; whether a title of this id exists is the policy's to say.
    pub fn new(id: impl Into<String>) -> Self {
        TitleId(id.into())
    }

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
    /// 表扬或表彰 / Praise or state award
    CommendationKind {
        Praise = "praise", "表扬", "praise";
        StateAward = "state_award", "表彰", "state award";
    }
}

named_enum! {
    /// 授予对象 / Whom a title is for
    Recipient {
        Individual = "individual", "个人", "an individual";
        Group = "group", "群体", "a group";
    }
}

named_enum! {
    /// 授予机关类别 / What kind of body grants
    AuthorityKind {
        Government = "government", "人民政府", "a government";
        PoliticalLegalCommittee = "political_legal_committee", "政法委", "a political-legal committee";
        Foundation = "foundation", "见义勇为基金会", "a bravery foundation";
        NationalSelection = "national_selection", "全国评选主办单位", "the national selection bodies";
        Other = "other", "其他单位", "another body";
    }
}

named_enum! {
    /// 取得途径 / By which rules a title is reached
    TitleRoute {
        Tier = "tier", "按等次", "by level";
        OutOfCity = "out_of_city", "市域外认定", "by out-of-city recognition";
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Authority {
    pub name: Text,
    pub kind: AuthorityKind,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Title {
    pub id: TitleId,
    pub text: Text,
    pub level: HonourLevel,
    pub kind: CommendationKind,
    pub recipient: Recipient,
    pub route: TitleRoute,
    /// Who grants it; several bodies grant together.
    pub authorities: Vec<Authority>,
    /// Treatment that comes with it by law.
    #[serde(default)]
    pub treatment: Option<Text>,
    /// Its place among the titles of its level, 1 for the highest.
    #[serde(default)]
    pub rank: Option<u32>,
}

impl Title {
    /// Whether two entries of the catalogue are one title, which may be granted in two ways: as praise
    /// and as a state award.
    pub fn is_called_like(&self, other: &Self) -> bool {
        (&self.text, self.level, self.recipient, self.route)
            == (&other.text, other.level, other.recipient, other.route)
    }
}
