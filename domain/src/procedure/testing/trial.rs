//! A case that tests lead step by step through its procedure.

use std::sync::Arc;

use chrono::{NaiveDate, TimeDelta};

use super::{
    RECEIVED, Tried, all_scopes, committee, foundation, holder, id, number, people::COUNTY,
    sequences::Outcome,
};
use crate::{
    calendar::HolidayCalendar,
    named::NamedEnum,
    policy::{Policy, PolicySet},
    procedure::{
        Act, Case, CaseEvent, ClockStatus, Command, Context, Entered, FiledBy, Opening, Party,
        Refused, SharedAct, Word, apply,
    },
    receipts::{
        Proposal,
        samples::{day, liaocheng},
    },
    regions::RegionTree,
};

/// The policy in a file.
pub(crate) fn policy_of(file: &str) -> Policy {
    let policies = PolicySet::parse(file).unwrap();
    policies.in_force_on(day(RECEIVED)).unwrap().clone()
}

/// A case on its way, with the day and the officers who act.
#[derive(Debug, Clone)]
pub(crate) struct Trial<P: Tried> {
    pub(crate) case: Case<P>,
    pub(crate) today: NaiveDate,
    pub(crate) policy: Arc<Policy>,
    /// What the newest receipt says.
    pub(crate) rules: Option<P::Rules>,
    /// Whose committee acts.
    pub(crate) body: &'static str,
    /// What the last step created.
    pub(crate) events: Vec<CaseEvent<P>>,
}

impl<P: Tried> Trial<P> {
    pub(crate) fn new() -> Self {
        Self::filed_by(FiledBy::Actor, liaocheng().clone())
    }

    pub(crate) fn under(policy: impl Into<Arc<Policy>>) -> Self {
        Self::filed_by(FiledBy::Actor, policy)
    }

    pub(crate) fn filed_by(filed_by: FiledBy, policy: impl Into<Arc<Policy>>) -> Self {
        Self::held_by(COUNTY, filed_by, policy)
    }

    pub(crate) fn held_by(
        body: &'static str,
        filed_by: FiledBy,
        policy: impl Into<Arc<Policy>>,
    ) -> Self {
        let opening = Opening {
            filed_by,
            received: Entered::on(day(RECEIVED)),
            receipt_on_record: false,
            holder: holder(body),
            registered_by: Some(committee(1, body)),
        };
        Self::opened(opening, day(RECEIVED), policy, body).unwrap()
    }

    /// A case that somebody opens on a day.
    pub(super) fn opened(
        opening: Opening,
        today: NaiveDate,
        policy: impl Into<Arc<Policy>>,
        body: &'static str,
    ) -> Result<Self, Refused<P>> {
        let policy = policy.into();
        let rules = Some(P::rules_for(Proposal::Approve));
        let context = context(rules, &policy, today);
        let (case, events) = Case::open(opening, P::record(), &context)?;
        Ok(Self {
            case,
            today,
            policy,
            rules,
            body,
            events,
        })
    }

    pub(crate) fn context(&self) -> Context<'_, P> {
        context(self.rules, &self.policy, self.today)
    }

    pub(crate) fn command(&self, act: impl Into<Act<P>>) -> Command<P> {
        Command {
            act: act.into(),
            who: all_scopes(committee(1, self.body)),
            second: Some(committee(2, self.body)),
            co_signer: Some(foundation()),
        }
    }

    /// What comes of a command, whose paper has a number.
    pub(super) fn attempt(&self, command: &Command<P>) -> Outcome<P> {
        let paper = number("测试文〔2026〕1号");
        apply(&self.case, command, &self.context(), Some(&paper))
    }

    #[track_caller]
    pub(crate) fn give(&mut self, command: &Command<P>) -> &mut Self {
        match self.attempt(command) {
            Ok((case, events)) => {
                self.case = case;
                self.events = events;
            }
            Err(refused) => panic!("{:?}: {:?}", command.act.step(), refused.unmet),
        }
        self
    }

    /// Executes a step that nothing stands in the way of.
    #[track_caller]
    pub(crate) fn step(&mut self, act: impl Into<Act<P>>) -> &mut Self {
        let command = self.command(act);
        self.give(&command)
    }

    /// The refusal of a command.
    #[track_caller]
    pub(crate) fn refusal_of(&self, command: &Command<P>) -> Refused<P> {
        self.attempt(command).unwrap_err()
    }

    /// What stands in the way of a command.
    pub(crate) fn unmet(&self, command: &Command<P>) -> Vec<&'static str> {
        match self.attempt(command) {
            Ok(_) => Vec::new(),
            Err(refused) => unmet(&refused),
        }
    }

    /// What stands in the way of a step.
    pub(crate) fn stopped(&self, act: impl Into<Act<P>>) -> Vec<&'static str> {
        self.unmet(&self.command(act))
    }

    /// What the party wrote, and handed in today.
    pub(crate) fn written(&self) -> Word {
        Word {
            received: Entered::on(self.today),
            copy: Some(id(900).into()),
        }
    }

    /// The party takes its application back.
    pub(crate) fn withdrawal(&self) -> SharedAct {
        SharedAct::Withdrawal {
            word: self.written(),
        }
    }

    pub(crate) fn withdrawn(&mut self) -> &mut Self {
        let withdrawal = self.withdrawal();
        self.step(withdrawal)
    }

    /// The recommender takes the recommendation back.
    pub(crate) fn recommendation_withdrawal(&self) -> SharedAct {
        SharedAct::RecommendationWithdrawal {
            word: self.written(),
        }
    }

    pub(crate) fn on(&mut self, date: &str) -> &mut Self {
        self.today = day(date);
        self
    }

    pub(crate) fn later(&mut self, days: i64) -> &mut Self {
        self.today += TimeDelta::days(days);
        self
    }

    pub(crate) fn at(&mut self, body: &'static str) -> &mut Self {
        self.body = body;
        self
    }

    pub(crate) fn due(&self, kind: P::Clock) -> NaiveDate {
        let clocks = self.case.clocks_now(&self.context());
        let clock = clocks.iter().rev().find(|clock| clock.kind() == kind);
        let due = clock.unwrap().due(HolidayCalendar::builtin()).unwrap();
        due.unwrap().date.due
    }

    pub(crate) fn status(&self, kind: P::Clock) -> ClockStatus {
        let clock = self.case.clock(kind).unwrap();
        clock
            .status(self.today, HolidayCalendar::builtin())
            .unwrap()
    }

    /// The decision reaches a party today.
    pub(crate) fn delivered(&mut self, party: Party) -> &mut Self {
        self.step(SharedAct::Delivery {
            party,
            delivered: Entered::on(self.today),
        })
    }
}

/// The codes of what stands in the way.
pub(super) fn unmet<P: Tried>(refused: &Refused<P>) -> Vec<&'static str> {
    let unmet = refused.unmet.iter();
    unmet.map(|unmet| unmet.condition.as_str()).collect()
}

fn context<P: Tried>(rules: Option<P::Rules>, policy: &Policy, today: NaiveDate) -> Context<'_, P> {
    Context {
        rules,
        policy,
        regions: RegionTree::builtin(),
        calendar: HolidayCalendar::builtin(),
        today,
    }
}
