//! How what is handed in with a step is read.

use chrono::NaiveDate;
use domain::calendar::{PartialDate, Precision};
use domain::deeds::procedure::{Act, DocumentNumber, Reason};
use domain::documents::DocumentKind;
use domain::error::{Coded, FieldErrors, Required};
use domain::ids::{ActorId, AttachmentId, OfficerId};
use domain::regions::RegionCode;
use domain::text::Line;
use persistence::deeds::EnclosureKind;
use std::str::FromStr;
use uuid::Uuid;

use crate::problems::Problem;

/// What is to be done.
pub(super) enum WantedAct {
    /// Everything is there.
    Complete(Act),
    /// All but the number of the document, which the service gives.
    Unnumbered {
        /// What is numbered.
        kind: DocumentKind,
        /// The step, once there is a number.
        act: Box<dyn Fn(DocumentNumber) -> Act + Send>,
    },
}

impl From<Act> for WantedAct {
    fn from(act: Act) -> Self {
        Self::Complete(act)
    }
}

/// What somebody wants to do: a step, parsed.
pub(super) struct Wanted {
    /// What is to be done.
    pub(super) act: WantedAct,
    /// To which actors; to all when absent.
    pub(super) actors: Option<Vec<ActorId>>,
    /// The second officer who signs.
    pub(super) second: Option<OfficerId>,
    /// The officer of the foundation or association who signs.
    pub(super) co_signer: Option<OfficerId>,
    /// What is kept beside the case, under the id that the step gives to it.
    pub(super) enclosure: Option<(EnclosureKind, Uuid, Reason)>,
    /// The attachments that are a part of it.
    pub(super) attachments: Vec<AttachmentId>,
}

/// The members that steps share. `step_body!` implements it.
pub(super) trait Shared {
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

/// What is handed in with a step.
pub(super) trait StepBody: Shared {
    /// The step itself; `None` when a fault was noted.
    fn act(&self, read: &mut Reading) -> Option<impl Into<WantedAct>>;

    /// A text that is kept beside the case, under [`Reading::new_id`].
    fn enclosure(&self) -> Option<(EnclosureKind, &str)> {
        None
    }

    /// The attachments that are a part of what is enclosed.
    fn attachment_ids(&self) -> Option<&[String]> {
        None
    }
}

/// Reads members and notes their faults.
pub(super) struct Reading {
    errors: FieldErrors,
    today: NaiveDate,
    /// The city of this service.
    pub(super) city: RegionCode,
    /// The id of what the step creates.
    pub(super) new_id: Uuid,
}

impl Reading {
    /// A line of text.
    pub(super) fn line<const MAX: usize>(
        &mut self,
        pointer: &str,
        text: &str,
    ) -> Option<Line<MAX>> {
        self.errors.take(pointer, Line::parse(text))
    }

    /// A line of text that may be left out. The outer option is for faults.
    #[expect(
        clippy::option_option,
        reason = "a fault and a member that was left out are two things"
    )]
    pub(super) fn optional<const MAX: usize>(
        &mut self,
        pointer: &str,
        text: Option<&str>,
    ) -> Option<Option<Line<MAX>>> {
        match text {
            None => Some(None),
            Some(text) => self.line(pointer, text).map(Some),
        }
    }

    /// A day; today where it is left out.
    pub(super) fn day(&mut self, pointer: &str, text: Option<&str>) -> Option<NaiveDate> {
        let Some(text) = text else {
            return Some(self.today);
        };
        let parsed = PartialDate::parse(Precision::Day, Some(text));
        self.errors.take(pointer, parsed)?.earliest()
    }

    /// Anything else that is written as text.
    pub(super) fn parse<T>(&mut self, pointer: &str, text: &str) -> Option<T>
    where
        T: FromStr,
        T::Err: Coded,
    {
        self.errors.take(pointer, text.parse())
    }

    /// The result of another parser.
    pub(super) fn take<T>(&mut self, pointer: &str, parsed: Result<T, impl Coded>) -> Option<T> {
        self.errors.take(pointer, parsed)
    }

    /// A member that has to be there.
    pub(super) fn require<T>(&mut self, pointer: &str, value: Option<T>) -> Option<T> {
        if value.is_none() {
            self.errors.push(pointer, &Required);
        }
        value
    }

    /// A step whose document has the number that is given here, or gets one from the service. `act`
    /// is none where another member is at fault.
    pub(super) fn numbered(
        &mut self,
        kind: DocumentKind,
        (pointer, number): (&str, Option<&str>),
        act: Option<impl Fn(DocumentNumber) -> Act + Send + 'static>,
    ) -> Option<WantedAct> {
        let number = self.optional(pointer, number)?;
        let act = act?;
        Some(match number {
            Some(number) => act(number).into(),
            None => WantedAct::Unnumbered {
                kind,
                act: Box::new(act),
            },
        })
    }

    /// Notes a fault.
    pub(super) fn fault(&mut self, pointer: &str, error: &impl Coded) {
        self.errors.push(pointer, error);
    }
}

/// The step that a body asks for, or every fault of it at once.
pub(super) fn wanted(
    body: &impl StepBody,
    new_id: Uuid,
    today: NaiveDate,
    city: RegionCode,
) -> Result<Wanted, Problem> {
    let mut read = Reading {
        errors: FieldErrors::new(),
        today,
        city,
        new_id,
    };
    let act = body.act(&mut read).map(Into::into);
    let actors = body.actor_ids().map(|ids| {
        let parsed = ids.iter().enumerate();
        parsed
            .filter_map(|(index, id)| read.parse(&format!("/actor_ids/{index}"), id))
            .collect()
    });
    let second = body
        .second_officer_id()
        .and_then(|id| read.parse("/second_officer_id", id));
    let co_signer = body
        .co_signer_id()
        .and_then(|id| read.parse("/co_signer_id", id));
    let enclosure = body.enclosure().and_then(|(kind, text)| {
        let text = read.line("/description", text)?;
        Some((kind, new_id, text))
    });
    let attachments = body
        .attachment_ids()
        .unwrap_or_default()
        .iter()
        .enumerate()
        .filter_map(|(index, id)| read.parse(&format!("/attachment_ids/{index}"), id))
        .collect();
    read.errors.into_result().map_err(Problem::invalid_data)?;
    Ok(Wanted {
        act: act.ok_or_else(|| Problem::internal("a step without a fault was not read"))?,
        actors,
        second,
        co_signer,
        enclosure,
        attachments,
    })
}
