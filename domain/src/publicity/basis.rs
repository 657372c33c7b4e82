//! On what publicity rests: a consent of who may give it, or a lawful publication.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    calendar::PartialDate,
    deeds::eligibility::AgeAtDeed,
    named_enum,
    people::{LifeStatus, PersonFile},
    text::Line,
};

/// From this age on somebody decides alone (Civil Code, articles 17 and 18).
const FULL_AGE: u32 = 18;

named_enum! {
    /// 同意人 / Who agrees
    Giver as "PublicationConsentGiver" {
        Person = "person", "本人", "the person";
        Guardian = "guardian", "监护人", "the guardian";
        Spouse = "spouse", "配偶", "the spouse";
        Child = "child", "子女", "a child";
        Parent = "parent", "父母", "a parent";
    }
}

/// Why something may be shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// Somebody who may agree did so (Personal Information Protection Law, articles 13 to 15).
    Consent {
        by: Giver,
        on: NaiveDate,
        /// The paper on which it stands, in words.
        paper: Line<200>,
    },
    /// The press lawfully published it (article 27 of that law); an objection ends it as a withdrawal does.
    LawfullyPublished {
        /// Medium and title.
        source: Line<200>,
        address: Option<Line<500>>,
        on: PartialDate,
    },
}

crate::faults! {
    /// Why a basis is none.
    pub enum BasisError {
        Minor = "consent_of_guardian_required",
            "未满十八周岁的，须由监护人同意（PUB-MINOR，《个人信息保护法》第三十一条）",
            "For somebody under eighteen the guardian agrees (PUB-MINOR, Personal Information Protection Law, article 31).";
        NoMinor = "guardian_of_adult",
            "已满十八周岁的，由本人同意",
            "An adult agrees in person.";
        AgeUnknown = "age_unknown",
            "档案没有出生日期，不能判断是否已满十八周岁：请先补充档案（PUB-MINOR）",
            "The file has no birth date, so that nobody knows whether the person is of age. Complete the file first (PUB-MINOR).";
        Dead = "consent_of_kin_required",
            "已去世的，须由配偶、子女或者父母同意（PUB-DEAD，《民法典》第九百九十四条）",
            "For somebody who has died the spouse, a child or a parent agrees (PUB-DEAD, Civil Code, article 994).";
        Living = "person_lives",
            "在世的成年人须由本人同意（PUB-CONSENT）",
            "A living adult agrees in person (PUB-CONSENT).";
        LifeUnknown = "life_status_unknown",
            "档案未载明是否在世，不能判断由何人同意：请先补充档案（PUB-CONSENT）",
            "The file does not say whether the person lives, so that nobody knows who may agree. Complete the file first (PUB-CONSENT).";
        NotYet = "consent_in_future",
            "日期不得晚于今天", "The day does not lie after today.";
    }
}

impl Basis {
    /// Refuses a basis that is none for this person (PUB-CONSENT, PUB-MINOR, PUB-DEAD).
    pub fn require_valid(&self, of: &PersonFile, today: NaiveDate) -> Result<(), BasisError> {
        match self {
            Self::Consent { on, .. } if *on > today => Err(BasisError::NotYet),
            Self::Consent { by, on, .. } => may_give(*by, *on, of),
            Self::LawfullyPublished { on, .. }
                if on.earliest().is_some_and(|first| first > today) =>
            {
                Err(BasisError::NotYet)
            }
            // What the press wrote of a child is not repeated without the guardian.
            Self::LawfullyPublished { .. } => match is_minor(of, today) {
                Some(true) => Err(BasisError::Minor),
                Some(false) | None => Ok(()),
            },
        }
    }

    pub const fn is_consent(&self) -> bool {
        matches!(self, Self::Consent { .. })
    }

    /// Whether no more than the surname is shown: of whom a guardian spoke (PUB-MINOR).
    pub const fn shows_surname_only(&self) -> bool {
        matches!(
            self,
            Self::Consent {
                by: Giver::Guardian,
                ..
            }
        )
    }
}

/// Whether somebody is under age on a day; none where the birth date does not say. Who died is judged by
/// nobody's guardian.
fn is_minor(of: &PersonFile, on: NaiveDate) -> Option<bool> {
    if of.life_status == LifeStatus::Deceased {
        return Some(false);
    }
    let day = PartialDate::day(on).ok()?;
    let youngest = AgeAtDeed::of_birth(of.birth_date.latest()?.min(on), day)?;
    let oldest = AgeAtDeed::of_birth(of.birth_date.earliest()?.min(on), day)?;
    if youngest.at_least >= FULL_AGE {
        Some(false)
    } else if oldest.at_least < FULL_AGE {
        Some(true)
    } else {
        None
    }
}

fn may_give(by: Giver, on: NaiveDate, of: &PersonFile) -> Result<(), BasisError> {
    let is_kin = matches!(by, Giver::Spouse | Giver::Child | Giver::Parent);
    match of.life_status {
        LifeStatus::Deceased => {
            let died_later = of.died_on.earliest().is_some_and(|died| on < died);
            if is_kin || (by == Giver::Person && died_later) {
                Ok(())
            } else {
                Err(BasisError::Dead)
            }
        }
        LifeStatus::Unknown => Err(BasisError::LifeUnknown),
        LifeStatus::Living => match (is_minor(of, on), by) {
            (None, _) => Err(BasisError::AgeUnknown),
            (Some(true), Giver::Guardian) | (Some(false), Giver::Person) => Ok(()),
            (Some(true), _) => Err(BasisError::Minor),
            (Some(false), Giver::Guardian) => Err(BasisError::NoMinor),
            (Some(false), _) => Err(BasisError::Living),
        },
    }
}
