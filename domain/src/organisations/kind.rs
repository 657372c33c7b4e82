use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

macro_rules! kinds {
    ($($(#[$doc:meta])* $variant:ident $text:literal;)+) => {
        /// What an organisation is.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum OrganisationKind {
            $($(#[$doc])* $variant,)+
        }

        impl OrganisationKind {
            /// Every kind.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// The kind as it is written.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)+ }
            }
        }
    };
}

kinds! {
    /// A political-legal committee (政法委), which confirms deeds together with the foundation or
    /// the association.
    PoliticalLegalCommittee "political_legal_committee";
    /// A foundation for acts of bravery (见义勇为基金会).
    Foundation "foundation";
    /// An association for acts of bravery (见义勇为协会).
    Association "association";
    /// A public security organ (公安机关).
    Police "police";
    /// A civil affairs department (民政部门).
    CivilAffairs "civil_affairs";
    /// Another department of a government.
    GovernmentDepartment "government_department";
    /// A township government or sub-district office (乡镇政府、街道办事处).
    Township "township";
    /// A village or residents' committee (村民委员会、居民委员会).
    VillageCommittee "village_committee";
    /// A mass organisation such as a trade union or a women's federation (群团组织).
    MassOrganisation "mass_organisation";
    /// An employer, a school included.
    Employer "employer";
    /// Any other body.
    Other "other";
}

/// The text names no kind of organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no kind of organisation has this name")]
pub struct UnknownOrganisationKind;

impl FromStr for OrganisationKind {
    type Err = UnknownOrganisationKind;

    fn from_str(text: &str) -> Result<Self, UnknownOrganisationKind> {
        Self::ALL
            .iter()
            .copied()
            .find(|kind| kind.as_str() == text)
            .ok_or(UnknownOrganisationKind)
    }
}

impl fmt::Display for OrganisationKind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_reads_back_from_text_and_is_the_same_word_in_json() {
        for kind in OrganisationKind::ALL {
            assert_eq!(kind.as_str().parse(), Ok(*kind));
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.as_str());
        }
        assert_eq!(
            "club".parse::<OrganisationKind>(),
            Err(UnknownOrganisationKind)
        );
    }
}
