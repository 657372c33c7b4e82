use super::{Basis, Consent, Purpose};
use crate::{
    identity::{PersonName, Sex},
    people::PersonFile,
    text::{Line, Paragraphs},
};

/// Somebody as everybody may see them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Portrayal {
    /// The name, or the surname of a minor.
    pub name: String,
    /// By what it is found; none of a surname, which names nobody.
    pub searched: Option<PersonName>,
    pub sex: Option<Sex>,
    pub unit: Option<Line<100>>,
    pub story: Option<Paragraphs<200>>,
    pub basis: Basis,
    pub synthetic: bool,
}

/// What is shown of somebody for a purpose, by the newest consent for it that shows the name; none where
/// nothing is.
pub fn shown_for(purpose: Purpose, of: &PersonFile, consents: &[Consent]) -> Option<Portrayal> {
    let mut for_it = consents.iter().rev().filter(|one| one.purpose == purpose);
    let (consent, shown) = for_it.find_map(|one| Some((one, one.shown()?)))?;
    let surname_only = consent.basis.shows_surname_only();
    Some(Portrayal {
        name: if surname_only {
            of.name.surname_only()
        } else {
            of.name.as_str().to_owned()
        },
        searched: (!surname_only).then(|| of.name.clone()),
        sex: shown.sex.then_some(of.sex),
        unit: shown.unit.filter(|_| !surname_only),
        story: shown.story,
        basis: consent.basis.clone(),
        synthetic: of.synthetic,
    })
}
