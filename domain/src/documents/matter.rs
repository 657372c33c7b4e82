use chrono::NaiveDate;

use crate::{
    calendar::HolidayCalendar,
    decisions::{Facts, Receipt},
    deeds::{
        Incident,
        procedure::{ActorCase, DocumentNumber},
    },
    identity::PersonName,
    policy::Policy,
    regions::RegionTree,
};

use super::Sheet;

const FULL_AGE: u32 = 18;

/// Somebody whom a document is about.
#[derive(Debug, Clone, Copy)]
pub struct Concerned<'a> {
    /// The name.
    pub name: &'a PersonName,
    /// The case after the step that brought about the document.
    pub case: &'a ActorCase,
    /// What the rules said, as it was before the body.
    pub receipt: &'a Receipt,
}

impl Concerned<'_> {
    /// The name as the public may read it. That of somebody who was or may have been under age on
    /// the day of the deed is cut to the surname (Personal Information Protection Law, article 28).
    pub(super) fn public_name(&self) -> String {
        let of_age = match &self.receipt.facts {
            Facts::Deed(facts) => facts
                .age_at_deed
                .is_some_and(|age| age.at_least >= FULL_AGE),
            _ => false,
        };
        if of_age {
            self.name.to_string()
        } else {
            self.name.surname_only()
        }
    }
}

/// Everything that a document is made from.
#[derive(Debug, Clone, Copy)]
pub struct Matter<'a> {
    /// The number.
    pub number: &'a DocumentNumber,
    /// The day of issue (Beijing).
    pub on: NaiveDate,
    /// What happened.
    pub incident: &'a Incident,
    /// Whom it is about, at least one.
    pub concerned: &'a [Concerned<'a>],
    /// The names of the bodies that sign, that of the acting officer first.
    pub bodies: &'a [String],
    /// The policy in force on the day of receipt.
    pub policy: &'a Policy,
    /// The tree of regions.
    pub regions: &'a RegionTree,
    /// The published days off.
    pub calendar: &'a HolidayCalendar,
}

impl<'a> Matter<'a> {
    /// The first whom it is about; what a step brings is the same for all that it names.
    pub(super) fn first(&self) -> Option<&'a Concerned<'a>> {
        self.concerned.first()
    }

    /// The body that issues it.
    pub(super) fn body(&self) -> &'a str {
        self.bodies.first().map_or("本机关", String::as_str)
    }

    /// The names in full, for a document that goes to the parties.
    pub(super) fn names(&self) -> String {
        let names: Vec<&str> = self
            .concerned
            .iter()
            .map(|concerned| concerned.name.as_str())
            .collect();
        names.join("、")
    }

    /// The sheet with these paragraphs.
    pub(super) fn sheet(
        &self,
        title: &str,
        addressee: Option<String>,
        paragraphs: Vec<String>,
    ) -> Sheet {
        Sheet {
            title: title.to_owned(),
            number: self.number.clone(),
            addressee,
            paragraphs,
            bodies: self.bodies.to_vec(),
            issued_on: self.on,
        }
    }
}
