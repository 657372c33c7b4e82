//! How the kit of the engine tries this procedure, and what it promises of it.

use std::collections::BTreeSet;

use super::*;
use crate::{
    deeds::DefenceReply,
    ids::ReceiptId,
    policy::Policy,
    procedure::{
        Act as AnyAct, DocumentNumber, Entered, Named, OutsideDocument, Party, Reason, SharedAct,
        SharedStep, Step as AnyStep,
        testing::{
            self, CITY, COUNTY, Side, Trial, Tried, Weight, holder, id, number, policy_of, words,
        },
    },
    receipts::{
        Proposal, RuleSet,
        samples::{LIAOCHENG_FILE, day, liaocheng},
    },
    text::Line,
};

pub(super) type Walk = Trial<Studio>;

/// Liaocheng's policy with other terms of studios.
pub(super) fn policy_with(terms: &str) -> Policy {
    let corrected = "version = \"3\"\ncorrects = \"2\"\n";
    assert!(LIAOCHENG_FILE.contains(corrected));
    let file = LIAOCHENG_FILE.replacen(
        corrected,
        &format!("{corrected}\n[corrections.honours.studio]\n{terms}\n"),
        1,
    );
    policy_of(&file)
}

pub(super) fn line<const MAX: usize>(text: &str) -> Line<MAX> {
    Line::parse(text).unwrap()
}

pub(super) fn member(name: &str) -> Member {
    Member {
        name: super::name(name),
        person: None,
        officer: None,
        role: line("志愿者"),
        joined_on: day(testing::RECEIVED),
        left_on: None,
    }
}

pub(super) fn setup() -> Setup {
    Setup {
        name: line("见义勇为测试甲英模工作室"),
        group: None,
        host: line("测试街道办事处"),
        place: line("测试街道综治中心一楼"),
        contact: line("测试联系人"),
        functions: BTreeSet::from([Function::Publicity, Function::Visit]),
        members: ["测试成员一", "测试成员二", "测试成员三"]
            .map(member)
            .to_vec(),
    }
}

impl Tried for Studio {
    // The setup is the studio as it is now; what changed of it is told beside.
    const OVERWRITTEN: &'static [&'static str] = &["setup"];

    fn record() -> Record {
        Record::of(Setup {
            group: Some(line("测试群体")),
            ..setup()
        })
    }

    fn subject() -> Setup {
        setup()
    }

    fn receipts(policy: &Policy) -> Vec<Receipt> {
        let revoked = StudioNameFacts {
            honours: Some(vec![HeldHonour {
                level: HonourLevel::Municipal,
                revoked: true,
            }]),
            ..complete()
        };
        let taken = StudioNameFacts {
            name_taken: Some(true),
            ..complete()
        };
        [complete(), revoked, taken]
            .iter()
            .map(|facts| evaluate_name(facts, policy, day(testing::RECEIVED)))
            .collect()
    }

    // Years that close as soon as they begin, so that sequences of some months see their ends.
    fn policies() -> Vec<Policy> {
        vec![
            policy_with("year_closing_days = 400"),
            policy_with("year_closing_days = 400\nreview_years = 0\nmissed_years = 0"),
        ]
    }

    fn rules_for(proposal: Proposal) -> Eligibility {
        Eligibility {
            receipt: ReceiptId::from(id(500)),
            proposal,
            evaluated_on: day(testing::RECEIVED),
            satisfied: RuleSet::default(),
            honours_known: true,
            held: Some(HonourLevel::Municipal),
            lost: None,
            deceased: Some(false),
            studios: Some(0),
            fits: true,
            taken: Some(false),
        }
    }

    fn rules_at(roll: u8) -> Eligibility {
        let rules = Self::rules_for(match roll {
            0..=3 => Proposal::Review,
            4 => Proposal::Refuse,
            _ => Proposal::Approve,
        });
        Eligibility {
            held: rules.held.filter(|_| roll != 5),
            ..rules
        }
    }

    fn proposal(rules: &Eligibility) -> Proposal {
        rules.proposal
    }

    fn candidates(walk: &Walk, new: u128) -> Vec<AnyAct<Self>> {
        let own = acts(walk).into_iter();
        let own = own.filter(|act| !is_aside(act) || new.is_multiple_of(4));
        let own = own.map(Into::into);
        let shared = [
            SharedAct::Recusal {
                person: Named::Outside(super::name("测试专家")),
                reason: words("系近亲属"),
            },
            SharedAct::Delivery {
                party: Party::Actor,
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
            walk.withdrawal(),
        ];
        let shared = shared.into_iter().filter(|_| new.is_multiple_of(3));
        let rare = [
            walk.recommendation_withdrawal(),
            SharedAct::Continuation {
                own_motion: true,
                reason: words("事实清楚"),
            },
            SharedAct::OutsideTransfer {
                organ: line("测试市委政法委员会"),
                reason: words("工作室在该市"),
                number: None,
            },
            SharedAct::OutsideFinding {
                document: outside(walk),
                content: words("审计意见"),
            },
        ];
        let shared = shared.chain(rare.into_iter().filter(|_| new.is_multiple_of(9)));
        own.chain(shared.map(Into::into)).collect()
    }

    fn is_onward(step: AnyStep<Step>) -> bool {
        !matches!(
            step,
            AnyStep::Own(
                Step::ConsentWithdrawal
                    | Step::MemberLeft
                    | Step::Relocation
                    | Step::FunctionChange
                    | Step::HonourLoss
            ) | AnyStep::Shared(
                SharedStep::Recusal
                    | SharedStep::Suspension
                    | SharedStep::Transfer
                    | SharedStep::Designation
                    | SharedStep::Withdrawal
                    | SharedStep::OutsideTransfer
                    | SharedStep::OutsideFinding
            )
        )
    }

    fn dated(act: &Act, entered: Entered) -> Option<Act> {
        let mut act = act.clone();
        match &mut act {
            Act::Consent { given: day, .. }
            | Act::ConsentWithdrawal { received: day, .. }
            | Act::SiteVisit { visited: day, .. }
            | Act::MemberJoined { joined: day, .. }
            | Act::MemberLeft { left: day, .. }
            | Act::Relocation { since: day, .. }
            | Act::RefusalNotice { notified: day, .. }
            | Act::WithdrawalNotice { notified: day, .. }
            | Act::DefenceStatement { received: day, .. }
            | Act::Opening { opened: day, .. }
            | Act::Activity { held: day, .. }
            | Act::HeroVisit { visited: day, .. }
            | Act::Clue { given: day, .. }
            | Act::Publicity { published: day, .. }
            | Act::YearlyReport { received: day, .. }
            | Act::Assessment { visited: day, .. }
            | Act::HostClosure { closed: day, .. }
            | Act::SignRecovery { recovered: day, .. } => *day = entered,
            Act::DefenceWaiver { word } => word.received = entered,
            _ => return None,
        }
        Some(act)
    }

    fn side(act: &Act) -> Option<(Weight, Side)> {
        match act {
            Act::Naming { .. } => Some((Weight::Decision, Side::For)),
            Act::Refusal { .. } | Act::NameWithdrawal { .. } => {
                Some((Weight::Decision, Side::Against))
            }
            _ => None,
        }
    }

    fn reason(act: &Act) -> Option<&Reason> {
        match act {
            Act::Naming { reason, .. } => reason.as_ref(),
            Act::Refusal { refusal, .. } | Act::NameWithdrawal { refusal, .. } => {
                Some(&refusal.reason)
            }
            _ => None,
        }
    }

    fn unreasoned(act: &Act) -> Option<Act> {
        match act {
            Act::Naming { number, .. } => Some(named(number, None)),
            _ => None,
        }
    }
}

/// What is nearly always possible and leads nowhere would crowd out the rest.
fn is_aside(act: &Act) -> bool {
    matches!(
        act,
        Act::Consent { .. }
            | Act::ConsentWithdrawal { .. }
            | Act::MemberJoined { .. }
            | Act::MemberLeft { .. }
            | Act::Relocation { .. }
            | Act::FunctionChange { .. }
            | Act::GroupApproval { .. }
            | Act::RefusalNotice { .. }
            | Act::NoticeWithdrawal { .. }
            | Act::Activity { .. }
            | Act::HeroVisit { .. }
            | Act::Clue { .. }
            | Act::Publicity { .. }
            | Act::HonourLoss
    )
}

pub(super) fn named(number: &DocumentNumber, reason: Option<Reason>) -> Act {
    Act::Naming {
        number: number.clone(),
        reason,
    }
}

pub(super) fn name_it() -> Act {
    named(&number("聊工室〔2026〕1号"), None)
}

pub(super) fn outside(walk: &Walk) -> OutsideDocument {
    OutsideDocument {
        organ: line("测试审计机构"),
        number: number("测〔2026〕1号"),
        issued: Entered::on(walk.today),
        copy: None,
    }
}

pub(super) fn consent(walk: &Walk, by: ConsentGiver) -> Act {
    Act::Consent {
        by,
        paper: id(901).into(),
        given: Entered::on(walk.today),
    }
}

pub(super) fn consent_withdrawn(walk: &Walk) -> Act {
    Act::ConsentWithdrawal {
        by: ConsentGiver::Leader,
        paper: id(902).into(),
        received: Entered::on(walk.today),
    }
}

pub(super) fn visit(walk: &Walk, passed: bool) -> Act {
    Act::SiteVisit {
        passed,
        note: words("已查看"),
        visited: Entered::on(walk.today),
    }
}

pub(super) fn group_approval() -> Act {
    Act::GroupApproval {
        approved: true,
        note: words("同意"),
    }
}

pub(super) fn opening(walk: &Walk) -> Act {
    Act::Opening {
        opened: Entered::on(walk.today),
        sign: line("聊工室牌1号"),
    }
}

pub(super) fn activity(walk: &Walk) -> Act {
    Act::Activity {
        function: Function::Publicity,
        place: line("测试小学"),
        heads: 40,
        text: words("讲述事迹"),
        photos: Vec::new(),
        held: Entered::on(walk.today),
    }
}

pub(super) fn hero_visit(walk: &Walk) -> Act {
    Act::HeroVisit {
        person: None,
        whom: line("测试英模家庭"),
        text: words("走访"),
        visited: Entered::on(walk.today),
    }
}

pub(super) fn clue(walk: &Walk) -> Act {
    Act::Clue {
        text: words("有人救起落水者"),
        deed: None,
        clue: Some(id(903).into()),
        given: Entered::on(walk.today),
    }
}

pub(super) fn publicity(walk: &Walk) -> Act {
    Act::Publicity {
        medium: line("测试日报"),
        title: line("工作室开展活动"),
        published: Entered::on(walk.today),
    }
}

pub(super) fn report(walk: &Walk, year: i32) -> Act {
    Act::YearlyReport {
        year,
        text: words("全年工作"),
        copy: None,
        received: Entered::on(walk.today),
    }
}

pub(super) fn seen() -> OnSite {
    OnSite {
        place_and_sign: 10,
        leader_and_members: 8,
        rules_and_ledgers: 9,
        bonus: 0,
        fees_taken: false,
        false_records: false,
        note: words("已查看"),
    }
}

pub(super) fn assessment(walk: &Walk, year: i32, result: Option<AssessmentResult>) -> Act {
    Act::Assessment {
        year,
        seen: seen(),
        result,
        reason: result.map(|_| words("经研究")),
        visited: Entered::on(walk.today),
        number: None,
    }
}

pub(super) fn refusal_notice(walk: &Walk, code: RefusalCode) -> Act {
    Act::RefusalNotice {
        code,
        facts: words("事实"),
        reasons: words("理由"),
        notified: Entered::on(walk.today),
        number: None,
    }
}

pub(super) fn withdrawal_notice(walk: &Walk, code: RefusalCode) -> Act {
    Act::WithdrawalNotice {
        code,
        facts: words("事实"),
        reasons: words("理由"),
        notified: Entered::on(walk.today),
        number: None,
    }
}

pub(super) fn waiver(walk: &Walk) -> Act {
    Act::DefenceWaiver {
        word: walk.written(),
    }
}

pub(super) fn refusal(code: RefusalCode, deviation: Option<Reason>) -> Refusal {
    Refusal {
        code,
        reason: words("经审查"),
        deviation,
    }
}

pub(super) fn name_withdrawal(code: RefusalCode) -> Act {
    Act::NameWithdrawal {
        number: number("聊工室撤〔2026〕1号"),
        refusal: refusal(code, None),
    }
}

pub(super) fn host_closure(walk: &Walk) -> Act {
    Act::HostClosure {
        reason: words("机构改革"),
        closed: Entered::on(walk.today),
    }
}

/// Everything that might be tried next.
fn acts(walk: &Walk) -> Vec<Act> {
    let record = walk.case.record();
    let to_assess = walk.case.year_to_assess().unwrap_or(2026);
    let to_report = walk.case.year_to_report().unwrap_or(2026);
    let told = record
        .notice()
        .map_or(RefusalCode::NameUnfit, |notice| notice.code);
    let ground = [
        RefusalCode::ConsentWithdrawn,
        RefusalCode::AssessedOut,
        RefusalCode::HostClosed,
        RefusalCode::HonourLost,
        RefusalCode::NotRectified,
    ];
    let mut acts = vec![
        Act::Acceptance,
        consent(walk, ConsentGiver::Leader),
        consent_withdrawn(walk),
        visit(walk, true),
        group_approval(),
        Act::MemberJoined {
            member: member("测试新成员"),
            joined: Entered::on(walk.today),
        },
        Act::MemberLeft {
            name: super::name("测试新成员"),
            left: Entered::on(walk.today),
        },
        Act::Relocation {
            host: None,
            place: None,
            contact: Some(line("测试新联系人")),
            since: Entered::on(walk.today),
        },
        Act::FunctionChange {
            functions: BTreeSet::from([Function::Clue]),
            reason: words("调整"),
        },
        named(&number("聊工室〔2026〕1号"), Some(words("情况属实"))),
        refusal_notice(walk, RefusalCode::NameUnfit),
        Act::DefenceStatement {
            statement: words("并无此事"),
            received: Entered::on(walk.today),
        },
        waiver(walk),
        Act::NoticeWithdrawal {
            reason: words("陈述属实"),
        },
        Act::Refusal {
            number: Some(number("聊工室不〔2026〕1号")),
            refusal: refusal(told, Some(words("另有查明"))),
        },
        opening(walk),
        activity(walk),
        hero_visit(walk),
        clue(walk),
        publicity(walk),
        report(walk, to_report),
        assessment(walk, to_assess, Some(AssessmentResult::Rectify)),
        Act::Review {
            passed: false,
            note: words("活动偏少"),
        },
        Act::RectificationNotice {
            requirements: words("补足活动"),
            number: None,
        },
        Act::RectificationCompletion {
            note: words("已补足"),
        },
        host_closure(walk),
        Act::HonourLoss,
        name_withdrawal(told),
        Act::SignRecovery {
            note: words("已收回"),
            recovered: Entered::on(walk.today),
        },
    ];
    acts.extend(ground.map(|code| withdrawal_notice(walk, code)));
    acts
}

#[test]
fn the_engine_keeps_its_promises() {
    testing::waits_are_on_a_worklist::<Studio>();
    testing::every_clock_is_started_as_the_table_says::<Studio>();
    testing::no_dead_end::<Studio>();
    testing::late_entry_never_shortens_a_right::<Studio>();
    testing::deciding_against_the_rules_is_reasoned::<Studio>();
    testing::papers_cite_only_what_binds::<Studio>();
    testing::apply_refuses_with_exactly_what_actions_says::<Studio>();
    testing::the_sequences_reach_every_state_and_take_every_step::<Studio>();
    testing::every_step_stands_in_the_table_and_no_state_twice::<Studio>(SharedStep::ALL);
    testing::every_state_can_be_reached_and_every_open_one_left::<Studio>();
    testing::every_condition_is_asked_for_and_has_words::<Studio>(&[]);
    testing::whoever_signs_belongs_to_an_organisation::<Studio>(&[]);
}

#[test]
fn golden_the_table_is_the_one_that_was_read_against_the_rules() {
    testing::golden::<Studio>("studio");
}

/// Named only with honour, consent and a visit; refused and withdrawn only after the party was told and has
/// answered, or its time was over.
#[test]
fn no_sequence_of_commands_leaves_the_table_or_loses_anything() {
    testing::no_sequence_leaves_the_table_or_loses_anything::<Studio>(|walk, step| {
        let record = walk.case.record();
        match step {
            AnyStep::Own(Step::Naming) => {
                assert!(record.consent().unwrap().given);
                assert!(record.site_visits.last().unwrap().passed);
                assert!(record.setup.present().count() >= 3);
            }
            AnyStep::Own(Step::Refusal | Step::NameWithdrawal) => {
                let notice = &record.notice().unwrap().told;
                let waited = (walk.today - notice.notified_on).num_days();
                assert!(notice.reply.is_some() || waited > 5);
            }
            _ => {}
        }
    });
}

/// A proposal that was accepted and has everything but the decision.
pub(super) fn ready() -> Walk {
    ready_under(liaocheng().clone())
}

pub(super) fn ready_under(policy: Policy) -> Walk {
    let mut walk = Walk::under(policy);
    let given = consent(&walk, ConsentGiver::Leader);
    let visited = visit(&walk, true);
    walk.step(Act::Acceptance).step(given).step(visited);
    walk.at(CITY).step(group_approval());
    walk
}

pub(super) fn running_under(policy: Policy) -> Walk {
    let mut walk = ready_under(policy);
    walk.step(name_it());
    let opened = opening(&walk);
    walk.at(COUNTY).step(opened);
    walk
}

pub(super) fn running() -> Walk {
    running_under(liaocheng().clone())
}

pub(super) fn answered(reply: DefenceReply, walk: &Walk) -> Act {
    match reply {
        DefenceReply::Stated(statement) => Act::DefenceStatement {
            statement,
            received: Entered::on(walk.today),
        },
        DefenceReply::Waived => waiver(walk),
    }
}
