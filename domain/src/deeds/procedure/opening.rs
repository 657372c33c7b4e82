use chrono::NaiveDate;

use super::{
    ActorCase, Condition, Document, Happened, Holder, Reason, Refused, Setting, Signer, State,
    Unmet, effects::start_clock,
};
use crate::{
    calendar::PartialDate,
    deeds::{clocks::ClockKind, eligibility::Filer},
    policy::named_enum,
};

named_enum! {
    /// How a case came to be (Shandong Regulation on Rewarding and Protecting People Who Act
    /// Bravely, article 10).
    FiledBy {
        /// The actor applied.
        Actor = "actor", "本人申请", "the actor";
        /// A close relative applied (Civil Code article 1045).
        CloseRelative = "close_relative", "近亲属申请", "a close relative";
        /// Somebody recommended the actor.
        Recommender = "recommender", "举荐", "a recommender";
        /// The confirming body opened it by itself.
        OwnMotion = "own_motion", "依职权", "the confirming body itself";
        /// Taken over from an old list as it stood there.
        Historic = "historic", "历史档案", "an old list";
    }
}

impl From<Filer> for FiledBy {
    fn from(filer: Filer) -> Self {
        match filer {
            Filer::Actor => Self::Actor,
            Filer::CloseRelative => Self::CloseRelative,
            Filer::OwnMotion => Self::OwnMotion,
            Filer::Employer
            | Filer::ResidentsCommittee
            | Filer::Agency
            | Filer::Media
            | Filer::OtherUnit
            | Filer::OtherPerson => Self::Recommender,
        }
    }
}

/// A report of a deed, as far as the case of one actor needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// How it came in.
    pub filed_by: FiledBy,
    /// When the deed was done.
    pub occurred_on: PartialDate,
    /// The legal day on which it was received.
    pub received_on: NaiveDate,
    /// Whether the service itself recorded that day, as it does of a citizen's own application: then
    /// nobody dates it back, however long ago it was.
    pub receipt_on_record: bool,
    /// Why that day lies before today, where somebody says so.
    pub backdating_reason: Option<Reason>,
    /// The body that takes it in.
    pub holder: Holder,
    /// The officer who registers it; none for a citizen's own application.
    pub registered_by: Option<Signer>,
}

impl ActorCase {
    /// Opens the case of one actor. The time for the opinion runs from the day of receipt (Shandong
    /// Regulation on Rewarding and Protecting People Who Act Bravely, article 11). Refuses only a
    /// day of receipt that lies after today, or is said to lie further back than policy allows.
    pub fn open(report: Report, setting: &Setting<'_>) -> Result<(Self, Vec<Happened>), Refused> {
        let Report {
            filed_by,
            occurred_on,
            received_on,
            receipt_on_record,
            backdating_reason,
            holder,
            registered_by,
        } = report;
        let dated_back = received_on >= setting.earliest_receipt()
            && (received_on == setting.today || backdating_reason.is_some());
        let in_range = received_on <= setting.today && (receipt_on_record || dated_back);
        if !in_range {
            return Err(Refused {
                unmet: vec![Unmet::of(Condition::ReceiptDay)],
            });
        }
        let mut case = Self::bare(State::Reported, filed_by, occurred_on, received_on, holder);
        case.backdating_reason = backdating_reason;
        let mut happened = vec![Happened::Opened];
        for kind in [
            ClockKind::Intake,
            ClockKind::Opinion,
            ClockKind::OpinionTarget,
        ] {
            let by = registered_by.map(|signer| signer.officer);
            start_clock(&mut case, kind, None, received_on, by, setting);
        }
        happened.extend(case.clocks.iter().flat_map(Happened::entries_of));
        happened.push(Happened::DocumentDue(Document::BeneficiaryRequest));
        Ok((case, happened))
    }

    /// A file that was confirmed before the service: it has no receipt and no clock.
    #[must_use]
    pub fn historic(
        occurred_on: PartialDate,
        confirmed_on: PartialDate,
        registered_on: NaiveDate,
        holder: Holder,
    ) -> Self {
        let mut case = Self::bare(
            State::Confirmed,
            FiledBy::Historic,
            occurred_on,
            registered_on,
            holder,
        );
        case.historic_confirmation = Some(confirmed_on);
        case
    }

    fn bare(
        state: State,
        filed_by: FiledBy,
        occurred_on: PartialDate,
        received_on: NaiveDate,
        first: Holder,
    ) -> Self {
        Self {
            state,
            filed_by,
            occurred_on,
            received_on,
            backdating_reason: None,
            first,
            next_level: None,
            historic_confirmation: None,
            restricted: false,
            clocks: Vec::new(),
            supplement_requests: Vec::new(),
            statements: Vec::new(),
            evidence: Vec::new(),
            recusals: Vec::new(),
            panel_referral: None,
            panels: Vec::new(),
            opinions: Vec::new(),
            decisions: Vec::new(),
            reconfirmations: Vec::new(),
            suspensions: Vec::new(),
            transfers: Vec::new(),
            restorations: Vec::new(),
            revocations: Vec::new(),
            commended_on: None,
            publicised_on: None,
            history: Vec::new(),
        }
    }
}
