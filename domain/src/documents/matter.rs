use chrono::NaiveDate;

use super::{DocumentKind, Layout, Sheet};
use crate::{
    calendar::HolidayCalendar,
    identity::PersonName,
    policy::Policy,
    procedure::{Case, DocumentNumber, FiledBy, Procedure},
    receipts::Receipt,
    regions::RegionTree,
};

#[derive(Debug, Clone, Copy)]
pub struct Concerned<'a, P: Procedure> {
    /// The name of the person; none where the case is about nobody.
    pub name: Option<&'a PersonName>,
    /// Whether the person has died: then papers go to the family.
    pub deceased: bool,
    /// The case after the step that created the document.
    pub case: &'a Case<P>,
    /// What the rules said, as it was before the body.
    pub receipt: &'a Receipt,
}

impl<'a, P: Procedure> Concerned<'a, P> {
    /// The name of the person; nothing where the case is about nobody.
    pub fn name(&self) -> &'a str {
        self.name.map_or("", PersonName::as_str)
    }
}

#[derive(Debug, Clone, Copy)]
pub struct Matter<'a, P: Procedure> {
    pub number: &'a DocumentNumber,
    /// The day of issue (Beijing).
    pub on: NaiveDate,
    pub subject: &'a P::Subject,
    /// Who applied or recommended, where that person sent an application in.
    pub applicant: Option<&'a PersonName>,
    /// Whom it is about, at least one.
    pub concerned: &'a [Concerned<'a, P>],
    /// The names of the bodies that sign, that of the acting officer first.
    pub bodies: &'a [String],
    /// Whether the first of them prints its name in red above.
    pub red_head: bool,
    /// The registered name, where there is one, of the body to which a refused party turns or to which
    /// a case is transferred.
    pub other_body: Option<&'a str>,
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
        self.each(|concerned| concerned.name().to_owned())
    }

    /// To whom a paper goes: the applicant or recommender, and the actors, those who died by their
    /// family (Shandong Regulation on Rewarding and Protecting People Who Act Bravely, article 13).
    pub(super) fn addressee(&self) -> String {
        let actors = self.each(|concerned| {
            let family = if concerned.deceased { "的家属" } else { "" };
            format!("{}{family}", concerned.name())
        });
        let filed_by = self.first().map(|first| first.case.filed_by());
        match (filed_by, self.applicant) {
            (Some(FiledBy::CloseRelative | FiledBy::Recommender), Some(applicant)) => {
                format!("{applicant}、{actors}")
            }
            (Some(FiledBy::CloseRelative), None) => format!("申请人、{actors}"),
            (Some(FiledBy::Recommender), None) => format!("举荐人、{actors}"),
            _ => actors,
        }
    }

    /// Something of each whom it is about.
    fn each(&self, one: impl Fn(&Concerned<'_, P>) -> String) -> String {
        let each: Vec<String> = self.concerned.iter().map(one).collect();
        each.join("、")
    }

    pub(super) fn sheet(
        &self,
        kind: DocumentKind,
        addressee: Option<String>,
        paragraphs: Vec<String>,
    ) -> Sheet {
        Sheet {
            layout: kind.layout(),
            head: (self.red_head && kind.layout() != Layout::Certificate)
                .then(|| self.body().to_owned()),
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
