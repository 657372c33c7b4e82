use crate::{
    calendar::PartialDate,
    deeds::eligibility::ActType,
    identity::{CitizenNumber, PersonName, PhoneNumber},
    ids::ClueId,
    intake::Kind,
    named_enum,
    regions::Place,
    text::Paragraphs,
};

/// A hint from the public that somebody may have acted bravely. It is no application: no time runs
/// from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clue {
    pub text: Paragraphs<2000>,
    pub occurred_on: PartialDate,
    pub place: Option<Place>,
    /// Whom to ask, where the sender wants to be asked.
    pub contact: Option<Contact>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    pub name: Option<PersonName>,
    pub phone: PhoneNumber,
}

named_enum! {
    /// 线索不予跟进的理由 / Why a clue is not pursued
    NotPursued as "ClueNotPursuedReason" {
        NoAct = "no_act", "所反映的情况不属于见义勇为", "what it tells is no act of bravery";
        TooVague = "too_vague", "内容不足以核查", "it says too little to be looked into";
        NotBorneOut = "not_borne_out", "经核查未能证实", "it was looked into and not borne out";
        OutsideTheCity = "outside_the_city", "行为地和行为人均不在本市", "neither deed nor actor is of this city";
        Noise = "noise", "广告、辱骂或者测试内容", "advertising, abuse or a test";
    }
}

impl Kind for Clue {
    type Id = ClueId;
    type Dismissal = NotPursued;

    fn occurred_on(&self) -> PartialDate {
        self.occurred_on
    }

    fn place(&self) -> Option<&Place> {
        self.place.as_ref()
    }

    fn act_types(&self) -> &[ActType] {
        &[]
    }

    fn citizen_numbers(&self) -> Vec<&CitizenNumber> {
        Vec::new()
    }
}
