//! TIER-AUTHORITY to TIER-FORM of a round: the rules of a nomination, asked of every title that is called
//! out, and what only a round can tell.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::RoundFacts;
use crate::{
    commendations::{GrantFindings, of_grant},
    policy::{AuthorityLevel, CommendationKind, HonourLevel, Policy, Recipient, TitleId},
    receipts::{Effects, Facts, Finding, Outcome, ReasonCode, Receipt, RuleId, Text, verdict},
    regions::RegionTree,
};

/// What follows if the round goes out as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoundEffects {
    /// The titles of the catalogue that it grants.
    pub titles: Vec<RoundTitle>,
    /// State-award projects that are left to the organiser this year, this one counted; none of praise.
    pub projects_left: Option<u32>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoundTitle {
    pub id: TitleId,
    pub text: Text,
}

/// Applies the rules of a round. `today` is the day of evaluation in Beijing.
pub fn evaluate(
    facts: &RoundFacts,
    policy: &Policy,
    regions: &RegionTree,
    today: NaiveDate,
) -> Receipt {
    let of_title = |title: Option<&TitleId>| {
        let known = title.and_then(|title| policy.title(title));
        let recipient = known.map_or(Recipient::Individual, |title| title.recipient);
        of_grant(&facts.of_title(title, recipient), policy, regions, today)
    };
    let each: Vec<GrantFindings> = if facts.titles.is_empty() {
        vec![of_title(None)]
    } else {
        facts
            .titles
            .iter()
            .map(|title| of_title(Some(title)))
            .collect()
    };
    let mut authority = Vec::new();
    let mut rest = None;
    for GrantFindings {
        authority: of_one,
        quota,
        name,
        form,
    } in each
    {
        authority.push(of_one);
        rest.get_or_insert((quota, name, form));
    }
    authority.extend(above_organiser(facts, policy, today));
    let mut findings: Vec<Finding> = authority
        .into_iter()
        .min_by_key(gravity)
        .into_iter()
        .collect();
    if let Some((quota, name, form)) = rest {
        findings.push(of_award(facts, policy, today).unwrap_or(quota));
        findings.extend([name, form]);
    }
    let effects = effects(facts, policy);
    Receipt::new(
        Facts::Round(facts.clone()),
        policy,
        today,
        findings,
        Effects::Round(effects),
    )
}

/// The gravest finding first: of several titles each has to be in order.
fn gravity(finding: &Finding) -> u8 {
    match finding.outcome {
        Outcome::NotMet => 0,
        // It stops the round; of any other doubt an officer decides.
        Outcome::Unknown if finding.code == ReasonCode::GrantingBodyMissing => 1,
        Outcome::Unknown => 2,
        Outcome::Met => 3,
        Outcome::NotApplicable => 4,
    }
}

/// TIER-AUTHORITY: nobody calls out what a higher level grants.
fn above_organiser(facts: &RoundFacts, policy: &Policy, today: NaiveDate) -> Option<Finding> {
    let of_titles = facts.titles.iter().filter_map(|title| policy.title(title));
    let levels = of_titles.map(|title| title.level).chain([facts.level]);
    let highest = levels.max()?;
    let organiser = match facts.organiser_level {
        AuthorityLevel::Township => None,
        AuthorityLevel::County => Some(HonourLevel::County),
        AuthorityLevel::Municipal => Some(HonourLevel::Municipal),
        AuthorityLevel::Provincial => Some(HonourLevel::Provincial),
        AuthorityLevel::National => Some(HonourLevel::National),
    };
    if organiser >= Some(highest) {
        return None;
    }
    let Text { zh, en } = highest.text();
    let verdict = verdict!(not_met WrongAuthority,
        "批次含{zh}称号，主办单位级别不够，无权评选。",
        "The round has a title of {en} level, which its organiser is not high enough to grant.")
    .fact("level", facts.level)
    .fact("organiser_level", facts.organiser_level);
    let law = policy.on(facts.planned_on.unwrap_or(today));
    Some(verdict.conclude(RuleId::TierAuthority, law))
}

/// TIER-QUOTA: a state award has an approval number, and is not repeated within the cycle.
fn of_award(facts: &RoundFacts, policy: &Policy, today: NaiveDate) -> Option<Finding> {
    if facts.kind != CommendationKind::StateAward {
        return None;
    }
    let day = facts.planned_on.unwrap_or(today);
    let verdict = if facts.lacks_number() {
        verdict!(unknown ApprovalNumberMissing,
            "表彰项目须先获批准，还缺批准文号。",
            "A state award is approved first; its approval number is missing.")
    } else {
        let quotas = &policy.terms().tier.state_awards;
        let quota = quotas.iter().find(|quota| quota.level == facts.level)?;
        let most = quota.projects_per_year;
        let (last, cycle) = (facts.last_held?, quota.cycle_years);
        // The year's quota comes first: it binds, the cycle is what is usual.
        let used = facts.projects_this_year.is_none_or(|held| held >= most);
        let next = i32::try_from(cycle).map_or(i32::MAX, |cycle| last.saturating_add(cycle));
        if used || day.year() >= next {
            return None;
        }
        verdict!(unknown QuotaUsedUp,
            "该表彰项目{last}年已评选过，周期一般为{cycle}年，请说明理由。",
            "This state award was held in {last}; the usual cycle is {cycle} years. Please say why it is held again.")
            .fact("last_held", u32::try_from(last).unwrap_or_default())
            .fact("cycle_years", cycle)
    };
    let verdict = verdict.fact("approval_number", facts.approval_number.clone());
    Some(verdict.conclude(RuleId::TierQuota, policy.on(day)))
}

fn effects(facts: &RoundFacts, policy: &Policy) -> RoundEffects {
    let titles = facts.titles.iter().filter_map(|id| policy.title(id));
    let quotas = &policy.terms().tier.state_awards;
    let quota = quotas.iter().find(|quota| quota.level == facts.level);
    RoundEffects {
        titles: titles
            .map(|title| RoundTitle {
                id: title.id.clone(),
                text: title.text.clone(),
            })
            .collect(),
        projects_left: quota
            .filter(|_| facts.kind == CommendationKind::StateAward)
            .zip(facts.projects_this_year)
            .map(|(quota, held)| quota.projects_per_year.saturating_sub(held)),
    }
}

impl RoundFacts {
    /// Whether it is a state award without the number under which it was approved.
    pub(super) fn lacks_number(&self) -> bool {
        let number = self.approval_number.as_deref().map(str::trim);
        self.kind == CommendationKind::StateAward && number.is_none_or(str::is_empty)
    }
}
