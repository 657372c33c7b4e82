//! What a studio consists of (STUDIO-SETUP): name, host, place, contact, functions and members.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    identity::PersonName,
    ids::{OfficerId, PersonId},
    named_enum,
    text::Line,
};

named_enum! {
    /// 工作室职能 / What a studio does
    Function as "StudioFunction" {
        Publicity = "publicity", "宣传英模事迹", "telling of heroes' deeds";
        Policy = "policy", "宣讲政策", "explaining policy";
        Volunteer = "volunteer", "志愿服务", "volunteering";
        Clue = "clue", "征集线索", "collecting clues";
        MediationCare = "mediation_care", "调解和心理疏导", "mediation and care";
        Visit = "visit", "走访慰问", "visits";
    }
}

/// Somebody who works in a studio.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    pub name: PersonName,
    /// The person's file, where there is one.
    pub person: Option<PersonId>,
    /// The officer of the service who that is: steps back from the deeds of which the studio tells.
    pub officer: Option<OfficerId>,
    pub role: Line<60>,
    pub joined_on: NaiveDate,
    /// The day of leaving; none of who still works there.
    pub left_on: Option<NaiveDate>,
}

/// A studio as it is proposed, and as it is now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Setup {
    pub name: Line<60>,
    /// The group whose name it carries instead of the leader's.
    pub group: Option<Line<60>>,
    /// The unit that houses it.
    pub host: Line<100>,
    pub place: Line<200>,
    pub contact: Line<100>,
    pub functions: BTreeSet<Function>,
    /// Who works or worked there, in the order of joining.
    pub members: Vec<Member>,
}

impl Setup {
    /// Those who work there now.
    pub fn present(&self) -> impl Iterator<Item = &Member> {
        self.members.iter().filter(|one| one.left_on.is_none())
    }

    /// The name without what does not tell two names apart: spaces, and the case of letters.
    pub fn name_key(&self) -> String {
        name_key(self.name.as_str())
    }
}

/// The same of a name that nobody has yet.
pub fn name_key(name: &str) -> String {
    let letters = name.chars().filter(|letter| !letter.is_whitespace());
    letters.flat_map(char::to_lowercase).collect()
}
