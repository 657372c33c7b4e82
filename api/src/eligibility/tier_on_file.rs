//! What the files say of a person who may be commended.

use domain::commendations::{ConfirmationStatus, Grade, HeldTitle, TierFacts};
use domain::deeds::Deed;
use domain::error::FieldErrors;
use domain::honours::{Honour, HonourKind};
use domain::ids::{DeedId, Id as _, PersonId, RecognitionId};
use domain::out_of_city::Recognition;
use domain::policy::Recipient;
use domain::receipts::Facts;
use persistence::{RegionScope, Tx, cases};
use uuid::Uuid;

use super::on_file::{Beside, Known, may_read, person};
use crate::auth::Caller;
use crate::commands::Acting;
use crate::credentials::Scope;
use crate::honours;
use crate::policy::Policies;
use crate::problems::Problem;

domain::faults! {
    enum NamedFault {
        PersonMissing = "person_missing",
            "写明案卷的，还须写明人员", "A file is named; name the person in it, too.";
        OneFile = "one_file",
            "事迹与市域外认定只能填一项", "Name a deed or a recognition, not both.";
        NoGroup = "person_is_no_group",
            "写明人员的，授予对象是个人", "Who names a person asks about one individual.";
        NotInFile = "person_not_in_file",
            "没有该人员的这一案卷", "There is no such file of this person.";
        WhichFile = "file_not_named",
            "该人员有多项事迹，请写明因哪一项", "The person has several deeds on file; name the one in question.";
    }
}

/// The files that a question names.
pub(super) struct NamedFiles {
    pub(super) person: Option<PersonId>,
    pub(super) deed: Option<DeedId>,
    pub(super) recognition: Option<RecognitionId>,
}

impl NamedFiles {
    /// Whether they can be named together.
    pub(super) fn check(&self, recipient: Recipient, errors: &mut FieldErrors) {
        let (deed, recognition) = (self.deed.is_some(), self.recognition.is_some());
        if deed && recognition {
            errors.push("/recognition_id", &NamedFault::OneFile);
        }
        if self.person.is_none() && (deed || recognition) {
            errors.push("/person_id", &NamedFault::PersonMissing);
        }
        if self.person.is_some() && recipient == Recipient::Group {
            errors.push("/recipient", &NamedFault::NoGroup);
        }
    }

    /// Whether the caller may have them read.
    pub(super) fn may_be_read<P>(&self, caller: &Caller<P>) -> Result<(), Problem> {
        for (named, needed) in [
            (self.person.is_some(), Scope::PeopleRead),
            (self.deed.is_some(), Scope::DeedsRead),
            (self.recognition.is_some(), Scope::RecognitionsRead),
        ] {
            if named {
                may_read(caller, needed)?;
            }
        }
        Ok(())
    }

    fn file(&self) -> Option<(&'static str, Uuid)> {
        let deed = self.deed.map(|id| ("/deed_id", id.uuid()));
        let recognition = self.recognition.map(|id| ("/recognition_id", id.uuid()));
        deed.or(recognition)
    }
}

/// A case with the files that it names.
pub(super) struct TierAsked {
    pub(super) facts: TierFacts,
    pub(super) named: NamedFiles,
}

/// The facts with what the files say: standing, titles held, and how dangerous the deed was.
pub(super) fn on_file(
    acting: &mut Acting<'_, '_>,
    scope: &RegionScope,
    policies: &Policies,
    asked: &TierAsked,
) -> Result<Known, Problem> {
    let facts = asked.facts.clone();
    let Some(id) = asked.named.person else {
        return Ok(Known::stated(Facts::Tier(facts)));
    };
    let id = person(acting.tx, scope, id)?.id;
    let risk = match asked.named.file() {
        Some((pointer, file)) => in_file(acting.tx, scope, id, (pointer, file), &asked.named)?,
        None => None,
    };
    let mut held = honours::of_people(acting.tx, policies.set(), &[id])?;
    let held = held.remove(&id).unwrap_or_default();
    let of = base(&held, asked.named.file())?;
    let mut beside = Beside::default();
    let facts = TierFacts {
        standing: beside.fact("standing", facts.standing, Some(standing(&held, of))),
        titles_held: beside.fact("titles_held", facts.titles_held, Some(titles(&held, of))),
        risk: beside.fact("risk", facts.risk, risk),
        ..facts
    };
    beside.known(Facts::Tier(facts))
}

/// How dangerous the deed was, if the file says; refused where the caller does not see the person in it.
fn in_file(
    tx: &mut Tx<'_>,
    scope: &RegionScope,
    person: PersonId,
    (pointer, file): (&'static str, Uuid),
    named: &NamedFiles,
) -> Result<Option<Grade>, Problem> {
    let not_in_file = || {
        let mut errors = FieldErrors::new();
        errors.push(pointer, &NamedFault::NotInFile);
        Problem::invalid_data(errors)
    };
    if named.deed.is_some() {
        let mut theirs = cases::of_people::<Deed>(tx, scope, &[person])?;
        let theirs = theirs.remove(&person).unwrap_or_default();
        let one = theirs.iter().find(|one| one.file.uuid() == file);
        Ok(one.ok_or_else(not_in_file)?.facts.risk)
    } else {
        let mut theirs = cases::of_people::<Recognition>(tx, scope, &[person])?;
        let theirs = theirs.remove(&person).unwrap_or_default();
        let one = theirs.iter().find(|one| one.file.uuid() == file);
        one.map(|_| None).ok_or_else(not_in_file)
    }
}

/// The confirmation or recognition that is to be commended: the one that is named, else the only one.
fn base(held: &[Honour], named: Option<(&str, Uuid)>) -> Result<Option<Uuid>, Problem> {
    if let Some((_, file)) = named {
        return Ok(Some(file));
    }
    let mut bases = held
        .iter()
        .filter(|honour| honour.stands && status(honour.kind).is_some())
        .map(|honour| honour.file);
    let only = bases.next();
    if bases.next().is_some() {
        let mut errors = FieldErrors::new();
        errors.push("/deed_id", &NamedFault::WhichFile);
        return Err(Problem::invalid_data(errors));
    }
    Ok(only)
}

/// What an honour establishes, if it does.
const fn status(kind: HonourKind) -> Option<ConfirmationStatus> {
    match kind {
        HonourKind::Confirmation => Some(ConfirmationStatus::Confirmed),
        HonourKind::Recognition => Some(ConfirmationStatus::RecognisedOutOfCity),
        HonourKind::Commendation | HonourKind::Listing => None,
    }
}

fn standing(held: &[Honour], of: Option<Uuid>) -> ConfirmationStatus {
    let mut standing = held
        .iter()
        .filter(|honour| honour.stands && Some(honour.file) == of);
    standing
        .find_map(|honour| status(honour.kind))
        .unwrap_or(ConfirmationStatus::NotConfirmed)
}

/// The titles that stand. One that was revoked is held no more.
fn titles(held: &[Honour], of: Option<Uuid>) -> Vec<HeldTitle> {
    held.iter()
        .filter(|honour| honour.stands)
        .filter_map(|honour| {
            Some(HeldTitle {
                level: honour.level?,
                title: honour.title.clone()?,
                same_deed: Some(honour.rests_on) == of,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use domain::ids::CaseId;

    use super::*;

    fn honour(kind: HonourKind, file: u128, stands: bool) -> Honour {
        let file = Uuid::from_u128(file);
        Honour {
            kind,
            title: None,
            level: None,
            stands,
            on: "2026-03-02".parse().unwrap(),
            file,
            case: CaseId::from(file),
            rests_on: file,
        }
    }

    #[test]
    fn of_several_deeds_that_stand_one_has_to_be_named() {
        let one = honour(HonourKind::Confirmation, 1, true);
        let revoked = honour(HonourKind::Confirmation, 2, false);
        let other = honour(HonourKind::Recognition, 3, true);
        let held = [one.clone(), revoked.clone()];
        assert_eq!(base(&held, None).unwrap(), Some(one.file));
        assert_eq!(base(&[revoked], None).unwrap(), None);
        let several = [one.clone(), other.clone()];
        assert!(base(&several, None).is_err());
        let named = base(&several, Some(("/deed_id", other.file))).unwrap();
        assert_eq!(named, Some(other.file));
        let recognised = ConfirmationStatus::RecognisedOutOfCity;
        assert_eq!(standing(&several, named), recognised);
    }

    #[test]
    fn what_was_revoked_establishes_nothing() {
        let held = [honour(HonourKind::Confirmation, 1, false)];
        let of = Some(held[0].file);
        assert_eq!(standing(&held, of), ConfirmationStatus::NotConfirmed);
    }
}
