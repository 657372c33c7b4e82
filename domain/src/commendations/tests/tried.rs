//! How the kit of the engine tries a commendation, and what it promises of it.

use super::*;
use crate::{
    calendar::PartialDate,
    commendations::money::PayerShare,
    ids::{DeedId, ReceiptId, RoundId},
    money::Fen,
    out_of_city::{Kin, KinAgreement, Kinship},
    policy::{CommendationForm, Policy, PolicySet},
    procedure::{
        Act as AnyAct, Entered, Named, OutsideDocument, Party, Reason, SharedAct, SharedCondition,
        SharedStep, Step as AnyStep,
        testing::{self, CITY, COUNTY, Side, Trial, Tried, Weight, holder, id, number, words},
    },
    receipts::{RuleId, RuleSet, samples::LIAOCHENG_FILE},
    rounds::{EntryTerms, TitlePlaces},
    text::{Line, Paragraphs},
};

pub(super) type Walk = Trial<Commendation>;

/// The title that the cases of the tests are nominated for: one of the city.
const TITLE: &str = "liaocheng_model";

pub(super) fn name(text: &str) -> crate::identity::PersonName {
    crate::identity::PersonName::parse(text).unwrap()
}

pub(super) fn line(text: &str) -> Line<100> {
    Line::parse(text).unwrap()
}

pub(super) fn nomination() -> Nomination {
    Nomination {
        title: TitleId::new(TITLE),
        level: HonourLevel::Municipal,
        recipient: Recipient::Individual,
        group: None,
        basis: Basis::Deed(DeedId::from(id(700))),
        occurred_on: PartialDate::day(day("2026-01-05")).unwrap(),
        place: None,
        nominator: Nominator::County,
        unit: Some(line("测试单位职工")),
        texts: Texts {
            brief: Line::parse("测试：救起落水者").unwrap(),
            summary: Paragraphs::parse("测试：跳入河中救起落水者").unwrap(),
            story: Paragraphs::parse("测试：路过河边，跳入河中救起落水者").unwrap(),
        },
        influence: Some(InfluenceArea::City),
        secrecy: None,
    }
}

/// What the rules say when nothing is the matter but what they propose.
pub(super) fn rules(proposal: Proposal) -> Eligibility {
    Eligibility {
        receipt: ReceiptId::from(id(500)),
        proposal,
        evaluated_on: day(testing::RECEIVED),
        suggested: Some(HonourLevel::Municipal),
        satisfied: RuleId::ALL.iter().copied().collect::<RuleSet>(),
        stands: true,
        harm: Some(Harm::Died),
        died_in_the_deed: true,
    }
}

/// The policy in which the title is one of the province, so that nobody here grants it.
fn provincial() -> Policy {
    let of_city = |kind: &str| {
        format!(
            "zh = \"聊城市见义勇为模范\", en = \"Liaocheng Model of Bravery\" }}\nlevel = \"{kind}\""
        )
    };
    let text = LIAOCHENG_FILE.replace(&of_city("municipal"), &of_city("provincial"));
    let policies = PolicySet::parse(&text).unwrap();
    policies
        .in_force_on(day(testing::RECEIVED))
        .unwrap()
        .clone()
}

impl Tried for Commendation {
    // What comes back is counted up, and whether somebody lives is said again.
    const OVERWRITTEN: &'static [&'static str] = &["recovered", "written_off", "deceased"];

    fn record() -> Record {
        let case = crate::ids::CaseId::from(id(701));
        Record::new(case, &nomination(), (0, 1), Some(true))
    }

    fn subject() -> Nomination {
        nomination()
    }

    fn receipts(policy: &Policy) -> Vec<Receipt> {
        let asked = asking_for(TITLE);
        let unconfirmed = TierFacts {
            standing: Some(ConfirmationStatus::NotConfirmed),
            ..asked.clone()
        };
        [asked, unconfirmed]
            .iter()
            .map(|facts| {
                evaluate_tier(facts, policy, RegionTree::builtin(), day(testing::RECEIVED))
            })
            .collect()
    }

    fn policies() -> Vec<Policy> {
        vec![liaocheng().clone(), provincial()]
    }

    fn rules_for(proposal: Proposal) -> Eligibility {
        rules(proposal)
    }

    fn rules_at(roll: u8) -> Eligibility {
        match roll {
            0 => Eligibility {
                stands: false,
                ..rules(Proposal::Refuse)
            },
            1..=3 => rules(Proposal::Review),
            4 => rules(Proposal::Refuse),
            _ => rules(Proposal::Approve),
        }
    }

    fn proposal(rules: &Eligibility) -> Proposal {
        rules.proposal
    }

    fn candidates(walk: &Walk, new: u128) -> Vec<AnyAct<Self>> {
        // Some are nearly always possible and lead aside: they would crowd out others.
        let aside = |act: &Act| {
            matches!(
                act,
                Act::Declination { .. }
                    | Act::Deferral { .. }
                    | Act::NotGranted { .. }
                    | Act::BasisFall { .. }
                    | Act::OutsideAward { .. }
                    | Act::Return { .. }
                    | Act::OpinionRequest { .. }
            )
        };
        let own = acts(walk).into_iter();
        let own = own.filter(|act| !aside(act) || new.is_multiple_of(5));
        let own = own.map(Into::into);
        let shared = [
            SharedAct::Recusal {
                person: Named::Outside(name("测试专家")),
                reason: words("系近亲属"),
            },
            SharedAct::Delivery {
                party: Party::CloseRelative,
                delivered: Entered::on(walk.today),
            },
            SharedAct::Suspension {
                pending: words("另案"),
            },
            SharedAct::Resumption {
                finding: words("另案已结"),
            },
            SharedAct::Transfer {
                receiver: holder(CITY),
                reason: words("管辖"),
                number: None,
            },
            SharedAct::TransferAcceptance,
            SharedAct::TransferDispute {
                reason: words("管辖"),
            },
            SharedAct::Designation {
                receiver: holder(COUNTY),
                reason: words("管辖"),
            },
            SharedAct::TransferWithdrawal {
                reason: words("管辖"),
            },
        ];
        let shared = shared.into_iter().filter(|_| new.is_multiple_of(3));
        let rare = [
            walk.recommendation_withdrawal(),
            SharedAct::Continuation {
                own_motion: true,
                reason: words("事实清楚"),
            },
            SharedAct::OutsideTransfer {
                organ: Line::parse("测试市委政法委员会").unwrap(),
                reason: words("不属本市"),
                number: None,
            },
            SharedAct::OutsideFinding {
                document: outside(walk),
                content: words("评定为烈士"),
            },
        ];
        let shared = shared.chain(rare.into_iter().filter(|_| new.is_multiple_of(9)));
        own.chain(shared.map(Into::into)).collect()
    }

    fn is_onward(step: AnyStep<Step>) -> bool {
        !matches!(
            step,
            AnyStep::Own(
                Step::OpinionRequest | Step::Return | Step::RoundExit | Step::NoticeWithdrawal
            ) | AnyStep::Shared(
                SharedStep::Recusal
                    | SharedStep::Suspension
                    | SharedStep::Transfer
                    | SharedStep::OutsideTransfer
                    | SharedStep::OutsideFinding
            )
        )
    }

    fn gives_up(step: AnyStep<Step>) -> bool {
        step == AnyStep::Own(Step::Declination)
    }

    fn dated(act: &Act, entered: Entered) -> Option<Act> {
        let mut act = act.clone();
        match &mut act {
            Act::Opinion { answer } => answer.document.issued = entered,
            Act::NomineeAcceptance { received: day, .. }
            | Act::Conferral { conferred: day, .. }
            | Act::RevocationNotice { notified: day, .. }
            | Act::DefenceStatement { received: day, .. }
            | Act::Repayment { received: day, .. } => *day = entered,
            Act::OutsideAward { document, .. }
            | Act::OutsideRefusal { document }
            | Act::OutsideRevocation { document, .. } => document.issued = entered,
            Act::Declination { word } | Act::DefenceWaiver { word } => word.received = entered,
            _ => return None,
        }
        Some(act)
    }

    fn side(act: &Act) -> Option<(Weight, Side)> {
        match act {
            Act::ImmediateAward { .. } | Act::Recommendation { .. } | Act::Submission { .. } => {
                Some((Weight::Decision, Side::For))
            }
            Act::NotGranted { .. } | Act::Revocation { .. } => {
                Some((Weight::Decision, Side::Against))
            }
            _ => None,
        }
    }

    fn reason(act: &Act) -> Option<&Reason> {
        match act {
            Act::ImmediateAward { reason, .. }
            | Act::Recommendation { reason, .. }
            | Act::Submission { reason, .. } => reason.as_ref(),
            Act::NotGranted { reason } => Some(reason),
            Act::Revocation { revocation, .. } => Some(&revocation.reason),
            _ => None,
        }
    }

    fn unreasoned(act: &Act) -> Option<Act> {
        let mut act = act.clone();
        match &mut act {
            Act::ImmediateAward { reason, .. }
            | Act::Recommendation { reason, .. }
            | Act::Submission { reason, .. } => *reason = None,
            _ => return None,
        }
        Some(act)
    }
}

pub(super) fn outside(walk: &Walk) -> OutsideDocument {
    OutsideDocument {
        organ: line("测试省委政法委员会"),
        number: number("测政法〔2026〕1号"),
        issued: Entered::on(walk.today),
        copy: None,
    }
}

pub(super) fn kin(recipient: &str, others: &[(&str, Kinship, bool)]) -> Act {
    let kin = others.iter().map(|(who, kinship, agrees)| Kin {
        name: name(who),
        kinship: *kinship,
        agrees: *agrees,
    });
    Act::KinAgreement {
        agreement: KinAgreement {
            recipient: name(recipient),
            kin: kin.collect(),
        },
    }
}

pub(super) fn agreed() -> Act {
    kin(
        "测试配偶",
        &[
            ("测试配偶", Kinship::Spouse, true),
            ("测试父亲", Kinship::Parent, true),
        ],
    )
}

pub(super) fn accepted(walk: &Walk) -> Act {
    Act::NomineeAcceptance {
        accepted: Accepted {
            by: name("测试配偶"),
            secrecy: Secrecy::Open,
            copy: None,
        },
        received: Entered::on(walk.today),
    }
}

pub(super) fn recommended(reason: Option<Reason>) -> Act {
    Act::Recommendation {
        opinion: words("同意推荐"),
        reason,
        number: Some(number("测荐〔2026〕1号")),
    }
}

pub(super) fn immediate(bodies: &[&str]) -> Act {
    Act::ImmediateAward {
        number: number("聊见义表〔2026〕1号"),
        bodies: bodies.iter().map(|body| line(body)).collect(),
        certificate: Some(number("测荣〔2026〕1号")),
        approval: None,
        reason: Some(words("情况属实")),
    }
}

pub(super) const SIGNING: [&str; 2] = ["中共聊城市委政法委员会", "聊城市见义勇为基金会"];

pub(super) fn terms() -> EntryTerms {
    EntryTerms {
        round: RoundId::from(id(702)),
        form: CommendationForm::Collective,
        level: HonourLevel::Municipal,
        organiser: holder(CITY),
        titles: vec![TitlePlaces {
            title: TitleId::new(TITLE),
            people: 10,
            groups: 0,
        }],
        unit_places: Vec::new(),
        deeds_from: Some(day("2025-01-01")),
        deeds_until: Some(day("2026-12-31")),
        closes_on: None,
        open: true,
    }
}

pub(super) fn entry(terms: EntryTerms) -> Act {
    Act::RoundEntry {
        round: terms.round,
        terms: Some(Box::new(terms)),
        reason: Some(words("已查明")),
    }
}

pub(super) fn granted() -> Act {
    Act::Award {
        grant: Some(Box::new(RoundGrant {
            round: RoundId::from(id(702)),
            form: CommendationForm::Collective,
            decision: number("聊见义表〔2026〕9号"),
            on: day(testing::RECEIVED),
            bodies: SIGNING.map(line).to_vec(),
            place: 1,
        })),
        certificate: Some(number("测荣〔2026〕2号")),
    }
}

pub(super) fn plan(fen: i64, payers: &[(&str, u32)], weights: &[u32], basis: Option<&str>) -> Act {
    let payers = payers.iter().map(|(name, permille)| PayerShare {
        name: line(name),
        permille: *permille,
    });
    let members = (0..).zip(weights).map(|(member, weight)| PaidMember {
        member,
        weight: *weight,
        deceased: false,
    });
    Act::PaymentPlan {
        plan: PaymentPlan {
            total: Fen::new(fen).unwrap(),
            payers: payers.collect(),
        },
        basis: basis.map(line),
        reason: None,
        members: members.collect(),
        number: Some(number("测奖〔2026〕1号")),
    }
}

pub(super) fn conferral(walk: &Walk, recipient: &str) -> Act {
    Act::Conferral {
        conferral: Box::new(Conferral {
            recipient: name(recipient),
            place: line("测试会场"),
            presented_by: None,
            form: CommendationForm::Collective,
            ceremony: None,
        }),
        conferred: Entered::on(walk.today),
    }
}

pub(super) fn revocation(code: RefusalCode) -> Act {
    Act::Revocation {
        number: None,
        revocation: Revocation {
            code,
            reason: words("事迹不实"),
            deviation: None,
        },
    }
}

pub(super) fn told(notified: Entered) -> Act {
    Act::RevocationNotice {
        facts: words("事实"),
        reasons: words("理由"),
        notified,
        number: None,
    }
}

/// Everything that might be tried next.
#[expect(clippy::too_many_lines, reason = "one short entry for each step")]
fn acts(walk: &Walk) -> Vec<Act> {
    let today = || Entered::on(walk.today);
    let payer = || line("测试基金会");
    vec![
        Act::Acceptance,
        Act::OpinionRequest {
            body: line("测试公安机关"),
            of: OpinionOf::PublicSecurity,
            number: None,
        },
        Act::Opinion {
            answer: Box::new(OpinionAnswer {
                of: OpinionOf::PublicSecurity,
                favourable: true,
                content: words("无违法记录"),
                document: outside(walk),
            }),
        },
        accepted(walk),
        Act::Declination {
            word: walk.written(),
        },
        agreed(),
        Act::MartyrReferral {
            office: line("测试退役军人事务局"),
            number: None,
        },
        recommended(Some(words("已查明"))),
        Act::Return {
            reason: words("请补充"),
        },
        Act::Submission {
            organ: line("测试省委政法委员会"),
            opinion: words("同意申报"),
            reason: Some(words("已查明")),
            number: Some(number("测荐〔2026〕2号")),
        },
        Act::OutsideAward {
            title: TitleId::new("shandong_model"),
            document: outside(walk),
        },
        Act::OutsideRefusal {
            document: outside(walk),
        },
        entry(terms()),
        Act::RoundExit {
            reason: words("再核"),
        },
        Act::Deferral {
            reason: words("迟到"),
        },
        Act::Readmission {
            reason: words("下一批次"),
        },
        Act::NotGranted {
            reason: words("不够突出"),
        },
        immediate(&SIGNING),
        granted(),
        plan(
            1_000_000,
            &[("测试基金会", 1000)],
            &[1],
            Some("测文〔2026〕1号"),
        ),
        conferral(walk, "测试配偶"),
        Act::CertificateReplacement {
            why: ReplacementReason::Lost,
            note: words("声明遗失"),
            certificate: Some(number("测荣〔2026〕3号")),
        },
        Act::TakeOff {
            decision: number("测更〔2026〕1号"),
            reason: words("误列"),
        },
        told(today()),
        Act::DefenceStatement {
            statement: words("并无此事"),
            received: today(),
        },
        Act::DefenceWaiver {
            word: walk.written(),
        },
        Act::NoticeWithdrawal {
            reason: words("陈述属实"),
        },
        revocation(RefusalCode::Deception),
        Act::OutsideRevocation {
            document: outside(walk),
            reason: words("事迹不实"),
        },
        Act::BasisFall {
            reason: words("确认已撤销"),
            number: None,
        },
        Act::Repayment {
            payer: payer(),
            fen: Fen::new(400_000).unwrap(),
            received: today(),
        },
        Act::WriteOff {
            payer: payer(),
            fen: Fen::new(600_000).unwrap(),
            reason: words("无可供执行的财产"),
        },
    ]
}

#[test]
fn the_engine_keeps_its_promises() {
    testing::waits_are_on_a_worklist::<Commendation>();
    testing::every_clock_is_started_as_the_table_says::<Commendation>();
    testing::no_dead_end::<Commendation>();
    testing::late_entry_never_shortens_a_right::<Commendation>();
    testing::deciding_against_the_rules_is_reasoned::<Commendation>();
    testing::papers_cite_only_what_binds::<Commendation>();
    testing::apply_refuses_with_exactly_what_actions_says::<Commendation>();
    testing::the_sequences_reach_every_state_and_take_every_step::<Commendation>();
    testing::every_state_can_be_reached_and_every_open_one_left::<Commendation>();
}

#[test]
fn every_step_and_condition_stands_in_the_table() {
    // Who nominates recommends; there is no application that somebody could take back.
    let never = [SharedCondition::FiledByApplicant];
    testing::every_condition_is_asked_for_and_has_words::<Commendation>(&never);
    testing::whoever_signs_belongs_to_an_organisation::<Commendation>(&[Step::BasisFall]);
    let shared = SharedStep::ALL.iter().copied();
    let shared: Vec<_> = shared
        .filter(|step| *step != SharedStep::Withdrawal)
        .collect();
    testing::every_step_stands_in_the_table_and_no_state_twice::<Commendation>(&shared);
}

#[test]
fn golden_the_table_is_the_one_that_was_read_against_the_rules() {
    testing::golden::<Commendation>("commendation");
}

/// A title is granted only while what it rests on stands and to somebody who accepted; it is revoked once, and
/// what has to come back is what was planned, no more.
#[test]
fn over_any_history_nothing_dangles_nothing_is_revoked_twice_and_every_sum_is_accounted_for() {
    testing::no_sequence_leaves_the_table_or_loses_anything::<Commendation>(|walk, step| {
        let (case, record) = (&walk.case, walk.case.record());
        match step {
            AnyStep::Own(Step::Award | Step::ImmediateAward) => {
                assert!(walk.rules.is_some_and(|rules| rules.stands));
                assert!(!record.acceptances.is_empty());
            }
            AnyStep::Own(Step::Revocation) => {
                let notice = record.notice().unwrap();
                let waited = (walk.today - notice.notified_on).num_days();
                assert!(notice.reply.is_some() || waited > 5);
            }
            _ => {}
        }
        let revoked = case.decisions().iter();
        let revoked = revoked.filter(|decision| decision.kind == Outcome::Revocation);
        assert!(revoked.count() <= 1, "revoked once");
        match case.state() {
            State::InRound => assert!(record.round().is_some()),
            State::Deferred | State::Declined | State::NotGranted | State::UnderReview => {
                assert!(record.round().is_none(), "it left the round");
            }
            _ => {}
        }
        assert_sums(record);
    });
}

/// Every part of every plan adds up, and what comes back is no more than what was planned.
fn assert_sums(record: &Record) {
    for payment in &record.payments {
        let paid = Fen::total(payment.shares.iter().map(|(_, fen)| *fen));
        assert_eq!(paid, Some(payment.total), "one member gets the whole sum");
    }
    let planned = record.payments.last().map(|payment| payment.total);
    let due = Fen::total(record.recoveries.iter().map(money::Recovery::fen)).unwrap();
    assert!(due <= planned.unwrap_or_default());
    for recovery in &record.recoveries {
        let settled = recovery.recovered().plus(recovery.written_off()).unwrap();
        assert_eq!(settled.plus(recovery.open()), Some(recovery.fen()));
    }
}

/// Under review by the city, recommended by the county, with everything on record.
pub(super) fn at_the_city() -> Walk {
    let mut walk = Walk::new();
    walk.step(Act::Acceptance).step(recommended(None));
    walk.at(CITY).step(Act::Acceptance);
    walk.step(accepted(&walk));
    walk
}

pub(super) fn awarded() -> Walk {
    let mut walk = at_the_city();
    walk.step(immediate(&SIGNING));
    walk
}

/// The party answers today.
pub(super) fn waived(walk: &mut Walk) {
    let waiver = Act::DefenceWaiver {
        word: walk.written(),
    };
    walk.step(waiver);
}
