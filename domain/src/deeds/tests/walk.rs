//! A case that tests lead step by step through the procedure.

use super::*;

/// A case on its way, with the day and the officers who act.
pub(super) struct Walk {
    pub(super) case: Case<Deed>,
    pub(super) today: NaiveDate,
    pub(super) policy: Policy,
    pub(super) eligibility: Eligibility,
    pub(super) seat: &'static str,
    pub(super) happened: Vec<Happened<Deed>>,
}

impl Walk {
    pub(super) fn new() -> Self {
        Self::filed_by(FiledBy::Actor, liaocheng().clone())
    }

    pub(super) fn under(policy: Policy) -> Self {
        Self::filed_by(FiledBy::Actor, policy)
    }

    pub(super) fn filed_by(filed_by: FiledBy, policy: Policy) -> Self {
        Self::held_by(COUNTY, filed_by, policy)
    }

    pub(super) fn held_by(seat: &'static str, filed_by: FiledBy, policy: Policy) -> Self {
        let eligibility = Eligibility {
            receipt: DecisionId::from(id(500)),
            proposal: Proposal::Approve,
            panel_required: false,
            crime_related: false,
            of_age: true,
        };
        let setting = Setting {
            rules: Some(eligibility),
            policy: &policy,
            regions: RegionTree::builtin(),
            calendar: HolidayCalendar::builtin(),
            today: day(RECEIVED),
        };
        let (case, happened) = Case::open(
            Opening {
                holder: holder(seat),
                ..report(filed_by)
            },
            record(),
            &setting,
        )
        .unwrap();
        Self {
            case,
            today: day(RECEIVED),
            policy,
            eligibility,
            seat,
            happened,
        }
    }

    pub(super) fn setting(&self) -> Setting<'_, Deed> {
        Setting {
            rules: Some(self.eligibility),
            policy: &self.policy,
            regions: RegionTree::builtin(),
            calendar: HolidayCalendar::builtin(),
            today: self.today,
        }
    }

    pub(super) fn command(&self, act: impl Into<AnyAct<Deed>>) -> Command<Deed> {
        Command {
            act: act.into(),
            who: all_scopes(committee(1, self.seat)),
            second: Some(committee(2, self.seat)),
            co_signer: Some(foundation()),
        }
    }

    #[track_caller]
    pub(super) fn give(&mut self, command: &Command<Deed>) -> &mut Self {
        match apply(&self.case, command, &self.setting(), None) {
            Ok((case, happened)) => {
                self.case = case;
                self.happened = happened;
            }
            Err(refused) => panic!("{:?}: {:?}", command.act.step(), refused.unmet),
        }
        self
    }

    /// Takes a step that nothing stands in the way of.
    #[track_caller]
    pub(super) fn step(&mut self, act: impl Into<AnyAct<Deed>>) -> &mut Self {
        let command = self.command(act);
        self.give(&command)
    }

    /// What stands in the way of a command.
    pub(super) fn unmet(&self, command: &Command<Deed>) -> Vec<&'static str> {
        match apply(&self.case, command, &self.setting(), None) {
            Ok(_) => Vec::new(),
            Err(refused) => refused
                .unmet
                .iter()
                .map(|unmet| unmet.condition.as_str())
                .collect(),
        }
    }

    /// What stands in the way of a step.
    pub(super) fn stopped(&self, act: impl Into<AnyAct<Deed>>) -> Vec<&'static str> {
        self.unmet(&self.command(act))
    }

    pub(super) fn on(&mut self, date: &str) -> &mut Self {
        self.today = day(date);
        self
    }

    pub(super) fn later(&mut self, days: i64) -> &mut Self {
        self.today += TimeDelta::days(days);
        self
    }

    pub(super) fn at(&mut self, seat: &'static str) -> &mut Self {
        self.seat = seat;
        self
    }

    pub(super) fn due(&self, kind: ClockKind) -> NaiveDate {
        let clocks = self.case.clocks_now(&self.setting());
        let clock = clocks.iter().rev().find(|clock| clock.kind() == kind);
        let due = clock.unwrap().due(HolidayCalendar::builtin()).unwrap();
        due.unwrap().date.due
    }

    pub(super) fn status(&self, kind: ClockKind) -> ClockStatus {
        let clock = self.case.clock(kind).unwrap();
        clock
            .status(self.today, HolidayCalendar::builtin())
            .unwrap()
    }

    pub(super) fn evidence(&mut self, number: u128, kind: EvidenceKind) -> &mut Self {
        self.step(Act::Evidence {
            id: item(number),
            kind,
        })
        .step(Act::EvidenceVerification {
            id: item(number),
            verified: true,
        })
    }

    /// Accepted, with proof by the police.
    pub(super) fn assessed(&mut self) -> &mut Self {
        self.step(Act::Acceptance)
            .evidence(1, EvidenceKind::PublicSecurity)
    }

    pub(super) fn intended(&mut self) -> &mut Self {
        self.assessed()
            .step(Act::PositiveAssessment { reason: None })
    }

    pub(super) fn published(&mut self) -> &mut Self {
        self.intended().step(publication())
    }

    pub(super) fn confirmed(&mut self) -> &mut Self {
        self.published().later(14).step(confirmation())
    }

    pub(super) fn about_to_be_refused(&mut self) -> &mut Self {
        self.step(Act::Acceptance).step(Act::NegativeAssessment {
            reason: words("负有法定职责"),
        })
    }

    /// The party is told today.
    pub(super) fn told(&mut self) -> &mut Self {
        let hearing = hearing(self.today);
        self.step(hearing)
    }

    pub(super) fn refused(&mut self) -> &mut Self {
        self.about_to_be_refused()
            .told()
            .step(Act::HearingStatement {
                reply: HearingReply::Waived,
            })
            .step(Act::Refusal {
                number: Some(number("测试不确〔2026〕1号")),
                refusal: refusal(),
            })
    }

    pub(super) fn delivered(&mut self, party: Party) -> &mut Self {
        self.step(SharedAct::Delivery {
            party,
            delivered: Entered::on(self.today),
        })
    }

    pub(super) fn request(&self, party: Party) -> Act {
        Act::ReconfirmationRequest {
            party,
            received: Entered::on(self.today),
            reason: words("请求复核"),
        }
    }

    /// The refusal is delivered and looked at by the city.
    pub(super) fn in_reconfirmation(&mut self) -> &mut Self {
        self.refused().delivered(Party::Actor);
        let request = self.request(Party::Actor);
        self.step(request).at(CITY)
    }
}
