//! How the kit of the engine tries this procedure, and what it promises of it.

use super::*;
use crate::{
    deeds::{DefenceReply, Incident, eligibility::Filer},
    ids::ReceiptId,
    policy::Policy,
    procedure::{
        Act as AnyAct, Entered, Named, OutsideDocument, Party, Reason, SharedAct, SharedStep,
        Step as AnyStep,
        testing::{self, CITY, COUNTY, Side, Trial, Tried, Weight, holder, id, number, words},
    },
    receipts::{
        RuleSet,
        samples::{day, liaocheng},
    },
    text::{Line, Paragraphs},
};

pub(super) type Walk = Trial<Recognition>;

impl Walk {
    /// The party answers today.
    pub(super) fn answer(&self, reply: DefenceReply) -> Act {
        match reply {
            DefenceReply::Stated(statement) => Act::DefenceStatement {
                statement,
                received: Entered::on(self.today),
            },
            DefenceReply::Waived => Act::DefenceWaiver {
                word: self.written(),
            },
        }
    }

    pub(super) fn answered(&mut self, reply: DefenceReply) -> &mut Self {
        let answer = self.answer(reply);
        self.step(answer)
    }
}

impl Tried for Recognition {
    // What is said again replaces what was said.
    const OVERWRITTEN: &'static [&'static str] = &[
        "deceased",
        "posthumous",
        "rewarded_elsewhere",
        "household_has_plaque",
    ];

    fn record() -> Record {
        Record::of(&OutOfCityFacts {
            deceased: Some(true),
            ..complete()
        })
    }

    fn subject() -> Incident {
        Incident {
            act_types: Vec::new(),
            occurred_on: complete().occurred_on,
            place: complete().place,
            further_counties: Vec::new(),
            filer: Filer::Actor,
            summary: Paragraphs::parse("测试：救起落水者").unwrap(),
            beneficiaries: Vec::new(),
            witnesses: Vec::new(),
            harm: None,
            loss_averted: None,
        }
    }

    fn receipts(policy: &Policy) -> Vec<Receipt> {
        let inside = OutOfCityFacts {
            place: Some(Place::Region(region(COUNTY))),
            ..complete()
        };
        let fallen = with_document(|document| document.withdrawn = Some(true));
        [complete(), inside, fallen]
            .iter()
            .map(|facts| evaluate(facts, policy, Reference::builtin(), day(testing::RECEIVED)))
            .collect()
    }

    fn policies() -> Vec<Policy> {
        vec![liaocheng().clone()]
    }

    fn rules_for(proposal: Proposal) -> Eligibility {
        Eligibility {
            receipt: ReceiptId::from(id(500)),
            proposal,
            evaluated_on: day(testing::RECEIVED),
            route: Route::OutOfCity,
            satisfied: RuleSet::default(),
        }
    }

    fn rules_at(roll: u8) -> Eligibility {
        Self::rules_for(match roll {
            0..=3 => Proposal::Review,
            4 => Proposal::Refuse,
            _ => Proposal::Approve,
        })
    }

    fn proposal(rules: &Eligibility) -> Proposal {
        rules.proposal
    }

    fn candidates(walk: &Walk, new: u128) -> Vec<AnyAct<Self>> {
        // Some are nearly always possible and lead aside, or undo a check: they would crowd out others.
        let aside = |act: &Act| {
            matches!(
                act,
                Act::NoLocalConfirmation
                    | Act::LocalConfirmation { .. }
                    | Act::RefusalNotice { .. }
                    | Act::ConfirmationFall { .. }
                    | Act::Redirection { .. }
            )
        };
        let own = acts(walk).into_iter();
        let own = own.filter(|act| !aside(act) || new.is_multiple_of(5));
        let own = own.map(Into::into);
        let shared = [
            SharedAct::Recusal {
                person: Named::Outside(crate::identity::PersonName::parse("测试专家").unwrap()),
                reason: words("系近亲属"),
            },
            SharedAct::Delivery {
                party: match walk.case.record().deceased {
                    Some(true) => Party::CloseRelative,
                    Some(false) | None => Party::Actor,
                },
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
                organ: Line::parse("测试市委政法委员会").unwrap(),
                reason: words("来源地在该市"),
                number: None,
            },
            SharedAct::OutsideFinding {
                document: outside(walk),
                content: words("判决：户籍登记有误"),
            },
        ];
        let shared = shared.chain(rare.into_iter().filter(|_| new.is_multiple_of(9)));
        own.chain(shared.map(Into::into)).collect()
    }

    fn is_onward(step: AnyStep<Step>) -> bool {
        !matches!(
            step,
            AnyStep::Own(Step::SupplementRequest | Step::ConfirmationFall)
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

    fn dated(act: &Act, entered: Entered) -> Option<Act> {
        let mut act = act.clone();
        match &mut act {
            Act::RefusalNotice { notified: day, .. }
            | Act::RevocationNotice { notified: day, .. }
            | Act::Supplement { received: day, .. }
            | Act::DefenceStatement { received: day, .. } => *day = entered,
            Act::DefenceWaiver { word } => word.received = entered,
            Act::ConfirmationFall { document, .. } | Act::ConfirmationReturn { document } => {
                document.issued = entered;
            }
            Act::Handover { handed, .. } => *handed = entered,
            _ => return None,
        }
        Some(act)
    }

    fn side(act: &Act) -> Option<(Weight, Side)> {
        match act {
            Act::Recognition { .. } => Some((Weight::Decision, Side::For)),
            Act::Refusal { .. } | Act::Revocation { .. } => Some((Weight::Decision, Side::Against)),
            _ => None,
        }
    }

    fn reason(act: &Act) -> Option<&Reason> {
        match act {
            Act::Recognition { reason, .. } => reason.as_ref(),
            Act::Refusal { refusal, .. } | Act::Revocation { refusal, .. } => Some(&refusal.reason),
            _ => None,
        }
    }

    fn unreasoned(act: &Act) -> Option<Act> {
        match act {
            Act::Recognition { number, .. } => Some(recognition(number, None)),
            _ => None,
        }
    }
}

fn recognition(number: &crate::procedure::DocumentNumber, reason: Option<Reason>) -> Act {
    Act::Recognition {
        number: number.clone(),
        certificate: Some(number.clone()),
        reason,
    }
}

fn refusal() -> Refusal {
    Refusal {
        code: RefusalCode::OriginNotProven,
        reason: words("来源地不明"),
        deviation: None,
    }
}

pub(super) fn outside(walk: &Walk) -> OutsideDocument {
    OutsideDocument {
        organ: Line::parse("测试市见义勇为基金会").unwrap(),
        number: number("测〔2026〕1号"),
        issued: Entered::on(walk.today),
        copy: None,
    }
}

pub(super) fn kin(recipient: &str, agrees: bool) -> Act {
    let name = |name| crate::identity::PersonName::parse(name).unwrap();
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

pub(super) fn handover(walk: &Walk, recipient: &str) -> Act {
    Act::Handover {
        recipient: crate::identity::PersonName::parse(recipient).unwrap(),
        handed: Entered::on(walk.today),
    }
}

pub(super) fn check(passed: bool) -> (Act, Act) {
    let origin = Act::OriginCheck {
        proven: passed,
        note: words("已核对"),
    };
    (origin, authentic(passed))
}

pub(super) fn refusal_notice(notified: Entered) -> Act {
    let (facts, reasons) = (words("事实"), words("理由"));
    Act::RefusalNotice {
        facts,
        reasons,
        notified,
        number: None,
    }
}

pub(super) fn revocation_notice(notified: Entered) -> Act {
    let (facts, reasons) = (words("事实"), words("理由"));
    Act::RevocationNotice {
        facts,
        reasons,
        notified,
        number: None,
    }
}

pub(super) fn revocation(code: RefusalCode) -> Act {
    Act::Revocation {
        number: number("聊义士撤〔2026〕1号"),
        refusal: Refusal { code, ..refusal() },
    }
}

pub(super) fn recognise(certificate: u32) -> Act {
    recognition(&number(&format!("聊义士〔2026〕{certificate}号")), None)
}

pub(super) fn authentic(authentic: bool) -> Act {
    Act::AuthenticityCheck {
        authentic,
        note: words("已核对"),
    }
}

pub(super) fn fallen(walk: &Walk) -> Act {
    Act::ConfirmationFall {
        document: outside(walk),
        reason: words("当地复查"),
    }
}

/// Another reason than the one before.
fn basis(walk: &Walk) -> OriginBasis {
    match walk.case.record().origin.last() {
        Some((claim, _)) if claim.basis == Some(OriginBasis::BirthOnly) => OriginBasis::HukouPast,
        _ => OriginBasis::BirthOnly,
    }
}

/// Everything that might be tried next.
fn acts(walk: &Walk) -> Vec<Act> {
    let (origin, authentic) = check(true);
    let notified = || Entered::on(walk.today);
    let items = vec![Line::parse("户籍证明").unwrap()];
    vec![
        Act::Acceptance,
        Act::SupplementRequest {
            items,
            number: None,
        },
        Act::Supplement {
            rewarded_elsewhere: Some(true),
            household_has_plaque: None,
            received: notified(),
        },
        Act::OriginClaim {
            claim: claim(basis(walk), COUNTY),
            proof: None,
        },
        Act::LocalConfirmation {
            document: Box::new(document()),
            copy: None,
        },
        Act::NoLocalConfirmation,
        origin,
        Act::LifeCheck {
            deceased: walk.case.record().deceased != Some(true),
            note: words("户籍登记"),
        },
        Act::OriginApproval {
            approved: true,
            note: words("同意"),
        },
        authentic,
        kin("测试配偶", true),
        recognition(&number("聊义士〔2026〕1号"), Some(words("情况属实"))),
        Act::CertificateCorrection {
            certificate: Some(number("聊义士〔2026〕2号")),
            reason: words("户籍登记"),
        },
        refusal_notice(notified()),
        revocation_notice(notified()),
        walk.answer(DefenceReply::Stated(words("并无此事"))),
        walk.answer(DefenceReply::Waived),
        Act::NoticeWithdrawal {
            reason: words("陈述属实"),
        },
        Act::Refusal {
            number: Some(number("聊义士不〔2026〕1号")),
            refusal: refusal(),
        },
        fallen(walk),
        Act::ConfirmationReturn {
            document: outside(walk),
        },
        handover(walk, "测试配偶"),
        revocation(RefusalCode::Deception),
        Act::Reopening {
            new_facts: words("新的证据"),
        },
        Act::Redirection {
            reason: words("当地未予确认"),
        },
    ]
}

#[test]
fn the_engine_keeps_its_promises() {
    testing::waits_are_on_a_worklist::<Recognition>();
    testing::every_clock_is_started_as_the_table_says::<Recognition>();
    testing::no_dead_end::<Recognition>();
    testing::late_entry_never_shortens_a_right::<Recognition>();
    testing::deciding_against_the_rules_is_reasoned::<Recognition>();
    testing::papers_cite_only_what_binds::<Recognition>();
    testing::apply_refuses_with_exactly_what_actions_says::<Recognition>();
    testing::the_sequences_reach_every_state_and_take_every_step::<Recognition>();
    testing::every_step_stands_in_the_table_and_no_state_twice::<Recognition>(SharedStep::ALL);
    testing::every_state_can_be_reached_and_every_open_one_left::<Recognition>();
    testing::every_condition_is_asked_for_and_has_words::<Recognition>(&[]);
    testing::whoever_signs_belongs_to_an_organisation::<Recognition>(&[]);
}

#[test]
fn golden_the_table_is_the_one_that_was_read_against_the_rules() {
    testing::golden::<Recognition>("recognition");
}

/// Recognised only with both checks passed while the local confirmation stands; refused and revoked
/// only after the party was told and has answered, or its time was over.
#[test]
fn no_sequence_of_commands_leaves_the_table_or_loses_anything() {
    testing::no_sequence_leaves_the_table_or_loses_anything::<Recognition>(|walk, step| {
        let record = walk.case.record();
        let passed = |checks: &[Check]| checks.last().is_some_and(|check| check.passed);
        match step {
            AnyStep::Own(Step::Recognition) => {
                assert!(passed(&record.origin_checks));
                assert!(
                    walk.case
                        .authenticity_check()
                        .is_some_and(|check| check.passed)
                );
                assert!(record.fallen().is_none());
            }
            AnyStep::Own(Step::Refusal | Step::Revocation) => {
                let notice = record.notice().unwrap();
                let waited = (walk.today - notice.notified_on).num_days();
                assert!(notice.reply.is_some() || waited > 5);
            }
            _ => {}
        }
    });
}

pub(super) fn checked() -> Walk {
    let mut walk = Walk::new();
    let (origin, authentic) = check(true);
    walk.step(Act::Acceptance).step(origin).step(authentic);
    walk.at(CITY);
    walk
}

pub(super) fn recognised() -> Walk {
    let mut walk = checked();
    walk.step(recognition(&number("聊义士〔2026〕1号"), None));
    walk
}

#[test]
fn nobody_is_recognised_before_origin_and_document_are_checked_and_true() {
    let (origin, authentic) = check(false);
    let decide = || recognition(&number("聊义士〔2026〕1号"), None);
    let mut walk = Walk::new();
    walk.step(Act::Acceptance).at(CITY);
    assert_eq!(walk.stopped(decide()), ["origin_checked", "authentic"]);
    let mut walk = checked();
    walk.at(COUNTY).step(origin).step(authentic).at(CITY);
    assert_eq!(walk.stopped(decide()), ["origin_checked", "authentic"]);
    let mut walk = checked();
    walk.at(COUNTY).step(Act::LocalConfirmation {
        document: Box::new(document()),
        copy: None,
    });
    assert_eq!(
        walk.at(CITY).stopped(decide()),
        ["authentic"],
        "another document"
    );
    assert_eq!(checked().at(COUNTY).stopped(decide()), ["seat"]);
}

#[test]
fn a_certificate_goes_only_to_whom_all_next_of_kin_agreed_on() {
    let mut walk = recognised();
    assert_eq!(walk.stopped(handover(&walk, "测试配偶")), ["kin_known"]);
    assert_eq!(walk.stopped(kin("测试配偶", false)), ["kin_unanimous"]);
    assert_eq!(walk.stopped(kin("测试外人", true)), ["kin_unanimous"]);
    walk.step(kin("测试配偶", true));
    assert_eq!(
        walk.stopped(handover(&walk, "测试子女")),
        ["recipient_agreed"]
    );
    let given = handover(&walk, "测试配偶");
    walk.step(given.clone());
    assert_eq!(walk.stopped(given), ["not_handed_over"]);
}

#[test]
fn a_fallen_confirmation_suspends_and_its_return_restores() {
    let mut walk = recognised();
    walk.step(fallen(&walk));
    assert_eq!(walk.case.state(), State::Suspended);
    let resumption = SharedAct::Resumption {
        finding: words("另案已结"),
    };
    walk.at(COUNTY);
    assert_eq!(walk.stopped(resumption), ["confirmation_stands"]);
    walk.at(CITY);
    let mut restored = walk.clone();
    let document = outside(&walk);
    restored.step(Act::ConfirmationReturn { document });
    assert_eq!(restored.case.state(), State::Recognised);
    let notice = revocation_notice(Entered::on(walk.today));
    let revocation = || revocation(RefusalCode::ConfirmationWithdrawn);
    assert_eq!(walk.stopped(revocation()), ["state"]);
    walk.step(notice);
    assert_eq!(walk.stopped(revocation()), ["defence_heard"]);
    walk.answered(DefenceReply::Waived).step(revocation());
    assert_eq!(walk.case.state(), State::Revoked);
    walk.step(Act::Reopening {
        new_facts: words("当地又予确认"),
    });
    assert_eq!(walk.case.state(), State::InCheck);
}

#[test]
fn the_city_is_asked_only_about_an_origin_that_depends_on_it() {
    let approval = || Act::OriginApproval {
        approved: true,
        note: words("同意"),
    };
    let mut walk = checked();
    assert_eq!(walk.stopped(approval()), ["approval_asked"]);
    walk.step(Act::OriginClaim {
        claim: claim(OriginBasis::BirthOnly, COUNTY),
        proof: None,
    });
    walk.step(approval());
    assert!(walk.case.record().origin_approvals[0].passed);
}
