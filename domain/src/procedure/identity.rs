//! Who a case is about. Once a paper names the person, another name or number is entered in the case,
//! and asks for a new notice, for a statement that it is the same person, or for another certificate.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Case, CaseEvent, Condition, Procedure, SharedCondition, Signer, Unmet, WORKING};
use crate::{
    ids::OfficerId, named_enum, people::PersonFile, procedure::Reason, regions::RegionCode,
};

named_enum! {
    /// 身份信息 / What tells who somebody is
    IdentityMember {
        Name = "name", "姓名", "name";
        CitizenNumber = "citizen_number", "公民身份号码", "citizen number";
        Sex = "sex", "性别", "sex";
        BirthDate = "birth_date", "出生日期", "birth date";
    }
}

impl IdentityMember {
    /// What tells two files of people apart.
    pub fn differing(before: &PersonFile, after: &PersonFile) -> Vec<Self> {
        let differs = [
            (before.name != after.name, Self::Name),
            (
                before.citizen_number != after.citizen_number,
                Self::CitizenNumber,
            ),
            (before.sex != after.sex, Self::Sex),
            (before.birth_date != after.birth_date, Self::BirthDate),
        ];
        let differing = differs.into_iter().filter(|(differs, _)| *differs);
        differing.map(|(_, member)| member).collect()
    }
}

/// That the identity of the person was corrected although a paper names the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IdentityChange {
    pub on: NaiveDate,
    pub by: Option<OfficerId>,
    pub members: Vec<IdentityMember>,
    pub settled: Option<IdentitySettled>,
}

/// How a change of identity came to be in the papers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IdentitySettled {
    pub on: NaiveDate,
    /// Why it is the same person as in the notice; none where another paper was issued.
    pub same_person: Option<Reason>,
}

impl<P: Procedure> Case<P> {
    pub fn identity_changes(&self) -> &[IdentityChange] {
        &self.identity_changes
    }

    /// Whether a paper that stands names somebody otherwise than the file of the person does now.
    pub fn identity_differs(&self) -> bool {
        let open = |change: &IdentityChange| change.settled.is_none();
        self.identity_changes.iter().any(open)
    }

    /// Every change is in the papers from a day on.
    pub(crate) fn settle_identity(&mut self, on: NaiveDate, same_person: Option<&Reason>) {
        for change in &mut self.identity_changes {
            change.settled.get_or_insert_with(|| IdentitySettled {
                on,
                same_person: same_person.cloned(),
            });
        }
    }

    /// What keeps somebody from correcting whom the case is about: once a paper names the person, only an
    /// officer of the body that holds the case or of the city may.
    pub fn identity_unmet(
        &self,
        signer: Option<Signer>,
        city: RegionCode,
    ) -> Vec<Unmet<P::Condition>> {
        let officer = signer.is_some_and(|signer| WORKING.contains(&signer.kind));
        let competent = |signer: Signer| signer.body == self.holder() || signer.body.region == city;
        [
            (officer, SharedCondition::Officer),
            (
                signer.is_some_and(competent),
                SharedCondition::CompetentBody,
            ),
        ]
        .into_iter()
        .filter(|(holds, _)| !holds)
        .map(|(_, condition)| Unmet::of(Condition::Shared(condition)))
        .collect()
    }

    /// The case once the identity of its person was corrected by somebody, and what happened.
    #[must_use]
    pub fn identified(
        &self,
        members: Vec<IdentityMember>,
        by: Option<OfficerId>,
        on: NaiveDate,
    ) -> (Self, CaseEvent<P>) {
        let mut next = self.clone();
        next.identity_changes.push(IdentityChange {
            on,
            by,
            members: members.clone(),
            settled: None,
        });
        (next, CaseEvent::Identified { members })
    }
}
