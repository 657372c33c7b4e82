use super::{Finding, Outcome, RuleId};

/// Some of the rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct RuleSet(u128);

impl RuleSet {
    /// The rules that found nothing against a case: what they ask is met, or does not apply.
    pub fn satisfied(findings: &[Finding]) -> Self {
        let satisfied = findings.iter().filter(|finding| is_satisfied(finding));
        satisfied.map(|finding| finding.rule).collect()
    }

    /// The rules that have something against a case, or cannot tell.
    pub fn against(findings: &[Finding]) -> Self {
        let against = findings.iter().filter(|finding| !is_satisfied(finding));
        against.map(|finding| finding.rule).collect()
    }

    /// Its rules, in the order of the catalogue.
    pub fn rules(self) -> Vec<RuleId> {
        let all = RuleId::ALL.iter().copied();
        all.filter(|rule| self.contains(*rule)).collect()
    }

    /// Whether each of its rules is among others.
    pub fn is_within(self, others: &[RuleId]) -> bool {
        let others: Self = others.iter().copied().collect();
        self.0 & !others.0 == 0
    }

    pub fn contains(self, rule: RuleId) -> bool {
        self.0 & bit(rule) != 0
    }
}

fn is_satisfied(finding: &Finding) -> bool {
    match finding.outcome {
        Outcome::Met | Outcome::NotApplicable => true,
        Outcome::NotMet | Outcome::Unknown => false,
    }
}

impl FromIterator<RuleId> for RuleSet {
    fn from_iter<T: IntoIterator<Item = RuleId>>(rules: T) -> Self {
        Self(rules.into_iter().fold(0, |set, rule| set | bit(rule)))
    }
}

/// The numbers of the catalogue are below 128.
fn bit(rule: RuleId) -> u128 {
    1_u128.checked_shl(rule.number().into()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_holds_the_rules_that_were_put_in_and_no_other() {
        for rule in RuleId::ALL {
            let set: RuleSet = [*rule].into_iter().collect();
            for other in RuleId::ALL {
                assert_eq!(set.contains(*other), rule == other, "{rule} {other}");
            }
            assert!(!RuleSet::default().contains(*rule));
        }
        let all: RuleSet = RuleId::ALL.iter().copied().collect();
        assert!(RuleId::ALL.iter().all(|rule| all.contains(*rule)));
    }
}
