//! What was done in the synthetic studios, and how many days ago.

use chrono::{Datelike as _, NaiveDate};
use domain::ids::AttachmentId;
use domain::policy::ConsentGiver;
use domain::procedure::{Reason, Word};
use domain::studios::{Act, AssessmentResult, Function, OnSite, Refusal, RefusalCode, Studio};
use domain::text::Line;

use crate::contract::examples::ids;
use crate::demo::cases::{self, Words, with};
use crate::demo::{DemoError, literal};

pub(super) type Steps = cases::Steps<Studio>;

/// The steps that studios have in common, each list beginning with the one before it. `ago` is how many
/// days ago the studio was proposed.
pub(super) struct Made {
    pub(super) words: Words,
    pub(super) place: Line<200>,
    pub(super) sign: Line<60>,
    pub(super) whom: Line<100>,
}

impl Made {
    pub(super) fn reason(&self) -> Reason {
        self.words.reason.clone()
    }

    /// The paper of a studio on which somebody says something of its name.
    pub(super) fn paper(file: &str) -> Result<AttachmentId, DemoError> {
        let paper = ids::paper_in(file).map(str::parse).transpose();
        literal(literal(paper)?.ok_or("a studio has no paper"))
    }

    pub(super) fn accepted(ago: u64) -> Steps {
        with(Vec::new(), [(ago - 1, Act::Acceptance)])
    }

    pub(super) fn ready(&self, file: &str, ago: u64) -> Result<Steps, DemoError> {
        let consent = Act::Consent {
            by: ConsentGiver::Leader,
            paper: Self::paper(file)?,
            given: self.words.on(ago - 2),
        };
        let visit = Act::SiteVisit {
            passed: true,
            note: self.reason(),
            visited: self.words.on(ago - 3),
        };
        Ok(with(
            Self::accepted(ago),
            [(ago - 2, consent), (ago - 3, visit)],
        ))
    }

    pub(super) fn named(&self, file: &str, ago: u64) -> Result<Steps, DemoError> {
        let naming = Act::Naming {
            number: self.words.number(),
            reason: Some(self.reason()),
        };
        Ok(with(self.ready(file, ago)?, [(ago - 5, naming)]))
    }

    /// Opened, with something in every part of the ledger.
    pub(super) fn running(&self, file: &str, ago: u64) -> Result<Steps, DemoError> {
        let opening = Act::Opening {
            opened: self.words.on(ago - 8),
            sign: self.sign.clone(),
        };
        let activity = |days_ago| {
            let act = Act::Activity {
                function: Function::Publicity,
                place: self.place.clone(),
                heads: 40,
                text: self.reason(),
                photos: Vec::new(),
                held: self.words.on(days_ago),
            };
            (days_ago, act)
        };
        let visit = Act::HeroVisit {
            person: None,
            whom: self.whom.clone(),
            text: self.reason(),
            visited: self.words.on(ago - 11),
        };
        let publicity = Act::Publicity {
            medium: self.whom.clone(),
            title: self.place.clone(),
            published: self.words.on(ago - 12),
        };
        Ok(with(
            self.named(file, ago)?,
            [
                (ago - 8, opening),
                activity(ago - 9),
                activity(ago - 10),
                (ago - 11, visit),
                (ago - 12, publicity),
            ],
        ))
    }

    /// A studio that runs for years, with the report of each.
    pub(super) fn reported(
        &self,
        file: &str,
        ago: u64,
        today: NaiveDate,
    ) -> Result<Steps, DemoError> {
        let mut steps = self.running(file, ago)?;
        let opened = cases::day(today, ago - 8);
        for year in opened.year()..today.year() {
            let received = NaiveDate::from_ymd_opt(year + 1, 1, 20);
            let days_ago = received.map(|day| today.signed_duration_since(day).num_days());
            let Some(Ok(days_ago)) = days_ago.map(u64::try_from) else {
                continue;
            };
            let report = Act::YearlyReport {
                year,
                text: self.reason(),
                copy: None,
                received: self.words.on(days_ago),
            };
            steps.push((days_ago, report.into()));
        }
        Ok(steps)
    }

    pub(super) fn lapsed() -> Steps {
        with(Vec::new(), [(4, Act::HonourLoss)])
    }

    pub(super) fn told(&self, ago: u64) -> Steps {
        let notice = Act::RefusalNotice {
            code: RefusalCode::NameUnfit,
            facts: self.reason(),
            reasons: self.reason(),
            notified: self.words.on(ago - 3),
            number: None,
        };
        with(Self::accepted(ago), [(ago - 3, notice)])
    }

    pub(super) fn waiver(&self, file: &str, days_ago: u64) -> Result<Act, DemoError> {
        Ok(Act::DefenceWaiver {
            word: Word {
                received: self.words.on(days_ago),
                copy: Some(Self::paper(file)?),
            },
        })
    }

    pub(super) fn refusal(&self) -> Act {
        Act::Refusal {
            number: None,
            refusal: Refusal {
                code: RefusalCode::NameUnfit,
                reason: self.reason(),
                deviation: Some(self.reason()),
            },
        }
    }

    pub(super) fn host_closed(&self, file: &str, ago: u64) -> Result<Steps, DemoError> {
        let closed = Act::HostClosure {
            reason: self.reason(),
            closed: self.words.on(5),
        };
        Ok(with(self.running(file, ago)?, [(5, closed)]))
    }

    pub(super) fn to_withdraw(&self, file: &str, ago: u64) -> Result<Steps, DemoError> {
        let notice = Act::WithdrawalNotice {
            code: RefusalCode::HostClosed,
            facts: self.reason(),
            reasons: self.reason(),
            notified: self.words.on(4),
            number: None,
        };
        let waiver = self.waiver(file, 3)?;
        Ok(with(
            self.host_closed(file, ago)?,
            [(4, notice), (3, waiver)],
        ))
    }

    pub(super) fn withdrawn(&self, file: &str, ago: u64) -> Result<Steps, DemoError> {
        let withdrawal = Act::NameWithdrawal {
            number: self.words.number(),
            refusal: Refusal {
                code: RefusalCode::HostClosed,
                reason: self.reason(),
                deviation: None,
            },
        };
        Ok(with(self.to_withdraw(file, ago)?, [(2, withdrawal)]))
    }

    /// A year that ended badly.
    pub(super) fn rectifying(&self, file: &str, ago: u64, year: i32) -> Result<Steps, DemoError> {
        let seen = OnSite {
            place_and_sign: 5,
            leader_and_members: 5,
            rules_and_ledgers: 5,
            bonus: 0,
            fees_taken: false,
            false_records: false,
            note: self.reason(),
        };
        let assessment = Act::Assessment {
            year,
            seen,
            result: Some(AssessmentResult::Rectify),
            reason: Some(self.reason()),
            visited: self.words.on(6),
            number: None,
        };
        let notice = Act::RectificationNotice {
            requirements: self.reason(),
            number: None,
        };
        Ok(with(
            self.running(file, ago)?,
            [(6, assessment), (5, notice)],
        ))
    }
}
