use std::{borrow::Cow, cmp::Ordering};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{ReasonCode, RuleId, Text};
use crate::{
    calendar::PartialDate,
    named::NamedEnum,
    named_enum,
    policy::{BasisKind, Law},
};

named_enum! {
    /// 规则的结论 / What a rule says about a case.
    Outcome {
        Met = "met", "具备", "the condition holds";
        NotMet = "not_met", "不具备，且规则有约束力", "the condition does not hold, and the rule is binding";
        Unknown = "unknown", "待查或须人工判断", "something is missing, or a person has to look at it";
        NotApplicable = "not_applicable", "不适用", "the rule has nothing to say about this case";
    }
}

/// A value that a rule looked at. Dates, regions and enums appear as their wire text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum FactValue {
    Bool(bool),
    Number(i64),
    Text(String),
    List(Vec<FactValue>),
    /// Not stated.
    NotKnown,
}

impl From<bool> for FactValue {
    fn from(value: bool) -> Self {
        FactValue::Bool(value)
    }
}

impl From<u32> for FactValue {
    fn from(value: u32) -> Self {
        FactValue::Number(value.into())
    }
}

impl From<String> for FactValue {
    fn from(value: String) -> Self {
        FactValue::Text(value)
    }
}

impl From<&str> for FactValue {
    fn from(value: &str) -> Self {
        FactValue::Text(value.to_owned())
    }
}

impl From<NaiveDate> for FactValue {
    fn from(value: NaiveDate) -> Self {
        FactValue::Text(value.to_string())
    }
}

impl From<PartialDate> for FactValue {
    fn from(value: PartialDate) -> Self {
        value.value().into()
    }
}

impl<T: NamedEnum> From<T> for FactValue {
    fn from(value: T) -> Self {
        FactValue::from(value.as_str())
    }
}

impl<T: Into<FactValue>> From<Option<T>> for FactValue {
    fn from(value: Option<T>) -> Self {
        value.map_or(FactValue::NotKnown, Into::into)
    }
}

impl<T: Into<FactValue>> From<Vec<T>> for FactValue {
    fn from(values: Vec<T>) -> Self {
        FactValue::List(values.into_iter().map(Into::into).collect())
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// `snake_case` name, as in the input.
    pub name: Cow<'static, str>,
    pub value: FactValue,
}

/// The law, document or practice that a finding rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LegalBasis {
    pub law_title: Text,
    pub article: Option<String>,
    pub kind: BasisKind,
}

/// What one rule says, on which facts, by which law, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    pub rule: RuleId,
    /// Its number in the catalogue.
    pub number: u16,
    pub outcome: Outcome,
    /// Stable reason for machines.
    pub code: ReasonCode,
    pub facts: Vec<Fact>,
    pub basis: Vec<LegalBasis>,
    pub reason: Text,
}

impl Finding {
    /// One finding from the parts of a rule: the weakest parts speak, and all facts are kept.
    pub(crate) fn weakest<const N: usize>(first: Finding, others: [Finding; N]) -> Finding {
        others.into_iter().fold(first, Finding::weaker)
    }

    fn weaker(mut self, mut other: Finding) -> Finding {
        match self.severity().cmp(&other.severity()) {
            Ordering::Less => {
                self.facts.append(&mut other.facts);
                other.facts = self.facts;
                return other;
            }
            Ordering::Equal => {
                self.reason.zh.push_str(&other.reason.zh);
                self.reason.en.push(' ');
                self.reason.en.push_str(&other.reason.en);
                for basis in other.basis {
                    if !self.basis.contains(&basis) {
                        self.basis.push(basis);
                    }
                }
            }
            Ordering::Greater => {}
        }
        self.facts.append(&mut other.facts);
        self
    }

    /// How much a finding weighs against approval.
    fn severity(&self) -> u8 {
        match self.outcome {
            Outcome::NotApplicable => 0,
            Outcome::Met => 1,
            Outcome::Unknown => 2,
            Outcome::NotMet => 3,
        }
    }
}

/// `verdict!(met Code, "中文", "English")`: what a rule function concludes, in words with its variables.
macro_rules! verdict {
    ($outcome:ident $code:ident, $zh:literal, $en:literal) => {
        $crate::receipts::Verdict::$outcome(
            $crate::receipts::ReasonCode::$code,
            $crate::receipts::text!($zh, $en),
        )
    };
}
pub(crate) use verdict;

/// What a rule function concludes before policy has said how far it binds.
#[derive(Debug)]
pub(crate) struct Verdict {
    pub(crate) outcome: Outcome,
    pub(crate) code: ReasonCode,
    reason: Text,
    facts: Vec<Fact>,
}

impl Verdict {
    fn new(outcome: Outcome, code: ReasonCode, reason: Text) -> Self {
        Verdict {
            outcome,
            code,
            reason,
            facts: Vec::new(),
        }
    }

    pub(crate) fn met(code: ReasonCode, reason: Text) -> Self {
        Self::new(Outcome::Met, code, reason)
    }

    pub(crate) fn not_met(code: ReasonCode, reason: Text) -> Self {
        Self::new(Outcome::NotMet, code, reason)
    }

    pub(crate) fn unknown(code: ReasonCode, reason: Text) -> Self {
        Self::new(Outcome::Unknown, code, reason)
    }

    pub(crate) fn not_applicable(code: ReasonCode, reason: Text) -> Self {
        Self::new(Outcome::NotApplicable, code, reason)
    }

    /// Notes a fact that the rule used.
    pub(crate) fn fact(mut self, name: &'static str, value: impl Into<FactValue>) -> Self {
        self.facts.push(Fact {
            name: Cow::Borrowed(name),
            value: value.into(),
        });
        self
    }

    /// Turns the verdict into a finding. Here, and nowhere else, a "no" without a binding basis
    /// becomes a question for the officer.
    pub(crate) fn conclude(self, rule: RuleId, law: Law<'_>) -> Finding {
        let softened = self.outcome == Outcome::NotMet && !law.may_refuse(rule, self.code);
        let reason = if softened {
            Text {
                zh: format!(
                    "{}此项没有对本市有约束力的依据，请人工核查。",
                    self.reason.zh
                ),
                en: format!(
                    "{} Nothing that binds the city makes this a refusal; please review.",
                    self.reason.en
                ),
            }
        } else {
            self.reason
        };
        Finding {
            rule,
            number: rule.number(),
            outcome: if softened {
                Outcome::Unknown
            } else {
                self.outcome
            },
            code: self.code,
            facts: self.facts,
            basis: law.basis_of(rule, self.code),
            reason,
        }
    }
}
