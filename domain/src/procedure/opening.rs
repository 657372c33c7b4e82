use chrono::NaiveDate;

use super::{
    Case, CaseEvent, Clock, Condition, Context, Entered, Holder, Procedure, Reason, Refused,
    SharedCondition, Signer, Term, Unmet,
};
use crate::named_enum;

named_enum! {
    /// 案件来源 / How a case came to be
    ///
    /// How a case came to be (Shandong Regulation on Rewarding and Protecting People Who Act
    /// Bravely, article 10).
    FiledBy {
        Actor = "actor", "本人申请", "the actor";
        /// A close relative applied (Civil Code article 1045).
        CloseRelative = "close_relative", "近亲属申请", "a close relative";
        Recommender = "recommender", "举荐", "a recommender";
        OwnMotion = "own_motion", "依职权", "the confirming body itself";
        Historic = "historic", "历史档案", "an old list";
    }
}

impl FiledBy {
    /// Whether the actor or a close relative applied, who can take that back and so end the case.
    pub const fn is_applicant(self) -> bool {
        match self {
            Self::Actor | Self::CloseRelative => true,
            Self::Recommender | Self::OwnMotion | Self::Historic => false,
        }
    }
}

/// What came in, as far as a case needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    pub filed_by: FiledBy,
    /// The legal day on which it was received.
    pub received: Entered,
    /// Whether the service itself recorded that day, as it does of a citizen's own application: then
    /// nobody entered it late.
    pub receipt_on_record: bool,
    pub holder: Holder,
    /// The officer who registers it; none for a citizen's own application.
    pub registered_by: Option<Signer>,
}

impl<P: Procedure> Case<P> {
    /// Opens a case. Times run from the day of receipt, however late it is entered; refuses only a day
    /// that lies after today, or that was entered late without a reason.
    pub fn open(
        opening: Opening,
        record: P::Record,
        context: &Context<'_, P>,
    ) -> Result<(Self, Vec<CaseEvent<P>>), Refused<P>> {
        let Opening {
            filed_by,
            received,
            receipt_on_record,
            holder,
            registered_by,
        } = opening;
        let late = !receipt_on_record && context.is_late(&received);
        if received.on > context.today || late && received.late_because.is_none() {
            let receipt_day = Condition::Shared(SharedCondition::ReceiptDay);
            return Err(Refused {
                unmet: vec![Unmet::of(receipt_day)],
            });
        }
        let mut case = Self::bare(P::OPENS_IN, filed_by, received.on, holder, record);
        case.backdating_reason = received.late_because;
        let by = registered_by.map(|signer| signer.officer);
        case.clocks = P::OPENING_CLOCKS
            .iter()
            .map(|kind| Clock::start(*kind, None, kind.length(context.policy), received.on, by))
            .collect();
        let mut events = vec![CaseEvent::Opened];
        events.extend(case.clocks.iter().flat_map(CaseEvent::entries_of));
        events.extend(P::OPENING_DOCUMENT.map(CaseEvent::DocumentDue));
        events.extend(late.then_some(CaseEvent::EnteredLate { on: received.on }));
        Ok((case, events))
    }

    /// A case without clocks and history.
    pub(crate) fn bare(
        state: P::State,
        filed_by: FiledBy,
        received_on: NaiveDate,
        first: Holder,
        record: P::Record,
    ) -> Self {
        Self {
            state,
            filed_by,
            received_on,
            backdating_reason: None::<Reason>,
            first,
            next_level: None,
            restricted: false,
            clocks: Vec::new(),
            recusals: Vec::new(),
            suspensions: Vec::new(),
            transfers: Vec::new(),
            outside_findings: Vec::new(),
            outside_transfers: Vec::new(),
            given_up: Vec::new(),
            identity_changes: Vec::new(),
            decisions: Vec::new(),
            history: Vec::new(),
            record,
        }
    }
}
