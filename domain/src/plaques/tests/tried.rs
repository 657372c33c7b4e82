//! How the kit of the engine tries this procedure, and what it promises of it.

use super::*;
use crate::{
    identity::PersonName,
    ids::{HouseholdId, ReceiptId},
    out_of_city::{Kin, KinAgreement, Kinship},
    policy::Policy,
    procedure::{
        Act as AnyAct, Entered, Named, OutsideDocument, Reason, SharedAct, SharedStep,
        Step as AnyStep,
        testing::{self, CITY, COUNTY, Side, Trial, Tried, Weight, holder, id, number, words},
    },
    receipts::Proposal,
    text::Line,
};

pub(super) type Walk = Trial<Plaque>;

impl Tried for Plaque {
    // What is said again replaces what was said.
    const OVERWRITTEN: &'static [&'static str] = &["deceased"];

    fn record() -> Record {
        Record {
            deceased: Some(true),
            ..Record::default()
        }
    }

    fn subject() -> Subject {
        Subject {
            household: HouseholdId::from(id(700)),
            text: Line::parse("见义勇为光荣之家").unwrap(),
            predecessor: None,
        }
    }

    fn receipts(policy: &Policy) -> Vec<Receipt> {
        let ended = PlaqueFacts {
            honours: Some(confirmed(false)),
            ..complete()
        };
        [complete(), replacement(), ended]
            .iter()
            .map(|facts| evaluate(facts, policy, day(testing::RECEIVED)))
            .collect()
    }

    fn policies() -> Vec<Policy> {
        vec![liaocheng().clone()]
    }

    fn rules_for(proposal: Proposal) -> PlaqueRules {
        let entitled = proposal != Proposal::Refuse;
        PlaqueRules {
            receipt: ReceiptId::from(id(500)),
            proposal,
            hero_entitled: Some(entitled),
            household_entitled: Some(entitled),
            only_plaque: Some(true),
            names_fit: Some(proposal == Proposal::Approve),
            replaceable: Some(proposal == Proposal::Approve),
        }
    }

    fn rules_at(roll: u8) -> PlaqueRules {
        Self::rules_for(match roll {
            0..=1 => Proposal::Refuse,
            2..=4 => Proposal::Review,
            _ => Proposal::Approve,
        })
    }

    fn proposal(rules: &PlaqueRules) -> Proposal {
        rules.proposal
    }

    fn candidates(walk: &Walk, new: u128) -> Vec<AnyAct<Self>> {
        // Some are nearly always possible and lead to an end: they would crowd out others.
        let aside = |act: &Act| {
            matches!(
                act,
                Act::Declination { .. } | Act::Cancellation { .. } | Act::Replacement { .. }
            )
        };
        let own = acts(walk).into_iter();
        let own = own.filter(|act| !aside(act) || new.is_multiple_of(7));
        let own = own.map(Into::into);
        let shared = [
            SharedAct::Recusal {
                person: Named::Outside(PersonName::parse("测试专家").unwrap()),
                reason: words("系近亲属"),
            },
            SharedAct::Suspension {
                pending: words("另案"),
            },
            SharedAct::Resumption {
                finding: words("另案已结"),
            },
            SharedAct::Transfer {
                receiver: holder(CITY),
                reason: words("家庭迁居"),
                number: None,
            },
            SharedAct::TransferAcceptance,
            SharedAct::TransferDispute {
                reason: words("并未迁居"),
            },
            SharedAct::Designation {
                receiver: holder(COUNTY),
                reason: words("管辖"),
            },
            SharedAct::TransferWithdrawal {
                reason: words("家庭未迁居"),
            },
            walk.withdrawal(),
        ];
        let shared = shared.into_iter().filter(|_| new.is_multiple_of(3));
        let rare = [
            SharedAct::OutsideTransfer {
                organ: Line::parse("测试市委政法委员会").unwrap(),
                reason: words("家庭迁往该市"),
                number: None,
            },
            SharedAct::OutsideFinding {
                document: OutsideDocument {
                    organ: Line::parse("测试市公安局").unwrap(),
                    number: number("测〔2026〕1号"),
                    issued: Entered::on(walk.today),
                    copy: None,
                },
                content: words("户籍已迁出"),
            },
        ];
        let shared = shared.chain(rare.into_iter().filter(|_| new.is_multiple_of(9)));
        own.chain(shared.map(Into::into)).collect()
    }

    fn is_onward(step: AnyStep<Step>) -> bool {
        !matches!(
            step,
            AnyStep::Own(Step::TextMark | Step::NoContact | Step::Contact | Step::KinAgreement)
                | AnyStep::Shared(
                    SharedStep::Recusal
                        | SharedStep::Suspension
                        | SharedStep::Transfer
                        | SharedStep::Withdrawal
                        | SharedStep::OutsideTransfer
                        | SharedStep::OutsideFinding
                )
        )
    }

    fn gives_up(step: AnyStep<Step>) -> bool {
        matches!(
            step,
            AnyStep::Shared(SharedStep::Withdrawal) | AnyStep::Own(Step::Declination)
        )
    }

    fn dated(act: &Act, entered: Entered) -> Option<Act> {
        let mut act = act.clone();
        match &mut act {
            Act::Order { ordered: day, .. }
            | Act::Making { made: day, .. }
            | Act::Handover { handed: day, .. }
            | Act::Hanging { hung: day, .. }
            | Act::KeepingIndoors { kept: day, .. }
            | Act::Replacement { replaced: day, .. }
            | Act::NoContact { tried: day, .. }
            | Act::Contact { reached: day, .. }
            | Act::Recovery { recovered: day, .. } => *day = entered,
            Act::Declination { word } => word.received = entered,
            _ => return None,
        }
        Some(act)
    }

    fn side(_: &Act) -> Option<(Weight, Side)> {
        None
    }

    fn reason(_: &Act) -> Option<&Reason> {
        None
    }

    fn unreasoned(_: &Act) -> Option<Act> {
        None
    }
}

pub(super) fn name(name: &str) -> PersonName {
    PersonName::parse(name).unwrap()
}

pub(super) fn kin(recipient: &str, agrees: bool) -> Act {
    let kin = |who, kinship, agrees| Kin {
        name: name(who),
        kinship,
        agrees,
    };
    Act::KinAgreement {
        agreement: KinAgreement {
            recipient: name(recipient),
            kin: vec![
                kin("测试配偶", Kinship::Spouse, true),
                kin("测试子女", Kinship::Child, agrees),
            ],
        },
    }
}

pub(super) fn order(walk: &Walk) -> Act {
    Act::Order {
        supplier: Line::parse("测试标牌厂").unwrap(),
        ordered: Entered::on(walk.today),
        number: None,
    }
}

pub(super) fn making(walk: &Walk, taken: bool) -> Act {
    Act::Making {
        serial: Line::parse("LC-0001").unwrap(),
        made: Entered::on(walk.today),
        taken,
    }
}

pub(super) fn handover(walk: &Walk, recipient: &str) -> Act {
    Act::Handover {
        handover: Box::new(Handover {
            occasion: Occasion::PraiseMeeting,
            place: Some(Line::parse("测试县表扬会").unwrap()),
            recipient: name(recipient),
            kinship: Some(Kinship::Spouse),
            signature: Some(id(901).into()),
        }),
        handed: Entered::on(walk.today),
        number: None,
    }
}

pub(super) fn hanging(walk: &Walk) -> Act {
    Act::Hanging {
        photo: Some(id(902).into()),
        signature: Some(id(903).into()),
        hung: Entered::on(walk.today),
    }
}

pub(super) fn indoors(walk: &Walk) -> Act {
    Act::KeepingIndoors {
        signature: Some(id(903).into()),
        kept: Entered::on(walk.today),
    }
}

pub(super) fn replaced(walk: &Walk, reason: ReplacementReason) -> Act {
    Act::Replacement {
        reason,
        note: words("经查看"),
        replaced: Entered::on(walk.today),
    }
}

pub(super) fn no_contact(walk: &Walk) -> Act {
    Act::NoContact {
        how: words("电话和上门均无人应答"),
        tried: Entered::on(walk.today),
    }
}

pub(super) fn contact(walk: &Walk) -> Act {
    Act::Contact {
        note: words("已取得联系"),
        reached: Entered::on(walk.today),
    }
}

pub(super) fn honour_end() -> Act {
    Act::HonourEnd {
        reason: words("确认已撤销"),
    }
}

/// Everything that might be tried next.
fn acts(walk: &Walk) -> Vec<Act> {
    vec![
        order(walk),
        making(walk, false),
        kin("测试配偶", true),
        handover(walk, "测试配偶"),
        hanging(walk),
        indoors(walk),
        Act::Declination {
            word: walk.written(),
        },
        replaced(walk, ReplacementReason::Damaged),
        Act::TextMark {
            reason: words("另有家庭成员的确认已撤销"),
        },
        no_contact(walk),
        contact(walk),
        honour_end(),
        Act::RecoveryNotice {
            reason: words("请交回"),
            number: None,
        },
        Act::Recovery {
            note: words("家庭交回"),
            recovered: Entered::on(walk.today),
        },
        Act::WriteOff {
            reason: words("已经遗失"),
        },
        Act::Cancellation {
            reason: words("登记有误"),
        },
    ]
}

/// The steps of every procedure that a plaque has none of: nothing is decided, so nothing is delivered;
/// nobody recommends; what ended is registered anew.
const NOT_HERE: [SharedStep; 3] = [
    SharedStep::Delivery,
    SharedStep::RecommendationWithdrawal,
    SharedStep::Continuation,
];

#[test]
fn the_engine_keeps_its_promises() {
    use crate::procedure::SharedCondition::{
        CoSigner, DeliveryOpen, FiledByRecommender, PartyWaits,
    };

    let shared = SharedStep::ALL.iter().copied();
    let shared: Vec<SharedStep> = shared.filter(|step| !NOT_HERE.contains(step)).collect();
    testing::waits_are_on_a_worklist::<Plaque>();
    testing::every_clock_is_started_as_the_table_says::<Plaque>();
    testing::no_dead_end::<Plaque>();
    testing::late_entry_never_shortens_a_right::<Plaque>();
    testing::papers_cite_only_what_binds::<Plaque>();
    testing::apply_refuses_with_exactly_what_actions_says::<Plaque>();
    testing::the_sequences_reach_every_state_and_take_every_step::<Plaque>();
    testing::every_step_stands_in_the_table_and_no_state_twice::<Plaque>(&shared);
    testing::every_state_can_be_reached_and_every_open_one_left::<Plaque>();
    let never = [CoSigner, DeliveryOpen, FiledByRecommender, PartyWaits];
    testing::every_condition_is_asked_for_and_has_words::<Plaque>(&never);
    testing::whoever_signs_belongs_to_an_organisation::<Plaque>(&[]);
}

#[test]
fn golden_the_table_is_the_one_that_was_read_against_the_rules() {
    testing::golden::<Plaque>("plaque");
}

/// Nothing is handed over that was not made, hung without photograph and signature, or recovered unless the
/// honour ended.
#[test]
fn no_sequence_of_commands_leaves_the_table_or_loses_anything() {
    testing::no_sequence_leaves_the_table_or_loses_anything::<Plaque>(|walk, _| {
        let record = walk.case.record();
        match walk.case.state() {
            State::HandedOver => assert!(record.making.is_some() && record.delivery.is_some()),
            State::Hung => {
                let hanging = record.hangings.last().unwrap();
                assert!(hanging.photo.is_some() && hanging.signature.is_some());
            }
            State::ToRecover | State::Recovered | State::WrittenOff => {
                assert!(record.making.is_some() && !record.honour_ends.is_empty());
            }
            _ => {}
        }
    });
}
