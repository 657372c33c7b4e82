use serde::{Deserialize, Serialize};

use super::Case;
use crate::{
    identity::PersonName,
    named_enum,
    policy::{GroupNames, NamePattern},
    receipts::{Finding, RuleId, Text, Verdict, verdict},
};

named_enum! {
    /// 名称部分 / A part of a studio's name
    NamePart {
        Prefix = "prefix", "前缀", "beginning";
        Name = "name", "姓名", "name";
        Suffix = "suffix", "后缀", "ending";
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NameDifference {
    pub part: NamePart,
    pub expected: String,
    /// What it is; none where it cannot be told apart.
    pub found: Option<String>,
}

/// The right name, and how the proposed one differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StudioNameEffects {
    /// The name by the pattern; none while the registered name is not known.
    pub name: Option<String>,
    /// Other spellings that policy allows.
    pub variants: Vec<String>,
    /// What differs from the pattern; empty when the proposed name fits or none is proposed.
    pub differences: Vec<NameDifference>,
}

/// The name that the studio is to carry: the group's, else the leader's.
fn bearer<'a>(case: &Case<'a>) -> Option<&'a str> {
    match &case.facts.group {
        Some(group) => Some(group.name.trim()).filter(|name| !name.is_empty()),
        None => case.facts.leader_name.as_ref().map(PersonName::as_str),
    }
}

fn proposed<'a>(case: &Case<'a>) -> Option<&'a str> {
    case.facts
        .proposed_name
        .as_deref()
        .map(str::trim)
        .filter(|name| !name.is_empty())
}

/// The pattern first, then the variants.
fn patterns<'a>(case: &Case<'a>) -> impl Iterator<Item = &'a NamePattern> {
    let rules = &case.policy.terms().studio_name;
    std::iter::once(&rules.pattern).chain(&rules.variants)
}

fn fits(case: &Case<'_>, proposed: &str, bearer: &str) -> bool {
    patterns(case).any(|pattern| pattern.fill(bearer) == proposed)
}

/// STUDIO-NAME: the pattern with the registered name, not taken; a group's with approval.
pub(super) fn studio_name(case: &Case<'_>) -> Finding {
    let conclude = |verdict: Verdict| verdict.conclude(RuleId::StudioName, case.law());
    Finding::weakest(
        conclude(spelling(case)),
        [uniqueness(case), group(case)].map(conclude),
    )
}

fn spelling(case: &Case<'_>) -> Verdict {
    let rules = &case.policy.terms().studio_name;
    let verdict = match (bearer(case), proposed(case)) {
        (None, _) => verdict!(unknown RegisteredNameMissing,
            "缺少档案登记的姓名（或群体名称），无法核对。",
            "The registered name (or the group's) is missing, so nothing can be compared."),
        (Some(bearer), None) => {
            let right = rules.pattern.fill(bearer);
            verdict!(unknown NameNotProposed,
                "尚未提出名称，建议使用“{right}”。",
                "No name is proposed yet; “{right}” would be right.")
        }
        (Some(bearer), Some(proposed)) if fits(case, proposed, bearer) => verdict!(met NameMatches,
            "“{proposed}”符合命名规则，并与登记名称一致。",
            "“{proposed}” follows the pattern and has the registered name."),
        (Some(bearer), Some(proposed)) => {
            let right = rules.pattern.fill(bearer);
            let parts: Vec<Text> = differences(case, proposed, bearer)
                .iter()
                .map(|difference| difference.part.text())
                .collect();
            let Text { zh, en } = Text::list(&parts);
            verdict!(not_met NameDiffers,
                "“{proposed}”的{zh}与命名规则不一致，应为“{right}”。",
                "“{proposed}” differs in {en}; “{right}” would be right.")
        }
    };
    verdict
        .fact("proposed_name", case.facts.proposed_name.clone())
        .fact("registered_name", bearer(case))
        .fact("pattern", rules.pattern.to_string())
}

fn uniqueness(case: &Case<'_>) -> Verdict {
    let verdict = match case.facts.name_taken {
        None => verdict!(unknown UniquenessNotChecked,
            "尚未查重。",
            "Whether another studio has this name is not checked yet."),
        Some(true) => verdict!(not_met NameTaken,
            "该名称已被使用。",
            "Another studio has this name."),
        Some(false) => verdict!(met NameFree,
            "该名称未被使用。",
            "No other studio has this name."),
    };
    verdict.fact("name_taken", case.facts.name_taken)
}

fn group(case: &Case<'_>) -> Verdict {
    let Some(group) = &case.facts.group else {
        return verdict!(not_applicable NotAGroup,
            "以个人姓名命名。",
            "It carries a person's name.");
    };
    let name = &group.name;
    let verdict = match (
        case.policy.terms().studio_name.group_names,
        group.city_approval,
    ) {
        (GroupNames::NotAllowed, _) => verdict!(not_met GroupNamesNotAllowed,
            "不以群体名称“{name}”命名工作室。",
            "Studios do not carry the name of a group (“{name}”)."),
        (GroupNames::WithCityApproval, Some(true)) => verdict!(met GroupNameApproved,
            "市级已同意使用群体名称“{name}”。",
            "The city approved the group's name “{name}”."),
        (GroupNames::WithCityApproval, Some(false)) => verdict!(not_met GroupNameNotApproved,
            "市级未同意使用群体名称“{name}”。",
            "The city did not approve the group's name “{name}”."),
        (GroupNames::WithCityApproval, None) => verdict!(unknown GroupNameNeedsApproval,
            "使用群体名称“{name}”须经市级同意。",
            "The group's name “{name}” needs the city's approval."),
    };
    verdict.fact("city_approval", group.city_approval)
}

pub(super) fn effects(case: &Case<'_>) -> StudioNameEffects {
    let rules = &case.policy.terms().studio_name;
    let bearer = bearer(case);
    StudioNameEffects {
        name: bearer.map(|bearer| rules.pattern.fill(bearer)),
        variants: bearer
            .into_iter()
            .flat_map(|bearer| rules.variants.iter().map(|pattern| pattern.fill(bearer)))
            .collect(),
        differences: match (bearer, proposed(case)) {
            (Some(bearer), Some(proposed)) if !fits(case, proposed, bearer) => {
                differences(case, proposed, bearer)
            }
            _ => Vec::new(),
        },
    }
}

/// Compared with the pattern whose frame the proposed name has, else with the first.
fn differences(case: &Case<'_>, proposed: &str, bearer: &str) -> Vec<NameDifference> {
    if let Some(found) = patterns(case).find_map(|pattern| inner_name(pattern, proposed)) {
        return vec![NameDifference {
            part: NamePart::Name,
            expected: bearer.to_owned(),
            found: Some(found.to_owned()),
        }];
    }
    let pattern = &case.policy.terms().studio_name.pattern;
    let around = proposed.split_once(bearer);
    let part = |part, expected: &str, found: Option<&str>| NameDifference {
        part,
        expected: expected.to_owned(),
        found: found.map(str::to_owned),
    };
    let mut differences = Vec::new();
    if around.map_or(!proposed.starts_with(pattern.prefix()), |(before, _)| {
        before != pattern.prefix()
    }) {
        let found = around.map(|(before, _)| before);
        differences.push(part(NamePart::Prefix, pattern.prefix(), found));
    }
    if around.is_none() {
        differences.push(part(NamePart::Name, bearer, None));
    }
    if around.map_or(!proposed.ends_with(pattern.suffix()), |(_, after)| {
        after != pattern.suffix()
    }) {
        let found = around.map(|(_, after)| after);
        differences.push(part(NamePart::Suffix, pattern.suffix(), found));
    }
    differences
}

/// What stands in the place of the name, if the frame is right.
fn inner_name<'a>(pattern: &NamePattern, proposed: &'a str) -> Option<&'a str> {
    proposed
        .strip_prefix(pattern.prefix())?
        .strip_suffix(pattern.suffix())
}
