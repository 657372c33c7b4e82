use chrono::NaiveDate;

use super::{DocumentKind, Sheet};
use crate::{
    calendar::HolidayCalendar,
    identity::PersonName,
    policy::Policy,
    procedure::{Case, DocumentNumber, Procedure},
    receipts::Receipt,
    regions::RegionTree,
};

#[derive(Debug, Clone, Copy)]
pub struct Concerned<'a, P: Procedure> {
    pub name: &'a PersonName,
    /// The case after the step that created the document.
    pub case: &'a Case<P>,
    /// What the rules said, as it was before the body.
    pub receipt: &'a Receipt,
}

#[derive(Debug, Clone, Copy)]
pub struct Matter<'a, P: Procedure> {
    pub number: &'a DocumentNumber,
    /// The day of issue (Beijing).
    pub on: NaiveDate,
    pub subject: &'a P::Subject,
    /// Whom it is about, at least one.
    pub concerned: &'a [Concerned<'a, P>],
    /// The names of the bodies that sign, that of the acting officer first.
    pub bodies: &'a [String],
    /// The registered name of the body to which a refused party turns, where there is one.
    pub next_level: Option<&'a str>,
    /// The policy in force on the day of receipt.
    pub policy: &'a Policy,
    pub regions: &'a RegionTree,
    pub calendar: &'a HolidayCalendar,
}

impl<'a, P: Procedure> Matter<'a, P> {
    /// The first whom it is about; what a step brings is the same for all that it names.
    pub(super) fn first(&self) -> Option<&'a Concerned<'a, P>> {
        self.concerned.first()
    }

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

    pub(super) fn sheet(
        &self,
        kind: DocumentKind,
        addressee: Option<String>,
        paragraphs: Vec<String>,
    ) -> Sheet {
        Sheet {
            title: kind.text().zh,
            number: self.number.clone(),
            addressee,
            paragraphs: paragraphs
                .into_iter()
                .flat_map(|text| lines(&text))
                .collect(),
            bodies: self.bodies.to_vec(),
            issued_on: self.on,
        }
    }
}

/// The paragraphs of a text: what somebody wrote may hold several.
fn lines(text: &str) -> Vec<String> {
    let lines = text.lines().map(str::trim);
    let lines = lines.filter(|line| !line.is_empty());
    lines.map(str::to_owned).collect()
}
