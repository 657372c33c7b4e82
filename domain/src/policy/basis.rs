use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    named_enum,
    receipts::{ReasonCode, Text},
};

named_enum! {
    /// 依据性质 / How far a source binds the city
    BasisKind {
        Statute = "statute", "法律法规", "statute";
        HigherDocument = "higher_document", "上级规范性文件", "notice of a higher body";
        CityDocument = "city_document", "本市文件", "city document";
        CityPractice = "city_practice", "本市做法", "city practice";
        Comparative = "comparative", "外地参考", "comparative";
        Proposed = "proposed", "平台建议", "proposed";
    }
}

impl BasisKind {
    /// Whether a rule may refuse on this basis alone.
    pub const fn binds(self) -> bool {
        matches!(
            self,
            BasisKind::Statute | BasisKind::HigherDocument | BasisKind::CityDocument
        )
    }
}

/// A law, document or report that rules rest on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    pub title: Text,
    #[serde(default)]
    pub issued: Option<NaiveDate>,
    #[serde(default)]
    pub in_force: Option<NaiveDate>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Basis {
    /// Key in the file's table of sources.
    pub source: String,
    #[serde(default)]
    pub article: Option<String>,
    pub kind: BasisKind,
    /// The reason codes that it supports; all of them when empty.
    #[serde(default)]
    pub covers: Vec<ReasonCode>,
}

impl Basis {
    /// Whether this source supports a finding with that reason.
    pub fn supports(&self, code: ReasonCode) -> bool {
        self.covers.is_empty() || self.covers.contains(&code)
    }
}

/// What a rule rests on, and whether it may refuse without a binding basis.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleBasis {
    /// The sources, the strongest first.
    pub basis: Vec<Basis>,
    /// Reason codes for which the owner of the policy wants a refusal although no source binds.
    #[serde(default)]
    pub may_refuse: Vec<ReasonCode>,
}
