use domain::receipts::{Fact, Finding, LegalBasis};
use serde::Serialize;
use serde_json::Value;
use serde_with::skip_serializing_none;
use utoipa::ToSchema;

use crate::words::{BasisKindWord, BilingualText, OutcomeWord};

/// 规则所用的一项事实 / A fact that a rule used.
#[derive(Debug, Serialize, ToSchema)]
struct FactUsed {
    /// 名称，与输入一致 / Its name, as in the input.
    #[schema(example = "place")]
    name: String,
    /// 值；null 表示不详 / Its value: a truth value, a number, a text, or a list of these; `null` where it is not known.
    value: Option<Value>,
}

impl From<&Fact> for FactUsed {
    fn from(fact: &Fact) -> Self {
        Self {
            name: fact.name.to_string(),
            value: serde_json::to_value(&fact.value)
                .ok()
                .filter(|value| !value.is_null()),
        }
    }
}

/// 法律依据 / The law, document or practice that a finding rests on.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
struct BasisCited {
    /// 法规或文件名称 / Title of the law or document.
    law_title: BilingualText,
    /// 条款；没有时不出现 / Article or passage; absent where there is none.
    #[schema(example = "第三条")]
    article: Option<String>,
    /// 性质 / How far it binds this city.
    kind: BasisKindWord,
}

impl From<&LegalBasis> for BasisCited {
    fn from(basis: &LegalBasis) -> Self {
        Self {
            law_title: (&basis.law_title).into(),
            article: basis.article.clone(),
            kind: basis.kind.into(),
        }
    }
}

/// 一条规则的结论 / What one rule says, on which facts, by which law, in words.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct RuleFinding {
    /// 规则编号 / The rule.
    #[schema(example = "OUT-ELIG")]
    rule: &'static str,
    /// 在规则目录中的序号 / Its number in the catalogue.
    #[schema(minimum = 1, example = 39)]
    number: u16,
    /// 结论 / What it says.
    outcome: OutcomeWord,
    /// 稳定的理由代码 / The stable reason for machines.
    #[schema(example = "outside_city")]
    code: &'static str,
    /// 所用的事实 / The facts that it used.
    facts: Vec<FactUsed>,
    /// 依据 / The law, document or practice behind it.
    basis: Vec<BasisCited>,
    /// 理由 / The reason for people.
    reason: BilingualText,
}

impl From<&Finding> for RuleFinding {
    fn from(finding: &Finding) -> Self {
        Self {
            rule: finding.rule.as_str(),
            number: finding.number,
            outcome: finding.outcome.into(),
            code: finding.code.as_str(),
            facts: finding.facts.iter().map(FactUsed::from).collect(),
            basis: finding.basis.iter().map(BasisCited::from).collect(),
            reason: (&finding.reason).into(),
        }
    }
}
