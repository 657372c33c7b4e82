//! The policy of the city: built in for Liaocheng, or from the file of the settings.

use std::path::Path;

use domain::policy::{Policy, PolicyError, PolicySet};
use domain::regions::RegionCode;

use crate::settings::Settings;

/// Why the policy file cannot be used; the text says how to mend it.
#[derive(Debug, thiserror::Error)]
pub enum PolicyFileError {
    /// It cannot be read.
    #[error("YONGWEI_POLICY: {0}")]
    Unreadable(#[from] std::io::Error),
    /// It says something that cannot be.
    #[error("YONGWEI_POLICY: {0}")]
    Faulty(#[from] PolicyError),
    /// Its versions are of several cities, or it has none.
    #[error("YONGWEI_POLICY: all versions must name one and the same city.region")]
    Cities,
}

/// Every version of the policy, and the city that it serves.
#[derive(Debug, Clone)]
pub struct Policies {
    set: PolicySet,
    city: RegionCode,
}

impl Policies {
    /// Every version.
    pub fn set(&self) -> &PolicySet {
        &self.set
    }

    /// The city whose files this service keeps.
    pub fn city(&self) -> RegionCode {
        self.city
    }

    fn new(set: PolicySet) -> Result<Self, PolicyFileError> {
        let mut cities = set.versions().iter().map(city_of);
        match cities.next() {
            Some(city) if cities.all(|other| other == city) => Ok(Self { set, city }),
            _ => Err(PolicyFileError::Cities),
        }
    }
}

fn city_of(policy: &Policy) -> RegionCode {
    policy.terms().city.region
}

/// Loads the policy that the settings name.
pub fn load(settings: &Settings) -> Result<Policies, PolicyFileError> {
    let read =
        |path: &Path| Ok::<_, PolicyFileError>(PolicySet::parse(&std::fs::read_to_string(path)?)?);
    let set = match settings.policy.as_deref() {
        Some(path) => read(path)?,
        None => PolicySet::builtin().clone(),
    };
    Policies::new(set)
}
