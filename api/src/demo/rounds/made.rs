//! What was done in the synthetic rounds, and how many days ago.

use domain::ids::CommendationId;
use domain::policy::TitleId;
use domain::procedure::Reason;
use domain::rounds::{
    Act, AgendaItem, CancellationCode, CeremonyPlan, Count, Granted, Resolution, Session,
};
use domain::text::Line;
use persistence::Tx;

use super::Steps;
use crate::contract::examples::ids;
use crate::demo::cases::{Words, day, with};
use crate::demo::{DemoError, literal};

/// The steps that rounds have in common, each list beginning with the one before it.
pub(super) struct Made {
    words: Words,
    board: Line<100>,
    agenda: AgendaItem,
    place: Line<200>,
    today: chrono::NaiveDate,
    /// Who entered.
    candidates: Vec<CommendationId>,
}

impl Made {
    pub(super) fn new(tx: &Tx<'_>, numbers: &str) -> Result<Self, DemoError> {
        Ok(Self {
            words: Words::new(tx, numbers)?,
            board: literal(Line::parse("测试理事会"))?,
            agenda: AgendaItem {
                what: literal(Line::parse("宣读表扬决定"))?,
                reader: Some(literal(Line::parse("测试主持人"))?),
                presenters: Vec::new(),
            },
            place: literal(Line::parse("测试礼堂"))?,
            today: tx.today(),
            candidates: Vec::new(),
        })
    }

    /// The same for a round that some commendations entered.
    pub(super) fn carrying(mut self, files: &[&str]) -> Result<Self, DemoError> {
        let candidates = files.iter().map(|file| file.parse());
        self.candidates = literal(candidates.collect())?;
        Ok(self)
    }

    fn reason(&self) -> Reason {
        self.words.reason.clone()
    }

    pub(super) fn announced(&self) -> Steps {
        let call = Act::Call {
            number: None,
            reason: Some(self.reason()),
        };
        with(Vec::new(), [(27, call)])
    }

    pub(super) fn reviewed(&self) -> Steps {
        let list = Act::CandidateList {
            order: self.candidates.clone(),
            left_out: Vec::new(),
            entered: Vec::new(),
        };
        with(self.announced(), [(22, list)])
    }

    pub(super) fn suspended(&self) -> Steps {
        with(self.reviewed(), [(3, self.words.suspension())])
    }

    pub(super) fn published(&self) -> Steps {
        with(self.reviewed(), [(2, notice())])
    }

    /// With an objection that waits for its answer.
    pub(super) fn objected(&self) -> Result<Steps, DemoError> {
        let objection = Act::CandidateObjection {
            id: literal(ids::ROUND_OBJECTION.parse())?,
            received: self.words.on(1),
        };
        Ok(with(self.published(), [(1, objection)]))
    }

    /// So long ago that the notice is over.
    pub(super) fn published_before(&self) -> Steps {
        with(self.reviewed(), [(21, notice())])
    }

    pub(super) fn voted(&self) -> Steps {
        let session = Session {
            members: 25,
            present: 22,
            counts: self.candidates.iter().copied().map(unanimous).collect(),
            note: None,
        };
        let ballots = Act::Ballots {
            session: Box::new(session),
            held: self.words.on(8),
            number: None,
        };
        with(self.published_before(), [(8, ballots)])
    }

    pub(super) fn resolved(&self) -> Steps {
        let passed = self.words.on(7);
        let resolution = Resolution {
            passed_on: passed.on,
            passed_by: self.board.clone(),
            text: self.reason(),
            granted: self.candidates.iter().copied().map(granted).collect(),
            departure: None,
        };
        let resolution = Act::Resolution {
            resolution: Box::new(resolution),
            passed,
        };
        with(self.voted(), [(7, resolution)])
    }

    pub(super) fn decided(&self) -> Steps {
        let decision = Act::Decision {
            number: self.words.number(),
            signed_outside: Vec::new(),
            reason: Some(self.reason()),
        };
        with(self.resolved(), [(6, decision)])
    }

    pub(super) fn conferred(&self) -> Steps {
        let plan = CeremonyPlan {
            on: day(self.today, 1),
            place: self.place.clone(),
            agenda: vec![self.agenda.clone()],
            guests: Vec::new(),
            recipients: Vec::new(),
            absences: Vec::new(),
            together_with: Vec::new(),
        };
        let ceremony = Act::Ceremony {
            plan: Box::new(plan),
            number: None,
        };
        with(self.decided(), [(5, ceremony)])
    }

    pub(super) fn closed(&self) -> Steps {
        let closing = Act::Closing {
            unconferred: Vec::new(),
            conferred: Vec::new(),
        };
        with(self.conferred(), [(0, closing)])
    }

    pub(super) fn cancelled(&self) -> Steps {
        let cancellation = Act::Cancellation {
            code: CancellationCode::NoCandidates,
            reason: self.reason(),
        };
        with(self.announced(), [(20, cancellation)])
    }
}

fn unanimous(commendation: CommendationId) -> Count {
    Count {
        commendation,
        given: 22,
        valid: 22,
        void: 0,
        in_favour: 22,
        against: 0,
        abstained: 0,
    }
}

fn granted(commendation: CommendationId) -> Granted {
    Granted {
        commendation,
        title: TitleId::new("liaocheng_model"),
    }
}

fn notice() -> Act {
    Act::CandidateNotice { number: None }
}
