mod candidates;
mod decision_rules;
mod intake_rules;
mod notice_rules;
mod place_rules;
mod properties;
mod table;
mod walks;

use chrono::{NaiveDate, TimeDelta};
use uuid::Uuid;

use super::*;
use crate::{
    calendar::{HolidayCalendar, PartialDate},
    decisions::{
        Proposal, ReasonCode,
        samples::{LIAOCHENG_FILE, day, liaocheng, region},
    },
    deeds::{
        Party,
        clocks::{Clock, ClockKind, ClockStatus},
    },
    ids::{DecisionId, EvidenceId, ObjectionId, OfficerId, OrganisationId},
    organisations::OrganisationKind,
    policy::{EvidenceKind, PanelKind, Policy, PolicySet, PublicitySkipReason},
    regions::RegionTree,
    text::Line,
};

const COUNTY: &str = "371502";
const OTHER_COUNTY: &str = "371521";
const CITY: &str = "371500";
/// A Monday.
const RECEIVED: &str = "2026-03-02";

fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

fn words(text: &str) -> Reason {
    Line::parse(text).unwrap()
}

fn number(text: &str) -> DocumentNumber {
    Line::parse(text).unwrap()
}

fn holder(code: &str) -> Holder {
    Holder::of(RegionTree::builtin().get(&region(code)).unwrap())
}

fn officer(number: u128, kind: OrganisationKind, code: &str) -> Signer {
    Signer {
        officer: OfficerId::from(id(number)),
        organisation: OrganisationId::from(id(1000 + number)),
        kind,
        seat: holder(code),
    }
}

/// The first (1) or second (2) officer of a committee.
fn committee(number: u128, code: &str) -> Signer {
    let base = match code {
        COUNTY => 0,
        OTHER_COUNTY => 10,
        _ => 20,
    };
    officer(
        base + number,
        OrganisationKind::PoliticalLegalCommittee,
        code,
    )
}

fn foundation() -> Signer {
    officer(30, OrganisationKind::Foundation, CITY)
}

fn all_scopes(signer: Signer) -> Who {
    Who {
        scopes: Scope::ALL.iter().copied().collect(),
        signer: Some(signer),
    }
}

fn report(filed_by: FiledBy) -> Report {
    Report {
        filed_by,
        occurred_on: PartialDate::day(day("2026-02-20")).unwrap(),
        received_on: day(RECEIVED),
        backdating_reason: None,
        holder: holder(COUNTY),
        registered_by: Some(committee(1, COUNTY)),
    }
}

/// The built-in policy with some words replaced.
fn policy_with(from: &str, to: &str) -> Policy {
    assert!(LIAOCHENG_FILE.contains(from), "{from}");
    policy_of(&LIAOCHENG_FILE.replace(from, to))
}

fn policy_of(file: &str) -> Policy {
    let policies = PolicySet::parse(file).unwrap();
    policies.in_force_on(day(RECEIVED)).unwrap().clone()
}

fn item(number: u128) -> EvidenceId {
    EvidenceId::from(id(number))
}

fn refusal() -> Refusal {
    Refusal {
        code: ReasonCode::NotConfirmed,
        reason: words("不符合见义勇为的条件"),
    }
}

/// A case on its way, with the day and the officers who act.
struct Walk {
    case: ActorCase,
    today: NaiveDate,
    policy: Policy,
    eligibility: Eligibility,
    seat: &'static str,
    happened: Vec<Happened>,
}

impl Walk {
    fn new() -> Self {
        Self::filed_by(FiledBy::Actor, liaocheng().clone())
    }

    fn under(policy: Policy) -> Self {
        Self::filed_by(FiledBy::Actor, policy)
    }

    fn filed_by(filed_by: FiledBy, policy: Policy) -> Self {
        let eligibility = Eligibility {
            receipt: DecisionId::from(id(500)),
            proposal: Proposal::Approve,
            panel_required: false,
            crime_related: false,
        };
        let setting = Setting {
            eligibility: Some(eligibility),
            policy: &policy,
            regions: RegionTree::builtin(),
            calendar: HolidayCalendar::builtin(),
            today: day(RECEIVED),
        };
        let (case, happened) = ActorCase::open(report(filed_by), &setting).unwrap();
        Self {
            case,
            today: day(RECEIVED),
            policy,
            eligibility,
            seat: COUNTY,
            happened,
        }
    }

    fn setting(&self) -> Setting<'_> {
        Setting {
            eligibility: Some(self.eligibility),
            policy: &self.policy,
            regions: RegionTree::builtin(),
            calendar: HolidayCalendar::builtin(),
            today: self.today,
        }
    }

    fn command(&self, act: Act) -> Command {
        Command {
            act,
            who: all_scopes(committee(1, self.seat)),
            second: Some(committee(2, self.seat)),
            co_signer: Some(foundation()),
        }
    }

    #[track_caller]
    fn give(&mut self, command: &Command) -> &mut Self {
        match apply(&self.case, command, &self.setting()) {
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
    fn step(&mut self, act: Act) -> &mut Self {
        let command = self.command(act);
        self.give(&command)
    }

    /// What stands in the way of a command.
    fn unmet(&self, command: &Command) -> Vec<Condition> {
        match apply(&self.case, command, &self.setting()) {
            Ok(_) => Vec::new(),
            Err(refused) => refused.unmet.iter().map(|unmet| unmet.condition).collect(),
        }
    }

    /// What stands in the way of a step.
    fn stopped(&self, act: Act) -> Vec<Condition> {
        self.unmet(&self.command(act))
    }

    fn on(&mut self, date: &str) -> &mut Self {
        self.today = day(date);
        self
    }

    fn later(&mut self, days: i64) -> &mut Self {
        self.today += TimeDelta::days(days);
        self
    }

    fn at(&mut self, seat: &'static str) -> &mut Self {
        self.seat = seat;
        self
    }

    fn due(&self, kind: ClockKind) -> NaiveDate {
        let clocks = self.case.clocks_now(&self.setting());
        let clock = clocks.iter().rev().find(|clock| clock.kind() == kind);
        let due = clock.unwrap().due(HolidayCalendar::builtin()).unwrap();
        due.unwrap().date.due
    }

    fn status(&self, kind: ClockKind) -> ClockStatus {
        let clock = self.case.clock(kind).unwrap();
        clock
            .status(self.today, HolidayCalendar::builtin())
            .unwrap()
    }

    fn evidence(&mut self, number: u128, kind: EvidenceKind) -> &mut Self {
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
    fn assessed(&mut self) -> &mut Self {
        self.step(Act::Acceptance)
            .evidence(1, EvidenceKind::PublicSecurity)
    }

    fn intended(&mut self) -> &mut Self {
        self.assessed()
            .step(Act::PositiveAssessment { reason: None })
    }

    fn published(&mut self) -> &mut Self {
        self.intended().step(publication())
    }

    fn confirmed(&mut self) -> &mut Self {
        self.published().later(14).step(confirmation())
    }

    fn about_to_be_refused(&mut self) -> &mut Self {
        self.step(Act::Acceptance).step(Act::NegativeAssessment {
            reason: words("负有法定职责"),
        })
    }

    /// The party is told today.
    fn told(&mut self) -> &mut Self {
        let hearing = hearing(self.today);
        self.step(hearing)
    }

    fn refused(&mut self) -> &mut Self {
        self.about_to_be_refused()
            .told()
            .step(Act::HearingStatement {
                reply: HearingReply::Waived,
            })
            .step(Act::Refusal {
                number: number("测试不确〔2026〕1号"),
                refusal: refusal(),
            })
    }

    fn delivered(&mut self, party: Party) -> &mut Self {
        self.step(Act::Delivery {
            party,
            delivered_on: self.today,
        })
    }

    fn request(&self, party: Party) -> Act {
        Act::ReconfirmationRequest {
            party,
            received_on: self.today,
            reason: words("请求复核"),
        }
    }

    /// The refusal is delivered and looked at by the city.
    fn in_reconfirmation(&mut self) -> &mut Self {
        self.refused().delivered(Party::Actor);
        let request = self.request(Party::Actor);
        self.step(request).at(CITY)
    }
}

fn publication() -> Act {
    Act::Publication {
        number: number("测试公示〔2026〕1号"),
    }
}

fn confirmation() -> Act {
    Act::Confirmation {
        number: number("测试确〔2026〕1号"),
        certificate: number("测试证2026001"),
    }
}

fn hearing(notified_on: NaiveDate) -> Act {
    Act::Hearing {
        facts: words("测试事实"),
        reasons: words("测试理由"),
        notified_on,
    }
}

fn skip(reason: PublicitySkipReason) -> Act {
    Act::PublicationSkip {
        reason,
        note: words("测试说明"),
    }
}

fn objection(number: u128) -> ObjectionId {
    ObjectionId::from(id(number))
}

fn panel(kinds: &[PanelKind], present: usize, in_favour: u32) -> Act {
    Act::PanelReview {
        members: kinds
            .iter()
            .enumerate()
            .map(|(position, kind)| PanelMember {
                person: Named::Officer(OfficerId::from(
                    id(100 + u128::try_from(position).unwrap()),
                )),
                kind: *kind,
                present: position < present,
            })
            .collect(),
        in_favour,
        finding: words("测试评审意见"),
    }
}

/// Five members of every kind that the regulation names.
const FULL_PANEL: [PanelKind; 5] = [
    PanelKind::Agency,
    PanelKind::Expert,
    PanelKind::CongressDeputy,
    PanelKind::ConferenceMember,
    PanelKind::Agency,
];
