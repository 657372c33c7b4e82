//! How what is handed in with a step is read.

use chrono::NaiveDate;
use domain::calendar::{PartialDate, Precision};
use domain::deeds::Objector;
use domain::error::{Coded, DateInFuture, FieldErrors, Required};
use domain::ids::{AttachmentId, CaseId, OfficerId};
use domain::procedure::{Act, Entered, Procedure, Word};
use domain::regions::RegionCode;
use domain::text::LineError;
use persistence::cases::{EnclosureKind, NewEnclosure};
use serde::de::DeserializeOwned;
use std::str::FromStr;
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

use crate::problems::Problem;

/// A parsed step.
pub(crate) struct Wanted<P: Procedure> {
    /// What is to be done.
    pub(crate) act: Act<P>,
    /// In which cases; in all when absent.
    pub(crate) cases: Option<Vec<CaseId>>,
    /// The second officer who signs.
    pub(crate) second: Option<OfficerId>,
    /// The officer of the foundation or association who signs.
    pub(crate) co_signer: Option<OfficerId>,
    /// What is kept beside the case, under the id that the step gives to it.
    pub(crate) enclosure: Option<NewEnclosure>,
    /// The attachments that are a part of it.
    pub(crate) attachments: Vec<AttachmentId>,
    /// Attachments that are members of their own, each with the pointer to it.
    pub(crate) members: Vec<(&'static str, AttachmentId)>,
    /// The attachment that is the copy of a document.
    pub(crate) copy: Option<AttachmentId>,
}

impl<P: Procedure> Wanted<P> {
    /// An act in some cases, with nothing beside it.
    pub(crate) fn plain(act: Act<P>, cases: Vec<CaseId>) -> Self {
        Self {
            act,
            cases: Some(cases),
            second: None,
            co_signer: None,
            enclosure: None,
            attachments: Vec::new(),
            members: Vec::new(),
            copy: None,
        }
    }

    /// The attachments that are handed in with it.
    pub(super) fn papers(&self) -> impl Iterator<Item = AttachmentId> {
        let members = self.members.iter().map(|(_, id)| *id);
        let all = self.attachments.iter().copied().chain(members);
        all.chain(self.copy)
    }
}

/// What is handed in with a step, with the members that steps share. `step_body!` implements it.
pub(crate) trait StepBody: DeserializeOwned + Validate + ToSchema + 'static {
    /// The actors named.
    fn actor_ids(&self) -> Option<&[String]>;
    /// The second officer named.
    fn second_officer_id(&self) -> Option<&str> {
        None
    }
    /// The officer of the foundation or association named.
    fn co_signer_id(&self) -> Option<&str> {
        None
    }
}

/// Reads members and notes their faults.
pub(crate) struct Reading {
    errors: FieldErrors,
    today: NaiveDate,
    /// The city of this service.
    pub(crate) city: RegionCode,
    /// The id of what the step creates.
    new_id: Uuid,
    enclosure: Option<NewEnclosure>,
    attachments: Vec<AttachmentId>,
    members: Vec<(&'static str, AttachmentId)>,
    copy: Option<AttachmentId>,
}

impl Reading {
    /// A line or paragraphs of text.
    pub(crate) fn text<T>(&mut self, pointer: &str, text: &str) -> Option<T>
    where
        T: FromStr<Err = LineError>,
    {
        self.parse(pointer, text)
    }

    /// A text that may be left out. The outer option is for faults.
    #[expect(
        clippy::option_option,
        reason = "a fault and a member that was left out are two things"
    )]
    pub(crate) fn optional<T>(&mut self, pointer: &str, text: Option<&str>) -> Option<Option<T>>
    where
        T: FromStr<Err = LineError>,
    {
        match text {
            None => Some(None),
            Some(text) => self.text(pointer, text).map(Some),
        }
    }

    /// A day on which something happened, today where it is left out, and why it is entered so late.
    pub(crate) fn day(
        &mut self,
        pointer: &str,
        text: Option<&str>,
        late_because: Option<&str>,
    ) -> Option<Entered> {
        let late_because = self.optional("/late_entry_reason", late_because);
        let on = match text {
            None => Some(self.today),
            Some(text) => {
                let parsed = PartialDate::parse(Precision::Day, Some(text));
                self.errors
                    .take(pointer, parsed)
                    .and_then(PartialDate::earliest)
            }
        };
        Some(Entered {
            on: on?,
            late_because: late_because?,
        })
    }

    /// Refuses a date of something that has happened which lies after today.
    pub(crate) fn require_past(&mut self, date: PartialDate, pointer: &str) {
        crate::wire::require_past(date, pointer, self.today, &mut self.errors);
    }

    /// Refuses a day of something that has happened which lies after today.
    pub(crate) fn require_not_after_today(&mut self, day: NaiveDate, pointer: &str) {
        if day > self.today {
            self.errors.push(pointer, &DateInFuture);
        }
    }

    /// Anything else that is written as text.
    pub(crate) fn parse<T>(&mut self, pointer: &str, text: &str) -> Option<T>
    where
        T: FromStr,
        T::Err: Coded,
    {
        self.errors.take(pointer, text.parse())
    }

    /// The result of another parser.
    pub(crate) fn take<T>(&mut self, pointer: &str, parsed: Result<T, impl Coded>) -> Option<T> {
        self.errors.take(pointer, parsed)
    }

    /// Keeps a description beside the case, with who handed it in where that matters, and gives the id of
    /// what the step creates.
    pub(crate) fn enclose(
        &mut self,
        kind: EnclosureKind,
        description: &str,
        objector: Option<Objector>,
    ) -> Option<Uuid> {
        let text = self.text("/description", description)?;
        self.enclosure = Some(NewEnclosure {
            id: self.new_id,
            kind,
            text,
            objector,
        });
        Some(self.new_id)
    }

    /// The attachments that are a part of what is enclosed. Whether one is named twice is looked at
    /// together with what is on file.
    pub(crate) fn attach(&mut self, ids: &[String]) {
        self.attachments = self.ids("/attachment_ids", ids);
    }

    /// An attachment that is a member of its own, such as a photograph.
    pub(crate) fn attached(
        &mut self,
        pointer: &'static str,
        id: Option<&str>,
    ) -> Option<AttachmentId> {
        let id = id.and_then(|id| self.parse(pointer, id))?;
        self.members.push((pointer, id));
        Some(id)
    }

    /// The attachment that is the copy of a document.
    pub(crate) fn copy(&mut self, id: Option<&str>) -> Option<AttachmentId> {
        self.copy = id.and_then(|id| self.parse("/copy_id", id));
        self.copy
    }

    /// What a party said of its own will: the day on which it came in, and the paper on which it stands.
    pub(crate) fn word(
        &mut self,
        received_on: Option<&str>,
        late_because: Option<&str>,
        copy: &str,
    ) -> Option<Word> {
        let received = self.day("/received_on", received_on, late_because);
        let copy = self.copy(Some(copy));
        Some(Word {
            received: received?,
            copy: Some(copy?),
        })
    }

    fn ids<T>(&mut self, pointer: &str, ids: &[String]) -> Vec<T>
    where
        T: FromStr,
        T::Err: Coded,
    {
        self.errors.each(pointer, ids, str::parse)
    }

    /// A member that has to be there.
    pub(crate) fn require<T>(&mut self, pointer: &str, value: Option<T>) -> Option<T> {
        if value.is_none() {
            self.errors.push(pointer, &Required);
        }
        value
    }

    /// The faults so far, for a parser that notes them itself.
    pub(crate) fn errors(&mut self) -> &mut FieldErrors {
        &mut self.errors
    }

    /// Notes a fault.
    pub(crate) fn fault(&mut self, pointer: &str, error: &impl Coded) {
        self.errors.push(pointer, error);
    }
}

/// The step that a body asks for, or every fault of it at once.
pub(super) fn wanted<P: Procedure, B: StepBody>(
    body: &B,
    act: impl Fn(&B, &mut Reading) -> Option<Act<P>>,
    new_id: Uuid,
    today: NaiveDate,
    city: RegionCode,
) -> Result<Wanted<P>, Problem> {
    let mut read = Reading {
        errors: FieldErrors::new(),
        today,
        city,
        new_id,
        enclosure: None,
        attachments: Vec::new(),
        members: Vec::new(),
        copy: None,
    };
    let act = act(body, &mut read);
    let cases = body.actor_ids();
    let cases = cases.map(|ids| read.errors.set("/actor_ids", ids, str::parse));
    let second = body
        .second_officer_id()
        .and_then(|id| read.parse("/second_officer_id", id));
    let co_signer = body
        .co_signer_id()
        .and_then(|id| read.parse("/co_signer_id", id));
    read.errors.into_result().map_err(Problem::invalid_data)?;
    Ok(Wanted {
        act: act.ok_or_else(|| Problem::internal("a step without a fault was not read"))?,
        cases,
        second,
        co_signer,
        enclosure: read.enclosure,
        attachments: read.attachments,
        members: read.members,
        copy: read.copy,
    })
}
