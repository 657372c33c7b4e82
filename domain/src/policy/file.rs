use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

use chrono::NaiveDate;
use serde::Deserialize;
use sha2::{Digest, Sha256};

use super::{
    Policy, PolicyError, Source, Terms, canonical, check,
    correction::{self, Correction},
};
use crate::{receipts::Text, regions::RegionCode};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PolicyFile {
    pub(super) id: String,
    pub(super) name: Text,
    pub(super) sources: BTreeMap<String, Source>,
    #[serde(default)]
    pub(super) organs: BTreeMap<RegionCode, Organ>,
    pub(super) versions: Vec<Terms>,
    #[serde(default)]
    pub(super) corrections: Vec<Correction>,
}

/// How the papers of the organ of a region look. It is how an organ writes and no rule, so that it holds
/// for every case from the day on which it is set.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organ {
    /// Its code in the numbers of papers (机关代字).
    pub code: String,
    /// Whether its papers begin with its name in red (版头); not where it prints on paper that has it.
    #[serde(default)]
    pub red_head: bool,
}

/// All versions of one policy, oldest first; a correction after what it corrects.
#[derive(Debug, Clone)]
pub struct PolicySet {
    id: String,
    organs: BTreeMap<RegionCode, Organ>,
    versions: Vec<Policy>,
}

impl PolicySet {
    pub fn builtin() -> &'static PolicySet {
        static BUILTIN: LazyLock<PolicySet> = LazyLock::new(|| {
            PolicySet::parse(include_str!("../../policies/liaocheng.toml"))
                .unwrap_or_else(|error| unreachable!("the tests read the built-in policy: {error}"))
        });
        &BUILTIN
    }

    /// Reads a policy file and checks every reference in it.
    pub fn parse(text: &str) -> Result<Self, PolicyError> {
        let unreadable = |error: toml::de::Error| PolicyError::Unreadable(error.to_string());
        let file: PolicyFile = toml::from_str(text).map_err(unreadable)?;
        let document: toml::Table = toml::from_str(text).map_err(unreadable)?;
        let faults = check::faults(&file);
        if !faults.is_empty() {
            return Err(PolicyError::Faulty(faults));
        }
        let mut versions: Vec<Policy> = all_versions(&file, &document)
            .into_iter()
            .map(|(terms, data, corrects)| {
                let sources = cited(&terms, &file.sources);
                Policy {
                    hash: canonical::hash(&file.id, &data, &document, sources.keys()),
                    id: file.id.clone(),
                    name: file.name.clone(),
                    corrects,
                    sources,
                    terms,
                }
            })
            .collect();
        versions.sort_by_key(Policy::effective_from);
        Ok(PolicySet {
            id: file.id,
            organs: file.organs,
            versions,
        })
    }

    pub fn id(&self) -> &str {
        &self.id
    }

    /// SHA-256, lower-case hex, over everything that the file says, so that two files can be told apart:
    /// every version, what it corrects, and how papers look. Layout and order do not count.
    pub fn fingerprint(&self) -> String {
        let versions: Vec<_> = self
            .versions
            .iter()
            .map(|one| (one.version(), one.hash(), one.corrects(), one.name()))
            .collect();
        let organs = self.organs.iter();
        let organs: Vec<_> = organs
            .map(|(region, organ)| (region, &organ.code, organ.red_head))
            .collect();
        // Texts, flags and lists of them always serialise.
        let bytes = serde_json::to_vec(&(&self.id, versions, organs)).unwrap_or_default();
        hex::encode(Sha256::digest(bytes))
    }

    /// Every version, oldest first.
    pub fn versions(&self) -> &[Policy] {
        &self.versions
    }

    /// How the papers of the organ of a region look; none where the file does not say.
    pub fn organ(&self, region: &RegionCode) -> Option<&Organ> {
        self.organs.get(region)
    }

    /// The version that applies to a case of that day; of one and its correction, the correction.
    pub fn in_force_on(&self, date: NaiveDate) -> Result<&Policy, PolicyError> {
        self.versions
            .iter()
            .rev()
            .find(|policy| policy.effective_from() <= date)
            .ok_or_else(|| PolicyError::NotInForce {
                id: self.id.clone(),
                date,
                first: self.versions.first().map_or(date, Policy::effective_from),
            })
    }

    /// A version by its name, if this is the policy of that id.
    pub fn find(&self, id: &str, version: &str) -> Option<&Policy> {
        self.versions
            .iter()
            .find(|policy| policy.id() == id && policy.version() == version)
    }
}

/// Every version with its data, and the version that it corrects.
fn all_versions(
    file: &PolicyFile,
    document: &toml::Table,
) -> Vec<(Terms, toml::Value, Option<String>)> {
    let written = |part: &str| {
        let data = document.get(part).and_then(toml::Value::as_array);
        data.into_iter().flatten()
    };
    let versions = file.versions.iter().zip(written("versions"));
    let mut all: Vec<_> = versions
        .map(|(terms, data)| (terms.clone(), data.clone(), None))
        .collect();
    for (correction, own) in file.corrections.iter().zip(written("corrections")) {
        let corrects = &correction.corrects;
        let earlier = all.iter().find(|(terms, ..)| terms.version == *corrects);
        if let Some((terms, data, _)) = earlier {
            let corrected = correction::corrected(data, own);
            all.push((
                correction.applied_to(terms),
                corrected,
                Some(corrects.clone()),
            ));
        }
    }
    all
}

fn cited(terms: &Terms, sources: &BTreeMap<String, Source>) -> BTreeMap<String, Source> {
    let keys: BTreeSet<&str> = terms
        .rules
        .values()
        .flat_map(|rule| &rule.basis)
        .map(|basis| basis.source.as_str())
        .collect();
    sources
        .iter()
        .filter(|(key, _)| keys.contains(key.as_str()))
        .map(|(key, source)| (key.clone(), source.clone()))
        .collect()
}
