//! What a receipt tells somebody who does not reach every file that it names.

use std::{borrow::Cow, collections::BTreeSet};

use uuid::Uuid;

use super::{Fact, FactValue, Facts, Finding, Receipt};
use crate::ids::Id;

const NAMED: &str = "possible_duplicates";
/// How many files of others are not named.
pub const ELSEWHERE: &str = "possible_duplicates_elsewhere";

impl Receipt {
    /// The other files that it names: those that may be of the same deed.
    pub fn named_files(&self) -> BTreeSet<Uuid> {
        match &self.facts {
            Facts::Deed(facts) => uuids(facts.possible_duplicates.as_deref()),
            Facts::OutOfCity(facts) => uuids(facts.possible_duplicates.as_deref()),
            _ => BTreeSet::new(),
        }
    }
}

fn uuids<I: Id>(ids: Option<&[I]>) -> BTreeSet<Uuid> {
    ids.into_iter().flatten().map(|id| id.uuid()).collect()
}

impl Facts {
    /// The facts without the names of other files than these. They are for reading: the rules know all.
    #[must_use]
    pub fn naming_only(&self, reached: &BTreeSet<Uuid>) -> Self {
        let mut facts = self.clone();
        match &mut facts {
            Facts::Deed(facts) => keep(facts.possible_duplicates.as_mut(), reached),
            Facts::OutOfCity(facts) => keep(facts.possible_duplicates.as_mut(), reached),
            _ => {}
        }
        facts
    }
}

fn keep<I: Id>(ids: Option<&mut Vec<I>>, reached: &BTreeSet<Uuid>) {
    if let Some(ids) = ids {
        ids.retain(|id| reached.contains(&id.uuid()));
    }
}

impl Finding {
    /// The finding without the names of other files than these; how many are left out is a fact of its own.
    #[must_use]
    pub fn naming_only(&self, reached: &BTreeSet<Uuid>) -> Self {
        let mut finding = self.clone();
        let mut elsewhere = 0_i64;
        for fact in finding.facts.iter_mut().filter(|fact| fact.name == NAMED) {
            if let FactValue::List(files) = &mut fact.value {
                files.retain(|file| {
                    let named = is_among(file, reached);
                    elsewhere += i64::from(!named);
                    named
                });
            }
        }
        if elsewhere > 0 {
            finding.facts.push(Fact {
                name: Cow::Borrowed(ELSEWHERE),
                value: FactValue::Number(elsewhere),
            });
        }
        finding
    }
}

fn is_among(file: &FactValue, reached: &BTreeSet<Uuid>) -> bool {
    match file {
        FactValue::Text(id) => id.parse().is_ok_and(|id| reached.contains(&id)),
        _ => false,
    }
}
