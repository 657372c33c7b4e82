//! What a policy file must keep: every reference leads somewhere, and the numbers make sense.

mod deeds;
mod honours;
mod rounds;

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Harm, HonourLevel, InfluenceArea, PolicyFault, Source, Terms, TitleRoute, file::PolicyFile,
};
use crate::{
    commendations::Grade,
    receipts::{RuleId, Text},
    regions::RegionTree,
};

struct Faults {
    path: String,
    found: Vec<PolicyFault>,
}

impl Faults {
    fn add(&mut self, key: &str, problem: impl Into<String>) {
        self.found.push(PolicyFault {
            at: format!("{}{key}", self.path),
            problem: problem.into(),
        });
    }

    fn require(&mut self, holds: bool, key: &str, problem: &str) {
        if !holds {
            self.add(key, problem);
        }
    }
}

pub(super) fn faults(file: &PolicyFile) -> Vec<PolicyFault> {
    let mut faults = Faults {
        path: String::new(),
        found: Vec::new(),
    };
    faults.require(
        is_id(&file.id),
        "id",
        "must be lower-case letters, digits and hyphens",
    );
    faults.require(
        !file.versions.is_empty(),
        "versions",
        "must hold at least one version",
    );
    check_words(&mut faults, "name", &file.name);
    for (region, organ) in &file.organs {
        check_organ_code(&mut faults, &format!("organs.{region}.code"), &organ.code);
    }
    for (position, terms) in file.versions.iter().enumerate() {
        faults.path = format!("versions[{position}].");
        check_header(&mut faults, terms, file.versions.iter().take(position));
        check_terms(&mut faults, terms, &file.sources);
    }
    // What a correction takes over from a faulty version would be told twice.
    if faults.found.is_empty() {
        check_corrections(&mut faults, file);
    }
    faults.found
}

fn check_corrections(faults: &mut Faults, file: &PolicyFile) {
    let mut names: BTreeSet<&str> = file
        .versions
        .iter()
        .map(|terms| terms.version.as_str())
        .collect();
    let mut corrected = BTreeSet::new();
    let mut all: Vec<Terms> = file.versions.clone();
    for (position, correction) in file.corrections.iter().enumerate() {
        faults.path = format!("corrections[{position}].");
        faults.require(
            !correction.version.trim().is_empty() && names.insert(&correction.version),
            "version",
            "must differ from the other versions",
        );
        let earlier = all
            .iter()
            .find(|terms| terms.version == correction.corrects);
        match earlier.map(|terms| correction.applied_to(terms)) {
            None => faults.add("corrects", format!("no version {}", correction.corrects)),
            Some(terms) => {
                check_terms(faults, &terms, &file.sources);
                // A correction may be wrong too, and then another corrects it.
                all.push(terms);
            }
        }
        faults.require(
            corrected.insert(&correction.corrects),
            "corrects",
            "names a version that another correction corrects",
        );
    }
}

fn check_terms(faults: &mut Faults, terms: &Terms, sources: &BTreeMap<String, Source>) {
    check_titles(faults, terms);
    check_out_of_city(faults, terms);
    check_tier(faults, terms);
    check_studio_name(faults, terms);
    deeds::check(faults, &terms.deeds);
    honours::check(faults, terms);
    rounds::check(faults, &terms.honours.round);
    check_rules(faults, terms, sources);
}

fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

fn check_organ_code(faults: &mut Faults, key: &str, code: &str) {
    faults.require(
        (1..=10).contains(&code.chars().count()),
        key,
        "must have 1 to 10 characters",
    );
}

fn check_words(faults: &mut Faults, key: &str, text: &Text) {
    faults.require(
        !text.zh.trim().is_empty() && !text.en.trim().is_empty(),
        key,
        "needs words in zh and en",
    );
}

fn check_header<'a>(
    faults: &mut Faults,
    terms: &Terms,
    mut earlier: impl Iterator<Item = &'a Terms>,
) {
    faults.require(
        !terms.version.trim().is_empty(),
        "version",
        "must not be empty",
    );
    if earlier
        .any(|other| other.version == terms.version || other.effective_from == terms.effective_from)
    {
        faults.add(
            "version",
            "name and effective_from must differ from the other versions",
        );
    }
    if RegionTree::builtin().get(&terms.city.region).is_none() {
        faults.add(
            "city.region",
            format!("no region {} is in force", terms.city.region),
        );
    }
}

fn check_titles(faults: &mut Faults, terms: &Terms) {
    let mut seen = BTreeSet::new();
    for (position, title) in terms.titles.iter().enumerate() {
        let key = format!("titles[{position}]");
        if !seen.insert(&title.id) {
            faults.add(&key, format!("a second title with id {}", title.id));
        }
        check_words(faults, &key, &title.text);
        faults.require(
            !title.authorities.is_empty(),
            &key,
            "needs a granting authority",
        );
        let earlier = terms.titles.iter().take(position);
        let mut alike = earlier.filter(|other| other.is_called_like(title));
        faults.require(
            alike.all(|other| other.kind != title.kind && other.rank == title.rank),
            &key,
            "must differ in kind, and in nothing else, from another title of these words",
        );
    }
}

fn check_out_of_city(faults: &mut Faults, terms: &Terms) {
    let rules = &terms.out_of_city;
    match terms.titles.iter().find(|title| title.id == rules.title) {
        None => faults.add(
            "out_of_city.title",
            format!("no title {} in titles", rules.title),
        ),
        Some(title) => faults.require(
            title.route == TitleRoute::OutOfCity,
            "out_of_city.title",
            "must be a title with route = \"out_of_city\"",
        ),
    }
    check_words(faults, "out_of_city.plaque", &rules.plaque);
    faults.require(
        !rules.origin_bases.is_empty(),
        "out_of_city.origin_bases",
        "must hold at least one basis",
    );
    if let Some(twice) = rules
        .origin_bases
        .iter()
        .find(|basis| rules.origin_bases_with_city_approval.contains(basis))
    {
        faults.add(
            "out_of_city.origin_bases_with_city_approval",
            format!("{} already counts without approval", twice.as_str()),
        );
    }
    faults.require(
        !rules.issuer_kinds.is_empty(),
        "out_of_city.issuer_kinds",
        "must hold at least one kind",
    );
    faults.require(
        (1..=50).contains(&rules.window_years),
        "out_of_city.window_years",
        "must be 1 to 50",
    );
}

fn check_tier(faults: &mut Faults, terms: &Terms) {
    let tier = &terms.tier;
    let levels: Vec<HonourLevel> = tier.levels.iter().map(|entry| entry.level).collect();
    faults.require(
        levels == HonourLevel::ALL,
        "tier.levels",
        "must be county, municipal, provincial, national, in this order",
    );
    let rising = tier
        .levels
        .iter()
        .zip(tier.levels.iter().skip(1))
        .all(|(lower, upper)| {
            lower.minimum_score < upper.minimum_score
                && lower.minimum_influence <= upper.minimum_influence
        });
    faults.require(
        rising,
        "tier.levels",
        "minimum_score must rise and minimum_influence must not fall with the level",
    );
    check_influence(faults, &tier.influence_points);
    check_costs(faults, &tier.cost_at_least);
    faults.require(
        tier.level_at_least.values().is_sorted(),
        "tier.level_at_least",
        "must not fall with the harm",
    );
    let mut quotas = BTreeSet::new();
    faults.require(
        tier.state_awards
            .iter()
            .all(|quota| quotas.insert(quota.level)),
        "tier.state_awards",
        "must name each level once",
    );
    faults.require(
        !tier.forms.is_empty(),
        "tier.forms",
        "must hold at least one form",
    );
    faults.require(
        tier.joint_minimum_bodies >= 2,
        "tier.joint_minimum_bodies",
        "must be 2 or more",
    );
    check_words(faults, "tier.names.foundation", &tier.names.foundation);
}

/// A wider influence never counts less: the score must not fall when a deed becomes better known.
fn check_influence(faults: &mut Faults, points: &BTreeMap<InfluenceArea, u8>) {
    faults.require(
        points.len() == InfluenceArea::ALL.len() && points.values().is_sorted(),
        "tier.influence_points",
        "must give points to county, city, province and national that do not fall",
    );
}

fn check_costs(faults: &mut Faults, floors: &BTreeMap<Harm, u8>) {
    faults.require(
        floors.values().all(|&grade| Grade::new(grade).is_some()) && floors.values().is_sorted(),
        "tier.cost_at_least",
        "must be grades 0 to 4 that do not fall with the harm",
    );
}

fn check_studio_name(faults: &mut Faults, terms: &Terms) {
    faults.require(
        terms.studio_name.studios_per_hero >= 1,
        "studio_name.studios_per_hero",
        "must be 1 or more",
    );
    faults.require(
        !terms.studio_name.consent_after_death.is_empty(),
        "studio_name.consent_after_death",
        "must name at least one relative",
    );
}

fn check_rules(faults: &mut Faults, terms: &Terms, sources: &BTreeMap<String, Source>) {
    for rule in RuleId::ALL {
        let key = format!("rules.{rule}");
        let Some(entry) = terms.rules.get(rule) else {
            // A policy of before does not name those that came later: they rest on nothing, and refuse
            // nothing.
            faults.require(
                rule.is_later(),
                &key,
                "is missing; every rule names its basis",
            );
            continue;
        };
        faults.require(!entry.basis.is_empty(), &key, "needs at least one basis");
        for basis in &entry.basis {
            if !sources.contains_key(&basis.source) {
                faults.add(&key, format!("no source {:?} in sources", basis.source));
            }
        }
    }
}
