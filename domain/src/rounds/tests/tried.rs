//! How the kit of the engine tries this procedure, and what it promises of it.

use super::*;
use crate::{
    identity::PersonName,
    ids::ReceiptId,
    policy::Policy,
    procedure::{
        Act as AnyAct, Entered, Named, OutsideDocument, Reason, SharedAct, SharedCondition,
        SharedStep, Step as AnyStep,
        testing::{self, Side, Trial, Tried, Weight, number, words},
    },
    receipts::{Proposal, Receipt, RuleId, RuleSet, samples::liaocheng},
    regions::RegionTree,
};

pub(super) type Walk = Trial<Round>;

const RULES: [RuleId; 4] = [
    RuleId::TierAuthority,
    RuleId::TierQuota,
    RuleId::TierName,
    RuleId::TierForm,
];

impl Tried for Round {
    const OVERWRITTEN: &'static [&'static str] = &["call"];

    fn record() -> Record {
        Record::of(call())
    }

    fn subject() -> Call {
        call()
    }

    fn receipts(policy: &Policy) -> Vec<Receipt> {
        let facts = [facts(), variations::state_award()];
        let judge = |facts| evaluate(facts, policy, RegionTree::builtin(), day(testing::RECEIVED));
        facts.iter().map(judge).collect()
    }

    fn policies() -> Vec<Policy> {
        vec![liaocheng().clone()]
    }

    fn rules_for(proposal: Proposal) -> Eligibility {
        Eligibility {
            receipt: ReceiptId::from(id(500)),
            proposal,
            satisfied: RULES.into_iter().collect(),
            refused: RuleSet::default(),
            lacks_number: false,
            lacks_body: false,
        }
    }

    fn rules_at(roll: u8) -> Eligibility {
        Self::rules_for(match roll {
            0..=3 => Proposal::Review,
            _ => Proposal::Approve,
        })
    }

    fn proposal(rules: &Eligibility) -> Proposal {
        rules.proposal
    }

    fn candidates(walk: &Walk, new: u128) -> Vec<AnyAct<Self>> {
        let aside = |act: &Act| {
            matches!(
                act,
                Act::Cancellation { .. }
                    | Act::CandidateNoticeWithdrawal { .. }
                    | Act::CandidateNoticeWaiver { .. }
                    | Act::Opening { .. }
            )
        };
        let own = acts(walk, new).into_iter();
        let own = own.filter(|act| !aside(act) || new.is_multiple_of(4));
        let shared = [
            SharedAct::Recusal {
                person: Named::Outside(PersonName::parse("测试专家").unwrap()),
                reason: words("系近亲属"),
            },
            SharedAct::Suspension {
                pending: words("候选对象涉案待查"),
            },
            SharedAct::Resumption {
                finding: words("已查清"),
            },
            SharedAct::OutsideFinding {
                document: paper(walk),
                content: words("测试意见"),
            },
        ];
        let shared = shared.into_iter().filter(|_| new.is_multiple_of(3));
        own.map(Into::into).chain(shared.map(Into::into)).collect()
    }

    fn is_onward(step: AnyStep<Step>) -> bool {
        !matches!(
            step,
            AnyStep::Own(
                Step::Cancellation
                    | Step::CandidateObjection
                    | Step::CandidateObjectionUpholding
                    | Step::CandidateNoticeWithdrawal
                    | Step::DecisionCorrection
            ) | AnyStep::Shared(
                SharedStep::Recusal | SharedStep::Suspension | SharedStep::OutsideFinding
            )
        )
    }

    fn dated(act: &Act, entered: Entered) -> Option<Act> {
        let mut act = act.clone();
        match &mut act {
            Act::CandidateObjection { received: day, .. }
            | Act::Ballots { held: day, .. }
            | Act::Resolution { passed: day, .. } => *day = entered,
            _ => return None,
        }
        Some(act)
    }

    fn side(act: &Act) -> Option<(Weight, Side)> {
        match act {
            Act::Call { .. } | Act::Opening { .. } | Act::Decision { .. } => {
                Some((Weight::Decision, Side::For))
            }
            Act::Cancellation { .. } => Some((Weight::Decision, Side::Against)),
            _ => None,
        }
    }

    fn reason(act: &Act) -> Option<&Reason> {
        match act {
            Act::Call { reason, .. } | Act::Opening { reason } | Act::Decision { reason, .. } => {
                reason.as_ref()
            }
            Act::Cancellation { reason, .. } => Some(reason),
            _ => None,
        }
    }

    fn unreasoned(act: &Act) -> Option<Act> {
        let mut act = act.clone();
        match &mut act {
            Act::Call { reason, .. } | Act::Opening { reason } | Act::Decision { reason, .. } => {
                *reason = None;
            }
            _ => return None,
        }
        Some(act)
    }
}

pub(super) fn paper(walk: &Walk) -> OutsideDocument {
    OutsideDocument {
        organ: line("测试团委"),
        number: number("测团〔2026〕1号"),
        issued: Entered::on(walk.today),
        copy: None,
    }
}

/// 18 of 22 ballots are valid, and `in_favour` of them agree.
pub(super) fn count(number: u128, in_favour: u32) -> Count {
    Count {
        commendation: commendation(number),
        given: 22,
        valid: 18,
        void: 4,
        in_favour,
        against: 18 - in_favour,
        abstained: 0,
    }
}

pub(super) fn ballots(walk: &Walk, counts: Vec<Count>) -> Act {
    let session = Session {
        members: 25,
        present: 22,
        counts,
        note: None,
    };
    Act::Ballots {
        session: Box::new(session),
        held: Entered::on(walk.today),
        number: None,
    }
}

/// All candidates are chosen.
pub(super) fn all_chosen(walk: &Walk) -> Act {
    let candidates = walk.case.record().candidates().iter();
    let counts = candidates.map(|one| Count {
        commendation: one.commendation,
        ..count(0, 18)
    });
    ballots(walk, counts.collect())
}

pub(super) fn resolution(walk: &Walk, granted: Vec<Granted>, departure: Option<&str>) -> Act {
    let resolution = Resolution {
        passed_on: walk.today,
        passed_by: line("测试理事会"),
        text: words("同意表扬"),
        granted,
        departure: departure.map(words),
    };
    Act::Resolution {
        resolution: Box::new(resolution),
        passed: Entered::on(walk.today),
    }
}

/// Everybody gets what was asked for.
pub(super) fn as_asked(walk: &Walk) -> Vec<Granted> {
    let candidates = walk.case.record().candidates().iter();
    let granted = candidates.map(|one| Granted {
        commendation: one.commendation,
        title: one.title.clone(),
    });
    granted.collect()
}

pub(super) fn decision(reason: Option<&str>) -> Act {
    Act::Decision {
        number: number("测见义表〔2026〕1号"),
        signed_outside: Vec::new(),
        reason: reason.map(words),
    }
}

pub(super) fn entered() -> Vec<Candidate> {
    vec![person(1, "测试甲"), person(2, "测试乙"), group(3)]
}

pub(super) fn order(ids: &[u128], left_out: &[u128]) -> Act {
    let left_out = left_out.iter();
    Act::CandidateList {
        order: ids.iter().map(|id| commendation(*id)).collect(),
        left_out: left_out
            .map(|id| (commendation(*id), words("材料不全")))
            .collect(),
        entered: entered(),
    }
}

pub(super) fn ceremony(walk: &Walk) -> Act {
    let plan = CeremonyPlan {
        on: walk.today,
        place: line("测试礼堂"),
        agenda: vec![AgendaItem {
            what: line("宣读决定"),
            reader: Some(line("测试主持人")),
            presenters: vec![line("测试领导")],
        }],
        guests: vec![line("测试嘉宾")],
        recipients: walk.case.record().honoured().into_iter().collect(),
        absences: Vec::new(),
        together_with: Vec::new(),
    };
    Act::Ceremony {
        plan: Box::new(plan),
        number: None,
    }
}

pub(super) fn closing(walk: &Walk) -> Act {
    Act::Closing {
        unconferred: Vec::new(),
        conferred: walk.case.record().honoured().into_iter().collect(),
    }
}

/// Everything that might be tried next.
fn acts(walk: &Walk, new: u128) -> Vec<Act> {
    let objection = walk.case.record().open_objections().next();
    let objection = objection.map_or(id(0).into(), |open| open.id);
    let renamed = Candidate {
        names: vec![line(&format!("测试{new}"))],
        ..person(1, "测试甲")
    };
    vec![
        Act::Call {
            number: None,
            reason: Some(words("已核对")),
        },
        Act::Opening {
            reason: Some(words("对象已明确")),
        },
        order(&[1, 2, 3], &[]),
        Act::CandidateNotice { number: None },
        Act::CandidateNoticeWaiver {
            reason: Some(crate::policy::PublicationWaiverReason::Safety),
            note: words("有安全顾虑"),
        },
        Act::CandidateObjection {
            id: id(800 + new).into(),
            received: Entered::on(walk.today),
        },
        Act::CandidateObjectionRejection {
            id: objection,
            reason: words("不属实"),
        },
        Act::CandidateObjectionUpholding {
            id: objection,
            reason: words("属实"),
        },
        Act::CandidateNoticeWithdrawal {
            reason: words("名单有误"),
        },
        all_chosen(walk),
        resolution(walk, as_asked(walk), None),
        // Where the city holds the round, the county's committee signs elsewhere.
        Act::Decision {
            number: number("测见义表〔2026〕1号"),
            signed_outside: vec![(line("东昌府区委政法委"), paper(walk))],
            reason: Some(words("情况属实")),
        },
        ceremony(walk),
        Act::DecisionCorrection {
            number: number("测见义更〔2026〕1号"),
            correction: Correction {
                renamed: vec![commendation(1)],
                ..Correction::default()
            },
            reason: words("姓名有误"),
            known: vec![renamed],
        },
        closing(walk),
        Act::Cancellation {
            code: CancellationCode::PlanChanged,
            reason: words("计划调整"),
        },
    ]
}

#[test]
fn the_engine_keeps_its_promises() {
    testing::waits_are_on_a_worklist::<Round>();
    testing::every_clock_is_started_as_the_table_says::<Round>();
    testing::no_dead_end::<Round>();
    testing::late_entry_never_shortens_a_right::<Round>();
    testing::deciding_against_the_rules_is_reasoned::<Round>();
    testing::papers_cite_only_what_binds::<Round>();
    testing::apply_refuses_with_exactly_what_actions_says::<Round>();
    testing::the_sequences_reach_every_state_and_take_every_step::<Round>();
    testing::every_step_stands_in_the_table_and_no_state_twice::<Round>(&[
        SharedStep::Recusal,
        SharedStep::Suspension,
        SharedStep::Resumption,
        SharedStep::OutsideFinding,
    ]);
    testing::every_state_can_be_reached_and_every_open_one_left::<Round>();
    testing::every_condition_is_asked_for_and_has_words::<Round>(&[
        SharedCondition::DeliveryOpen,
        SharedCondition::NotDisputed,
        SharedCondition::FiledByApplicant,
        SharedCondition::FiledByRecommender,
        SharedCondition::InWriting,
        SharedCondition::OtherBody,
        SharedCondition::PartyWaits,
    ]);
    testing::whoever_signs_belongs_to_an_organisation::<Round>(&[]);
}

#[test]
fn golden_the_table_is_the_one_that_was_read_against_the_rules() {
    testing::golden::<Round>("round");
}

/// Decided only after ballots on the candidates as they are, with no objection open.
#[test]
fn no_sequence_of_commands_leaves_the_table_or_loses_anything() {
    testing::no_sequence_leaves_the_table_or_loses_anything::<Round>(|walk, step| {
        let record = walk.case.record();
        if step == AnyStep::Own(Step::Decision) {
            assert!(record.open_objections().next().is_none());
            let last = record.lists.last().unwrap();
            assert!(record.ballots.last().unwrap().held_on >= last.on);
        }
    });
}

pub(super) fn announced() -> Walk {
    let mut walk = Walk::new();
    walk.step(Act::Call {
        number: None,
        reason: None,
    });
    walk
}

/// Three candidates are published.
pub(super) fn published() -> Walk {
    let mut walk = announced();
    walk.on("2026-03-23")
        .step(order(&[1, 2, 3], &[]))
        .step(Act::CandidateNotice { number: None });
    walk
}

/// All three were chosen, and it was resolved so.
pub(super) fn resolved() -> Walk {
    let mut walk = published();
    walk.on("2026-04-02");
    let voted = all_chosen(&walk);
    walk.step(voted);
    let resolved = resolution(&walk, as_asked(&walk), None);
    walk.step(resolved);
    walk
}

pub(super) fn decided() -> Walk {
    let mut walk = resolved();
    walk.step(decision(None));
    walk
}
