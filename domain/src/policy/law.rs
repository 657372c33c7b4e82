use chrono::NaiveDate;

use super::{Basis, Policy, Source};
use crate::receipts::{LegalBasis, ReasonCode, RuleId};

/// A version of a policy as it binds a case of one day: a law that was not yet in force then
/// neither refuses nor is cited.
#[derive(Debug, Clone, Copy)]
pub struct Law<'a> {
    pub(super) policy: &'a Policy,
    pub(super) case_date: NaiveDate,
}

impl<'a> Law<'a> {
    /// Whether a rule may refuse for that reason: a binding source supports it, or the policy
    /// says so explicitly.
    pub fn may_refuse(self, rule: RuleId, code: ReasonCode) -> bool {
        let explicit = self
            .policy
            .terms()
            .rules
            .get(&rule)
            .is_some_and(|entry| entry.may_refuse.contains(&code));
        explicit
            || self
                .supporting(rule, code)
                .any(|(basis, _)| basis.kind.binds())
    }

    /// The sources behind a rule's finding, as receipts cite them.
    pub fn basis_of(self, rule: RuleId, code: ReasonCode) -> Vec<LegalBasis> {
        self.supporting(rule, code).map(cited).collect()
    }

    /// Every source in force behind a rule, as the entries of a clock cite them.
    pub fn sources_of(self, rule: RuleId) -> Vec<LegalBasis> {
        self.sources(rule).map(cited).collect()
    }

    fn supporting(
        self,
        rule: RuleId,
        code: ReasonCode,
    ) -> impl Iterator<Item = (&'a Basis, &'a Source)> {
        self.sources(rule)
            .filter(move |(basis, _)| basis.supports(code))
    }

    fn sources(self, rule: RuleId) -> impl Iterator<Item = (&'a Basis, &'a Source)> {
        let policy = self.policy;
        policy
            .terms()
            .rules
            .get(&rule)
            .into_iter()
            .flat_map(|entry| &entry.basis)
            .filter_map(|basis| Some((basis, policy.sources().get(&basis.source)?)))
            .filter(move |(_, source)| source.in_force.is_none_or(|day| day <= self.case_date))
    }
}

fn cited((basis, source): (&Basis, &Source)) -> LegalBasis {
    LegalBasis {
        law_title: source.title.clone(),
        article: basis.article.clone(),
        kind: basis.kind,
    }
}
